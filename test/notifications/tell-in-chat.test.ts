import type { NoticeSettings } from "../../src/core/notices.ts";
import type { DeliveryResult } from "../../src/core/outbox.ts";
import { createNoticeMailer, type StaffMail } from "../../src/notifications/mail-notices.ts";
import { createNoticeResolver } from "../../src/notifications/resolve-notices.ts";
import { createNoticeTeller, type StaffMessage } from "../../src/notifications/tell-in-chat.ts";
import { changeTicket } from "../../src/tickets/change-ticket.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { NOW, withOffice } from "../support/office.ts";

/** Monday, 10:00 in Türkiye. */
let now = NOW;
const office = withOffice(() => now);
beforeEach(async () => {
  now = NOW;
  for (const { id } of await office.store.staff.list()) await office.store.staff.update(id, { active: false });
});

let added = 0;
async function member(notices: Partial<NoticeSettings>, teamsId: string | undefined = `hesap-${added + 1}`) {
  added += 1;
  const id = `staff-${added}`;
  const settings = { choices: {}, language: "tr" as const, ...notices };
  const account = { id, email: `${id}@e-imza.example`, name: `Görevli ${added}`, role: "agent", active: true } as const;
  await office.store.staff.add({ ...account, createdAt: NOW, notices: settings, ...(teamsId && { teamsId }) });
  return { ...account, teamsId };
}

/** Opens a ticket and gives it to somebody. Out: its number. */
async function assign(to: string, subject = "Hat değişikliği"): Promise<string> {
  const { ticket } = await openTicket(office, {
    subject,
    category: "general",
    priority: "normal",
    channel: "mail",
    requester: { email: "ayse@example.org" },
    actor: { kind: "requester" },
    message: { channel: "mail", from: { kind: "requester" }, text: "Merhaba" },
  });
  const actor = { kind: "staff", id: "lead-0", name: "Birim Amiri" } as const;
  await changeTicket(office, { ticket: ticket.number, version: 1, actor, changes: { assignee: to } });
  return ticket.number;
}

interface Answers {
  readonly chat?: DeliveryResult;
  readonly mail?: DeliveryResult;
  /** How often an item was tried before. */
  readonly attempts?: number;
  /** Leaves what carries the notices where it lies. */
  readonly resolveOnly?: boolean;
}

/** Delivers everything that is due, each item twice, as after a crash. */
async function deliver({ chat = { kind: "sent" }, mail = { kind: "sent" }, attempts = 1, resolveOnly }: Answers = {}) {
  const [mails, messages, results]: [StaffMail[], StaffMessage[], DeliveryResult[]] = [[], [], []];
  const telling = {
    office,
    publicUrl: "https://yardim.example",
    sendMail: async (sent: StaffMail) => {
      mails.push(sent);
      return mail;
    },
    sendChat: async (sent: StaffMessage) => {
      messages.push(sent);
      return chat;
    },
  };
  const ways = { "staff.mail": createNoticeMailer(telling), "staff.chat": createNoticeTeller(telling) };
  const resolve = createNoticeResolver(telling);
  for (const item of await office.store.outbox.claim("t", ["staff.notice"], 100, 60_000)) {
    await resolve(item);
    await resolve(item);
    await office.store.outbox.settle(item, { kind: "sent" });
  }
  if (resolveOnly) return { mails, messages, results };
  for (const item of await office.store.outbox.claim("t", ["staff.mail", "staff.chat"], 100, 60_000)) {
    const work = ways[item.effect.kind as keyof typeof ways];
    results.push(await work({ ...item, attempts }));
    if (results.at(-1)?.kind === "sent") await work({ ...item, attempts });
    await office.store.outbox.settle(item, results.at(-1) ?? { kind: "sent" });
  }
  return { mails, messages, results };
}

test("who chose Teams is told there, once, with a link, and by no mail", async () => {
  const one = await member({ ways: { assigned: ["teams"] } });
  const number = await assign(one.id);
  const { mails, messages } = await deliver();
  expect(mails).toEqual([]);
  const link = `https://yardim.example/console/tickets/${number}`;
  expect(messages).toEqual([
    { to: one.teamsId, language: "tr", lines: [{ text: `Size atandı: ${number} Hat değişikliği`, link }] },
  ]);
  expect(await office.store.notices.ofStaff(one.id, 5)).toMatchObject([{ told: ["teams"], sentAt: NOW }]);
});

test("who chose both is told both ways; who chose nothing, by mail", async () => {
  const both = await member({ ways: { assigned: ["mail", "teams"] } });
  const plain = await member({});
  await assign(both.id);
  await assign(plain.id);
  const { mails, messages } = await deliver();
  expect(mails.map(({ to }) => to).sort()).toEqual([both.email, plain.email].sort());
  expect(messages.map(({ to }) => to)).toEqual([both.teamsId]);
  const [notice] = await office.store.notices.ofStaff(both.id, 5);
  expect([...(notice?.told ?? [])].sort()).toEqual(["mail", "teams"]);
});

test("where the bot was removed, what was for Teams alone goes by mail, once", async () => {
  const only = await member({ ways: { assigned: ["teams"] } });
  const both = await member({ ways: { assigned: ["mail", "teams"] } });
  await assign(only.id);
  await assign(both.id);
  const { mails } = await deliver({ chat: { kind: "failed", reason: "BotNotInConversationRoster" } });
  expect(mails.map(({ to }) => to).sort()).toEqual([only.email, both.email].sort());
  expect(await office.store.notices.ofStaff(only.id, 5)).toMatchObject([{ told: ["mail"] }]);
});

test("without a linked account it goes by mail, and waits for a way out when there is none", async () => {
  const one = await member({ ways: { assigned: ["teams"] } }, "");
  await assign(one.id);
  const { messages, results } = await deliver({ mail: { kind: "held", reason: "SMTP" } });
  expect(messages).toEqual([]);
  expect(results).toEqual([{ kind: "held", reason: "SMTP" }]);
  await office.store.outbox.unhold(["staff.chat"], NOW);
  expect((await deliver()).mails.map(({ to }) => to)).toEqual([one.email]);
});

test("while Teams does not answer it is tried again, and mailed after some minutes", async () => {
  const one = await member({ ways: { assigned: ["teams"] } });
  await assign(one.id);
  const chat = { kind: "retry", reason: "TimeoutError" } as const;
  const first = await deliver({ chat });
  expect([first.results, first.mails]).toEqual([[chat], []]);
  const batch = (await office.store.notices.ofStaff(one.id, 1))[0]?.batch ?? "";
  const mails: StaffMail[] = [];
  const sendMail = async (mail: StaffMail) => {
    mails.push(mail);
    return { kind: "sent" } as const;
  };
  const teller = createNoticeTeller({ office, sendMail, sendChat: async () => chat });
  const effect = { kind: "staff.chat", key: `${batch}:teams`, staff: one.id, batch } as const;
  const item = { id: "x", state: "waiting", attempts: 5, nextAttemptAt: NOW, createdAt: NOW, effect } as const;
  expect(await teller(item)).toEqual({ kind: "sent" });
  expect(mails.map(({ to }) => to)).toEqual([one.email]);
});

test("digest and quiet hours hold for Teams as for mail", async () => {
  const digest = await member({ choices: { assigned: "digest" }, ways: { assigned: ["teams"] } });
  const quiet = await member({ quiet: { from: "09:00", to: "12:00" }, ways: { assigned: ["teams"] } });
  await assign(digest.id, "Birinci");
  await assign(digest.id, "İkinci");
  await assign(quiet.id);
  await deliver({ resolveOnly: true });
  const [kept] = await office.store.notices.ofStaff(quiet.id, 1);
  expect(kept?.leavesAt.toISOString()).toBe("2026-11-23T09:01:00.000Z");
  const [latest] = await office.store.notices.ofStaff(digest.id, 1);
  expect(latest?.leavesAt.toISOString()).toBe("2026-11-24T05:31:00.000Z");
  const sent: StaffMessage[] = [];
  const sendChat = async (message: StaffMessage) => {
    sent.push(message);
    return { kind: "sent" } as const;
  };
  const teller = createNoticeTeller({ office, sendMail: async () => ({ kind: "sent" }), sendChat });
  const effect = { kind: "staff.chat", key: "k", staff: digest.id, batch: latest?.batch ?? "" } as const;
  await teller({ id: "x", state: "waiting", attempts: 1, nextAttemptAt: NOW, createdAt: NOW, effect });
  expect(sent.map(({ lines }) => lines.length)).toEqual([2]);
});
