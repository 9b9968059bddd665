import { type Notice, noticeChoice, noticeLeavesAt, noticeWays } from "../core/notices.ts";
import type { StaffMember } from "../core/person.ts";
import type { Office } from "../core/ports.ts";
import { asciiLower } from "../language/turkish-case.ts";
import type { Deliverer } from "./deliver.ts";
import { noticePlans } from "./notice-table.ts";
import { wrongKind } from "./told-notices.ts";

export interface ResolverOptions {
  readonly office: Pick<Office, "store" | "clock" | "ownAddresses">;
}

/** Those that are collected leave a little later, so that one that is being written at that instant is among them. */
const GRACE_MS = 60_000;

/** Finds out who is told of an event, by what each of them chose, and puts a mail or a message for each of them into the outbox. */
export function createNoticeResolver({ office }: ResolverOptions): Deliverer {
  // A notice to an address that delivers to ourselves would come back as a ticket.
  const own = new Set(office.ownAddresses.map(asciiLower));
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
  const ways = noticeWays(member.notices, topic);
  const common = { id, staff: member.id, topic, ways, ...about, createdAt: now };
  if (leaves <= now) return { ...common, batch: `notice:${id}`, leavesAt: now };
  const leavesAt = new Date(leaves.getTime() + GRACE_MS);
  return { ...common, batch: `notices:${member.id}:${leaves.toISOString()}`, leavesAt };
}
