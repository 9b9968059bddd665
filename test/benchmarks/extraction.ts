/**
 * How well people and fields are read out of mails nobody tuned on: precision and recall of every field.
 *   npm run bench -- extraction [--differences]
 */
import { REQUEST_FIELDS } from "../../src/core/request.ts";
import { createRequestExtractor } from "../../src/understanding/extraction/extract-requests.ts";
import { HELD_BACK_MAILS } from "../understanding/extraction/held-back-mails.ts";
import { precision, recall, type Score, scoreExtraction } from "../understanding/extraction/score.ts";

/** Prints the table; with `--differences` also every value that was read otherwise. */
export async function main(args: readonly string[]): Promise<void> {
  const scores = await scoreExtraction(createRequestExtractor("knowledge"), HELD_BACK_MAILS);
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(10);
  const print = (name: string, score: Score) => {
    const wanted = String(score.right + score.missed).padStart(7);
    console.log(`${name.padEnd(16)}${wanted}${percent(precision(score))}${percent(recall(score))}`);
  };
  console.log(`${HELD_BACK_MAILS.length} held-back mails\n${"".padEnd(16)} wanted precision    recall`);
  print("people", scores.people);
  print("kind", scores.kind);
  for (const field of REQUEST_FIELDS) print(field, scores.fields[field]);
  if (args.includes("--differences")) for (const difference of scores.differences) console.log(difference);
}
