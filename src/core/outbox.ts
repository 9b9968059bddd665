/**
 * Something that must leave the product, written together with the event that calls for it and delivered at least once.
 * `key` names the effect for ever: a second row with the same key is never made.
 */
export type Effect =
  | (EffectBase & { readonly kind: "mail.message"; readonly message: string })
  | (EffectBase & { readonly kind: "chat.message"; readonly message: string })
  /** An answer that goes by mail, told in the requester's chat as well where staff linked one. */
  | (EffectBase & { readonly kind: "chat.copy"; readonly message: string })
  | (EffectBase & { readonly kind: "chat.status"; readonly status: string })
  /** Something staff may want to know: who is told is found out when it is delivered. */
  | (Keyed & { readonly kind: "staff.notice"; readonly event: string; readonly ticket?: string })
  /** One mail to one member with what they are told. */
  | (Keyed & { readonly kind: "staff.mail"; readonly staff: string; readonly batch: string; readonly ticket?: string })
  /** The same as a message in their own chat with the bot. */
  | (Keyed & { readonly kind: "staff.chat"; readonly staff: string; readonly batch: string; readonly ticket?: string })
  | (EffectBase & { readonly kind: "staff.card" });

interface Keyed {
  readonly key: string;
}

interface EffectBase extends Keyed {
  /** Ticket number. */
  readonly ticket: string;
}

export type EffectKind = Effect["kind"];

/** What tells staff of something. It waits for a way out for a few days only: later it would be no news, and it stands in the console anyway. */
export const NOTICE_EFFECTS = ["staff.mail", "staff.chat"] as const satisfies readonly EffectKind[];
export const NOTICE_MS = 3 * 24 * 60 * 60_000;

/** What may be waiting for a way out by mail; a message in chat that cannot be delivered goes by mail. */
export const MAILED_EFFECTS = ["mail.message", ...NOTICE_EFFECTS] as const satisfies readonly EffectKind[];

/**
 * waiting → (claimed) → sent, or again waiting with a later `nextAttemptAt`, or failed for good; held: no way out is set up, which ends
 * as waiting once there is one, or for a notice as expired.
 */
export type OutboxState = "waiting" | "sent" | "failed" | "held" | "expired";

/** Items that lie for the same reason. */
export interface StuckItems {
  readonly kind: EffectKind;
  readonly state: "held" | "failed";
  readonly reason?: string;
  readonly count: number;
  readonly oldest: Date;
}

export interface OutboxItem {
  readonly id: string;
  readonly effect: Effect;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly lastError?: string;
  readonly createdAt: Date;
}

/** What a deliverer says of one try. */
export type DeliveryResult =
  | { readonly kind: "sent" }
  | { readonly kind: "held"; readonly reason: string }
  | { readonly kind: "retry"; readonly reason: string }
  /** This process stopped in the middle of it: as if it had not been tried. */
  | { readonly kind: "interrupted"; readonly reason: string }
  | { readonly kind: "failed"; readonly reason: string };

const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 60 * 60_000;
/** With the waits doubling from 15 s to an hour, 16 tries span about eight hours: longer than a usual mail outage. */
export const MOST_ATTEMPTS = 16;

/** How long to wait after the given number of failed tries, in milliseconds; doubles, up to an hour. */
export function waitAfter(attempts: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
}
