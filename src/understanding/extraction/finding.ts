import type { RequestField } from "../../core/request.ts";
import type { ReadField } from "./types.ts";

/** One value found in a line of running text or of a form. */
export interface Finding {
  readonly field: RequestField | "formerPhone";
  readonly value: string;
  readonly problem?: string;
  readonly confidence: number;
  readonly start: number;
  /** The words it was read from. */
  readonly quote: string;
  readonly isLabelled: boolean;
  /** Looks like what it is taken for, and may be something else. */
  readonly isGuess?: boolean;
  /** Follows from what is said, and is not said itself. */
  readonly isConcluded?: true;
}

/** How sure a value is by how it was known. */
/** Of several values told to be the one that is meant. */
export const MEANT = 0.98;
export const SURE = 0.97;
export const CHECKED = 0.95;
export const SHAPED = 0.9;
export const GUESSED = 0.6;
export const WRONG = 0.5;
/** How much less sure is what only follows from what is said. */
export const CONCLUDED = 0.7;
const LONGEST_QUOTE = 200;

export type Place = Pick<Finding, "start" | "quote" | "isLabelled" | "isGuess">;

/** How sure a value is that was read, where `sureness` is that of one that is said and may be right. */
export function confidenceOf({ problem, isConcluded }: ReadField, sureness: number): number {
  if (problem) return WRONG;
  return isConcluded ? sureness * CONCLUDED : sureness;
}

export function finding(field: Finding["field"], read: ReadField, confidence: number, place: Place): Finding {
  return { field, ...read, confidence, ...place, quote: place.quote.slice(0, LONGEST_QUOTE) };
}

/** Whether it tells what somebody's mobile line is. */
export function tellsOfLine({ field }: Finding): boolean {
  return field === "operator" || field === "lineType";
}
