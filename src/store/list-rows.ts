import type { Model } from "mongoose";
import type { PageRequest } from "../core/page.ts";
import { after, decodeCursor } from "./documents.ts";
import { byFields, type Entrance, type Filter, WORD_COST } from "./entrance.ts";
import type { Stored } from "./models.ts";
import { earliestFirst, type Found, newestFirst, type TimeWindow } from "./newest-first.ts";

/** A list to be read, in the order of a field. */
export interface ListPlan {
  readonly entrance: Entrance;
  /** What a row of the list fits; of the fields that the entrance's branches name, they say the same. */
  readonly filter: Filter;
  readonly field: string;
  /** Newest first unless so. */
  readonly isAscending?: boolean;
  /** The last instant that is wanted of an ascending list. */
  readonly until?: Date;
  readonly cursor?: string | undefined;
  readonly most: number;
  /** What may be looked at, in rows. */
  readonly reach?: number | undefined;
  /** Fields to be left out, or those wanted beside the one that is sorted by. */
  readonly fields?: Readonly<Record<string, 0 | 1>> | undefined;
}

/**
 * What reading a list may look at before it gives what it has: rows in the order of time, about three quarters of a second of them on
 * the stand-in.
 */
const MOST_LOOKED_AT = 30_000;

/**
 * The first rows of a list, read through its entrance: each branch by itself, and in windows of time where the index allows it.
 * MongoDB would do both by itself; its stand-in reads all rows of an `$or`, of an `$in` beside a range, and of a sort with a limit.
 * Out: the rows, and where it stopped looking when it came to the end of its reach before they were full.
 */
export async function listRows(model: Model<Stored>, plan: ListPlan): Promise<Found<Stored>> {
  const { entrance, filter, field, isAscending = false, until, cursor, most, fields, reach = MOST_LOOKED_AT } = plan;
  const order = isAscending ? 1 : -1;
  const beyond = after(field, cursor, isAscending);
  const start = startOf(cursor);
  const now = Date.now();

  /** The cheaper of two entrances for a window. */
  function throughFor({ from, before }: TimeWindow): Entrance {
    if (!entrance.multikey) return entrance;
    const { ratio, other } = entrance.multikey;
    const far = from?.getTime() ?? 0;
    const near = Math.min(now, before?.getTime() ?? start.getTime());
    return ratio * (now - far) < near - far ? entrance : other;
  }

  function matchesIn(window: TimeWindow, { branches, rest, multikey } = throughFor(window)): Matches {
    const { near, far } = endsOf(window, cursor, isAscending);
    const timed = on(field, multikey ? far : { ...far, ...near });
    const later = [...rest, without(filter, branches[0]), beyond, ...(multikey ? [on(field, near)] : [])];
    return { first: branches.map((branch) => ({ ...branch, ...timed })), later: later.filter(saysSomething) };
  }

  async function readWindow(window: TimeWindow, limit: number): Promise<readonly Stored[]> {
    const { first, later } = matchesIn(window);
    const found = await Promise.all(
      first.map((match) =>
        model.aggregate<Stored>([
          { $match: match },
          ...(later.length > 0 ? [{ $match: { $and: later } }] : []),
          { $sort: { [field]: order, _id: order } },
          { $limit: limit },
          ...(fields ? [{ $project: fields }] : []),
        ]),
      ),
    );
    return found.length === 1 ? (found[0] ?? []) : merged(found.flat(), field, order).slice(0, limit);
  }

  async function lookedAt(window: TimeWindow, through: Entrance): Promise<number> {
    const counts = await Promise.all(
      matchesIn(window, through).first.map((match) =>
        model.aggregate<{ n: number }>([{ $match: match }, { $count: "n" }]),
      ),
    );
    return counts.reduce((sum, [one]) => sum + (one?.n ?? 0), 0);
  }

  /** Counting behind a word costs half of reading: so what was read already is counted, and tells of what comes. */
  async function weigh(window: TimeWindow): Promise<number> {
    const through = throughFor(window);
    if (!through.multikey) return lookedAt(window, through);
    const near = window.before ?? (cursor ? start : undefined);
    if (!near) return 0;
    const [read, all] = [now - near.getTime(), now - (window.from?.getTime() ?? 0)];
    return (WORD_COST * (await lookedAt({ from: near }, through)) * all) / Math.max(1, read);
  }

  if (!entrance.isTimed) return { rows: await readWindow({}, most) };
  // Where every row looked at is one of the list, it is full long before the reach ends.
  const isSifted = entrance.multikey || [...entrance.rest, without(filter, entrance.branches[0])].some(saysSomething);
  const windows = {
    start,
    limit: most,
    ...(entrance.firstMs && { firstMs: entrance.firstMs }),
    ...(isSifted && { reach: { most: reach, weigh } }),
  };
  return isAscending ? earliestFirst(windows, readWindow, until) : newestFirst(windows, readWindow);
}

/** What is asked of the engine for a window. */
interface Matches {
  /** Conditions that the index serves, one a branch. */
  readonly first: readonly Filter[];
  /** What is then looked at in each document. */
  readonly later: readonly Filter[];
}

/** A filter without the fields that a branch has settled. */
const without = (filter: Filter, branch: Filter = {}): Filter =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => !(name in branch)));

/** The newest rows that have these values in fields, for `pageOf`: one more than the page has. */
export async function newestRows(
  model: Model<Stored>,
  values: Filter,
  field: string,
  { limit, cursor }: PageRequest,
  fields?: ListPlan["fields"],
): Promise<readonly Stored[]> {
  const plan = { entrance: byFields([values], []), filter: {}, field, cursor, most: limit + 1, fields };
  return (await listRows(model, plan)).rows;
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
