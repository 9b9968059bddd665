import { AppError } from "./errors.ts";
import type { Role } from "./person.ts";

export const REQUEST_KINDS = [
  "newApplication",
  "lineChange",
  "contactUpdate",
  "billing",
  "suggestion",
  "other",
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** The memo's own process, step by step, and the ways out of it (memo, "Mobil İmza başvuru süreçleri …"). */
export const REQUEST_STATES = [
  "received",
  "underReview",
  "sentToKamuSm",
  "formSent",
  "formSigned",
  "operatorFormsReceived",
  "documentsReceived",
  "active",
  "expired",
  "invalidated",
  "needsInfo",
  "rejected",
  "cancelled",
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** The columns of the board: the process in its order, then those waiting for an answer. */
export const BOARD_STATES: readonly RequestState[] = [
  ...REQUEST_STATES.slice(0, REQUEST_STATES.indexOf("active") + 1),
  "needsInfo",
];

export const REQUEST_FIELDS = [
  "name",
  "nationalId",
  "registryNumber",
  "unit",
  "province",
  "phone",
  "operator",
  "lineType",
  "email",
  "projectLead",
] as const;
export type RequestField = (typeof REQUEST_FIELDS)[number];

/** Sealed at rest and masked wherever it is shown. */
export const PERSONAL_FIELDS = ["nationalId", "phone"] as const satisfies readonly RequestField[];
export type PersonalField = (typeof PERSONAL_FIELDS)[number];

/** A value read out of a mail, with where it stood, how sure we are (0..1), and who confirmed it. */
export interface FieldValue {
  readonly value: string;
  readonly source: FieldSource;
  readonly confidence: number;
  readonly confirmedBy?: string;
  /** Why the value cannot be right, when it cannot ("T.C. kimlik no sağlaması tutmuyor"). */
  readonly problem?: string;
}

export interface FieldSource {
  readonly kind: "text" | "table" | "attachment" | "sender" | "chat" | "staff";
  /** The passage it was read from, personal numbers masked. */
  readonly quote?: string;
  /** "liste.xlsx!B4", "satır 3" … */
  readonly place?: string;
  /** Nobody said it: it follows from the passage, as a province does from its district. What is said wins over it. */
  readonly isConcluded?: true;
  /** It stood in a mail that somebody forwarded to us. */
  readonly isForwarded?: true;
}

/** Whether a value is no more than a conclusion: nobody said it, and nobody has confirmed it since. */
export function isConcluded(value: FieldValue | undefined): boolean {
  return value?.source.isConcluded === true && value.confirmedBy === undefined;
}

export interface RequestStep {
  readonly from?: RequestState;
  readonly to: RequestState;
  readonly by: string;
  readonly reason?: string;
  readonly at: Date;
}

/** One person's mobile-signature matter, with a life of its own beside the ticket. Numbers look like "TL-2026-000045". */
export interface RequestEntry {
  readonly id: string;
  readonly number: string;
  readonly ticket: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly fields: Readonly<Partial<Record<RequestField, FieldValue>>>;
  readonly history: readonly RequestStep[];
  /** Set when a change reported for this person makes an active certificate unusable (memo, line/SIM/number change). */
  readonly flag?: string;
  readonly certificateEndsAt?: Date;
  /** The last reminder of the certificate's end that was given, in days before it. */
  readonly remindedDays?: number;
  /** The lines the person was read from, personal numbers masked. */
  readonly passage?: string;
  /** The piece of mail or chat it was made of: no second entry is ever made of the same piece. */
  readonly origin?: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

/** Who makes a move: somebody of the office, or the product itself where the table says so. */
export type Mover = Role | "system";

const AGENTS: readonly Mover[] = ["agent", "lead", "admin"];
const LEADS: readonly Mover[] = ["lead", "admin"];
const ANYBODY: readonly Mover[] = [...AGENTS, "system"];

interface Move {
  readonly to: RequestState;
  readonly by: readonly Mover[];
}
const move = (to: RequestState, by: readonly Mover[] = AGENTS): Move => ({ to, by });
const ASIDE = [move("needsInfo", ANYBODY), move("rejected"), move("cancelled")];

/** Which move is allowed, and to whom. The only place that knows. */
export const REQUEST_MOVES: Readonly<Record<RequestState, readonly Move[]>> = {
  received: [move("underReview"), ...ASIDE],
  underReview: [move("sentToKamuSm"), ...ASIDE],
  sentToKamuSm: [move("formSent"), ...ASIDE],
  formSent: [move("formSigned"), ...ASIDE],
  formSigned: [move("operatorFormsReceived"), ...ASIDE],
  operatorFormsReceived: [move("documentsReceived"), ...ASIDE],
  documentsReceived: [move("active"), ...ASIDE],
  active: [move("expired", ANYBODY), move("invalidated")],
  expired: [],
  invalidated: [],
  needsInfo: [move("received", ANYBODY), move("underReview"), move("rejected"), move("cancelled")],
  rejected: [move("underReview", LEADS)],
  cancelled: [move("received", LEADS)],
};

/** Throws `moveNotAllowed` when the table has no such move, `notAllowed` when it is not for this role. */
export function assertRequestMove(from: RequestState, to: RequestState, role: Mover): void {
  const found = REQUEST_MOVES[from].find((candidate) => candidate.to === to);
  if (!found) {
    const allowed = REQUEST_MOVES[from].map((candidate) => candidate.to);
    throw new AppError("moveNotAllowed", `A request entry cannot go from ${from} to ${to}.`, { from, to, allowed });
  }
  if (!found.by.includes(role)) {
    throw new AppError("notAllowed", `The move from ${from} to ${to} is not for the role ${role}.`, { from, to, role });
  }
}

/** "TL-2026-000045" for the 45th request entry of 2026. */
export function requestNumber(year: number, sequence: number): string {
  return `TL-${year}-${String(sequence).padStart(6, "0")}`;
}
