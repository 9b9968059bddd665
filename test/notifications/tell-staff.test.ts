import type { NoticeSettings } from "../../src/core/notices.ts";
import type { DeliveryResult, OutboxItem } from "../../src/core/outbox.ts";
import type { Role } from "../../src/core/person.ts";
import { createNoticeMailer, type StaffMail } from "../../src/notifications/mail-notices.ts";
import { createNoticeResolver } from "../../src/notifications/resolve-notices.ts";
import { addNote } from "../../src/tickets/add-note.ts";
import { changeTicket } from "../../src/tickets/change-ticket.ts";
import { type NewTicket, openTicket } from "../../src/tickets/open-ticket.ts";
import { tellDue } from "../../src/tickets/tell-due.ts";
import { quietLog } from "../mail/support/quiet-log.ts";
import { NOW, withOffice } from "../support/office.ts";

let now = NOW;
const office = withOffice(() => now);
const OWN = "e-imza@office.example";

/** Monday, 10:00 in Türkiye. */
beforeEach(async () => {
  now = NOW;
  for (const { id } of await office.store.staff.list()) await office.store.staff.update(id, { active: false });
});

let added = 0;
async function member(change: { role?: Role; email?: string; notices?: Partial<NoticeSettings> } = {}) {
  added += 1;
  const id = `staff-${added}`;
  const { role = "agent", email = `${id}@e-imza.example`, notices } = change;
  const settings = notices && { notices: { choices: {}, language: "tr" as const, ...notices } };
  await office.store.staff.add({
    id,
    email,
    name: `Görevli ${added}`,
    role,
    active: true,
    createdAt: NOW,
    ...settings,
  });
  return { id, email, name: `Görevli ${added}` };
}

const ticket = async (change: Partial<NewTicket> = {}) =>
  (
    await openTicket(office, {
      subject: "Hat değişikliği",
      category: "general",
      priority: "normal",
      channel: "mail",
      requester: { email: "ayse@example.org" },
      actor: { kind: "requester" },
      message: { channel: "mail", from: { kind: "requester" }, text: "Merhaba" },
      ...change,
    })
  ).ticket;

const assign = (number: string, to: string, by = "lead-0") =>
  changeTicket(office, {
    ticket: number,
    version: 1,
    actor: { kind: "staff", id: by, name: "Birim Amiri" },
    changes: { assignee: to },
  });

/** Delivers everything that is due at `at`, resolving twice, as after a crash. */
async function deliver(options: { publicUrl?: string; result?: DeliveryResult; resolveOnly?: boolean } = {}) {
  const mails: StaffMail[] = [];
  const telling = {
    office: { ...office, ownAddresses: [OWN] },
    sendMail: async (mail: StaffMail) => {
      mails.push(mail);
      return options.result ?? ({ kind: "sent" } as const);
    },
    ...(options.publicUrl && { publicUrl: options.publicUrl }),
  };
  const [resolve, send] = [createNoticeResolver(telling), createNoticeMailer(telling)];
  const items: OutboxItem[] = [];
  for (const item of await office.store.outbox.claim("t", ["staff.notice"], 100, 60_000)) {
    expect(await resolve(item)).toEqual({ kind: "sent" });
    await resolve(item);
    await office.store.outbox.settle(item, { kind: "sent" });
  }
  if (options.resolveOnly) return { mails, items, send };
  for (const item of await office.store.outbox.claim("t", ["staff.mail"], 100, 60_000)) {
    items.push(item);
    await office.store.outbox.settle(item, await send(item));
  }
  return { mails, items, send };
}

test("who is given a ticket is told once, with a link, however often delivery is repeated", async () => {
  const one = await member();
  const { number } = await ticket();
  await assign(number, one.id);
  const { mails, items, send } = await deliver({ publicUrl: "https://yardim.example" });
  const ours = mails.filter(({ to }) => to === one.email);
  expect(ours).toHaveLength(1);
  expect(ours[0]).toMatchObject({ subject: `Size atandı: ${number} Hat değişikliği` });
  expect(ours[0]?.text).toContain(`https://yardim.example/console/tickets/${number}`);

  for (const item of items) expect(await send(item)).toEqual({ kind: "sent" });
  expect(mails.filter(({ to }) => to === one.email)).toHaveLength(1);
  expect(await office.store.notices.ofStaff(one.id, 5)).toMatchObject([{ topic: "assigned", sentAt: NOW }]);
});

test("nobody is told what they did themselves, switched off, or would get at our own mailbox", async () => {
  const self = await member();
  const off = await member({ notices: { choices: { assigned: "off" } } });
  const own = await member({ email: "E-Imza@office.example" });
  await assign((await ticket()).number, self.id, self.id);
  await assign((await ticket()).number, off.id);
  await assign((await ticket()).number, own.id);
  expect((await deliver()).mails).toEqual([]);
});

test("a note that names colleagues tells them and nobody else", async () => {
  const [named, other] = [await member(), await member()];
  const { number } = await ticket();
  await addNote(office, {
    ticket: number,
    agent: { id: "lead-0", name: "Amir" },
    text: `@${named.name} bakar mısınız?`,
  });
  const { mails } = await deliver();
  expect(mails.map(({ to }) => to)).toEqual([named.email]);
  expect(mails[0]?.text).not.toContain("bakar mısınız");
  expect(await office.store.notices.ofStaff(other.id, 5)).toEqual([]);
});

test("while nobody has a ticket, the leads are told of its messages; what goes into the digest leaves in one mail", async () => {
  const lead = await member({ role: "lead", notices: { choices: { ticketOpened: "digest" }, language: "en" } });
  await member();
  await ticket();
  await ticket();
  await deliver({ resolveOnly: true });

  const waiting = await office.store.notices.ofStaff(lead.id, 5);
  expect(waiting.map(({ leavesAt }) => leavesAt.toISOString())).toEqual([
    "2026-11-24T05:31:00.000Z",
    "2026-11-24T05:31:00.000Z",
  ]);
  expect(new Set(waiting.map(({ batch }) => batch)).size).toBe(1);

  const mails: StaffMail[] = [];
  const sendMail = async (mail: StaffMail) => {
    mails.push(mail);
    return { kind: "sent" } as const;
  };
  const item = { effect: { kind: "staff.mail", key: "k", staff: lead.id, batch: waiting[0]?.batch } } as OutboxItem;
  await createNoticeMailer({ office, sendMail })(item);
  expect(mails).toMatchObject([{ subject: "2 notices" }]);
});

test("in quiet hours nothing leaves; what came in meanwhile leaves together at their end", async () => {
  now = new Date("2026-11-23T19:30:00Z");
  const one = await member({ notices: { quiet: { from: "18:00", to: "08:00" } } });
  await assign((await ticket()).number, one.id);
  now = new Date("2026-11-23T23:30:00Z");
  await assign((await ticket()).number, one.id);
  await deliver({ resolveOnly: true });
  const kept = await office.store.notices.ofStaff(one.id, 5);
  expect(new Set(kept.map(({ leavesAt }) => leavesAt.toISOString()))).toEqual(new Set(["2026-11-24T05:01:00.000Z"]));
});

test("what is near its target is told to whoever has it, or while nobody does to all who may take it; what has passed to the leads", async () => {
  const [lead, owner, viewer] = [await member({ role: "lead" }), await member(), await member({ role: "viewer" })];
  const held = await ticket({ priority: "urgent" });
  const free = await ticket({ priority: "urgent", subject: "Sahipsiz" });
  await assign(held.number, owner.id);
  await deliver();
  const toldAt = async (time: string) => {
    now = new Date(time);
    await tellDue(office, quietLog);
    const { mails } = await deliver();
    return mails.map(({ to, subject }) => `${to} ${subject}`).sort();
  };
  const near = "İlk yanıt süresi dolmak üzere (23.11.2026 11:00): ";
  expect(await toldAt("2026-11-23T07:50:00Z")).toEqual(
    [
      `${owner.email} ${near}${held.number} Hat değişikliği`,
      `${owner.email} ${near}${free.number} Sahipsiz`,
      `${lead.email} ${near}${free.number} Sahipsiz`,
    ].sort(),
  );
  expect(await toldAt("2026-11-23T08:01:00Z")).toEqual(
    [
      `${owner.email} İlk yanıt süresi geçti: ${held.number} Hat değişikliği`,
      `${lead.email} İlk yanıt süresi geçti, bir görevlinin üzerinde: ${held.number} Hat değişikliği`,
      `${lead.email} İlk yanıt süresi geçti, kimse üstlenmedi: ${free.number} Sahipsiz`,
    ].sort(),
  );
  expect(await office.store.notices.ofStaff(viewer.id, 5)).toEqual([]);
});

test("a mailbox that stopped is told to leads and administrators", async () => {
  const [lead, admin] = [await member({ role: "lead" }), await member({ role: "admin" })];
  await member();
  const event = {
    type: "mailbox.paused",
    at: NOW,
    actor: { kind: "system" },
    account: "imap.example",
    detail: "535",
  } as const;
  await office.store.transact((transaction) => transaction.append(event));
  const { mails } = await deliver();
  expect(mails.map(({ to }) => to).sort()).toEqual([lead.email, admin.email].sort());
  expect(mails[0]?.subject).toBe("Posta kutusu bizi kabul etmiyor, e-posta alımı durdu: imap.example");
});

test("without a way out a notice is held and not marked as sent", async () => {
  const one = await member();
  await assign((await ticket()).number, one.id);
  await deliver({ result: { kind: "held", reason: "SMTP" } });
  const [notice] = await office.store.notices.ofStaff(one.id, 5);
  expect(notice).toMatchObject({ topic: "assigned" });
  expect(notice?.sentAt).toBeUndefined();
  expect((await office.store.outbox.counts()).held).toBeGreaterThanOrEqual(1);
});

test("a held notice says why it lies, leaves when there is a way, and expires once it is no news; a requester's mail waits", async () => {
  const { outbox } = office.store;
  const one = await member();
  await assign((await ticket({ acknowledge: (number) => `Numaranız ${number}` })).number, one.id);
  const held = { kind: "held", reason: "Gönderilmedi: SMTP ayarlı değil." } as const;
  await deliver({ result: held });
  for (const item of await outbox.claim("t", ["mail.message"], 100, 60_000)) await outbox.settle(item, held);
  const stuck = async () => [
    ...new Set((await outbox.stuck()).flatMap(({ state, kind }) => (state === "held" ? kind : []))),
  ];
  expect((await stuck()).sort()).toEqual(["mail.message", "staff.mail"]);
  expect((await outbox.stuck()).map(({ reason }) => reason)).toContain(held.reason);

  const soon = new Date(NOW.getTime() + 2 * 86_400_000);
  expect(await outbox.expireNotices(soon)).toBe(0);
  const late = new Date(NOW.getTime() + 4 * 86_400_000);
  expect(await outbox.expireNotices(late)).toBeGreaterThanOrEqual(1);
  expect(await stuck()).toEqual(["mail.message"]);
  expect(await outbox.unhold(["mail.message", "staff.mail"], late)).toBeGreaterThanOrEqual(1);
  expect((await outbox.claim("t", ["staff.mail"], 100, 60_000)).map(({ effect }) => effect)).toEqual([]);
});
