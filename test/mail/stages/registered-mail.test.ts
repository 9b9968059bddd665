import { readMail } from "../../../src/mail/reading/read-mail.ts";
import { erdsEvidence, registeredMail, remEvidence } from "../support/registered-mail.ts";
import { mailOf, withStages } from "./harness.ts";

const stages = withStages();
const ticketOf = (number = "") => stages.office.store.tickets.byNumber(number);
const INNER =
  "From: İlçe <ilce@hs01.kep.tr>\r\nMessage-ID: <ic-1@hs01.kep.tr>\r\nSubject: Kart\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nKartım kırıldı.\r\n";

async function sentByUs() {
  const { ticket: number = "" } = await stages.arrive(mailOf({}, "İlk ileti"));
  const [, ours] = await stages.messages(number);
  if (!ours?.messageId) throw new Error("There is no acknowledgement.");
  return { number, ours, id: ours.messageId };
}

test.each([
  [remEvidence("SubmissionAcceptanceRejection", "Acceptance"), "submitted"],
  [remEvidence("SubmissionAcceptanceRejection", "Rejection"), "notSubmitted"],
  [remEvidence("RelayREMMDAcceptanceRejection", "Acceptance"), "relayed"],
  [remEvidence("RelayREMMDFailure", "DeliveryExpiration"), "notRelayed"],
  [remEvidence("DeliveryNonDeliveryToRecipient", "Delivery"), "delivered"],
  [remEvidence("DeliveryNonDeliveryToRecipient", "NonDelivery"), "notDelivered"],
  [remEvidence("DownloadNonDownloadByRecipient", "Download"), "retrieved"],
  [remEvidence("RetrievalNonRetrievalByRecipient", "RetrievalExpiration"), "notRetrieved"],
  [remEvidence("AcceptanceRejectionByRecipient", "Rejection"), "refused"],
  [remEvidence("ReceivedFromNonREMSystem", "Receipt"), "cameFromOutside"],
  [remEvidence("REMEvidence", "Kendince"), "other"],
  [erdsEvidence("SubmissionAcceptance"), "submitted"],
  [erdsEvidence("RelayFailure"), "notRelayed"],
  [erdsEvidence("ContentConsignment"), "delivered"],
  [erdsEvidence("ContentConsignmentFailure"), "notDelivered"],
  [erdsEvidence("ConsignmentNotification"), "notified"],
  [erdsEvidence("ContentHandover"), "retrieved"],
  [erdsEvidence("Sonradan"), "other"],
])("evidence is read by its form and its event (%#)", async (xml, event) => {
  const { evidence } = await readMail(Buffer.from(registeredMail({ evidence: [xml, xml] })));
  expect(evidence).toMatchObject([
    { event, at: new Date("2026-11-20T09:30:00Z") },
    { event, at: new Date("2026-11-20T09:30:00Z") },
  ]);
});

test("other XML, broken XML and bombs of it are no evidence, and harm nothing", async () => {
  const others = [
    "<Fatura><Kod>Delivery</Kod></Fatura>",
    "<DeliveryNonDeliveryToRecipient",
    "",
    "<a ".repeat(100_000),
    `${"<!--".repeat(50_000)}`,
    `<![CDATA[${"]]".repeat(50_000)}`,
    "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
  ];
  const mail = await readMail(Buffer.from(registeredMail({ evidence: others })));
  expect(mail.evidence).toBeUndefined();
  expect(mail.attachments).toHaveLength(others.length);
});

test("registered mail with evidence of its own way is its author's ticket, and says in words what the evidence says", async () => {
  const evidence = [remEvidence("DeliveryNonDeliveryToRecipient", "Delivery", "<onun-kendi@hs01.kep.tr>")];
  const outcome = await stages.arrive(registeredMail({ inner: INNER, evidence }));
  expect(outcome.kind).toBe("ticket");
  const ticket = await ticketOf(outcome.ticket);
  expect(ticket).toMatchObject({ subject: "Kart", requester: { email: "ilce@hs01.kep.tr" } });
  expect(ticket?.tags).toEqual([]);
  const [message, ...others] = await stages.messages(outcome.ticket);
  expect(message).toMatchObject({ text: "Kartım kırıldı.", evidence: [{ event: "delivered" }] });
  expect(others).toEqual([]);
  const note = outcome.decisions.find(({ stage }) => stage === "KEP")?.note;
  expect(note).toContain("KEP delili: ileti alıcının KEP hesabına teslim edildi (20.11.2026 12:30).");
  expect(note).toContain("Delilin imzası denetlenmedi.");
});

test("an envelope that lists its sender and recipients does not take the place of what the author wrote", async () => {
  const envelope =
    "Sayın yetkili,\r\n\r\nAşağıdaki ileti teslim edilmiştir.\r\n\r\nKimden: ilce@hs01.kep.tr\r\nKime: e-imza@kurum.example\r\nKonu: Kart\r\nTarih: 20.11.2026\r\n";
  const outcome = await stages.arrive(registeredMail({ inner: INNER, envelope }));
  expect((await stages.messages(outcome.ticket))[0]).toMatchObject({
    text: "Kartım kırıldı.",
    fullText: expect.stringContaining("Kimden: ilce@hs01.kep.tr"),
  });
});

test("a mail that only calls itself registered shows that the sender inside is not verified", async () => {
  const headers = { From: "Biri <biri@baska.example>", "X-REM-Msg-Type": "Message" };
  const outcome = await stages.arrive(registeredMail({ headers, inner: INNER }));
  expect(await ticketOf(outcome.ticket)).toMatchObject({ tags: ["KEP doğrulanmadı"] });
  expect(JSON.stringify(outcome.decisions)).toContain("bir KEP adresinden gelmiyor");
});

test("the same on a mail that joins a ticket: the tag comes onto it once, and its history says when", async () => {
  const { number, id } = await sentByUs();
  await stages.office.store.transact(async (transaction) => {
    const ticket = await transaction.ticket(number);
    if (ticket) await transaction.updateTicket({ ...ticket, tags: ["acele"] });
  });
  for (const text of ["İlk yanıt", "İkinci yanıt"]) {
    const headers = { From: "Biri <biri@baska.example>", "X-REM-Msg-Type": "Message", "In-Reply-To": id };
    const outcome = await stages.arrive(registeredMail({ headers, inner: INNER.replace("Kartım kırıldı.", text) }));
    expect(outcome).toMatchObject({ kind: "followUp", ticket: number });
  }
  expect(await ticketOf(number)).toMatchObject({ tags: ["acele", "KEP doğrulanmadı"] });
  const events = await stages.office.store.events.ofTicket(number);
  expect(events.filter(({ type }) => type === "ticket.changed")).toMatchObject([
    { actor: { kind: "system" }, changes: [{ field: "tags", from: ["acele"], to: ["acele", "KEP doğrulanmadı"] }] },
  ]);
});

test("a registered answer that names the number comes into its author's ticket, whatever address the provider writes from", async () => {
  const author = "From: Valilik <valilik@hs01.kep.tr>\r\nSubject: Mobil imza\r\n\r\nTalebimiz\r\n";
  const { ticket: number = "" } = await stages.arrive(registeredMail({ inner: author }));
  const answer = author.replace("Mobil imza", `YNT: [${number}] Mobil imza`).replace("Talebimiz", "Ek bilgi");
  const headers = { Subject: `YNT: [${number}] Mobil imza` };
  expect(await stages.arrive(registeredMail({ headers, inner: answer }))).toMatchObject({
    kind: "followUp",
    ticket: number,
  });

  // A provider carries registered mailboxes only: it does not vouch for anybody else's address.
  const { ticket: other = "" } = await stages.arrive(mailOf({ From: "elif@ornek.example" }, "İlk"));
  const claim = answer.replace("valilik@hs01.kep.tr", "elif@ornek.example");
  const claimed = await stages.arrive(registeredMail({ headers: { Subject: `[${other}]` }, inner: claim }));
  expect(claimed.ticket).not.toBe(other);
});

test("what comes from a registered mailbox is not answered by ordinary mail, whatever is in it", async () => {
  const outcome = await stages.arrive(mailOf({ From: "valilik@hs01.kep.tr" }, "Zarfsız"));
  expect(await stages.messages(outcome.ticket)).toHaveLength(1);
});

test("an answer that only calls itself registered is not the word of whoever it names inside, and marks the ticket", async () => {
  const { number, id } = await sentByUs();
  const headers = { From: "Biri <biri@baska.example>", "X-REM-Msg-Type": "Message", References: id };
  const inner = INNER.replace(/^From: .*/m, "From: Ayşe Yılmaz <ayse@ornek.example>");
  expect(await stages.arrive(registeredMail({ headers, inner }))).toMatchObject({ kind: "followUp", ticket: number });
  expect((await stages.messages(number)).at(-1)?.from.kind).toBe("participant");
  expect(await ticketOf(number)).toMatchObject({ tags: ["KEP doğrulanmadı"] });
});

test.each([
  [
    "by the id its evidence names",
    (id: string) => ({ evidence: [remEvidence("DeliveryNonDeliveryToRecipient", "Delivery", id)] }),
  ],
  ["by the id of newer evidence", (id: string) => ({ evidence: [erdsEvidence("ContentConsignment", id)] })],
  [
    "by the mail it encloses",
    (id: string) => ({
      evidence: [erdsEvidence("ContentConsignment")],
      inner: `From: x@kurum.example\r\nMessage-ID: <saglayici@hs02.kep.tr>\r\nREM-UAMessageIdentifier: ${id}\r\n\r\nx\r\n`,
    }),
  ],
])(
  "evidence that our mail was delivered is a note on its ticket, known %s, and opens none",
  async (_name, contentOf) => {
    const { number, ours, id } = await sentByUs();
    const outcome = await stages.arrive(registeredMail(contentOf(id)));
    expect(outcome).toMatchObject({ kind: "note", ticket: number, reason: expect.stringContaining("teslim edildi") });
    const thread = await stages.messages(number);
    expect(thread.at(-1)).toMatchObject({
      direction: "note",
      text: expect.stringMatching(/teslim edildi \(20\.11\.2026 12:30\)[\s\S]*imzası denetlenmedi/),
      evidence: [{ event: "delivered" }],
    });
    expect(thread.find((message) => message.id === ours.id)?.delivery?.state).not.toBe("bounced");
    expect(await ticketOf(number)).toMatchObject({ status: "new", tags: [] });
  },
);

test("evidence that it was not delivered marks our message and says why, numbers of people masked", async () => {
  const { number, ours, id } = await sentByUs();
  const evidence = [remEvidence("DeliveryNonDeliveryToRecipient", "NonDelivery", id, "Kutu dolu: 10000000146")];
  expect(await stages.arrive(registeredMail({ evidence }))).toMatchObject({ kind: "note", ticket: number });
  const thread = await stages.messages(number);
  expect(thread.find((message) => message.id === ours.id)?.delivery).toMatchObject({
    state: "bounced",
    reason: expect.stringContaining("teslim edilemedi"),
  });
  expect(JSON.stringify(thread)).toContain("Kutu dolu");
  expect(JSON.stringify(thread)).not.toContain("10000000146");
  expect(await ticketOf(number)).toMatchObject({ tags: ["adres ulaşmıyor"] });
});

test("evidence on a mail that is not ours touches no thread: staff get it as a ticket, in words, and nobody is answered", async () => {
  const { number, ours } = await sentByUs();
  const forged = `<${number}.${ours.id}.${"0".repeat(32)}@kurum.example>`;
  const outcome = await stages.arrive(
    registeredMail({ evidence: [remEvidence("DeliveryNonDeliveryToRecipient", "NonDelivery", forged)] }),
  );
  expect(outcome.kind).toBe("ticket");
  expect(outcome.ticket).not.toBe(number);
  const messages = await stages.messages(outcome.ticket);
  expect(messages).toMatchObject([{ evidence: [{ event: "notDelivered" }] }]);
  expect(await stages.messages(number)).toHaveLength(2);
});

test("a person's registered answer to our mail is their answer, not evidence on ours", async () => {
  const { number, id } = await sentByUs();
  const outcome = await stages.arrive(
    registeredMail({
      headers: { "In-Reply-To": id },
      inner: INNER,
      evidence: [remEvidence("SubmissionAcceptanceRejection", "Acceptance", "<onun@hs01.kep.tr>")],
    }),
  );
  expect(outcome).toMatchObject({ kind: "followUp", ticket: number });
  expect((await stages.messages(number)).at(-1)).toMatchObject({ direction: "in", text: "Kartım kırıldı." });
});

test("evidence a person attaches to an ordinary mail is that person's mail", async () => {
  const { number, id } = await sentByUs();
  const headers = { From: "Cem <cem@ilce.example>", Subject: "Delil ektedir" };
  const outcome = await stages.arrive(registeredMail({ headers, evidence: [erdsEvidence("ContentConsignment", id)] }));
  expect(outcome.kind).toBe("ticket");
  expect(outcome.ticket).not.toBe(number);
});
