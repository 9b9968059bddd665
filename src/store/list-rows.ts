import type { Model } from "mongoose";
import type { PageRequest } from "../core/page.ts";
import { after, decodeCursor } from "./documents.ts";
import { byFields, type Entrance, type Filter } from "./entrance.ts";
import type { Stored } from "./models.ts";
import { earliestFirst, type Found, newestFirst, type Reach, since, type TimeWindow } from "./newest-first.ts";

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
  /** How much work it may be before it gives what it has; "all" when there is little to look at. */
  readonly reach?: Reach | "all" | undefined;
  /** How many documents of the collection lie in a ms of the order of change, where that is known. */
  readonly density?: number | undefined;
  /** Fields to be left out, or those wanted beside the one that is sorted by. */
  readonly fields?: Readonly<Record<string, 0 | 1>> | undefined;
}

/** A page stays within 50 ms, whatever was searched for. */
const USUAL_REACH: Reach = { ms: 25, rows: 1_000, windows: 20 };
/** MaxTimeMSExpired. */
const TOOK_TOO_LONG = 50;

/**
 * The first rows of a list, read through its entrance: each branch by itself, and in windows of time where the index allows it.
 * MongoDB would do both by itself; its stand-in reads all rows of an `$or`, of an `$in` beside a range, and of a sort with a limit.
 * Out: the rows, and where it stopped looking when its time was over before they were full.
 */
export async function listRows(model: Model<Stored>, plan: ListPlan): Promise<Found<Stored>> {
  const {
    entrance,
    filter,
    field,
    isAscending = false,
    until,
    cursor,
    most,
    fields,
    reach = USUAL_REACH,
    density,
  } = plan;
  const order: 1 | -1 = isAscending ? 1 : -1;
  const beyond = after(field, cursor, isAscending);
  const { start, widthMs } = beginningOf(cursor);
  const now = Date.now();

  /** What a window costs through each of two entrances, in ms of the order of time. */
  function costsOf({ from, before }: TimeWindow) {
    const far = from?.getTime() ?? 0;
    const near = Math.min(now, before?.getTime() ?? start.getTime());
    const { ratio = Number.POSITIVE_INFINITY } = entrance.multikey ?? {};
    return { byWord: ratio * (now - far), byTime: Math.abs(near - far) };
  }
  function throughFor(window: TimeWindow): Entrance {
    const { byWord, byTime } = costsOf(window);
    return byWord < byTime ? entrance : (entrance.multikey?.other ?? entrance);
  }
  function weigh(window: TimeWindow): number {
    const { byWord, byTime } = costsOf(window);
    return (density ?? Number.POSITIVE_INFINITY) * (entrance.share ?? 1) * Math.min(byWord, byTime);
  }

  async function readWindow(
    window: TimeWindow,
    limit: number,
    withinMs?: number,
  ): Promise<readonly Stored[] | undefined> {
    const { branches, rest, multikey } = throughFor(window);
    const { near, far } = endsOf(window, cursor, isAscending);
    const timed = on(field, multikey ? far : { ...far, ...near });
    const later = [...rest, without(filter, branches[0]), beyond, ...(multikey ? [on(field, near)] : [])];
    const shape = {
      later: later.filter(saysSomething),
      field,
      order,
      limit,
      fields,
      isMultikey: multikey !== undefined,
    };
    try {
      const found = await Promise.all(
        branches.map((branch) => readBranch(model, { ...branch, ...timed }, { ...shape, withinMs })),
      );
      return found.length === 1 ? found[0] : merged(found.flat(), field, order).slice(0, limit);
    } catch (error) {
      if (withinMs !== undefined && (error as { code?: unknown }).code === TOOK_TOO_LONG) return undefined;
      throw error;
    }
  }

  if (!entrance.isTimed) return { rows: (await readWindow({}, most)) ?? [] };
  // Where every row looked at is one of the list, it is full long before its time is over.
  const isSifted = entrance.multikey || [...entrance.rest, without(filter, entrance.branches[0])].some(saysSomething);
  const bound = isSifted && reach !== "all" ? { reach, weigh } : {};
  const windows = { start, limit: most, firstMs: widthMs ?? entrance.firstMs, ...bound };
  return isAscending
    ? earliestFirst(windows, readWindow, until, cursor !== undefined)
    : newestFirst(windows, readWindow);
}

/** How the rows of a branch are read. */
interface BranchRead {
  /** What is then looked at in each document. */
  readonly later: Filter[];
  readonly field: string;
  readonly order: 1 | -1;
  readonly limit: number;
  readonly fields: ListPlan["fields"];
  readonly withinMs: number | undefined;
  readonly isMultikey: boolean;
}

/** In: conditions that an index serves. */
async function readBranch(model: Model<Stored>, first: Filter, read: BranchRead): Promise<Stored[]> {
  const { later, field, order, limit, fields, withinMs, isMultikey } = read;
  const sort = { [field]: order, _id: order };
  const options = withinMs === undefined ? {} : { maxTimeMS: Math.ceil(withinMs) };
  if (later.length === 0) return model.find(first, fields, options).sort(sort).limit(limit).lean();
  const sift = { $match: { $and: later } };
  // The stand-in takes rows behind an index of many entries a document in the order of the sort three times as fast as in none.
  const steps = isMultikey ? [{ $sort: sort }, sift] : [sift, { $sort: sort }];
  return model.aggregate<Stored>(
    [{ $match: first }, ...steps, { $limit: limit }, ...(fields ? [{ $project: fields }] : [])],
    options,
  );
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
): Promise<Found<Stored>> {
  return listRows(model, { entrance: byFields([values], []), filter: {}, field, cursor, most: limit + 1, fields });
}

/** Without it the stand-in begins with the documents that lack the field. */
const EARLIEST = new Date(0);

/** The window's ends as conditions, the nearer to where the list begins first; the page before ends the first window. */
function endsOf({ from, before }: TimeWindow, cursor: string | undefined, isAscending: boolean) {
  const last = cursor && decodeCursor(cursor).value;
  const after = from && since(from);
  const until = before && { $lt: before };
  if (isAscending) return { near: after ?? since(last instanceof Date ? last : EARLIEST), far: until ?? {} };
  return { near: until ?? (last instanceof Date ? { $lte: last } : {}), far: after ?? {} };
}

const saysSomething = (condition: Filter) => Object.keys(condition).length > 0;
const on = (field: string, condition: Filter): Filter => (saysSomething(condition) ? { [field]: condition } : {});

/** Where a page begins, and how wide its first window is when the page before says so. */
function beginningOf(cursor: string | undefined): { readonly start: Date; readonly widthMs?: number | undefined } {
  if (!cursor) return { start: new Date() };
  const { value, widthMs } = decodeCursor(cursor);
  return { start: value instanceof Date ? value : new Date(), widthMs };
}

/** Rows of several branches in one order, each row once. */
function merged(rows: readonly Stored[], field: string, order: 1 | -1): Stored[] {
  const key = (row: Stored) => Number(row[field] ?? 0);
  const once = [...new Map(rows.map((row) => [row._id, row])).values()];
  return once.sort((a, b) => order * (key(a) - key(b) || (a._id < b._id ? -1 : 1)));
}
