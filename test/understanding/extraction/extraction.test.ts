import { REQUEST_FIELDS } from "../../../src/core/request.ts";
import { createRequestExtractor } from "../../../src/understanding/extraction/extract-requests.ts";
import { DEVELOPMENT_MAILS } from "./development-mails.ts";
import { HELD_BACK_MAILS } from "./held-back-mails.ts";
import { INDEPENDENT_MAILS } from "./independent-mails.ts";
import { OFFICE_MAILS } from "./office-mails/mails.ts";
import { precision, recall, scoreExtraction } from "./score.ts";

const extractor = createRequestExtractor("knowledge");

test.each(DEVELOPMENT_MAILS.map((mail) => [mail.name, mail] as const))("%s", async (_name, mail) => {
  expect((await scoreExtraction(extractor, [mail])).differences).toEqual([]);
});

test.each([
  ["held-back", HELD_BACK_MAILS, 0.97],
  ["office", OFFICE_MAILS, 0.97],
  ["independent", INDEPENDENT_MAILS, 0.97],
] as const)(
  "people and every field of the %s mails are read at least as well as they were",
  async (_name, mails, floor) => {
    const { people, kind, fields } = await scoreExtraction(extractor, mails);
    const scores = [
      ["people", people],
      ["kind", kind],
      ...REQUEST_FIELDS.map((field) => [field, fields[field]] as const),
    ] as const;
    const below = scores.filter(([, score]) => Math.min(precision(score), recall(score)) < floor);
    expect(below).toEqual([]);
  },
);
