import type { RequestField, RequestKind, RequestState } from "../../src/core/request.ts";
import type { Agent } from "../../src/requests/agent.ts";
import { checkExtraction } from "../../src/requests/check-extraction.ts";
import { confirmField, correctField, correctKind } from "../../src/requests/correct-field.ts";
import { entriesToAsk } from "../../src/requests/entries-to-ask.ts";
import { markAsked } from "../../src/requests/mark-asked.ts";
import { missingQuestion } from "../../src/requests/missing-question.ts";
import { moveRequest } from "../../src/requests/move-request.ts";
import { remindCertificates } from "../../src/requests/remind-certificates.ts";
import { revealField, revealMessage } from "../../src/requests/reveal.ts";
import { takeRequests } from "../../src/requests/take-requests.ts";
import { addMessage } from "../../src/tickets/add-message.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { createRequestExtractor } from "../../src/understanding/extraction/extract-requests.ts";
import { loadQuestionWording } from "../../src/understanding/extraction/question-wording.ts";
import { type MadeUpPerson, madeUpPerson } from "../support/made-up-people.ts";
import { NOW, withOffice } from "../support/office.ts";

let now = NOW;
const office = withOffice(() => now);
const extractor = createRequestExtractor("knowledge");
const wording = loadQuestionWording("knowledge");
const agent: Agent = { id: "a", name: "Zeynep Işık", role: "agent" };
const viewer: Agent = { id: "v", name: "Veli Bakar", role: "viewer" };
const lead: Agent = { id: "l", name: "Leyla Önder", role: "lead" };
const LEAD = { email: "lead@ornek.example", name: "Hale Sorumlu" };
const REQUESTER = { kind: "requester", name: LEAD.name } as const;
const EXTRA = "Sayın yetkili, mobil imza talep ediyoruz.\n";

let serial = 500;
const somebody = () => madeUpPerson(++serial);
const form = (p: MadeUpPerson) =>
  `Ad Soyad: ${p.name}\nT.C.: ${p.nationalId}\nCep: ${p.spoken}\nOperatör: Turkcell\nE-posta: ${p.email}`;

afterEach(() => {
  now = NOW;
});

/** Opens a ticket as the mail door does: message, event and entries in one write. */
async function receive(text: string, origin = `mail:${office.store.newId()}`) {
  const extraction = await extractor.extract({ subject: "Mobil imza", text, sender: LEAD });
  let numbers: string[] = [];
  const { ticket, message } = await openTicket(office, {
    subject: "Mobil imza",
    category: "application",
    priority: "normal",
    channel: "mail",
    requester: LEAD,
    actor: REQUESTER,
    message: { channel: "mail", from: { kind: "requester", ...LEAD }, text },
    alsoWrite: async (transaction, opened) => {
      numbers = await takeRequests(office, transaction, { ticket: opened, origin, extraction, actor: REQUESTER });
    },
  });
  return { ticket: ticket.number, message: message.id, numbers, origin, extraction };
}

async function reply(ticket: string, text: string) {
  const extraction = await extractor.extract({ subject: "Ynt: Mobil imza", text, sender: LEAD });
  let numbers: string[] = [];
  await addMessage(office, {
    ticket,
    reopens: true,
    actor: REQUESTER,
    message: { channel: "mail", from: { kind: "requester", ...LEAD }, text },
    alsoWrite: async (transaction, opened) => {
      const origin = `mail:${office.store.newId()}`;
      numbers = await takeRequests(office, transaction, { ticket: opened, origin, extraction, actor: REQUESTER });
    },
  });
  return numbers;
}

const read = async (number: string) => (await office.store.requests.byNumber(number))!;
const ofTicket = async (ticket: string) => (await office.store.requests.list({ limit: 50, ticket })).items;
const eventsOf = async (ticket: string) =>
  (await office.store.events.ofTicket(ticket)).map(({ type }) => type).filter((type) => !type.startsWith("ticket."));

async function activate(number: string): Promise<void> {
  const states: RequestState[] = [
    "underReview",
    "sentToKamuSm",
    "formSent",
    "formSigned",
    "operatorFormsReceived",
    "documentsReceived",
    "active",
  ];
  for (const to of states) await moveRequest(office, { number, version: (await read(number)).version, to, by: agent });
}

describe("entries out of a mail", () => {
  test("one mail with two people opens one ticket with two entries, and taking it again adds nothing", async () => {
    const [a, b] = [somebody(), somebody()];
    const taken = await receive(`${EXTRA}\n${form(a)}\n\n${form(b)}`);
    expect(taken.numbers).toHaveLength(2);
    expect(await eventsOf(taken.ticket)).toEqual(["request.created", "request.created"]);
    const ticket = (await office.store.tickets.byNumber(taken.ticket))!;
    const { origin, extraction } = taken;
    const again = await office.store.transact((transaction) =>
      takeRequests(office, transaction, { ticket, origin, extraction, actor: REQUESTER }),
    );
    expect([...again].sort()).toEqual([...taken.numbers].sort());
    expect(await ofTicket(taken.ticket)).toHaveLength(2);
  });

  test("a question brings no entry", async () => {
    const { numbers, ticket } = await receive("Mobil imza ücreti ne kadar?");
    expect(numbers).toEqual([]);
    expect(await ofTicket(ticket)).toEqual([]);
  });
});

const wrongIdOf = ({ nationalId }: MadeUpPerson) => `${nationalId.slice(0, 10)}${(Number(nationalId[10]) + 1) % 10}`;

describe("a lead's list of twelve with two wrong numbers", () => {
  type Asked = { readonly person: MadeUpPerson; readonly number: string };
  test.each<[string, (asked: readonly Asked[], question: string) => string]>([
    ["by the names", (asked) => asked.map(({ person }) => `${person.name}: ${person.nationalId}`).join("\n")],
    [
      "by the numbers of the entries",
      (asked) => asked.map(({ person, number }) => `${number}: T.C. ${person.nationalId}`).join("\n"),
    ],
    [
      "between the lines of the quoted question",
      (asked, question) =>
        question
          .split("\n")
          .map((line) => `> ${line}`)
          .map((line) => {
            const last = asked.findLast(({ number }) => question.indexOf(number) < question.indexOf(line.slice(2)));
            return line.includes("hatalı görünüyor") ? `${line}\n${last?.person.nationalId}` : line;
          })
          .join("\n"),
    ],
    [
      "in a sentence",
      ([a, b]) =>
        `Merhaba, ${a?.person.name}'ın T.C. kimlik numarası ${a?.person.nationalId}, ${b?.person.name}'ın T.C. kimlik numarası ${b?.person.nationalId} olacaktı.`,
    ],
  ])("makes twelve entries and one question; answered %s, both are filled", async (_how, answer) => {
    const people = Array.from({ length: 12 }, somebody);
    const wrong = [people[3]!, people[8]!];
    const rows = people.map((p) =>
      [p.name, wrong.includes(p) ? wrongIdOf(p) : p.nationalId, p.spoken, "Turkcell", p.email].join("\t"),
    );
    const { ticket, numbers } = await receive(
      `${EXTRA}Ad Soyad\tT.C. Kimlik No\tCep\tOperatör\tE-posta\n${rows.join("\n")}`,
    );
    expect(numbers).toHaveLength(12);

    const asked = entriesToAsk(await ofTicket(ticket), "agent");
    const question = missingQuestion(asked, wording) ?? "";
    expect(asked.map(({ fields }) => fields.name?.value)).toEqual(wrong.map(({ name }) => name));
    expect(question.match(/hatalı görünüyor/g)).toHaveLength(2);
    await markAsked(office, { numbers: asked.map(({ number }) => number), by: agent });
    await reply(
      ticket,
      answer(
        asked.map(({ number }, at) => ({ number, person: wrong[at]! })),
        question,
      ),
    );

    expect(await ofTicket(ticket)).toHaveLength(12);
    for (const [at, { number }] of asked.entries()) {
      expect(await office.store.requests.unmasked(number, "nationalId")).toBe(wrong[at]?.nationalId);
      expect(await read(number)).toMatchObject({ state: "received", kind: "newApplication" });
    }
  });
});

describe("what is missing", () => {
  test("is filled by whoever writes of their own number, where nobody's name was read before", async () => {
    const p = somebody();
    const { ticket, numbers } = await receive(`Mobil imza talebi. Sicil No: ${p.registryNumber}`);
    const [number = ""] = numbers;
    expect((await read(number)).fields.name).toBeUndefined();
    expect(await reply(ticket, `Kimlik numaram ${p.nationalId}, telefonum ${p.spoken}`)).toEqual([number]);
    expect((await read(number)).fields.name).toMatchObject({ value: LEAD.name, source: { kind: "sender" } });
  });

  test("is told by the person themselves, who do not become their own project lead", async () => {
    const p = { ...somebody(), name: LEAD.name };
    const { ticket, numbers } = await receive(`Mobil imza istiyorum. T.C. kimlik numaram ${p.nationalId}.`);
    const [number = ""] = numbers;
    expect(await reply(ticket, `Cep: ${p.spoken}\nOperatör: Vodafone`)).toEqual([number]);
    const { fields } = await read(number);
    expect(await ofTicket(ticket)).toHaveLength(1);
    expect(fields).toMatchObject({ name: { value: LEAD.name }, operator: { value: "vodafone" } });
    expect(fields.projectLead).toBeUndefined();
  });

  test("becomes a question to the sender; the reply fills it and the entry goes on", async () => {
    const p = somebody();
    const { ticket, numbers } = await receive(`${EXTRA}Ad Soyad: ${p.name}\nT.C.: ${p.nationalId.slice(0, 10)}`);
    const [number = ""] = numbers;
    const question = missingQuestion([await read(number)], wording);
    expect(question).toContain(`${p.name} (${number}):`);
    expect(question).toMatch(/T\.C\. kimlik no: \d\d•+\d\d hatalı görünüyor/);
    expect(question).toContain("- Cep telefonu: belirtilmemiş");
    expect(question).not.toContain(p.nationalId.slice(0, 10));
    expect(missingQuestion([await read(number)], wording, "en")).toContain("- Mobile phone: not given");

    await markAsked(office, { numbers, by: agent });
    expect(await read(number)).toMatchObject({ state: "needsInfo" });
    expect(await reply(ticket, `T.C. Kimlik No: ${p.nationalId}\nTel: ${p.spoken}`)).toEqual([number]);
    expect(await read(number)).toMatchObject({ state: "needsInfo", fields: { nationalId: { confidence: 0.97 } } });
    expect((await read(number)).fields.nationalId?.problem).toBeUndefined();
    expect(await reply(ticket, `turkcell, ${p.email}`)).toEqual([number]);
    const filled = await read(number);
    expect(filled).toMatchObject({
      state: "received",
      fields: { operator: { value: "turkcell" }, email: { value: p.email } },
    });
    expect(missingQuestion([filled], wording)).toBeUndefined();
    expect(await office.store.requests.unmasked(number, "phone")).toBe(p.phone);
    expect(await ofTicket(ticket)).toHaveLength(1);
    expect(await eventsOf(ticket)).toEqual([
      "request.created",
      "request.asked",
      "request.filled",
      "request.filled",
      "request.moved",
    ]);
  });

  test("with two people waiting, an answer without a name is nobody's, one with a name is that person's", async () => {
    const [a, b] = [somebody(), somebody()];
    const { ticket, numbers } = await receive(`${EXTRA}Ad Soyad: ${a.name}\nAd Soyad: ${b.name}`);
    expect(numbers).toHaveLength(2);
    await reply(ticket, "turkcell");
    for (const entry of await ofTicket(ticket)) expect(entry.fields.operator).toBeUndefined();
    expect(await reply(ticket, `Ad Soyad: ${b.name}\nTC: ${b.nationalId}`)).toHaveLength(1);
    const entries = await ofTicket(ticket);
    expect(entries).toHaveLength(2);
    expect(entries.find(({ fields }) => fields.name?.value === b.name)?.fields.nationalId?.value).toMatch(
      /^\d\d•{7}\d\d$/,
    );
  });

  test("the number in the answering lead's own signature fills nobody's field", async () => {
    const p = somebody();
    const { ticket, numbers } = await receive(`${EXTRA}Ad Soyad: ${p.name}\nT.C.: ${p.nationalId}`);
    const [number = ""] = numbers;
    await reply(ticket, `E-posta: ${p.email}\n\n${LEAD.name}\n0555 000 11 22`);
    const { fields } = await read(number);
    expect(fields.email?.value).toBe(p.email);
    expect(fields.phone).toBeUndefined();
    await reply(ticket, `Telefonu ${p.spoken}\n\nSaygılarımla\n${LEAD.name}\n0555 000 11 22`);
    expect(await office.store.requests.unmasked(number, "phone")).toBe(p.phone);
  });

  test("a line change told in the ticket of an open application is an entry of its own", async () => {
    const p = somebody();
    const { ticket } = await receive(`${EXTRA}${form(p)}`);
    await reply(ticket, `Ad Soyad: ${p.name}\nTC: ${p.nationalId}\nBu arada SIM kart değişikliği yapıldı.`);
    expect((await ofTicket(ticket)).map(({ kind }) => kind).sort()).toEqual(["lineChange", "newApplication"]);
  });

  test("a confirmed value is not overwritten by a reply", async () => {
    const p = somebody();
    const { ticket, numbers } = await receive(`${EXTRA}${form(p)}`);
    const [number = ""] = numbers;
    await confirmField(office, { number, version: 1, field: "phone", by: agent });
    await reply(ticket, `Ad Soyad: ${p.name}\nTel: 0555 000 00 00`);
    expect(await office.store.requests.unmasked(number, "phone")).toBe(p.phone);
    expect((await read(number)).fields.phone).toMatchObject({ confirmedBy: agent.name });
  });
});

describe("moves", () => {
  test("follow the table, need their fields and their role, and leave a history and events", async () => {
    const { numbers, ticket } = await receive(`${EXTRA}Ad Soyad: ${somebody().name}`);
    const [number = ""] = numbers;
    const move = (to: RequestState, by = agent, reason?: string) =>
      read(number).then(({ version }) => moveRequest(office, { number, version, to, by, ...(reason && { reason }) }));
    await expect(move("active")).rejects.toMatchObject({ code: "moveNotAllowed" });
    await expect(move("underReview", viewer)).rejects.toMatchObject({ code: "notAllowed" });
    await move("underReview");
    await expect(move("sentToKamuSm")).rejects.toMatchObject({
      code: "conflict",
      details: { gaps: ["nationalId", "phone", "operator", "email"].map((field) => ({ field, why: "missing" })) },
    });
    await expect(move("rejected")).rejects.toMatchObject({ code: "badRequest" });
    await move("rejected", agent, "Kurum dışı başvuru");
    await expect(move("underReview")).rejects.toMatchObject({ code: "notAllowed" });
    await move("underReview", lead);
    expect((await read(number)).history.map(({ to }) => to)).toEqual([
      "received",
      "underReview",
      "rejected",
      "underReview",
    ]);
    expect(await eventsOf(ticket)).toEqual(["request.created", "request.moved", "request.moved", "request.moved"]);
  });

  test("of two people who move at once the second is told", async () => {
    const { numbers } = await receive(`${EXTRA}${form(somebody())}`);
    const [number = ""] = numbers;
    const move = { number, version: 1, to: "underReview", by: agent } as const;
    const results = await Promise.allSettled([moveRequest(office, move), moveRequest(office, move)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "stale" } });
  });
});

describe("certificates", () => {
  test("end three years after activation, are told of at 90, 30 and 7 days once each, and expire", async () => {
    const { numbers, ticket } = await receive(`${EXTRA}${form(somebody())}`);
    const [number = ""] = numbers;
    await activate(number);
    const end = (await read(number)).certificateEndsAt!;
    expect(end).toEqual(new Date("2029-11-23T07:00:00Z"));
    const mine = async () => (await remindCertificates(office)).filter(({ request }) => request === number);
    const at = async (days: number) => {
      now = new Date(end.getTime() - days * 86_400_000);
      return (await mine()).map(({ days: left }) => left);
    };
    expect(await at(91)).toEqual([]);
    expect(await at(90)).toEqual([90]);
    expect(await at(60)).toEqual([]);
    expect(await at(20)).toEqual([30]);
    expect(await at(7)).toEqual([7]);
    expect(await at(1)).toEqual([]);
    const both = await Promise.all([at(-1), at(-1)]);
    expect(both.flat()).toEqual([0]);
    expect(await read(number)).toMatchObject({ state: "expired" });
    expect((await eventsOf(ticket)).filter((type) => type === "request.certificateEnding")).toHaveLength(3);
  });

  test("a late start gives the nearest reminder only", async () => {
    const { numbers } = await receive(`${EXTRA}${form(somebody())}`);
    const [number = ""] = numbers;
    await activate(number);
    now = new Date((await read(number)).certificateEndsAt!.getTime() - 5 * 86_400_000);
    const told = async () => (await remindCertificates(office)).filter(({ request }) => request === number);
    expect((await told()).map(({ days }) => days)).toEqual([7]);
    expect(await told()).toEqual([]);
  });

  test.each([
    [
      "the T.C. kimlik no",
      (p: MadeUpPerson) => `Ad Soyad: ${p.name}\nTC: ${p.nationalId}\nSIM kart değişikliği yapılmıştır.`,
    ],
    [
      "the old number",
      (p: MadeUpPerson) => `${p.name} numarasını değiştirdi.\nEski numara: ${p.spoken}\nYeni numara: 0555 111 22 33`,
    ],
    [
      "name and sicil",
      (p: MadeUpPerson) => `Ad Soyad: ${p.name}\nSicil: ${p.registryNumber}\nHat değişikliği yapıldı.`,
    ],
  ])("a line change told by %s flags the active certificate at once", async (_what, text) => {
    const p = somebody();
    const { numbers, ticket } = await receive(`${EXTRA}${form(p)}\nSicil: ${p.registryNumber}`);
    const [holder = ""] = numbers;
    await activate(holder);
    const [change = ""] = (await receive(text(p))).numbers;
    expect(await read(change)).toMatchObject({ kind: "lineChange", flag: expect.stringContaining(holder) });
    expect(await read(holder)).toMatchObject({ state: "active", flag: expect.stringContaining(change) });
    expect(await eventsOf(ticket)).toContain("request.flagged");
  });
});

describe("corrections", () => {
  test("are normalised, marked with who made them, and kept as a case the extractor is tested on", async () => {
    const p = somebody();
    const wrong = `${p.nationalId.slice(0, 10)}${(Number(p.nationalId[10]) + 1) % 10}`;
    const { numbers, ticket } = await receive(`${EXTRA}Ad Soyad: ${p.name}\nTC: ${wrong}`);
    const [number = ""] = numbers;
    const fix = (field: RequestField, value: string | null, by = agent) =>
      read(number).then(({ version }) => correctField(office, extractor, { number, version, field, value, by }));
    await expect(fix("nationalId", wrong)).rejects.toMatchObject({ code: "badRequest" });
    await expect(fix("nationalId", p.nationalId, viewer)).rejects.toMatchObject({ code: "notAllowed" });
    const before = await checkExtraction(office, extractor);
    await fix("nationalId", p.nationalId.replace(/(\d{3})/g, "$1 "));
    await fix("phone", "0 (532) 111.22.33");
    await fix("operator", "Avea");
    await fix("operator", null);
    await fix("province", "k.maraş");
    const entry = await read(number);
    expect(entry.fields.nationalId).toMatchObject({
      confidence: 1,
      confirmedBy: agent.name,
      source: { kind: "staff" },
    });
    expect(entry.fields.nationalId?.problem).toBeUndefined();
    expect(entry.fields.province?.value).toBe("Kahramanmaraş");
    expect(entry.fields.operator).toBeUndefined();
    expect(await office.store.requests.unmasked(number, "nationalId")).toBe(p.nationalId);
    expect(await office.store.requests.unmasked(number, "phone")).toBe("+905321112233");
    const after = await checkExtraction(office, extractor);
    expect(after.cases - before.cases).toBe(4);
    expect(after.failures.filter(({ request }) => request === number).map(({ field }) => field)).toEqual([
      "nationalId",
      "phone",
      "operator",
      "province",
    ]);
    expect((await eventsOf(ticket)).filter((type) => type === "request.corrected")).toHaveLength(5);
    await correctKind(office, { number, version: entry.version, kind: "billing" satisfies RequestKind, by: agent });
    expect((await read(number)).kind).toBe("billing");
  });

  test("a case the extractor reads right is counted as right", async () => {
    const p = somebody();
    const { numbers } = await receive(`${EXTRA}${form(p)}`);
    const [number = ""] = numbers;
    await correctField(office, extractor, { number, version: 1, field: "unit", value: "Yanlış Birim", by: agent });
    await correctField(office, extractor, {
      number,
      version: 2,
      field: "email",
      value: "baska@ornek.example",
      by: agent,
    });
    const { failures } = await checkExtraction(office, extractor);
    expect(failures.filter(({ request }) => request === number)).toHaveLength(2);
    await correctField(office, extractor, { number, version: 3, field: "email", value: p.email, by: agent });
    const again = await checkExtraction(office, extractor);
    expect(again.failures.filter(({ request }) => request === number)).toHaveLength(2);
    expect(again.right).toBeGreaterThan(0);
  });
});

describe("reveals", () => {
  test("show the original, and stand in the events with who saw what", async () => {
    const p = somebody();
    const { numbers, ticket, message } = await receive(`${EXTRA}${form(p)}`);
    const [number = ""] = numbers;
    await expect(revealField(office, { number, field: "phone", by: viewer })).rejects.toMatchObject({
      code: "notAllowed",
    });
    expect(await revealField(office, { number, field: "phone", by: agent })).toBe(p.phone);
    expect((await revealMessage(office, { message, by: agent })).text).toContain(p.nationalId);
    const events = await office.store.events.ofTicket(ticket);
    const reveals = events.filter(({ type }) => type === "personalData.revealed");
    expect(reveals).toMatchObject([
      { subject: number, detail: "phone", actor: { kind: "staff", id: agent.id } },
      { subject: message, detail: "message", actor: { kind: "staff", id: agent.id } },
    ]);
    expect(JSON.stringify(events)).not.toContain(p.nationalId);
  });
});
