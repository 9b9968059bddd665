import type { Office } from "../core/ports.ts";
import type { RequestField } from "../core/request.ts";
import type { RequestExtractor } from "../understanding/extraction/types.ts";

export interface ExtractionCheck {
  readonly cases: number;
  readonly right: number;
  /** Cases the extractor still reads otherwise; no values, for they are people's. */
  readonly failures: readonly { readonly id: string; readonly request: string; readonly field: RequestField }[];
}

/** Runs the extractor over every correction staff made: how many of them would it read right today? */
export async function checkExtraction(office: Office, extractor: RequestExtractor): Promise<ExtractionCheck> {
  let cases = 0;
  const failures: { id: string; request: string; field: RequestField }[] = [];
  for await (const { id, request, field, passage, right } of office.store.extractionCases.all()) {
    cases += 1;
    const { people, loose } = await extractor.extract({ subject: "", text: passage });
    const read = [...people.map(({ fields }) => fields[field]?.value), loose[field]?.value];
    if (!read.includes(right)) failures.push({ id, request, field });
  }
  return { cases, right: cases - failures.length, failures };
}
