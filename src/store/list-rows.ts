import type { Model } from "mongoose";
import type { PageRequest } from "../core/page.ts";
import { after, decodeCursor } from "./documents.ts";
import { byFields, type Entrance, type Filter } from "./entrance.ts";
import type { Stored } from "./models.ts";
import { earliestFirst, newestFirst, type TimeWindow } from "./newest-first.ts";

/** A list to be read, in the order of a field. */
export interface ListPlan {
  readonly entrance: Entrance;
  /** What else a row of the list fits. */
  readonly filter: Filter;
  readonly field: string;
  /** Newest first unless so. */
  readonly isAscending?: boolean;
  /** The last instant that is wanted of an ascending list. */
  readonly until?: Date;
  readonly cursor?: string | undefined;
  readonly most: number;
  /** Fields to be left out, or those wanted beside the one that is sorted by. */
  readonly fields?: Readonly<Record<string, 0 | 1>>;
}

/**
 * The first rows of a list, read through its entrance: each branch by itself, and in windows of time where the index allows it.
 * MongoDB would do both by itself; its stand-in reads all rows of an `$or`, of an `$in` beside a range, and of a sort with a limit.
 */
export async function listRows(model: Model<Stored>, plan: ListPlan): Promise<readonly Stored[]> {
  const { entrance, filter, field, isAscending = false, until, cursor, most, fields } = plan;
  const conditions = [...entrance.rest, filter, after(field, cursor, isAscending)];
  const order = isAscending ? 1 : -1;

  async function readWindow(window: TimeWindow, limit: number): Promise<readonly Stored[]> {
    const { near, far } = endsOf(window, cursor, isAscending);
    const timed = on(field, entrance.isMultikey ? far : { ...far, ...near });
    const later = [...conditions, ...(entrance.isMultikey ? [on(field, near)] : [])].filter(saysSomething);
    const found = await Promise.all(
      entrance.branches.map((branch) =>
        model.aggregate<Stored>([
          { $match: { ...branch, ...timed } },
          ...(later.length > 0 ? [{ $match: { $and: later } }] : []),
          { $sort: { [field]: order, _id: order } },
          { $limit: limit },
          ...(fields ? [{ $project: fields }] : []),
        ]),
      ),
    );
    return found.length === 1 ? (found[0] ?? []) : merged(found.flat(), field, order).slice(0, limit);
  }

  if (!entrance.isTimed) return readWindow({}, most);
  const start = startOf(cursor);
  return isAscending ? earliestFirst(start, most, readWindow, until) : newestFirst(start, most, readWindow);
}

/** The newest rows that have these values in fields, for `pageOf`: one more than the page has. */
export function newestRows(
  model: Model<Stored>,
  values: Filter,
  field: string,
  { limit, cursor }: PageRequest,
  fields?: ListPlan["fields"],
): Promise<readonly Stored[]> {
  const plan = { entrance: byFields([values], []), filter: {}, field, cursor, most: limit + 1 };
  return listRows(model, { ...plan, ...(fields && { fields }) });
}

/** Without it the stand-in begins with the documents that lack the field. */
const EARLIEST = new Date(0);

/** The window's ends as conditions, the nearer to where the list begins first; the page before ends the first window. */
function endsOf({ from, before }: TimeWindow, cursor: string | undefined, isAscending: boolean) {
  const last = cursor && decodeCursor(cursor).value;
  const after = from && { $gte: from };
  const until = before && { $lt: before };
  if (isAscending) return { near: after ?? { $gte: last instanceof Date ? last : EARLIEST }, far: until ?? {} };
  return { near: until ?? (last instanceof Date ? { $lte: last } : {}), far: after ?? {} };
}

const saysSomething = (condition: Filter) => Object.keys(condition).length > 0;
const on = (field: string, condition: Filter): Filter => (saysSomething(condition) ? { [field]: condition } : {});

/** Where a page begins. */
function startOf(cursor: string | undefined): Date {
  const { value } = cursor ? decodeCursor(cursor) : {};
  return value instanceof Date ? value : new Date();
}

/** Rows of several branches in one order, each row once. */
function merged(rows: readonly Stored[], field: string, order: 1 | -1): Stored[] {
  const key = (row: Stored) => Number(row[field] ?? 0);
  const once = [...new Map(rows.map((row) => [row._id, row])).values()];
  return once.sort((a, b) => order * (key(a) - key(b) || (a._id < b._id ? -1 : 1)));
}
