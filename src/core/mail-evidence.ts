/**
 * What a piece of evidence of registered mail (KEP) says happened to a mail, over both forms of it: ETSI TS 102 640-2 (REM evidence) and
 * EN 319 522-2 (ERDS evidence, which EN 319 532 takes over).
 */
export const EVIDENCE_EVENTS = [
  /** The sender's provider took the mail, or refused it. */
  "submitted",
  "notSubmitted",
  /** The recipient's provider took it from the sender's, or did not. */
  "relayed",
  "notRelayed",
  /** It lies in the recipient's registered mailbox, or could not be put there in time. */
  "delivered",
  "notDelivered",
  /** The recipient was told that a mail waits, or could not be told. */
  "notified",
  "notNotified",
  /** The recipient fetched or opened it (in Türkiye also: counts as read), or did not in time. */
  "retrieved",
  "notRetrieved",
  /** The recipient accepted or refused it. */
  "accepted",
  "refused",
  /** It went out of registered mail into ordinary mail, or could not; it came in from there. */
  "handedOutside",
  "notHandedOutside",
  "cameFromOutside",
  /** Evidence of a kind not known here. */
  "other",
] as const;
export type EvidenceEvent = (typeof EVIDENCE_EVENTS)[number];

/** A piece of evidence as it stands with a message. Its own signature (XAdES) is not checked. */
export interface MailEvidence {
  readonly event: EvidenceEvent;
  /** When it happened, as the provider says. */
  readonly at?: Date;
  /** Why, in the provider's words. */
  readonly reason?: string;
}

/** Whether it says that the mail did not reach its recipient. */
export function saysUndelivered({ event }: MailEvidence): boolean {
  return event === "notSubmitted" || event === "notRelayed" || event === "notDelivered" || event === "notHandedOutside";
}
