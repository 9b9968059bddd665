import { decideTogether, type ReadMail, writeTogether } from "../../src/mail/file-together.ts";
import { createFilingLine, type FilingLineOptions } from "../../src/mail/filing-line.ts";
import { readMail } from "../../src/mail/reading/read-mail.ts";
import { eventually } from "../support/eventually.ts";
import { mailOf, withStages } from "./stages/harness.ts";

const stages = withStages();

async function mail(name: string, headers: Readonly<Record<string, string>> = {}): Promise<ReadMail> {
  const raw = Buffer.from(mailOf({ Subject: name, From: "cem@ilce.example", ...headers }, name));
  return { row: await stages.keep(raw), mail: await readMail(raw) };
}

/** A line over the real stages and database, whose writes wait until they are let through, and leave mails of this subject undone. */
function startLine(undone?: string) {
  const told: string[] = [];
  let letThrough: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  const name = (round: readonly ReadMail[]) => round.map(({ mail: { subject } }) => subject).join("+");
  const options: FilingLineOptions = {
    async decide(round) {
      told.push(`decide ${name(round)}`);
      return decideTogether(round, stages.context);
    },
    async write(round, decided) {
      told.push(`write ${name(round)}`);
      await gate;
      const failed = round.filter(({ mail: { subject } }) => subject === undone);
      await writeTogether(
        decided.filter((one) => !failed.some(({ row }) => row.id === one.row.id)),
        stages.context,
      );
      told.push(`written ${name(round)}`);
      return failed;
    },
    async postpone(early) {
      told.push(`postpone ${name(early)}`);
    },
  };
  return { line: createFilingLine(options), told, letThrough };
}

const outcomeOf = async ({ row }: ReadMail) => (await stages.office.store.mails.byId(row.id))?.outcome;

test("while two rounds are written the next one is decided, and written when one of them is", async () => {
  const { line, told, letThrough } = startLine();
  const mails = [await mail("bir"), await mail("iki"), await mail("üç")];
  const [first, second, third] = mails.map((one) => [one]) as [ReadMail[], ReadMail[], ReadMail[]];
  await line.file(first);
  await line.file(second);
  const later = line.file(third);
  await eventually(
    () => told.length,
    (steps) => steps === 5,
  );
  letThrough();
  await later;
  await line.settled();
  expect(told.slice(0, 5)).toEqual(["decide bir", "write bir", "decide iki", "write iki", "decide üç"]);
  expect(told.findIndex((step) => step.startsWith("written"))).toBeLessThan(told.indexOf("write üç"));
  const outcomes = await Promise.all(mails.map(outcomeOf));
  expect(new Set(outcomes.map((outcome) => outcome?.ticket)).size).toBe(3);
});

test("an answer to a mail that is still being written waits for it, and comes into its ticket", async () => {
  const { line, told, letThrough } = startLine();
  const first = await mail("soru", { "Message-ID": "<soru@ilce.example>" });
  const answer = await mail("ek", { "In-Reply-To": "<soru@ilce.example>" });
  await line.file([first]);
  const later = line.file([answer]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(told).toEqual(["decide soru", "write soru"]);
  letThrough();
  await later;
  await line.settled();
  expect(await outcomeOf(answer)).toMatchObject({ kind: "followUp", ticket: (await outcomeOf(first))?.ticket });
});

test("the same mail in the next batch is known as what was written before it", async () => {
  const { line, letThrough } = startLine();
  const twice = mailOf({ "Message-ID": "<iki-kez@ilce.example>" }, "iki kez");
  const rows = [await stages.keep(twice), await stages.keep(twice, { mailbox: "Kopya" })];
  const read = await readMail(Buffer.from(twice));
  letThrough();
  for (const row of rows) await line.file([{ row, mail: read }]);
  await line.settled();
  const outcomes = await Promise.all(rows.map(({ id }) => stages.office.store.mails.byId(id)));
  expect(outcomes.map((row) => row?.outcome?.kind)).toEqual(["ticket", "duplicate"]);
});

test("whoever slept over its claims finds a batch filed by another process, and files none of it again", async () => {
  const batch = await Promise.all(["dört", "beş", "altı"].map((name) => mail(name)));
  const late = await decideTogether(batch, stages.context);
  const first = await writeTogether(await decideTogether(batch, stages.context), stages.context);
  const second = await writeTogether(late, stages.context);
  expect(second).toEqual(first);
  for (const { ticket } of first.values()) expect(await stages.messages(ticket)).toHaveLength(2);
  const { items } = await stages.office.store.tickets.list({ limit: 50 });
  expect(items.filter(({ subject }) => ["dört", "beş", "altı"].includes(subject))).toHaveLength(3);
});

test("answers to a mail that could not be filed wait with it, and so do the answers to them", async () => {
  const { line, told, letThrough } = startLine("asıl");
  letThrough();
  const original = await mail("asıl", { "Message-ID": "<asil@ilce.example>" });
  const answer = await mail("yanıt", { "Message-ID": "<yanit@ilce.example>", "In-Reply-To": "<asil@ilce.example>" });
  const toAnswer = await mail("yanıta", { "In-Reply-To": "<yanit@ilce.example>" });
  const other = await mail("ayrı");
  await line.file([original, answer, other, toAnswer]);
  await line.settled();
  expect(told.filter((step) => step.startsWith("postpone"))).toEqual(["postpone yanıt", "postpone yanıta"]);
  expect(await outcomeOf(answer)).toBeUndefined();
  expect(await outcomeOf(toAnswer)).toBeUndefined();
  expect(await outcomeOf(other)).toMatchObject({ kind: "ticket" });
});

test("an answer in the next batch waits too, and when it comes again it is filed", async () => {
  const { line, told, letThrough } = startLine("önceki");
  const original = await mail("önceki", { "Message-ID": "<onceki@ilce.example>" });
  const answer = await mail("sonraki", { "In-Reply-To": "<onceki@ilce.example>" });
  await line.file([original]);
  const next = line.file([answer]);
  letThrough();
  await next;
  expect(told).toContain("postpone sonraki");
  await line.file([answer]);
  await line.settled();
  expect(await outcomeOf(answer)).toMatchObject({ kind: "ticket" });
});
