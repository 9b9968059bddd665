import { Types } from "mongoose";

/** A new id: 24 hex digits that sort by the time they were made. */
export function newId(): string {
  return new Types.ObjectId().toHexString();
}
