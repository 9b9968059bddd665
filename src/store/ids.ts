import { Types } from "mongoose";

/** A new id: 24 hex digits that sort by the time they were made, or by another instant. */
export function newId(instant?: Date): string {
  return new Types.ObjectId(Types.ObjectId.generate(instant && Math.floor(instant.getTime() / 1_000))).toHexString();
}
