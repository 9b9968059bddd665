import type { ExtractionCase, ExtractionCases } from "../core/request-ports.ts";
import type { Cipher } from "./cipher.ts";
import { bytesOf, fromStored, toStored } from "./documents.ts";
import type { Models, Stored } from "./models.ts";

/** The part of a case that speaks of a person. */
type Content = Pick<ExtractionCase, "passage" | "wrong" | "right">;

/** A correction as it is stored: what speaks of a person is sealed. */
export function storedCase({ passage, wrong, right, ...open }: ExtractionCase, cipher: Cipher): Stored {
  const content: Content = { passage, right, ...(wrong !== undefined && { wrong }) };
  return { ...toStored(open), sealed: cipher.seal(Buffer.from(JSON.stringify(content))) };
}

export function createExtractionCases({ extractionCases }: Models, cipher: Cipher): ExtractionCases {
  return {
    async *all() {
      for await (const row of extractionCases.find({}).sort({ _id: 1 }).lean().cursor()) {
        const sealed = bytesOf(row.sealed);
        if (!sealed) continue;
        const content = JSON.parse(cipher.open(sealed).toString()) as Content;
        yield { ...fromStored<Omit<ExtractionCase, keyof Content>>(row), ...content };
      }
    },
  };
}
