import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readMail } from "../../src/mail/reading/read-mail.ts";
import { type ReplayLine, replay } from "../../src/mail/replay.ts";
import { mailOf, withStages } from "./stages/harness.ts";

const stages = withStages();
const folder = mkdtempSync(join(tmpdir(), "replay-"));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

async function run(paths: readonly string[], dryRun: boolean) {
  const lines: ReplayLine[] = [];
  const steps: string[] = [];
  const counts = await replay(paths, {
    context: stages.context,
    read: (raw) => readMail(raw),
    dryRun,
    report: (line) => lines.push(line),
    progress: (done, total) => steps.push(`${done}/${total}`),
  });
  return { lines, steps, counts };
}

test("a dry run tells each file's outcome and writes nothing; a real one writes once", async () => {
  const mail = { Date: "Mon, 23 Nov 2026 08:00:00 +0300" };
  write(
    "b-bounce.eml",
    mailOf(
      { ...mail, From: "MAILER-DAEMON@x.example", "Return-Path": "<>", Subject: "Undelivered Mail Returned to Sender" },
      "550 5.1.1 User unknown",
    ),
  );
  write("a-ticket.eml", mailOf(mail, "Başvurum ne oldu?").replaceAll("\r\n", "\n"));
  write("c-no-mail.txt", "Bu bir e-posta değil.\n");
  write("d-mail.txt", mailOf({ ...mail, Subject: "Uzantısı başka" }, "Metin"));

  const dry = await run([folder], true);
  expect(dry.lines.map(({ file, outcome }) => [file.slice(folder.length + 1), outcome])).toEqual([
    ["a-ticket.eml", "ticket"],
    ["b-bounce.eml", "bounce"],
    ["d-mail.txt", "ticket"],
  ]);
  expect(dry.steps).toEqual(["1/3", "2/3", "3/3"]);
  expect((await stages.office.store.mails.list({ limit: 10 })).items).toEqual([]);
  expect((await stages.office.store.tickets.list({ limit: 10 })).items).toEqual([]);

  const real = await run([folder], false);
  expect(real.counts).toEqual({ ticket: 2, bounce: 1 });
  expect(real.lines[0]).toMatchObject({ ticket: expect.stringMatching(/^MI-2026-/), decisions: expect.any(Array) });
  expect((await stages.office.store.tickets.list({ limit: 10 })).items).toHaveLength(2);

  const again = await run([folder], false);
  expect(again.lines).toEqual(real.lines);
  expect((await stages.office.store.tickets.list({ limit: 10 })).items).toHaveLength(2);
  expect((await stages.office.store.mails.list({ limit: 10 })).items).toHaveLength(3);
});

test("a dry run finds the thread a mail belongs to", async () => {
  const { ticket } = await stages.arrive(mailOf({ From: "cem@ilce.example" }, "İlk"));
  const file = write("e-reply.eml", mailOf({ From: "cem@ilce.example", Subject: `YNT: ${ticket}` }, "Ek bilgi"));
  expect((await run([file], true)).lines).toMatchObject([{ outcome: "followUp", ticket }]);
});

test("a path that is not there is said, not passed over", async () => {
  await expect(run([join(folder, "yok.eml")], true)).rejects.toThrow(/yok\.eml/);
});
