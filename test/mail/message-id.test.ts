import { randomBytes } from "node:crypto";
import { createMessageIdSigner } from "../../src/mail/message-id.ts";

const key = randomBytes(32);
const signer = createMessageIdSigner({ key, domain: "icisleri.gov.tr" });
const id = signer.create("MI-2026-000123", "6923ab00c0ffee0011223344");

test("an id of ours names its ticket and message", () => {
  expect(id).toMatch(/^<MI-2026-000123\.6923ab00c0ffee0011223344\.[0-9a-f]{32}@icisleri\.gov\.tr>$/);
  expect(signer.verify(id)).toEqual({ ticket: "MI-2026-000123", message: "6923ab00c0ffee0011223344" });
});

test("the same message always gets the same id", () => {
  expect(signer.create("MI-2026-000123", "6923ab00c0ffee0011223344")).toBe(id);
});

test("it is known again without brackets, with another domain, and with its case folded by a mailer", () => {
  const ours = { ticket: "MI-2026-000123", message: "6923ab00c0ffee0011223344" };
  expect(signer.verify(id.slice(1, -1))).toEqual(ours);
  expect(signer.verify(id.replace("icisleri.gov.tr", "eski.gov.tr"))).toEqual(ours);
  expect(signer.verify(id.replace("MI-", "mi-"))).toEqual(ours);
});

test.each([
  ["another ticket", id.replace("000123", "000124")],
  ["another message", id.replace("c0ffee", "c0ffed")],
  ["a guessed signature", id.replace(/[0-9a-f]{32}@/, `${"0".repeat(32)}@`)],
  ["a signature cut short", id.replace(/[0-9a-f]{2}@/, "@")],
  ["a foreign id", "<CAF123@mail.gmail.com>"],
  ["nothing", ""],
])("refused: %s", (_what, forged) => {
  expect(signer.verify(forged)).toBeUndefined();
});

test("another key's ids are foreign", () => {
  expect(createMessageIdSigner({ key: randomBytes(32), domain: "icisleri.gov.tr" }).verify(id)).toBeUndefined();
});
