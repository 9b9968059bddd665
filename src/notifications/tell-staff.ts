import { type Notice, noticeChoice, noticeLeavesAt } from "../core/notices.ts";
import type { DeliveryResult, OutboxItem } from "../core/outbox.ts";
import type { StaffMember } from "../core/person.ts";
import type { Office } from "../core/ports.ts";
import { asciiLower } from "../language/turkish-case.ts";
import type { Deliverer } from "./deliver.ts";
import { noticePlans } from "./notice-table.ts";
import { noticeMail, type ToldNotice } from "./notice-texts.ts";

/** A mail to one of the staff; a second one with the same key carries the same Message-ID. */
export interface StaffMail {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface TellStaffOptions {
  readonly office: Pick<Office, "store" | "clock">;
  readonly sendMail: (mail: StaffMail) => Promise<DeliveryResult>;
  /** Addresses that deliver to ourselves: a notice there would come back as a ticket. */
  readonly ownAddresses: readonly string[];
  /** Where the console is reached; without it mails carry no links. */
  readonly publicUrl?: string;
}

/** Those that are collected leave a little later, so that one that is being written at that instant is among them. */
const GRACE_MS = 60_000;

/** Finds out who is told of an event, by what each of them chose, and puts one mail for each of them into the outbox. */
export function createNoticeResolver({ office, ownAddresses }: TellStaffOptions): Deliverer {
  const own = new Set(ownAddresses.map(asciiLower));
  const { store, clock } = office;

  return async ({ effect }) => {
    if (effect.kind !== "staff.notice") return wrongKind(effect.kind);
    const event = await store.events.byId(effect.event);
    if (!event) return { kind: "failed", reason: "The event is gone." };
    const ticket = effect.ticket ? await store.tickets.byNumber(effect.ticket) : undefined;
    const actor = event.actor.kind === "staff" ? event.actor.id : undefined;
    const members = (await store.staff.list()).filter(
      ({ id, active, email }) => active && id !== actor && !own.has(asciiLower(email)),
    );
    const now = clock.now();
    const about = { event: effect.event, ...(effect.ticket && { ticket: effect.ticket }) };
    const notices = noticePlans(event, ticket).flatMap(({ topic, isFor }) =>
      members.filter(isFor).flatMap((member) => noticeFor(member, topic, about, now) ?? []),
    );
    if (notices.length > 0) await store.notices.add(notices);
    return { kind: "sent" };
  };
}

function noticeFor(
  member: StaffMember,
  topic: Notice["topic"],
  about: Pick<Notice, "event" | "ticket">,
  now: Date,
): Notice | undefined {
  const choice = noticeChoice(member.notices, topic);
  if (choice === "off") return undefined;
  const id = `${about.event}:${member.id}`;
  const leaves = noticeLeavesAt(choice, member.notices, now);
  const common = { id, staff: member.id, topic, ...about, createdAt: now };
  if (leaves <= now) return { ...common, batch: `notice:${id}`, leavesAt: now };
  const leavesAt = new Date(leaves.getTime() + GRACE_MS);
  return { ...common, batch: `notices:${member.id}:${leaves.toISOString()}`, leavesAt };
}

/** Sends one member the mail with what they are told. What was sent before is not sent again. */
export function createNoticeMailer(options: TellStaffOptions): Deliverer {
  const { store, clock } = options.office;

  return async ({ effect }: OutboxItem) => {
    if (effect.kind !== "staff.mail") return wrongKind(effect.kind);
    const member = await store.staff.byId(effect.staff);
    if (!member?.active) return { kind: "failed", reason: "The member is no longer here." };
    const waiting = (await store.notices.ofBatch(effect.batch)).filter(({ sentAt }) => !sentAt);
    const told = (await Promise.all(waiting.map(tell))).flatMap((one) => one ?? []);
    if (told.length === 0) return { kind: "sent" };
    const mail = noticeMail(told, member.notices?.language ?? "tr", (one) => linkTo(options.publicUrl, one));
    const result = await options.sendMail({ key: effect.key, to: member.email, ...mail });
    if (result.kind === "sent") {
      await store.notices.markSent(
        waiting.map(({ id }) => id),
        clock.now(),
      );
    }
    return result;
  };

  async function tell(notice: Notice): Promise<ToldNotice | undefined> {
    const [event, ticket] = await Promise.all([
      store.events.byId(notice.event),
      notice.ticket ? store.tickets.byNumber(notice.ticket) : undefined,
    ]);
    return event && { notice, event, ...(ticket && { ticket }) };
  }
}

function linkTo(publicUrl: string | undefined, { event, notice }: ToldNotice): string | undefined {
  if (!publicUrl) return undefined;
  const path = pathOf(event, notice);
  return new URL(path, publicUrl).href;
}

function pathOf(event: ToldNotice["event"], { ticket }: Notice): string {
  if ("request" in event) return `/console/requests/${event.request}`;
  if (ticket) return `/console/tickets/${ticket}`;
  if ("entry" in event) return `/console/knowledge/${encodeURIComponent(event.entry)}`;
  return event.type === "mail.quarantined" ? "/console/mails" : "/console/health";
}

function wrongKind(kind: string): DeliveryResult {
  return { kind: "failed", reason: `No notice can be made of ${kind}.` };
}
