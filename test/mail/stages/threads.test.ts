import type { TicketStatus } from "../../../src/core/ticket.ts";
import { erasePerson } from "../../../src/requests/erase-person.ts";
import { addMessage } from "../../../src/tickets/add-message.ts";
import { changeTicket } from "../../../src/tickets/change-ticket.ts";
import { linkRequester } from "../../../src/tickets/link-identities.ts";
import { mergeTickets } from "../../../src/tickets/merge-tickets.ts";
import { openTicket } from "../../../src/tickets/open-ticket.ts";
import { splitTicket } from "../../../src/tickets/split-ticket.ts";
import { mailOf, withStages } from "./harness.ts";

const stages = withStages();

async function opened(headers: Readonly<Record<string, string | undefined>> = {}) {
  const { ticket: number = "" } = await stages.arrive(mailOf(headers, "İlk ileti"));
  const [received, acknowledgement] = await stages.messages(number);
  return { number, received, acknowledgement };
}

async function setStatus(number: string, status: TicketStatus): Promise<void> {
  const ticket = await stages.office.store.tickets.byNumber(number);
  await changeTicket(stages.office, {
    ticket: number,
    version: ticket?.version ?? 0,
    actor: { kind: "system" },
    changes: { status },
  });
}

const ticketOf = (number = "") => stages.office.store.tickets.byNumber(number);

test("a number in the subject counts from a participant, whatever prefixes stand before it", async () => {
  const { number } = await opened();
  const reply = await stages.arrive(mailOf({ Subject: `YNT: İLT: RE: ${number} Mobil imza` }, "Ek bilgi"));
  expect(reply).toMatchObject({ kind: "followUp", ticket: number });
});

test("what a gateway writes before a subject is no part of it, and hides no quote of an answer", async () => {
  const { ticket } = await stages.arrive(
    mailOf(
      { From: "Cem Er <cem@ornek.example>", Subject: "[DIŞ] YNT: [EXT] Kart okuyucu [acil]" },
      "Yeni.\n\n-----Özgün İleti-----\nKimden: x@y.example\nKonu: z\n\nEski.",
    ),
  );
  expect(await ticketOf(ticket)).toMatchObject({ subject: "Kart okuyucu [acil]" });
  expect((await stages.messages(ticket))[0]?.text).toBe("Yeni.");
});

test("a number typed without dashes is one, too", async () => {
  const From = "Cem Er <cem@ornek.example>";
  const { number } = await opened({ From });
  const reply = await stages.arrive(mailOf({ From, Subject: number.replaceAll("-", "") }, "Ek bilgi"));
  expect(reply).toMatchObject({ kind: "followUp", ticket: number });
});

test("a stranger's number opens a new ticket that names the other", async () => {
  const { number } = await opened();
  const guess = await stages.arrive(
    mailOf({ From: "Yabancı <mallory@baska.example>", Subject: `RE: [${number}] Mobil imza` }, "Dosyayı gönderin"),
  );
  expect(guess.kind).toBe("ticket");
  expect(guess.ticket).not.toBe(number);
  expect(await ticketOf(guess.ticket)).toMatchObject({ subject: "Mobil imza", links: [{ number, kind: "mentions" }] });
  expect(await stages.messages(number)).toHaveLength(2);
});

test("a participant's number does not count when our server found the address forged", async () => {
  const { number } = await opened();
  const results =
    "mx.kurum.example; spf=fail smtp.mailfrom=x@baska.example; dkim=none; dmarc=fail header.from=ornek.example";
  const forged = await stages.arrive(
    mailOf({ "Authentication-Results": results, Subject: `RE: [${number}] Mobil imza` }, "Numaramı değiştirin"),
  );
  expect(forged.kind).toBe("ticket");
  expect(forged.ticket).not.toBe(number);
  expect(forged.decisions).toContainEqual({ stage: "Kimlik denetimi", note: "SPF: fail, DKIM: none, DMARC: fail." });
  expect(JSON.stringify(forged.decisions)).toContain("o katılımcı olduğu doğrulanmadı");
});

test.each([
  ["under our server's name", "mx.kurum.example; spf=fail; dmarc=fail header.from=ornek.example"],
  [
    "without a name, as Exchange writes them",
    "spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=x; dmarc=fail action=none",
  ],
])("a forged answer to our signed mail is no word of the requester's: results %s", async (_how, results) => {
  const { number, acknowledgement } = await opened();
  const forged = await stages.arrive(
    mailOf(
      { "Authentication-Results": results, "In-Reply-To": acknowledgement?.messageId ?? "" },
      "Yeni numaram 0532 000 00 00",
    ),
  );
  expect(forged).toMatchObject({ kind: "followUp", ticket: number });
  const message = (await stages.messages(number)).at(-1);
  expect(message?.from.kind).toBe("participant");
  // Whoever reads the ticket sees it without opening the mail's steps.
  expect(await ticketOf(number)).toMatchObject({ tags: ["sahte olabilir"] });
});

test.each([
  ["no From, and the participant in Reply-To", /^From: .*/, "Reply-To: elif@ornek.example"],
  ["a From without address, and the participant as Sender", /^From: .*/, "From: Elif\r\nSender: elif@ornek.example"],
  ["two authors, the participant first", /^From: .*/, "From: elif@ornek.example, mallory@baska.example"],
  ["two From headers", /^From: .*/, "From: elif@ornek.example\r\nFrom: mallory@baska.example"],
])(
  "%s: no check of senders speaks of that address, so its number does not count, nor is it the requester's word",
  async (_name, from, said) => {
    const { number, acknowledgement } = await opened({ From: "Elif Kara <elif@ornek.example>" });
    const guess = await stages.arrive(mailOf({ Subject: `[${number}]` }, "Numaramı değiştirin").replace(from, said));
    expect(guess.kind).toBe("ticket");
    expect(guess.ticket).not.toBe(number);

    const answer = mailOf({ References: acknowledgement?.messageId ?? "" }, "Yanıtım").replace(from, said);
    expect(await stages.arrive(answer)).toMatchObject({ kind: "followUp", ticket: number });
    expect((await stages.messages(number)).at(-1)?.from.kind).toBe("participant");
  },
);

test("a Reply-To is nobody's signature: an answer from an address nobody reads is not the requester's word", async () => {
  const { number, acknowledgement } = await opened({ From: "Zeki <zeki@ornek.example>" });
  const headers = { From: "noreply@baska.example", "Reply-To": "zeki@ornek.example" };
  await stages.arrive(mailOf({ ...headers, References: acknowledgement?.messageId }, "Numaramı değiştirin"));
  expect((await stages.messages(number)).at(-1)?.from.kind).toBe("participant");
});

test("a mail from a forged address is filed, marked, and answers nobody", async () => {
  const outcome = await stages.arrive(
    mailOf(
      { "Authentication-Results": "mx.kurum.example; dmarc=fail header.from=ornek.example" },
      "Mobil imza istiyorum",
    ),
  );
  expect(await ticketOf(outcome.ticket)).toMatchObject({ tags: expect.arrayContaining(["sahte olabilir"]) });
  expect(await stages.messages(outcome.ticket)).toHaveLength(1);
});

test("another server's authentication results are nobody's word", async () => {
  const { number } = await opened();
  const results = "mx.kotu.example; dmarc=fail header.from=ornek.example";
  const reply = await stages.arrive(
    mailOf({ "Authentication-Results": results, Subject: `RE: ${number}` }, "Ek bilgi"),
  );
  expect(reply).toMatchObject({ kind: "followUp", ticket: number });
});

test("somebody in copy who answers our signed mail joins, but is neither requester nor participant", async () => {
  const { number, acknowledgement } = await opened();
  const reply = await stages.arrive(
    mailOf(
      { From: "Amiri <amir@ornek.example>", References: `<x@y.example> ${acknowledgement?.messageId}` },
      "Onaylıyorum",
    ),
  );
  expect(reply).toMatchObject({ kind: "followUp", ticket: number });
  const message = (await stages.messages(number)).find(({ text }) => text === "Onaylıyorum");
  expect(message?.from).toMatchObject({ kind: "participant", email: "amir@ornek.example" });
  expect(await ticketOf(number)).toMatchObject({
    requester: { email: "ayse@ornek.example" },
    participants: ["ayse@ornek.example"],
  });
});

test("a forged or altered signed id joins nothing", async () => {
  const { number, acknowledgement } = await opened();
  const forged = acknowledgement?.messageId?.replace(/[0-9a-f]{4}@/, "0000@");
  const reply = await stages.arrive(mailOf({ From: "m@baska.example", "In-Reply-To": forged }, "Ben de"));
  expect(reply.ticket).not.toBe(number);
});

test("a stranger who knows the id of a requester's mail joins nothing; the requester does", async () => {
  const { number, received } = await opened();
  const stranger = await stages.arrive(
    mailOf({ From: "m@baska.example", "In-Reply-To": received?.messageId }, "Ben de"),
  );
  expect(stranger.ticket).not.toBe(number);
  const requester = await stages.arrive(mailOf({ "In-Reply-To": received?.messageId }, "Unutmuşum, ekliyorum"));
  expect(requester).toMatchObject({ kind: "followUp", ticket: number });
});

test("an answer to a solved ticket opens it again, to a closed one opens a ticket that continues it", async () => {
  const { number, acknowledgement } = await opened();
  await setStatus(number, "solved");
  await stages.arrive(mailOf({ "In-Reply-To": acknowledgement?.messageId }, "Olmadı"));
  expect((await ticketOf(number))?.status).toBe("open");

  await setStatus(number, "closed");
  const late = await stages.arrive(mailOf({ "In-Reply-To": acknowledgement?.messageId }, "Aylar sonra"));
  expect(late.kind).toBe("ticket");
  expect(await ticketOf(late.ticket)).toMatchObject({ links: [{ number, kind: "continues" }] });
  expect((await ticketOf(number))?.status).toBe("closed");
});

test("an answer to a merged ticket goes where it was merged into", async () => {
  const merging = { From: "birlestiren@ornek.example" };
  const [from, into] = [await opened(merging), await opened(merging)];
  const { version = 0 } = (await ticketOf(from.number)) ?? {};
  const merge = { ticket: from.number, version, into: into.number, actor: { kind: "system" } } as const;
  await mergeTickets(stages.office, merge);
  const reply = await stages.arrive(mailOf({ ...merging, "In-Reply-To": from.acknowledgement?.messageId }, "Cevabım"));
  expect(reply).toMatchObject({ kind: "followUp", ticket: into.number });
});

test("an answer to what was split off goes where that lies now", async () => {
  const { number, acknowledgement } = await opened({ From: "ayiran@ornek.example" });
  const { version = 0 } = (await ticketOf(number)) ?? {};
  const split = await splitTicket(stages.office, {
    ticket: number,
    version,
    messages: [acknowledgement?.id ?? ""],
    subject: "Ayrı konu",
    actor: { kind: "system" },
  });
  const reply = await stages.arrive(
    mailOf({ From: "ayiran@ornek.example", "In-Reply-To": acknowledgement?.messageId }, "Cevabım"),
  );
  expect(reply).toMatchObject({ kind: "followUp", ticket: split.number });
});

test("a Message-ID used again for something else is another mail", async () => {
  const id = "<ayni@kargo.example>";
  const first = await stages.arrive(mailOf({ "Message-ID": id, Subject: "Kargo 1" }, "Birinci"));
  const second = await stages.arrive(mailOf({ "Message-ID": id, Subject: "Kargo 2" }, "İkinci"));
  expect(second.kind).toBe("ticket");
  expect(second.ticket).not.toBe(first.ticket);
  expect(second.decisions.map(({ note }) => note).join()).toContain("başka içerikle kullanılmış");
});

test("the true address is the requester, never the address shown as a name", async () => {
  const outcome = await stages.arrive(mailOf({ From: '"baskan@kurum.example" <mallory@baska.example>' }, "Şifre"));
  expect(await ticketOf(outcome.ticket)).toMatchObject({ requester: { email: "mallory@baska.example" } });
});

test("the mailbox's date is the ticket's, the sender's is not", async () => {
  const received = new Date("2026-11-23T05:30:00Z");
  const { ticket } = await stages.arrive(mailOf({ Date: "Fri, 01 Jan 2038 00:00:00 +0300" }, "Gelecekten"), {
    internalDate: received,
  });
  expect((await ticketOf(ticket))?.createdAt).toEqual(received);
});

test("registered mail belongs to the sender inside, with the text inside", async () => {
  const inner = "From: İlçe <ilce@hs01.kep.tr>\r\nSubject: Kart\r\n\r\nKartım kırıldı.\r\n";
  const outcome = await stages.arrive(
    mailOf(
      { From: "KEP <sistem@hs02.kep.tr>", Subject: "KEP iletisi", "Content-Type": "multipart/mixed; boundary=k" },
      `--k\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nİleti ektedir.\r\n--k\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--k--`,
    ),
  );
  expect(await ticketOf(outcome.ticket)).toMatchObject({ subject: "Kart", requester: { email: "ilce@hs01.kep.tr" } });
  expect((await stages.messages(outcome.ticket))[0]).toMatchObject({
    text: "Kartım kırıldı.",
    fullText: "İleti ektedir.",
  });
});

describe("a ticket from the chat whose requester staff linked with an address", () => {
  const chatTicket = async (email: string) => {
    const { ticket } = await openTicket(stages.office, {
      subject: "Sohbetten",
      category: "other",
      priority: "normal",
      channel: "teams",
      requester: { aadObjectId: `hesap-${email}`, conversationId: `msteams|${email}`, name: "Ayşe Yılmaz" },
      message: { channel: "teams", from: { kind: "requester" }, text: "Merhaba" },
      actor: { kind: "requester" },
    });
    return ticket.number;
  };
  const actor = { kind: "staff", id: "s", name: "Zeynep" } as const;
  const results = "mx.kurum.example; dmarc=fail header.from=ornek.example";

  test("takes that person's mails by its number, as the requester's", async () => {
    const number = await chatTicket("ayse");
    const headers = { Subject: `RE: [${number}] Sohbetten` };
    expect((await stages.arrive(mailOf(headers, "Eşleşmeden önce"))).ticket).not.toBe(number);
    await linkRequester(stages.office, { ticket: number, other: "ayse@ornek.example", actor });
    expect(await stages.arrive(mailOf(headers, "Ek bilgi"))).toMatchObject({ kind: "followUp", ticket: number });
    expect((await stages.messages(number)).at(-1)).toMatchObject({ from: { kind: "requester" }, channel: "mail" });
  });

  test("lets nobody else in, and no forged address", async () => {
    const number = await chatTicket("ayse2");
    await linkRequester(stages.office, { ticket: number, other: "ayse2@ornek.example", actor });
    const from = { Subject: number, From: "Ayşe <ayse2@ornek.example>" };
    expect((await stages.arrive(mailOf({ ...from, "Authentication-Results": results }, "Sahte"))).ticket).not.toBe(
      number,
    );
    expect((await stages.arrive(mailOf({ Subject: number, From: "m@baska.example" }, "Ben"))).ticket).not.toBe(number);
  });
});

test("after their data were erased, an answer to a former mail of ours is a matter of its own, and a bounce is nobody's", async () => {
  const { number, acknowledgement } = await opened({ From: "Silinen Kişi <silinen@ornek.example>" });
  const by = { id: "y", name: "Yönetici", role: "admin" } as const;
  await erasePerson(stages.office, { who: "silinen@ornek.example", by });
  const ours = acknowledgement?.messageId ?? "";
  const headers = { From: "Silinen Kişi <silinen@ornek.example>", Subject: "RE: Mobil imza", "In-Reply-To": ours };
  const reply = await stages.arrive(mailOf(headers, "Bir sorum daha var"));
  expect(reply.kind).toBe("ticket");
  expect(reply.ticket).not.toBe(number);
  expect(await ticketOf(reply.ticket)).toMatchObject({ requester: { email: "silinen@ornek.example" }, links: [] });
  const bounce = await stages.arrive(
    `From: MAILER-DAEMON@ornek.example\nTo: e-imza@kurum.example\nSubject: Undelivered Mail Returned to Sender\nMessage-ID: <b1@ornek.example>\nIn-Reply-To: ${ours}\nAuto-Submitted: auto-replied\nContent-Type: text/plain\n\n550 5.1.1 silinen@ornek.example: User unknown\n`,
  );
  expect(bounce).toMatchObject({ kind: "bounce" });
  expect(JSON.stringify(await stages.messages(number))).not.toContain("silinen@");
});

test("a mail that is being filed while its ticket is emptied is not filed there", async () => {
  const { number } = await opened({ From: "Silinen Başkası <silinen2@ornek.example>" });
  const by = { id: "y", name: "Yönetici", role: "admin" } as const;
  await erasePerson(stages.office, { who: "silinen2@ornek.example", by });
  const message = { channel: "mail", from: { kind: "requester" }, text: "Geç kaldı" } as const;
  const late = addMessage(stages.office, { ticket: number, message, actor: { kind: "requester" }, reopens: true });
  await expect(late).rejects.toMatchObject({ code: "stale" });
});

test.each([
  ["two mails", 1],
  ["more mails than are looked up at once", 6],
])("an id that %s have belongs to the one that came first, whenever they are read", async (_name, others) => {
  const reused = { "Message-ID": `<ayni-${others}@ornek.example>` };
  const at = (minute: number) => new Date(stages.office.clock.now().getTime() - (60 - minute) * 60_000);
  const later = [];
  for (let minute = 1; minute <= others; minute++) {
    const mail = mailOf({ ...reused, Subject: `Sonraki ${minute}` }, `başka içerik ${minute}`);
    later.push(await stages.arrive(mail, { internalDate: at(minute) }));
  }
  const first = await stages.arrive(mailOf({ ...reused, Subject: "İlk" }, "asıl içerik"), { internalDate: at(0) });
  const reply = await stages.arrive(mailOf({ "In-Reply-To": reused["Message-ID"] }, "ek"));
  expect(new Set([first, ...later].map(({ ticket }) => ticket)).size).toBe(others + 1);
  expect(reply).toMatchObject({ kind: "followUp", ticket: first.ticket });
});
