import { mailOf, withStages } from "./harness.ts";

const stages = withStages();

test("a mail becomes a ticket with its message, an acknowledgement on its way, and its one outcome", async () => {
  const outcome = await stages.arrive(mailOf({ Subject: "Şifre gelmedi" }, "Merhaba, mobil imza şifrem gelmedi.\n"));

  expect(outcome).toMatchObject({ kind: "ticket", ticket: expect.stringMatching(/^MI-2026-\d{6}$/) });
  const ticket = await stages.office.store.tickets.byNumber(outcome.ticket ?? "");
  expect(ticket).toMatchObject({
    subject: "Şifre gelmedi",
    status: "new",
    channel: "mail",
    requester: { email: "ayse@ornek.example", name: "Ayşe Yılmaz" },
    participants: ["ayse@ornek.example"],
  });
  const [received, acknowledgement] = await stages.messages(outcome.ticket);
  expect(received).toMatchObject({
    direction: "in",
    text: "Merhaba, mobil imza şifrem gelmedi.",
    from: { kind: "requester" },
  });
  expect(acknowledgement).toMatchObject({
    direction: "out",
    to: ["ayse@ornek.example"],
    delivery: { state: "waiting" },
  });
  expect(acknowledgement?.text).toContain(outcome.ticket);
  const row = (await stages.office.store.mails.list({ limit: 1 })).items[0];
  expect(row).toMatchObject({ state: "done", outcome: { kind: "ticket", ticket: outcome.ticket } });
});

test("a reply to the acknowledgement joins its ticket and wakes it", async () => {
  const first = await stages.arrive(mailOf({}, "Başvurum ne oldu?"));
  const [, acknowledgement] = await stages.messages(first.ticket);
  const reply = await stages.arrive(
    mailOf(
      { Subject: `YNT: [${first.ticket}] Mobil imza`, "In-Reply-To": acknowledgement?.messageId },
      "Bir bilgi daha.",
    ),
  );

  expect(reply).toMatchObject({ kind: "followUp", ticket: first.ticket });
  expect((await stages.messages(first.ticket)).map(({ text }) => text)).toContain("Bir bilgi daha.");
});

test("the same mail in a second mailbox is a duplicate and changes nothing", async () => {
  const raw = mailOf({ Subject: "İki kutu" }, "Aynı ileti");
  const first = await stages.arrive(raw, { mailbox: "INBOX" });
  const second = await stages.arrive(raw, { mailbox: "Destek" });

  expect(second).toMatchObject({ kind: "duplicate", ticket: first.ticket, reason: expect.stringContaining("Destek") });
  expect(await stages.messages(first.ticket)).toHaveLength(2);
});

test("two workers filing the same content at once make one ticket", async () => {
  const raw = mailOf({ Subject: "Aynı anda" }, "Aynı anda iki kutudan");
  const outcomes = await Promise.all([
    stages.arrive(raw, { mailbox: "INBOX" }),
    stages.arrive(raw, { mailbox: "Destek" }),
  ]);

  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["duplicate", "ticket"]);
  expect(new Set(outcomes.map(({ ticket }) => ticket)).size).toBe(1);
});
