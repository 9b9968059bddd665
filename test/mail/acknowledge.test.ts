import { createAcknowledge } from "../../src/mail/acknowledge.ts";
import { readMailWording } from "../../src/mail/wording.ts";
import { loadKnowledge } from "../../src/understanding/load-knowledge.ts";
import { buildUnderstanding } from "../../src/understanding/understand.ts";

test("an answer in an acknowledgement is plain text, without the marks of bold", () => {
  const understander = buildUnderstanding(loadKnowledge("knowledge"));
  const entry = [...understander.entries.values()].find(({ answer }) => answer.tr.includes("**"));
  expect(entry).toBeDefined();
  const said = createAcknowledge(
    readMailWording("knowledge"),
    () => understander,
  )({ number: "MI-2026-000001", subject: "Süre", entry: entry?.id ?? "" });
  expect(said).toContain(entry?.answer.tr.replaceAll("**", "").split("\n")[0]);
  expect(said).not.toContain("**");
});
