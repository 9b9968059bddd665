import { readMessage } from "../../dialogs/read-message.ts";
import { openKnowledge } from "../../src/live-knowledge.ts";

const understander = openKnowledge("knowledge").understander();
const read = (text: string) => readMessage(understander, text, { today: "2026-11-23", language: "tr" });

test.each([
  ["selam kolay gelsin evrak nereye", "documents"],
  ["merhaba kolay gelsin sertifika bedeli", "certificate-fee"],
  ["destek talebi açma, sertifika bedeli ne kadar", "certificate-fee"],
])("“%s” asks, for all its courtesy or refusal", (text, entry) => {
  expect(read(text).intent).toBe("question");
  expect(read(text).clauses.map((clause) => clause.entry)).toEqual([entry]);
});

test.each(["how much for a new one", "how much", "bu cevap yanlış", "cevap", "yardımın lazım"])(
  "“%s” is no thanks",
  (text) => expect(read(text).intent).not.toBe("thanks"),
);

test.each([
  ["thank you very much", "thanks"],
  ["cevabınız için çok teşekkürler", "thanks"],
  ["bilgilendirme için sağ olun", "thanks"],
  ["elinize sağlık hocam", "thanks"],
  ["rica ederim", "thanks"],
  ["herkese merhaba", "greeting"],
  ["merhaba kolay gelsin", "greeting"],
  ["hoşça kalın", "goodbye"],
])("“%s” is %s and nothing else", (text, intent) => expect(read(text).intent).toBe(intent));
