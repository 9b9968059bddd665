import { readMail } from "../../../src/mail/reading/read-mail.ts";
import { mailOf, OWN, withStages } from "./harness.ts";

/** What public offices' mailboxes meet and their desks get wrong, as far as no other story tells it. */
const stages = withStages();
const ticketOf = (number = "") => stages.office.store.tickets.byNumber(number);

async function sentByUs() {
  const { ticket: number = "" } = await stages.arrive(mailOf({}, "İlk ileti"));
  const [, ours] = await stages.messages(number);
  return { number, ours, id: ours?.messageId ?? "" };
}

const deliveryOf = async (number: string, id = "") =>
  (await stages.messages(number)).find((message) => message.id === id)?.delivery?.state;

describe("reports on our mail", () => {
  const REPORT = { "Return-Path": "<>", From: "MAILER-DAEMON@ornek.example" };
  const report = (fields: string, returned: string) =>
    mailOf(
      { ...REPORT, Subject: "Rapor", "Content-Type": "multipart/report; report-type=delivery-status; boundary=r" },
      `--r\r\nContent-Type: text/plain\r\n\r\nx\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n${fields}\r\n\r\n--r\r\n${returned}\r\n--r--`,
    );
  const whole = (id: string) => `Content-Type: message/rfc822\r\n\r\nFrom: ${OWN}\r\nMessage-ID: ${id}\r\n\r\nmetin`;

  test.each([
    ["a delay", "Action: delayed\r\nStatus: 4.4.1", "gecikiyor"],
    ["a delivery", "Action: delivered\r\nStatus: 2.0.0", "teslim edildi"],
  ])("%s is noted, and marks nothing", async (_name, fields, said) => {
    const { number, ours, id } = await sentByUs();
    const outcome = await stages.arrive(report(`Final-Recipient: rfc822; ayse@ornek.example\r\n${fields}`, whole(id)));
    expect(outcome).toMatchObject({ kind: "bounce", ticket: number, reason: expect.stringContaining(said) });
    expect(await deliveryOf(number, ours?.id)).not.toBe("bounced");
    expect((await ticketOf(number))?.tags).toEqual([]);
  });

  test.each([
    [
      "returns only its headers",
      (id: string) =>
        report(
          "Action: failed\r\nStatus: 5.1.1",
          `Content-Type: text/rfc822-headers\r\n\r\nFrom: ${OWN}\r\nMessage-ID: ${id}\r\n`,
        ),
    ],
    [
      "of qmail names it in its text",
      (id: string) =>
        mailOf(
          { ...REPORT, Subject: "failure notice" },
          `Hi. This is the qmail-send program. I wasn't able to deliver your message to the following addresses.\r\n\r\n<ayse@ornek.example>:\r\nRemote host said: 550 5.1.1 User unknown\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nReturn-Path: <${OWN}>\r\nMessage-ID: ${id}\r\n`,
        ),
    ],
    [
      "says it in Turkish, and answers it",
      (id: string) =>
        mailOf(
          { ...REPORT, Subject: "İletiniz teslim edilemedi", "In-Reply-To": id },
          "Alıcı bulunamadı: 550 5.1.1 <ayse@ornek.example>",
        ),
    ],
    [
      "is marked only by X-Failed-Recipients",
      (id: string) =>
        mailOf(
          {
            From: "Mail Delivery System <mailer@x.example>",
            "X-Failed-Recipients": "ayse@ornek.example",
            Subject: "Warning",
          },
          `This message was created automatically.\r\n\r\nMessage-ID: ${id}\r\n`,
        ),
    ],
    [
      "is a cloud's notice",
      (id: string) =>
        mailOf(
          { From: "bildirim@bulut.example", Subject: "AWS Notification Message" },
          `{"notificationType":"Bounce","mail":{"headers":[{"name":"Message-ID","value":"${id}"}]}}`,
        ),
    ],
  ])("one that %s goes to its ticket, and marks it", async (_name, rawOf) => {
    const { number, ours, id } = await sentByUs();
    expect(await stages.arrive(rawOf(id))).toMatchObject({ kind: "bounce", ticket: number });
    expect(await deliveryOf(number, ours?.id)).toBe("bounced");
  });
});

test.each([
  ["X-Autoreply: yes", { "X-Autoreply": "yes" }, "autoReply"],
  ["X-Autorespond", { "X-Autorespond": "İzinde" }, "ticket"],
  ["Precedence: auto_reply", { Precedence: "auto_reply" }, "autoReply"],
  ["Auto-Submitted with a comment", { "Auto-Submitted": "auto-replied (tatil)" }, "autoReply"],
  ["Precedence: junk", { Precedence: "junk" }, "ticket"],
  ["a read receipt told only by its subject", { Subject: "Okundu: Mobil imza" }, "ticket"],
])("%s: nothing automatic answers", async (_name, headers, kind) => {
  const outcome = await stages.arrive(mailOf(headers, "metin"));
  expect(outcome.kind).toBe(kind);
  if (outcome.ticket) expect(await stages.messages(outcome.ticket)).toHaveLength(1);
});

describe("who a mail is from", () => {
  test("two From headers: the first counts, and staff are warned", async () => {
    const raw = mailOf({}, "metin").replace(
      /^From: .*\r\n/,
      "From: cem@ilce.example\r\nFrom: baskan@kurum.example\r\n",
    );
    const outcome = await stages.arrive(raw);
    expect(await ticketOf(outcome.ticket)).toMatchObject({ requester: { email: "cem@ilce.example" } });
    expect(JSON.stringify(outcome.decisions)).toContain("Sahte gönderen olabilir");
  });

  test.each([
    ["no From", { From: undefined, "Reply-To": "cem@ilce.example" }],
    ["a From without an address", { From: "Cem Er", Sender: "cem@ilce.example" }],
  ])("%s: another header says it, and nothing is lost", async (_name, headers) => {
    const outcome = await stages.arrive(mailOf(headers, "metin"));
    expect(await ticketOf(outcome.ticket)).toMatchObject({ requester: { email: "cem@ilce.example" } });
  });

  test("nobody at all: a ticket without an owner, and nobody is answered", async () => {
    const outcome = await stages.arrive(mailOf({ From: undefined }, "metin"));
    expect(outcome.kind).toBe("ticket");
    expect((await ticketOf(outcome.ticket))?.requester).toEqual({});
    expect(await stages.messages(outcome.ticket)).toHaveLength(1);
  });

  test("a Reply-To elsewhere changes neither the requester nor where answers go, and is told", async () => {
    const outcome = await stages.arrive(mailOf({ "Reply-To": "baska@yer.example" }, "metin"));
    expect(await ticketOf(outcome.ticket)).toMatchObject({ requester: { email: "ayse@ornek.example" } });
    const [, acknowledgement] = await stages.messages(outcome.ticket);
    expect(acknowledgement?.to).toEqual(["ayse@ornek.example"]);
    expect(JSON.stringify(outcome.decisions)).toContain("baska@yer.example");
  });
});

describe("what a mail says", () => {
  const LIST =
    "Başvurular:\n\nKimden: Valilik\nKime: Büro\nTarih: 27.11.2026\nKonu: Mobil imza\n\nAhmet Yılmaz\n> Mehmet Demir";

  test("what looks like a quotation is one in an answer, and what it has to say in a mail that answers nothing", async () => {
    const fresh = await stages.arrive(mailOf({ Subject: "Mobil imza listesi" }, LIST));
    expect((await stages.messages(fresh.ticket))[0]).toMatchObject({ text: LIST });
    const answer = await stages.arrive(mailOf({ Subject: "YNT: Mobil imza listesi" }, LIST));
    expect((await stages.messages(answer.ticket))[0]).toMatchObject({ text: "Başvurular:", fullText: LIST });
  });

  test("HTML alone becomes text, and nothing at all is a ticket that says so", async () => {
    const html = await stages.arrive(
      mailOf({ "Content-Type": "text/html; charset=utf-8" }, '<p>Kartım <b>kırıldı</b></p><img src="cid:logo@x">'),
    );
    expect((await stages.messages(html.ticket))[0]?.text).toBe("Kartım kırıldı");
    const empty = await stages.arrive(mailOf({ Subject: undefined }, ""));
    expect(await ticketOf(empty.ticket)).toMatchObject({ subject: "(konu yok)" });
    expect((await stages.messages(empty.ticket))[0]?.text).toContain("okunabilir metin yok");
  });

  test("the same subject from the same person is another matter without more", async () => {
    const first = await stages.arrive(mailOf({ Subject: "Mobil imza" }, "Birinci"));
    const second = await stages.arrive(mailOf({ Subject: "YNT: Mobil imza" }, "İkinci"));
    expect(second).toMatchObject({ kind: "ticket" });
    expect(second.ticket).not.toBe(first.ticket);
  });

  test("a mail forwarded as a file brings its words along, and none of its thread", async () => {
    const { number, id } = await sentByUs();
    const inner = `From: ayse@ornek.example\r\nIn-Reply-To: ${id}\r\nSubject: [${number}] Eski\r\n\r\nEski ileti`;
    const raw = mailOf(
      { From: "yabanci@baska.example", Subject: "FW: eski", "Content-Type": "multipart/mixed; boundary=m" },
      `--m\r\nContent-Type: text/plain\r\n\r\nBakar misiniz\r\n--m\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--m--`,
    );
    const outcome = await stages.arrive(raw);
    expect(outcome.kind).toBe("ticket");
    expect(outcome.ticket).not.toBe(number);
    expect((await readMail(Buffer.from(raw))).enclosed[0]?.text).toBe("Eski ileti");
  });

  test("another desk's commands in headers mean nothing here", async () => {
    const headers = { "X-Zammad-Ticket-Priority": "3 high", "X-OTOBO-Ignore": "yes", "X-Priority": "1" };
    const outcome = await stages.arrive(mailOf(headers, "metin"));
    expect(await ticketOf(outcome.ticket)).toMatchObject({ priority: "normal", tags: [] });
  });
});

test("a subject or a sender inside a signature that differs from the one outside is told", async () => {
  const raw = mailOf(
    { Subject: "...", "Content-Type": 'multipart/signed; protocol="application/pkcs7-signature"; boundary=s' },
    '--s\r\nContent-Type: text/plain; charset=utf-8; protected-headers="v1"\r\nSubject: Gizli konu\r\nFrom: baskan@kurum.example\r\n\r\nmetin\r\n--s\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nx\r\n--s--',
  );
  const { remarks } = await readMail(Buffer.from(raw));
  expect(remarks.join(" ")).toContain("Gizli konu");
  expect(remarks.join(" ")).toContain("baskan@kurum.example");
});
