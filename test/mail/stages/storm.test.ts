import type { MailOutcome } from "../../../src/core/mail.ts";
import { readMail } from "../../../src/mail/reading/read-mail.ts";
import { STORM_LIMITS } from "../../../src/mail/stages/collect-storm.ts";
import { runStages } from "../../../src/mail/stages.ts";
import { inOneWindow } from "../../support/in-one-window.ts";
import { mailOf, withStages } from "./harness.ts";

const stages = withStages();

async function arriveWith(raw: string, limits: Partial<typeof STORM_LIMITS>) {
  const row = await stages.keep(raw);
  const bytes = await stages.office.store.mails.raw(row.id);
  const mail = await readMail(bytes ?? Buffer.alloc(0));
  return runStages(row, mail, { ...stages.context, stormLimits: { ...STORM_LIMITS, ...limits } });
}

test.each([
  ["one address", { address: 3 }, (n: number) => ({ From: "robot@a.example", Subject: `Konu ${n}` })],
  [
    "one subject from changing addresses",
    { subject: 3 },
    (n: number) => ({ From: `r${n}@b${n}.example`, Subject: "Aynı konu" }),
  ],
  ["one domain", { domain: 3 }, (n: number) => ({ From: `r${n}@c.example`, Subject: `C ${n}` })],
  ["one address with one subject", { addressAndSubject: 3 }, () => ({ From: "d@d.example", Subject: "D" })],
])("a storm of %s ends in one ticket, with nothing lost and nothing answered", async (_name, limits, headersOf) => {
  const outcomes: MailOutcome[] = [];
  await inOneWindow(async () => {
    for (let n = 0; n < 8; n++) outcomes.push(await arriveWith(mailOf(headersOf(n), `İleti ${n}`), limits));
  });

  expect(outcomes.slice(0, 3).map(({ kind }) => kind)).toEqual(["ticket", "ticket", "ticket"]);
  const rest = outcomes.slice(3);
  expect(new Set(rest.map(({ kind, ticket }) => `${kind} ${ticket}`)).size).toBe(1);
  const [first] = rest;
  expect(first?.kind).toBe("followUp");
  const bucket = await stages.messages(first?.ticket);
  expect(bucket.map(({ text }) => text).slice(1)).toEqual(["İleti 3", "İleti 4", "İleti 5", "İleti 6", "İleti 7"]);
  expect(bucket.filter(({ direction }) => direction === "out")).toEqual([]);
  expect(await stages.office.store.tickets.byNumber(first?.ticket ?? "")).toMatchObject({
    tags: ["yoğunluk"],
    priority: "high",
  });
});

test("the ticket of a storm says which mails they are, and what to do with them", async () => {
  let ticket: string | undefined;
  for (let n = 0; n < 2; n++) {
    const headers = { From: "robot@sel.example", Subject: "Kart basıldı" };
    ({ ticket } = await arriveWith(mailOf(headers, `Kart ${n}`), { addressAndSubject: 1 }));
  }
  const [first] = await stages.messages(ticket);
  expect((await stages.office.store.tickets.byNumber(ticket ?? ""))?.subject).toBe(
    "Posta yoğunluğu: robot@sel.example adresinden “Kart basıldı” konusuyla gelen e-postalar",
  );
  expect(first?.text).toMatch(/ayırın.*durdurun/);
});

test("after a circular hundreds of people write under one subject, and one of them a mail for each of his people: no storm", () => {
  expect(STORM_LIMITS.subject).toBeGreaterThan(500);
  expect(STORM_LIMITS.addressAndSubject).toBeGreaterThan(50);
});

test("one address gets ten acknowledgements an hour, and no more", async () => {
  let answered = 0;
  await inOneWindow(async () => {
    for (let n = 0; n < 12; n++) {
      const { ticket } = await stages.arrive(mailOf({ From: "proje@e.example", Subject: `Kişi ${n}` }, `Başvuru ${n}`));
      answered += (await stages.messages(ticket)).filter(({ direction }) => direction === "out").length;
    }
  });
  expect(answered).toBe(10);
});

test("a mail from days ago is filed and not answered", async () => {
  const { ticket } = await stages.arrive(mailOf({ From: "eski@f.example" }, "Geçen hafta yazmıştım"), {
    internalDate: new Date("2026-11-10T07:00:00Z"),
  });
  expect(await stages.messages(ticket)).toHaveLength(1);
});
