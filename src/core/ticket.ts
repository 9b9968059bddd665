import { AppError } from "./errors.ts";

export const TICKET_STATUSES = ["new", "open", "pending", "solved", "closed"] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];
/** While a ticket is in one of these, there is something left to do on it, or to wait for. */
export const UNFINISHED: readonly TicketStatus[] = ["new", "open", "pending"];

/** Letters of a tag: a word or two, that stand beside others in a line of the list. */
export const LONGEST_TAG = 50;

export const TICKET_PRIORITIES = ["low", "normal", "high", "urgent"] as const;
export type TicketPriority = (typeof TICKET_PRIORITIES)[number];

/** What the office promises of a ticket, the sooner first. */
export const DUE_KINDS = ["firstResponse", "resolution"] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export type TicketChannel = "mail" | "teams" | "web" | "staff";

/** The person a ticket is for: known by mail, by Teams, or by both. */
export interface Requester {
  readonly email?: string;
  readonly name?: string;
  readonly aadObjectId?: string;
  /** Where the bot can reach this person again (id of a stored conversation reference). */
  readonly conversationId?: string;
}

/** One matter a person brought, with its thread of messages. Numbers look like "MI-2026-000123". */
export interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly priority: TicketPriority;
  readonly category: string;
  readonly channel: TicketChannel;
  readonly requester: Requester;
  /** Lower-case mail addresses that may write into this ticket by its number. */
  readonly participants: readonly string[];
  readonly assignee?: string;
  readonly tags: readonly string[];
  /** Numbers of tickets this one continues, was split from, or was merged into. */
  readonly links: readonly TicketLink[];
  readonly mergedInto?: string;
  readonly snoozedUntil?: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly firstResponseDueAt?: Date;
  readonly firstRespondedAt?: Date;
  readonly resolutionDueAt?: Date;
  /** Since when its targets are reckoned, where that is before it was opened: an older ticket was merged into it. */
  readonly clockFrom?: Date;
  /** Since when the solution waits for the requester; that time is added to its due date. */
  readonly pausedAt?: Date;
  /** Working minutes it waited for the requester so far. */
  readonly waitedMinutes?: number;
  readonly solvedAt?: Date;
  /** The last target whose nearing was told, and the last whose passing was. */
  readonly warned?: DueKind;
  readonly escalated?: DueKind;
  /** When its person was erased: what is left is a number, dates and states. */
  readonly erasedAt?: Date;
  readonly version: number;
}

export function isFinished({ status }: Pick<Ticket, "status">): boolean {
  return !UNFINISHED.includes(status);
}

export interface TicketLink {
  readonly number: string;
  readonly kind: "continues" | "mergedInto" | "merged" | "splitFrom" | "splitInto" | "mentions" | "related";
}

/**
 * Whether answers go to the requester by mail: who wrote by mail, and who left an address in the browser, which may be closed by then.
 * In Teams a chat finds its person.
 */
export function answersByMail({ channel, requester }: Ticket): boolean {
  return !requester.conversationId || (channel === "web" && requester.email !== undefined);
}

/** Which status may follow which. `closed` ends a ticket: a later reply opens a linked one instead. */
export const STATUS_MOVES: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  new: ["open", "pending", "solved", "closed"],
  open: ["pending", "solved", "closed"],
  pending: ["open", "solved", "closed"],
  solved: ["open", "closed"],
  closed: [],
};

/** Throws `moveNotAllowed` unless `to` may follow `from`; staying is always allowed. */
export function assertStatusMove(from: TicketStatus, to: TicketStatus): void {
  if (from === to || STATUS_MOVES[from].includes(to)) return;
  throw new AppError("moveNotAllowed", `A ticket cannot go from ${from} to ${to}.`, {
    from,
    to,
    allowed: STATUS_MOVES[from],
  });
}

/** "MI-2026-000123" for the 123rd ticket of 2026; the year is that of Türkiye's clock. */
export function ticketNumber(year: number, sequence: number): string {
  return `MI-${year}-${String(sequence).padStart(6, "0")}`;
}

/** A ticket number in any spelling people use: "MI-2026-123", "mi 2026 000123", "MI2026000123". */
export const TICKET_NUMBER =
  /(?<![\p{L}\p{N}])M[Iİiı]\s?[-‐-―/ ]?\s?(20\d\d)(?:\s?[-‐-―/ ]\s?(\d{1,9})|(\d{6}))(?!\d)/giu;

/** Finds ticket numbers in a text, "[MI–2026–000123]" as well as "mi 2026 123". */
export function findTicketNumbers(text: string): string[] {
  const found = new Set<string>();
  for (const [, year, parted, joined] of text.matchAll(TICKET_NUMBER)) {
    found.add(ticketNumber(Number(year), Number(parted ?? joined)));
  }
  return [...found];
}
