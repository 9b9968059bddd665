import { composeMail } from "../../../src/mail/compose-mail.ts";
import { readMail } from "../../../src/mail/reading/read-mail.ts";
import { runStages } from "../../../src/mail/stages.ts";
import { readMailWording } from "../../../src/mail/wording.ts";
import { changeTicket } from "../../../src/tickets/change-ticket.ts";
import { mergeTickets } from "../../../src/tickets/merge-tickets.ts";
import { replyToRequester } from "../../../src/tickets/reply-to-requester.ts";
import { mailOf, OWN, withStages } from "./harness.ts";

const stages = withStages();

let people = 0;
/** One address gets ten acknowledgements an hour. */
const somebody = () => `Ayşe Yılmaz <ayse${++people}@ornek.example>`;

async function opened(headers: Readonly<Record<string, string>> = {}) {
  const { ticket: number = "" } = await stages.arrive(mailOf({ From: somebody(), ...headers }, "İlk ileti"));
  const [received, acknowledgement] = await stages.messages(number);
  if (!received || !acknowledgement) throw new Error("The ticket has no messages.");
  return { number, received, acknowledgement };
}

async function solved() {
  const { number, acknowledgement } = await opened();
  const { version = 0 } = (await stages.office.store.tickets.byNumber(number)) ?? {};
  const change = { ticket: number, version, actor: { kind: "system" }, changes: { status: "solved" } } as const;
  await changeTicket(stages.office, change);
  return { number, acknowledgement };
}

const statusOf = async (number: string) => (await stages.office.store.tickets.byNumber(number))?.status;

function bounceOf(returned: string): string {
  return mailOf(
    {
      From: "Posta Sistemi <MAILER-DAEMON@ornek.example>",
      "Return-Path": "<>",
      Subject: "Teslim edilemedi",
      "Content-Type": "multipart/report; report-type=delivery-status; boundary=r",
    },
    `--r\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nKutu dolu.\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; ayse@ornek.example\r\nAction: failed\r\nStatus: 5.2.2\r\n\r\n--r\r\nContent-Type: message/rfc822\r\n\r\nFrom: ${OWN}\r\nMessage-ID: ${returned}\r\nSubject: x\r\n\r\nmetin\r\n--r--`,
  );
}

describe("bounces", () => {
  test("of our mail go to its ticket as a note, and mark the message", async () => {
    const { number, acknowledgement } = await opened();
    const outcome = await stages.arrive(bounceOf(acknowledgement.messageId ?? ""));

    expect(outcome).toMatchObject({ kind: "bounce", ticket: number });
    const thread = await stages.messages(number);
    expect(thread.find(({ id }) => id === acknowledgement.id)?.delivery).toMatchObject({ state: "bounced" });
    expect(thread.at(-1)).toMatchObject({ direction: "note", text: expect.stringContaining("5.2.2") });
    expect(await stages.office.store.tickets.byNumber(number)).toMatchObject({
      status: "new",
      tags: ["adres ulaşmıyor"],
    });
  });

  test("are known by what they return, also where it is to be shown with the text", async () => {
    const { number, acknowledgement } = await opened();
    const bounce = bounceOf(acknowledgement.messageId ?? "");
    const shown = bounce.replace("message/rfc822\r\n", "message/rfc822\r\nContent-Disposition: inline\r\n");
    expect(await stages.arrive(shown)).toMatchObject({ kind: "bounce", ticket: number });
  });

  test("of a server that says little but returns the mail are told from a mail somebody forwards", async () => {
    const said = (headers: Record<string, string>) =>
      mailOf(
        {
          From: "Sistem Yöneticisi <postmaster@ilce.example>",
          Subject: "E",
          "Content-Type": "multipart/mixed; boundary=r",
          ...headers,
        },
        "--r\r\nContent-Type: text/plain\r\n\r\nYour message did not reach the following recipient(s):\r\nali@ilce.example\r\n--r\r\nContent-Type: message/rfc822\r\n\r\nFrom: x@y.example\r\nSubject: x\r\n\r\nmetin\r\n--r--",
      );
    expect(await stages.arrive(said({ "Return-Path": "<>" }))).toMatchObject({ kind: "bounce" });
    expect(await stages.arrive(said({ "Return-Path": "<postmaster@ilce.example>" }))).toMatchObject({ kind: "ticket" });
  });

  test("told in words mark the mail that is returned, not the ones it answers", async () => {
    const { number, acknowledgement } = await opened();
    const { version = 0 } = (await stages.office.store.tickets.byNumber(number)) ?? {};
    const agent = { id: "a", name: "Görevli" };
    const { message } = await replyToRequester(stages.office, { ticket: number, version, agent, text: "Yanıtımız" });
    const returned = `In-Reply-To: <ilk@ornek.example>\nReferences: <ilk@ornek.example>\n ${acknowledgement.messageId}\nSubject: x\nMessage-ID:\n ${message.messageId}`;
    const text = `Hi. This is the qmail-send program.\n\n<ayse@ornek.example>:\nUser unknown. #5.1.1\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <${OWN}>\n${returned}\n\nmetin`;
    const bounce = { From: "MAILER-DAEMON@ornek.example", "Return-Path": "<>", Subject: "failure notice" };

    expect(await stages.arrive(mailOf(bounce, text))).toMatchObject({ kind: "bounce", ticket: number });
    const thread = await stages.messages(number);
    const stateOf = (id: string) => thread.find((one) => one.id === id)?.delivery?.state;
    expect([stateOf(message.id), stateOf(acknowledgement.id)]).toEqual(["bounced", "waiting"]);
  });

  test("of our mail whose ticket was merged meanwhile go where people see them", async () => {
    const merging = { From: "birlestiren@ornek.example" };
    const [from, into] = [await opened(merging), await opened(merging)];
    const { version = 0 } = (await stages.office.store.tickets.byNumber(from.number)) ?? {};
    const actor = { kind: "system" } as const;
    await mergeTickets(stages.office, { ticket: from.number, version, into: into.number, actor });
    const outcome = await stages.arrive(bounceOf(from.acknowledgement.messageId ?? ""));

    expect(outcome).toMatchObject({ kind: "bounce", ticket: into.number });
    expect((await stages.messages(into.number)).at(-1)).toMatchObject({ direction: "note" });
    expect(await stages.messages(from.number)).toHaveLength(0);
  });

  test("of mails we did not send change nothing", async () => {
    const { number, acknowledgement } = await opened();
    const outcome = await stages.arrive(bounceOf(`<${number}.${acknowledgement.id}.0123@kurum.example>`));

    expect(outcome).toMatchObject({ kind: "bounce", reason: expect.stringContaining("doğrulanamadı") });
    expect(outcome.ticket).toBeUndefined();
    expect(await stages.messages(number)).toHaveLength(2);
  });

  test("forwarded or described by a person are that person's mail", async () => {
    const text = "İlettiğimiz belge geri döndü: 550 5.1.1 User unknown, mailbox unavailable. Ne yapmalıyız?";
    expect(await stages.arrive(mailOf({ Subject: "İLT: Undelivered Mail Returned to Sender" }, text))).toMatchObject({
      kind: "ticket",
    });
  });
});

test.each([
  [
    "a postmaster who asks about bounces",
    { From: "Posta Yöneticisi <postmaster@valilik.example>", Subject: "Kullanıcılarımıza e-postalar iletilemedi" },
    "Kamu SM'den gelenler teslim edilemedi, 550 5.7.1 hatası görüyoruz. Ne yapmalıyız?",
  ],
  [
    "somebody with a machine's name",
    { From: "Bülent Nobody <bulent@ornek.example>", Subject: "Form iletilemedi" },
    "Formu gönderemedim, adres bulunamadı diyor.",
  ],
])("%s is a person", async (_name, headers, text) => {
  const mail = mailOf({ ...headers, "Return-Path": "<posta@ornek.example>" }, text);
  expect(await stages.arrive(mail)).toMatchObject({ kind: "ticket" });
});

describe("automatic answers", () => {
  test("are a note on the ticket they answer, which stays solved", async () => {
    const { number, acknowledgement } = await solved();
    const outcome = await stages.arrive(
      mailOf(
        {
          Subject: "Otomatik yanıt: Mobil imza",
          "Auto-Submitted": "auto-replied (vacation)",
          "In-Reply-To": acknowledgement.messageId,
        },
        "İzindeyim.",
      ),
    );
    expect(outcome).toMatchObject({ kind: "autoReply", ticket: number });
    expect(await statusOf(number)).toBe("solved");
    expect((await stages.messages(number)).at(-1)).toMatchObject({ direction: "note", text: "İzindeyim." });
  });

  test("that answer no ticket are only on record", async () => {
    const outcome = await stages.arrive(mailOf({ "Auto-Submitted": "auto-replied" }, "İzindeyim."));
    expect(outcome.kind).toBe("autoReply");
    expect(outcome.ticket).toBeUndefined();
  });

  test("known only by their words are filed, and not answered", async () => {
    const outcome = await stages.arrive(mailOf({ Subject: "Ofis dışında: toplantı" }, "Yıllık izindeyim."));
    expect(outcome.kind).toBe("ticket");
    expect(await stages.messages(outcome.ticket)).toHaveLength(1);
  });

  test.each([
    "Otomatik yanıt: [MI] Mobil imza",
    "Ofis Dışında: Mobil imza",
    "Okundu: Mobil imza",
    "[DIŞ] Otomatik yanıt: Mobil imza",
    "[DIŞ E-POSTA] Okundu: Mobil imza",
  ])("known only by a subject like %j are added to the ticket they answer, which stays solved", async (Subject) => {
    const { number, acknowledgement } = await solved();
    const answer = mailOf({ Subject, References: acknowledgement.messageId ?? "" }, "5 Aralık'ta döneceğim.");
    expect(await stages.arrive(answer)).toMatchObject({ kind: "followUp", ticket: number });
    expect(await statusOf(number)).toBe("solved");
  });

  test("answered by a person are that person's mail, and wake the ticket", async () => {
    const { number, acknowledgement } = await solved();
    const answer = mailOf(
      { Subject: "YNT: Otomatik yanıt: Mobil imza", References: acknowledgement.messageId ?? "" },
      "Döndüm.",
    );
    expect(await stages.arrive(answer)).toMatchObject({ kind: "followUp", ticket: number });
    expect(await statusOf(number)).toBe("open");
  });

  test.each([
    "Yıllık izinde mobil imza kullanabilir miyim?",
    "Ofis dışında mobil imza",
    "İzindeki personelin başvurusu",
  ])("are not what a person asks of them: %j is answered", async (Subject) => {
    const outcome = await stages.arrive(mailOf({ Subject, From: somebody() }, "Nasıl olur?"));
    expect(await stages.messages(outcome.ticket)).toHaveLength(2);
  });

  test.each(["DR, RN, NRN", "None"])("X-Auto-Response-Suppress: %s asks for no silence of ours", async (suppress) => {
    const outcome = await stages.arrive(
      mailOf({ From: somebody(), "X-Auto-Response-Suppress": suppress }, "Ben yazdım."),
    );
    expect(await stages.messages(outcome.ticket)).toHaveLength(2);
  });

  test("another desk's news in a thread of its own are a ticket, unanswered", async () => {
    const news = { "Auto-Submitted": "auto-generated", References: "<anahtar-123@baska-masa.example>" };
    const outcome = await stages.arrive(mailOf({ ...news, Subject: "[#123] Sertifika üretildi" }, "Sertifika hazır."));
    expect(outcome.kind).toBe("ticket");
    expect(await stages.messages(outcome.ticket)).toHaveLength(1);
  });

  test("Auto-Submitted: no is a person's", async () => {
    const outcome = await stages.arrive(mailOf({ From: somebody(), "Auto-Submitted": "no" }, "Ben yazdım."));
    expect(await stages.messages(outcome.ticket)).toHaveLength(2);
  });
});

test.each([
  ["a null return path", { "Return-Path": "<>" }],
  ["bulk mail", { Precedence: "bulk" }],
  ["a list", { "List-Id": "<duyuru.ornek.example>" }],
  ["a newsletter", { "List-Unsubscribe": "<mailto:ayril@ornek.example>" }],
  ["Exchange's wish", { "X-Auto-Response-Suppress": "OOF, AutoReply" }],
  ["an address nobody reads", { From: "no-reply@ornek.example" }],
  ["a machine's notice", { "Auto-Submitted": "auto-generated" }],
])("%s gets a ticket and no answer", async (_name, headers) => {
  const outcome = await stages.arrive(mailOf(headers, "Bildirim metni"));
  expect(outcome.kind).toBe("ticket");
  expect(await stages.messages(outcome.ticket)).toHaveLength(1);
});

test("a machine's notice in a thread does not wake a solved ticket", async () => {
  const { number, acknowledgement } = await solved();
  const notice = { Precedence: "bulk", "Auto-Submitted": "auto-notified", References: acknowledgement.messageId };
  expect(await stages.arrive(mailOf(notice, "Durum bildirimi"))).toMatchObject({ kind: "followUp", ticket: number });
  expect(await statusOf(number)).toBe("solved");
});

test("read receipts and complaints are on record, and open nothing", async () => {
  const { number, acknowledgement } = await solved();
  const receipt = await stages.arrive(
    mailOf(
      {
        "In-Reply-To": acknowledgement.messageId,
        "Content-Type": "multipart/report; report-type=disposition-notification; boundary=m",
      },
      "--m\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nİletiniz okundu.\r\n--m\r\nContent-Type: message/disposition-notification\r\n\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n--m--",
    ),
  );
  expect(receipt).toMatchObject({ kind: "autoReply", ticket: number });
  const complaint = await stages.arrive(
    mailOf(
      { "Content-Type": "multipart/report; report-type=feedback-report; boundary=f" },
      "--f\r\nContent-Type: text/plain\r\n\r\nabuse\r\n--f\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n--f--",
    ),
  );
  expect(complaint).toMatchObject({ kind: "autoReply", reason: expect.stringContaining("ARF") });
  expect(await statusOf(number)).toBe("solved");
  expect(await stages.messages(number)).toHaveLength(2);
});

test("our own mail coming back is known by its id, by our header and by our address", async () => {
  const { number, acknowledgement, received } = await opened();
  const ticket = await stages.office.store.tickets.byNumber(number);
  if (!ticket) throw new Error("The ticket is missing.");
  const sent = composeMail({
    ticket,
    message: acknowledgement,
    thread: [received, acknowledgement],
    wording: readMailWording("knowledge"),
    from: OWN,
    ownAddresses: [OWN],
  });
  const before = (await stages.office.store.tickets.list({ limit: 200 })).items.length;
  const copies = [
    mailOf({ "Message-ID": sent?.messageId }, "Yankı 1"),
    mailOf({ ...sent?.headers, "Auto-Submitted": undefined }, "Yankı 2"),
    mailOf({ From: `E-İmza <${OWN.replace("e-imza", "E-Imza")}>` }, "Yankı 3"),
  ];
  for (const copy of copies) expect(await stages.arrive(copy)).toMatchObject({ kind: "own" });
  expect((await stages.office.store.tickets.list({ limit: 200 })).items).toHaveLength(before);
});

test("what the mail server calls spam is on record only, unless it answers us", async () => {
  expect(await stages.arrive(mailOf({ "X-Spam-Flag": "YES" }, "Kazandınız"))).toMatchObject({ kind: "spam" });
  const { number, acknowledgement } = await opened();
  const reply = mailOf({ "X-Spam-Flag": "YES", "In-Reply-To": acknowledgement.messageId }, "Gerçek yanıt");
  expect(await stages.arrive(reply)).toMatchObject({ kind: "followUp", ticket: number });
});

test.each([
  ["spam", { "X-Spam-Flag": "YES" }],
  ["autoReply", { "Auto-Submitted": "auto-replied" }],
  ["own", { From: OWN }],
  ["bounce", { From: "Mailer-Daemon <mailer-daemon@x.example>", "Return-Path": "<>", Subject: "Undeliverable: x" }],
])("of a mail taken for %s staff can have a ticket, which nothing automatic answers", async (kind, headers) => {
  const raw = mailOf({ From: somebody(), ...headers }, "Kartım çalışmıyor: 550 5.1.1 user unknown");
  const row = await stages.keep(raw);
  const mail = await readMail(Buffer.from(raw));
  expect(await runStages(row, mail, stages.context)).toMatchObject({ kind });

  expect(await stages.office.store.mails.reopen(row.id)).toBe(true);
  const wanted = await stages.office.store.mails.byId(row.id);
  const outcome = await runStages(wanted ?? row, mail, stages.context);
  expect(outcome).toMatchObject({ kind: "ticket" });
  expect(JSON.stringify(outcome.decisions)).toContain("Görevli bilet istedi");
  expect(await stages.messages(outcome.ticket)).toHaveLength(1);
});

test("a web form's mail belongs to the person it names, and is not answered by machine", async () => {
  const outcome = await stages.arrive(
    mailOf({ From: "Form <no-reply@form.example>", "Reply-To": "Cem Er <cem@ilce.example>" }, "Başvuru formu"),
  );
  const ticket = await stages.office.store.tickets.byNumber(outcome.ticket ?? "");
  expect(ticket?.requester).toEqual({ email: "cem@ilce.example", name: "Cem Er" });
  expect(await stages.messages(outcome.ticket)).toHaveLength(1);
});

test("of a mail too big to be loaded a ticket tells, with what its beginning says", async () => {
  const row = await stages.keep(mailOf({ Subject: "Büyük" }, "Ekte taramalar var."));
  const raw = (await stages.office.store.mails.raw(row.id)) ?? Buffer.alloc(0);
  const outcome = await runStages({ ...row, size: 60_000_000 }, await readMail(raw), stages.context);

  expect(outcome).toMatchObject({ kind: "tooBig", reason: expect.stringContaining("60 MB") });
  const ticket = await stages.office.store.tickets.byNumber(outcome.ticket ?? "");
  expect(ticket).toMatchObject({ subject: "Büyük", tags: ["çok büyük"] });
});

test("a mail that cannot be read is set aside with its reason and an event", async () => {
  const outcome = await stages.arrive(Buffer.from(`${"\u0000\u0001".repeat(300)}`, "latin1"));
  expect(outcome).toMatchObject({ kind: "quarantined", reason: expect.stringContaining("tanınmadı") });
  const { items } = await stages.office.store.events.list({ limit: 1, type: "mail.quarantined" });
  expect(items).toHaveLength(1);
});
