/**
 * How well people and fields are read out of mails nobody tuned on: precision and recall of every field.
 *   npm run bench -- extraction [--differences]
 */
import { REQUEST_FIELDS } from "../../src/core/request.ts";
import { createRequestExtractor } from "../../src/understanding/extraction/extract-requests.ts";
import { HELD_BACK_MAILS } from "../understanding/extraction/held-back-mails.ts";
import { INDEPENDENT_MAILS } from "../understanding/extraction/independent-mails.ts";
import { OFFICE_MAILS } from "../understanding/extraction/office-mails/mails.ts";
import { precision, recall, type Score, scoreExtraction } from "../understanding/extraction/score.ts";
import { STREET_MAILS } from "../understanding/extraction/street-mails.ts";

const SETS = {
  "held-back": HELD_BACK_MAILS,
  office: OFFICE_MAILS,
  independent: INDEPENDENT_MAILS,
  street: STREET_MAILS,
} as const;

/** Prints a table for every set; with `--differences` also every value that was read otherwise. */
export async function main(args: readonly string[]): Promise<void> {
  const extractor = createRequestExtractor("knowledge");
  for (const [name, mails] of Object.entries(SETS)) {
    console.log(`${mails.length} ${name} mails\n${"".padEnd(16)} wanted precision    recall`);
    const scores = await scoreExtraction(extractor, mails);
    print("people", scores.people);
    print("kind", scores.kind);
    for (const field of REQUEST_FIELDS) print(field, scores.fields[field]);
    if (args.includes("--differences")) for (const difference of scores.differences) console.log(difference);
    console.log("");
  }
}

function print(name: string, score: Score): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(10);
  const wanted = String(score.right + score.missed).padStart(7);
  console.log(`${name.padEnd(16)}${wanted}${percent(precision(score))}${percent(recall(score))}`);
}
