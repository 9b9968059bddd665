import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { KnowledgeFaultsError } from "../knowledge-faults.ts";
import { readYaml } from "../yaml-file.ts";
import { joinedEssence } from "./joined-essence.ts";

const list = z.array(z.string().min(1)).min(1);
const DISTRICTS = z.strictObject({
  offices: list,
  districts: z.record(z.string(), z.array(z.union([z.string().min(1), list]))),
});

/** The districts of the provinces. Many are called as people, things and other districts are: where one is meant, others tell. */
export interface Districts {
  /** The provinces with a district of this name, when the text is nothing but it; several for "Merkez" or "Edremit". */
  provincesOf(text: string): readonly string[];
  /** Begins like an office of which every district has one, as it follows the name: "Kaymakamlığı", "İlçe Emniyet Müdürlüğü". */
  isOffice(text: string): boolean;
}

/** Words of the longest name. */
export const LONGEST_DISTRICT = 3;

/** Reads knowledge/requests/districts.yaml. Throws KnowledgeFaultsError with file and line for an editor's slip. */
export function loadDistricts(knowledgeFolder: string): Districts {
  const file = join("requests", "districts.yaml");
  const checked = readYaml(readFileSync(join(knowledgeFolder, file), "utf8"), file, DISTRICTS);
  if (!checked.value) throw new KnowledgeFaultsError(checked.faults);
  const provinces = new Map<string, string[]>();
  for (const [province, districts] of Object.entries(checked.value.districts)) {
    for (const name of districts.flat().map(joinedEssence))
      provinces.set(name, [...(provinces.get(name) ?? []), province]);
  }
  const offices = checked.value.offices.map(joinedEssence);
  return {
    provincesOf: (text) => provinces.get(joinedEssence(text)) ?? [],
    isOffice(text) {
      const written = joinedEssence(text);
      return offices.some((office) => written.startsWith(office));
    },
  };
}
