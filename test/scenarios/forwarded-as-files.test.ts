import { workbook } from "../../src/requests/sheet-files.ts";
import { mailOf } from "../mail/stages/harness.ts";
import { withReadingDoor } from "../mail/support/reading-door.ts";
import { remEvidence } from "../mail/support/registered-mail.ts";
import { withDesk } from "../staff/desk.ts";
import { madeUpPerson } from "../support/made-up-people.ts";

/** Mails that a project lead forwards as files (Outlook's "forward as attachment"), from the raw mail to what staff see of it. */
const desk = withDesk(() => ({ attachments: door.openAttachments }));
const door = withReadingDoor(desk.office);
const [A, B, C, D, E] = [401, 402, 403, 404, 405].map(madeUpPerson) as ReturnType<typeof madeUpPerson>[];
if (!A || !B || !C || !D || !E) throw new Error("Nobody was made up.");

const LEAD = "Hale Sorumlu <hale@valilik.example>";
let serial = 0;

/** A mail of these parts; `enclosed` makes a part of a mail. */
function mixed(headers: Readonly<Record<string, string>>, ...parts: readonly string[]): string {
  serial += 1;
  const boundary = `b${serial}`;
  const body = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("");
  return mailOf({ ...headers, "Content-Type": `multipart/mixed; boundary=${boundary}` }, `${body}--${boundary}--`);
}
const text = (words: string) => `Content-Type: text/plain; charset=utf-8\r\n\r\n${words}`;
const enclosed = (raw: string, disposition = "attachment") =>
  `Content-Type: message/rfc822\r\nContent-Disposition: ${disposition}\r\n\r\n${raw}`;
const sheet = (rows: readonly (readonly string[])[]) => {
  const base64 = Buffer.from(workbook("Liste", rows)).toString("base64").replace(/.{76}/g, "$&\r\n");
  return `Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; name=liste.xlsx\r\nContent-Disposition: attachment; filename=liste.xlsx\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}`;
};
const application = (who: typeof A) =>
  mailOf(
    { From: `${who.name} <${who.email}>`, Subject: "Mobil imza" },
    `Merhaba,\nmobil imza talep ediyorum.\nT.C. kimlik no: ${who.nationalId}\nCep: ${who.spoken}\nOperatör: Turkcell`,
  );

async function entriesOf(raw: string) {
  const ticket = await door.arrive(raw);
  const { items } = await desk.office.store.requests.list({ limit: 50 });
  return items.filter((entry) => entry.ticket === ticket).toSorted((a, b) => a.number.localeCompare(b.number));
}

test("people in forwarded mails are read: the writer's own matter, and the list somebody attached; the lead is who forwards", async () => {
  const table = `<table><tr><th>Ad Soyad</th><th>TC</th><th>GSM</th></tr><tr><td>${C.name}</td><td>${C.nationalId}</td><td>${C.spoken}</td></tr></table>`;
  const list = mixed(
    { From: "Cem Er <cem@ilce.example>", Subject: "Mobil imza listesi" },
    `Content-Type: text/html; charset=utf-8\r\n\r\n<p>Mobil imza için listemiz:</p>${table}`,
    sheet([
      ["Ad Soyad", "T.C.", "Cep", "Birim"],
      [B.name, B.nationalId, B.spoken, "Polatlı Kaymakamlığı"],
    ]),
  );
  const raw = mixed(
    { From: LEAD, Subject: "İLT: Talepler" },
    text("Merhaba, ilçelerden gelen talepler ektedir."),
    enclosed(application(A)),
    enclosed(list),
  );
  const entries = await entriesOf(raw);
  expect(
    entries.map(({ fields: { name, email, projectLead } }) => [name?.value, email?.value, projectLead?.value]),
  ).toEqual([
    [A.name, A.email, "Hale Sorumlu"],
    [B.name, undefined, "Hale Sorumlu"],
    [C.name, undefined, "Hale Sorumlu"],
  ]);
  expect(entries.map(({ kind }) => kind)).toEqual(Array(3).fill("newApplication"));
  expect(entries[1]?.fields.nationalId?.source).toMatchObject({
    kind: "attachment",
    place: "liste.xlsx!B2",
    isForwarded: true,
  });

  const agent = await desk.agent();
  const [own, listed] = await Promise.all(
    entries.map(async ({ number }) => (await agent.get(`/console/requests/${number}`)).text),
  );
  expect(own).toContain("İletilen e-postadan: Metin “Turkcell”");
  expect(own).toContain(`İletilen e-postadan: Gönderenin adı ve adresi “${A.email}”`);
  expect(listed).toContain("İletilen e-postadan: liste.xlsx!D2 “Polatlı Kaymakamlığı” · ilçesinden çıkarıldı");
});

test("one that is forwarded without a word, and one inside another, are read once each", async () => {
  const without = mixed({ From: LEAD, Subject: "FW: Mobil imza" }, enclosed(application(D)));
  expect((await entriesOf(without)).map(({ fields }) => fields.name?.value)).toEqual([D.name]);
  const inner = mixed(
    { From: "Cem Er <cem@ilce.example>", Subject: "İLT: imza" },
    text("Bilginize"),
    enclosed(application(E)),
  );
  const outer = mixed({ From: LEAD, Subject: "İLT: İLT: imza" }, text("Gereği için"), enclosed(inner, "inline"));
  const entries = await entriesOf(outer);
  expect(entries.map(({ fields }) => [fields.name?.value, fields.projectLead?.value])).toEqual([
    [E.name, "Hale Sorumlu"],
  ]);
});

test("one that is attached as bytes called a mail is read like one that says what it is", async () => {
  const who = madeUpPerson(406);
  const base64 = Buffer.from(application(who)).toString("base64").replace(/.{76}/g, "$&\r\n");
  const bytes = `Content-Type: application/x-eml; name=talep.eml\r\nContent-Disposition: attachment; filename=talep.eml\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}`;
  const entries = await entriesOf(mixed({ From: LEAD, Subject: "Talep" }, text("Talep ektedir."), bytes));
  expect(entries.map(({ fields }) => [fields.name?.value, fields.projectLead?.value])).toEqual([
    [who.name, "Hale Sorumlu"],
  ]);
});

test.each([
  [
    "a report of a server with what it returns",
    () => {
      const report = `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; yok@x.example\r\nAction: failed\r\nStatus: 5.1.1`;
      return mixed(
        { From: "MAILER-DAEMON@mx.example", Subject: "Undelivered Mail Returned to Sender" },
        text("Your mail could not be delivered."),
        report,
        enclosed(application(A)),
      );
    },
  ],
  [
    "an automatic notice",
    () =>
      mailOf({ "Auto-Submitted": "auto-generated" }, `Mobil imza başvurusu\nAd Soyad: ${A.name}\nTC: ${A.nationalId}`),
  ],
  [
    "a mail of ours",
    () => mailOf({ From: "e-imza@kurum.example" }, `Mobil imza başvurusu\nAd Soyad: ${A.name}\nTC: ${A.nationalId}`),
  ],
  [
    "the envelope of registered mail",
    () =>
      mixed(
        { From: "KEP <sistem@hs02.kep.tr>", Subject: "KEP iletisi" },
        text("İleti ve delil ektedir."),
        enclosed(application(A)),
        `Content-Type: application/xml; name=delil.xml\r\n\r\n${remEvidence("SubmissionAcceptanceRejection", "Acceptance")}`,
      ),
  ],
])("nobody is read out of %s", async (_what, inner) => {
  const raw = mixed({ From: LEAD, Subject: "Bilgi" }, text("Ektekini bilginize sunarım."), enclosed(inner()));
  expect(await entriesOf(raw)).toEqual([]);
});

test("of very many and very deep ones the first are read", async () => {
  const many = Array.from({ length: 40 }, (_, at) => enclosed(application(madeUpPerson(420 + at))));
  expect(
    await entriesOf(mixed({ From: LEAD, Subject: "İLT: Talepler" }, text("Talepler ektedir."), ...many)),
  ).toHaveLength(10);
  let deep = application(madeUpPerson(480));
  for (let level = 0; level < 12; level += 1)
    deep = mixed({ From: `k${level}@ilce.example`, Subject: "İLT" }, text("."), enclosed(deep));
  expect(await entriesOf(mixed({ From: LEAD, Subject: "İLT" }, text("Ektedir."), enclosed(deep)))).toEqual([]);
});
