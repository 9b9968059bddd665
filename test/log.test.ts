import { PassThrough } from "node:stream";
import { AppError } from "../src/core/errors.ts";
import { createLog } from "../src/log.ts";

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string {
  const stream = new PassThrough();
  write(createLog("debug", stream));
  return stream.read()?.toString() ?? "";
}

test("who people are and what they wrote never reaches the log, even when a caller slips", () => {
  const line = linesOf((log) =>
    log.info({ ticket: "MI-2026-000001", email: "ayse@example.org", mail: { subject: "Ayşe", text: "Merhaba" } }, "ok"),
  );
  expect(line).toContain("MI-2026-000001");
  expect(line).not.toMatch(/ayse|Ayşe|Merhaba/);
});

test("a foreign error is logged by name, code and place, without its message; our own with its fixed words", () => {
  const foreign = Object.assign(new Error("no such user ayse@example.org"), { code: "EAUTH" });
  const line = linesOf((log) => {
    log.error({ err: foreign }, "failed");
    log.error({ error: Object.assign(new Error("E11000"), { keyValue: { email: "ayse@example.org" } }) }, "slipped");
    log.error({ err: new AppError("stale", "Ticket MI-2026-000001 was changed meanwhile.") }, "failed");
  });
  expect(line).toContain("EAUTH");
  expect(line).not.toContain("ayse");
  expect(line).toContain("was changed meanwhile");
});
