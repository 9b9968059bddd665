import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { REQUEST_FIELDS } from "../../core/request.ts";
import { KnowledgeFaultsError } from "../knowledge-faults.ts";
import { readYaml } from "../yaml-file.ts";

const bilingual = z.strictObject({ tr: z.string().min(1), en: z.string().min(1) });
const holding = (...names: readonly string[]) =>
  bilingual.refine(
    ({ tr, en }) => names.every((name) => tr.includes(`{{${name}}}`) && en.includes(`{{${name}}}`)),
    `içinde ${names.map((name) => `{{${name}}}`).join(", ")} olmalı / must hold it`,
  );

const WORDING = z.strictObject({
  letter: holding("requests"),
  person: holding("name", "number"),
  nameless: bilingual,
  ask: z.strictObject({
    missing: holding("field"),
    wrong: holding("field", "value"),
    unsure: holding("field", "value"),
  }),
  fields: z.record(z.enum(REQUEST_FIELDS), bilingual),
});

/** The wording of the question to the sender. Throws KnowledgeFaultsError with file and line for an editor's slip. */
export function loadQuestionWording(knowledgeFolder: string): z.output<typeof WORDING> {
  const file = join("requests", "questions.yaml");
  const checked = readYaml(readFileSync(join(knowledgeFolder, file), "utf8"), file, WORDING);
  if (!checked.value) throw new KnowledgeFaultsError(checked.faults);
  return checked.value;
}
