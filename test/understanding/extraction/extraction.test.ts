import { createRequestExtractor } from "../../../src/understanding/extraction/extract-requests.ts";
import { DEVELOPMENT_MAILS } from "./development-mails.ts";
import { scoreExtraction } from "./score.ts";

const extractor = createRequestExtractor("knowledge");

test.each(DEVELOPMENT_MAILS.map((mail) => [mail.name, mail] as const))("%s", async (_name, mail) => {
  expect((await scoreExtraction(extractor, [mail])).differences).toEqual([]);
});
