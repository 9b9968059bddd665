import { AppError } from "../core/errors.ts";
import type { Page } from "../core/page.ts";
import type { Stored } from "./models.ts";

/** Fields of a document that the core does not know. */
const INNER = new Set([
  "_id",
  "searchTerms",
  "raw",
  "rawFile",
  "claim",
  "dueAt",
  "sealed",
  "person",
  "personKeys",
  "senderKeys",
  "nextDueAt",
]);

/** A stored document as the core's own shape: `id` for `_id`, absent for null, the store's inner fields left out. */
export function fromStored<Shape>(document: object): Shape {
  const shape: Record<string, unknown> = { id: (document as Stored)._id };
  for (const [name, value] of Object.entries(document)) {
    if (!INNER.has(name) && value !== null && value !== undefined) shape[name] = value;
  }
  return shape as Shape;
}

/** The core's shape as a document to store. */
export function toStored<Shape extends { readonly id: string }>({ id, ...rest }: Shape): Stored {
  return { _id: id, ...rest };
}

/** A replacement that also takes away fields the new shape no longer has. */
export function replacing(fields: Record<string, unknown>, optional: readonly string[]) {
  const gone = optional.filter((name) => fields[name] === undefined);
  const unset = Object.fromEntries(gone.map((name) => [name, 1]));
  return { $set: fields, ...(gone.length > 0 && { $unset: unset }) };
}

/** The bytes of a stored binary, in whichever of the driver's shapes it came. */
export function bytesOf(stored: unknown): Buffer | undefined {
  if (Buffer.isBuffer(stored)) return stored;
  const inner = (stored as { readonly buffer?: Uint8Array } | null | undefined)?.buffer;
  return inner ? Buffer.from(inner) : undefined;
}

export function isDuplicateKey(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 11000;
}

/** Runs a write; a broken unique index becomes `conflict`. */
export async function orConflict<Result>(write: Promise<Result>, what: string): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (isDuplicateKey(error)) throw new AppError("conflict", `${what} is already there.`);
    throw error;
  }
}

/** Where a list goes on: the sort value and the id of the last item given. */
interface Position {
  readonly value: unknown;
  readonly id: string;
  /** How wide a window its rows were looked for in, ms. */
  readonly widthMs?: number | undefined;
  /** Which part of a list of two it goes on with. */
  readonly part?: ListPart | undefined;
}

/** A list of two parts gives all of the first one before the second. */
export type ListPart = "second";

export function encodeCursor({ value, id, widthMs, part }: Position): string {
  const shown = value instanceof Date ? { date: value.getTime() } : value;
  const more = { ...(widthMs && { widthMs: Math.round(widthMs) }), ...(part && { part }) };
  const position = Object.keys(more).length > 0 ? [shown, id, more] : [shown, id];
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

/** Throws `badRequest` for a cursor this product did not make. */
export function decodeCursor(cursor: string): Position {
  try {
    const [value, id, more = {}] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as [
      unknown,
      unknown,
      { widthMs?: unknown; part?: unknown }?,
    ];
    if (typeof id !== "string") throw new Error("no id");
    const width = typeof more.widthMs === "number" && more.widthMs > 0 ? { widthMs: more.widthMs } : {};
    const rest = { id, ...width, ...(more.part === "second" && ({ part: more.part } as const)) };
    if (value !== null && typeof value === "object") {
      const { date } = value as { date?: unknown };
      if (typeof date !== "number") throw new Error("no date");
      return { value: new Date(date), ...rest };
    }
    if (typeof value !== "string") throw new Error("no value");
    return { value, ...rest };
  } catch {
    throw new AppError("badRequest", "The cursor is not one that a list of ours gave.", { field: "cursor" });
  }
}

/** The filter that continues after a cursor, newest first unless ascending. */
export function after(field: string, cursor: string | undefined, ascending = false): Record<string, unknown> {
  if (!cursor) return {};
  const { value, id } = decodeCursor(cursor);
  const beyond = ascending ? "$gt" : "$lt";
  return { $or: [{ [field]: { [beyond]: value } }, { [field]: value, _id: { [beyond]: id } }] };
}

/** Documents for a page, and how looking for them ended. */
interface FoundDocuments {
  readonly rows: readonly object[];
  /** Where looking stopped before the page was full. */
  readonly reached?: Date;
  readonly widthMs?: number | undefined;
  /** With which of the rows the second part of a list of two begins; infinite while all are of the first. */
  readonly secondFrom?: number;
}

/**
 * One page out of `limit + 1` documents. Fewer are all there is, unless looking for them stopped somewhere: then the next page goes on
 * from there. (What lies at that very instant has been looked at going back, and has not going on; no id comes before "".)
 */
export function pageOf<Shape>(
  { rows, reached, widthMs, secondFrom }: FoundDocuments,
  limit: number,
  field: string,
): Page<Shape> {
  const items = rows.slice(0, limit).map((document) => fromStored<Shape>(document));
  const ofNamed = Math.min(secondFrom ?? 0, items.length);
  const page = { items, ...(ofNamed > 0 && { ofNamed }) };
  const partAt = (index: number) => (secondFrom !== undefined && index >= secondFrom ? ("second" as const) : undefined);
  const last = rows[limit - 1] as Stored | undefined;
  if (rows.length > limit && last) {
    return {
      ...page,
      nextCursor: encodeCursor({ value: last[field], id: last._id, widthMs, part: partAt(limit - 1) }),
    };
  }
  if (!reached) return page;
  return { ...page, nextCursor: encodeCursor({ value: reached, id: "", widthMs, part: partAt(rows.length) }), reached };
}
