import { Types } from "mongoose";

/** A new id: 24 hex digits that sort by the time they were made, or by another instant. */
export function newId(instant?: Date): string {
  return new Types.ObjectId(Types.ObjectId.generate(instant && secondsOf(instant))).toHexString();
}

/** The first id that can be made in the second of this instant. */
export function firstIdAt(instant: Date): string {
  return secondsOf(instant).toString(16).padStart(8, "0").padEnd(24, "0");
}

/** When an id was made, to the second. */
export function instantOf(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8), 16) * 1_000);
}

const secondsOf = (instant: Date) => Math.floor(instant.getTime() / 1_000);
