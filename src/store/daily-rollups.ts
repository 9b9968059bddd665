import { shifted } from "../core/holidays.ts";
import type { Span } from "../core/reports.ts";
import { turkishDay } from "../core/turkish-time.ts";
import { isDuplicateKey } from "./documents.ts";
import { newId } from "./ids.ts";
import type { Models, Stored } from "./models.ts";
import { unattended } from "./unattended.ts";

/** A transaction that began before midnight has ended by then. */
const SETTLED_MS = 60 * 60_000;
/** Marks wait for a reader up to so many; then they become invalid roll-ups. */
const MOST_MARKS = 500;

/** Days that are counted at once: their tickets are all in memory then. */
const MOST_AT_ONCE = 14;

/** What is rolled up by day. */
export type Rolled = "opened" | "times" | "questions";

/** The name of a day's roll-up, and what a mark on it says. */
const rollupId = (of: Rolled, day: string) => `${of} ${day}`;

/** Says that what a day comes to has changed: a roll-up made without the change is not taken for a valid one. */
export const markOf = (of: Rolled, instant: Date): Stored => ({
  _id: newId(),
  day: rollupId(of, turkishDay(instant)),
});

/** Whether the day of this instant is over, so that it may have been rolled up. */
export const isOver = (instant: Date) => turkishDay(instant) !== turkishDay(new Date());

export interface Figures<Day> {
  readonly of: Rolled;
  /** What a former way of counting made is counted anew. */
  readonly made: string;
  /** Counts what the days of a span come to, by day. */
  count(span: Span): Promise<ReadonlyMap<string, Day>>;
  /** What a day with nothing in it comes to. */
  readonly empty: Day;
  /** As it is stored, and back. */
  pack(day: Day): unknown;
  unpack(stored: unknown): Day;
}

/**
 * What the days of a span come to. Days that are over come from their roll-ups; those without a valid one are counted and
 * rolled up in passing, which may be done any number of times by any number of processes. The rest is counted live. Out: the
 * earliest first.
 */
export async function byDay<Day>(
  models: Models,
  figures: Figures<Day>,
  span: Span,
  now: Date,
): Promise<readonly (readonly [day: string, Day])[]> {
  const days = wholeDays(span, now);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [...(await figures.count(span))];
  const { from, to } = spanOf(first, last);
  const edges = [
    ...(span.from < from ? [{ from: span.from, to: from }] : []),
    ...(to < span.to ? [{ from: to, to: span.to }] : []),
  ];
  const [found, ...live] = await Promise.all([
    readRollups(models, figures, first, last),
    ...edges.map((edge) => figures.count(edge)),
  ]);
  const missing = days.filter((day) => !found.valid.has(day));
  const counted = new Map<string, Day>();
  for (const { from, to } of runsOf(missing)) {
    for (const [day, one] of await figures.count(spanOf(from, to))) counted.set(day, one);
  }
  await keep(models, figures, missing, counted, found);
  return [...found.valid, ...counted, ...live.flatMap((days) => [...days])].sort(([a], [b]) => (a < b ? -1 : 1));
}

interface Found<Day> {
  readonly valid: ReadonlyMap<string, Day>;
  readonly rounds: ReadonlyMap<string, number>;
  /** Marks of the days that are not valid. */
  readonly marks: readonly string[];
}

async function readRollups<Day>(
  { dailyRollups, dayMarks }: Models,
  { of, made, unpack }: Figures<Day>,
  first: string,
  last: string,
): Promise<Found<Day>> {
  const range = { $gte: rollupId(of, first), $lte: rollupId(of, last) };
  const rows = await dailyRollups.find({ _id: range }).lean();
  const marks = await dayMarks.find({ day: range }).lean();
  const stale = new Set(marks.map(({ day }) => day as string));
  const valid = rows.filter((row) => row.made === made && !stale.has(row._id));
  return {
    valid: new Map(valid.map(({ _id, figures }) => [_id.slice(of.length + 1), unpack(figures)])),
    rounds: new Map(rows.map(({ _id, round }) => [_id, round as number])),
    marks: marks.map(({ _id }) => _id),
  };
}

/**
 * A day that another process rolled up meanwhile stays as it is, and so do the marks: whose count came first is not known, and the
 * next reading counts it again. Marks made since were not read, and stay too.
 */
async function keep<Day>(
  { dailyRollups, dayMarks }: Models,
  { of, made, empty, pack }: Figures<Day>,
  days: readonly string[],
  counted: ReadonlyMap<string, Day>,
  { rounds, marks }: Found<Day>,
): Promise<void> {
  if (days.length === 0) return;
  const writes = days.map((day) => {
    const filter = { _id: rollupId(of, day), round: rounds.get(rollupId(of, day)) ?? 0 };
    const figures = pack(counted.get(day) ?? empty);
    return { updateOne: { filter, update: { $set: { figures, made }, $inc: { round: 1 } }, upsert: true } };
  });
  try {
    await dailyRollups.bulkWrite(writes, { ordered: false });
  } catch (error) {
    if (isDuplicateKey(error)) return;
    throw error;
  }
  await dayMarks.deleteMany({ _id: { $in: [...marks] } });
}

/** Keeps marks few where nobody reads reports for long. Told of each commit that may have made one; works unattended. */
export function createMarkKeeper(models: Models): { changed(): void } {
  let waiting = 0;
  const settle = unattended(() => {
    waiting = 0;
    return settleMarks(models);
  });
  return {
    changed() {
      waiting += 1;
      if (waiting >= MOST_MARKS / 2) settle();
    },
  };
}

/**
 * Where there are many marks, their days' roll-ups are no longer valid, and the marks go. A count under way that does not know of the
 * change finds another round, and is not kept. What a crash leaves is done again.
 */
async function settleMarks({ dailyRollups, dayMarks }: Models): Promise<void> {
  const marks = await dayMarks.find({}).limit(MOST_MARKS).lean();
  if (marks.length < MOST_MARKS) return;
  const days = [...new Set(marks.map(({ day }) => day as string))];
  const writes = days.map((_id) => ({
    updateOne: { filter: { _id }, update: { $set: { made: "" }, $inc: { round: 1 } }, upsert: true },
  }));
  await dailyRollups.bulkWrite(writes, { ordered: false });
  await dayMarks.deleteMany({ _id: { $in: marks.map(({ _id }) => _id) } });
}

/** Turkish days that lie in the span from beginning to end and are over for good. */
function wholeDays(span: Span, now: Date): string[] {
  const end = Math.min(span.to.getTime(), now.getTime() - SETTLED_MS);
  const days: string[] = [];
  const first = turkishDay(span.from);
  const start = startOf(first) < span.from ? shifted(first, 1) : first;
  for (let day = start; startOf(shifted(day, 1)).getTime() <= end; day = shifted(day, 1)) days.push(day);
  return days;
}

/** Neighbouring days in one span each, up to so many. */
function runsOf(days: readonly string[]): { from: string; to: string }[] {
  const runs: { from: string; to: string }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && shifted(run.to, 1) === day && day < shifted(run.from, MOST_AT_ONCE)) run.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}

const startOf = (day: string) => new Date(`${day}T00:00:00+03:00`);
const spanOf = (first: string, last: string): Span => ({ from: startOf(first), to: startOf(shifted(last, 1)) });
