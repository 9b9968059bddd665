import { shifted } from "../core/holidays.ts";
import type { OpenedCount, Span } from "../core/reports.ts";
import { turkishDay } from "../core/turkish-time.ts";
import { isDuplicateKey } from "./documents.ts";
import type { Models } from "./models.ts";

/** A transaction that began before midnight has ended by then. */
const SETTLED_MS = 60 * 60_000;

type Row = Omit<OpenedCount, "day">;
type Count = (span: Span) => Promise<readonly OpenedCount[]>;

/**
 * Tickets opened by day, way and category. Days that are over come from their roll-ups; those without a valid one are counted and
 * rolled up in passing, which may be done any number of times by any number of processes. The rest is counted live.
 */
export async function openedByDay(models: Models, count: Count, span: Span, now: Date): Promise<OpenedCount[]> {
  const days = wholeDays(span, now);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [...(await count(span))];
  const found = await readRollups(models, { $gte: first, $lte: last });
  const missing = days.filter((day) => !found.valid.has(day));
  const counted: OpenedCount[] = [];
  for (const { from, to } of runsOf(missing)) counted.push(...(await count(spanOf(from, to))));
  await keep(models, missing, counted, found);
  const { from, to } = spanOf(first, last);
  const edges = [
    ...(span.from < from ? await count({ from: span.from, to: from }) : []),
    ...(to < span.to ? await count({ from: to, to: span.to }) : []),
  ];
  return [...found.opened, ...counted, ...edges];
}

interface Found {
  readonly valid: ReadonlySet<string>;
  readonly opened: readonly OpenedCount[];
  readonly rounds: ReadonlyMap<string, number>;
  /** Marks of the days that are not valid. */
  readonly marks: readonly string[];
}

async function readRollups({ dailyRollups, dayMarks }: Models, range: object): Promise<Found> {
  const rows = await dailyRollups.find({ _id: range }).lean();
  const marks = await dayMarks.find({ day: range }).lean();
  const stale = new Set(marks.map(({ day }) => day as string));
  const valid = rows.filter(({ _id }) => !stale.has(_id));
  return {
    valid: new Set(valid.map(({ _id }) => _id)),
    opened: valid.flatMap(({ _id, opened }) => (opened as Row[]).map((row) => ({ day: _id, ...row }))),
    rounds: new Map(rows.map(({ _id, round }) => [_id, round as number])),
    marks: marks.map(({ _id }) => _id),
  };
}

/**
 * A day that another process rolled up meanwhile stays as it is, and so do the marks: whose count came first is not known, and the
 * next reading counts it again. Marks made since were not read, and stay too.
 */
async function keep(
  { dailyRollups, dayMarks }: Models,
  days: readonly string[],
  counted: readonly OpenedCount[],
  { rounds, marks }: Found,
): Promise<void> {
  if (days.length === 0) return;
  const writes = days.map((day) => {
    const opened = counted.filter((one) => one.day === day).map(({ day: _day, ...row }) => row);
    const filter = { _id: day, round: rounds.get(day) ?? 0 };
    return { updateOne: { filter, update: { $set: { opened }, $inc: { round: 1 } }, upsert: true } };
  });
  try {
    await dailyRollups.bulkWrite(writes, { ordered: false });
  } catch (error) {
    if (isDuplicateKey(error)) return;
    throw error;
  }
  await dayMarks.deleteMany({ _id: { $in: [...marks] } });
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

/** Neighbouring days in one span each. */
function runsOf(days: readonly string[]): { from: string; to: string }[] {
  const runs: { from: string; to: string }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && shifted(run.to, 1) === day) run.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}

const startOf = (day: string) => new Date(`${day}T00:00:00+03:00`);
const spanOf = (first: string, last: string): Span => ({ from: startOf(first), to: startOf(shifted(last, 1)) });
