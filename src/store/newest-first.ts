const DAY_MS = 24 * 60 * 60_000;
/** A busy office's newest page. */
const FIRST_MS = 15 * 60_000;
/** A window that found nothing is followed by one so many times as wide. */
const MOST_GROWTH = 16;
/** The same where the time is limited: what comes may be so much denser. */
const CAREFUL_GROWTH = 6;
/** One that found nearly all is followed by a narrower one. */
const LEAST_GROWTH = 0.5;
const WIDEST_MS = 2_000 * DAY_MS;
/** What lies behind the start of an ascending list is come up to in windows that end so many times nearer to it each. */
const APPROACH = 8;
/** While nobody knows how much lies there, such a window may take so many times what all of them may; then half of it is tried. */
const TOO_LONG_UNSEEN = 2;
/** With less than this part of its time left, a list is not worth another window. */
const WORTH_ANOTHER = 0.2;
/** A window may take so many times what all of them may; then it is given up, and read again so many times narrower. */
const TOO_LONG = 8;
const TOO_WIDE = 8;
/** Nothing lies before it: a list that finds little in its time would go back for ever, and to years that an engine cannot read. */
const BEGINNING = new Date(0);
const ALL = Number.POSITIVE_INFINITY;
const EVERYTHING: Reach = { ms: ALL, rows: ALL, windows: ALL };
/** A little more than the last window's density asks for. */
const MARGIN = 1.5;

/** A stretch of time; without `from` or `before` it has no such end. */
export interface TimeWindow {
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
}

/** Gives the rows of a window, in order, up to a limit; nothing when that would take longer than it may, in ms. */
type ReadWindow<Row> = (
  window: TimeWindow,
  limit: number,
  withinMs: number | undefined,
) => Promise<readonly Row[] | undefined>;

/**
 * How much work a list may be before it gives what it has: so much time, or so many rows where that is more, so that a machine that is
 * busy with other things shortens no list. One window is read in any case.
 */
export interface Reach {
  readonly ms: number;
  /** Rows looked at, in those that lie in the order of time. */
  readonly rows: number;
  /** How many windows may be read. */
  readonly windows: number;
}

/** How a list is read; without a reach, until it is full or there is nothing more. */
export interface Windows {
  /** Where to begin; everything on the near side of it belongs to the list. */
  readonly start: Date;
  readonly limit: number;
  /** How wide the first window is. */
  readonly firstMs?: number | undefined;
  readonly reach?: Reach | undefined;
  /** How many rows reading this window looks at, roughly; infinite where nobody knows. */
  readonly weigh?: ((window: TimeWindow) => number) | undefined;
}

/** The rows found, and where reading stopped if that was before they were full or the end was come to. */
export interface Found<Row> {
  readonly rows: readonly Row[];
  readonly reached?: Date;
  /** How wide the next window would be: where the list goes on, it begins so. Unknown while its beginning is looked for. */
  readonly widthMs?: number | undefined;
}

/**
 * The newest so many rows, read in windows of time that reach back until they are full: what is read follows from the size of the
 * page and not from the number of tickets, whether or not an engine stops at a limit. Each window is as wide as the density of the
 * one before it asks for, and as what is left of the time allows.
 * @param read the rows of a window, newest first, `limit` at most.
 */
export function newestFirst<Row>(windows: Windows, read: ReadWindow<Row>): Promise<Found<Row>> {
  return inWindows(windows, -1, read, BEGINNING);
}

/**
 * The same the other way round: the earliest rows, `read` earliest first.
 * @param until the last instant that is wanted.
 * @param isBegun whether everything before the start was given already.
 */
export function earliestFirst<Row>(
  windows: Windows,
  read: ReadWindow<Row>,
  until: Date | undefined,
  isBegun: boolean,
): Promise<Found<Row>> {
  return inWindows(windows, 1, read, until && new Date(until.getTime() + 1), isBegun ? 0 : WIDEST_MS);
}

async function inWindows<Row>(
  windows: Windows,
  direction: 1 | -1,
  read: ReadWindow<Row>,
  end: Date | undefined,
  behindStart = 0,
): Promise<Found<Row>> {
  const { limit, reach = EVERYTHING, weigh = () => Number.POSITIVE_INFINITY } = windows;
  const rows: Row[] = [];
  const path = createPath(windows, direction, end, behindStart);
  const work = createWork(reach);
  for (;;) {
    const { window, far, withinMs } = path.next();
    const isSeeking = path.isSeeking();
    const begun = performance.now();
    const found = await read(window, limit - rows.length, withinMs);
    const took = performance.now() - begun;
    const weight = weigh(window);
    work.spend(took, weight);
    if (found) {
      rows.push(...found);
      if (rows.length >= limit || !far) return { rows, widthMs: path.width() };
      path.moveOn(found.length, limit - rows.length, work.affordable(took, weight));
    } else path.narrow();
    // Where an ascending list begins must be found first; halving leads there soon, so that it is not counted.
    if (isSeeking && rows.length === 0) work.renew();
    const reached = path.near();
    if (reached && work.isOver()) return { rows, reached, widthMs: path.width() };
  }
}

/** How much of its reach a list has used. */
function createWork(reach: Reach) {
  let left = reach;
  const isSpent = (what: "ms" | "rows") => left[what] < reach[what] * WORTH_ANOTHER;
  const isOver = () => (isSpent("ms") && isSpent("rows")) || left.windows <= 0;
  return {
    isOver,
    spend(took: number, weight: number) {
      const rows = Number.isFinite(weight) ? left.rows - weight : 0;
      left = { ms: left.ms - took, rows, windows: left.windows - 1 };
    },
    renew() {
      left = reach;
    },
    /** How many windows such as this one there is still work for, in this page or the next. */
    affordable(took: number, weight: number): number {
      const { ms, rows: most } = isOver() ? reach : left;
      return Math.max(ms / took, Number.isFinite(weight) && weight > 0 ? most / weight : 0);
    },
  };
}

/** The windows of a list, one behind the other. */
function createPath(
  { start, firstMs = FIRST_MS, reach }: Windows,
  direction: 1 | -1,
  end: Date | undefined,
  behindStart: number,
) {
  const most = reach ? CAREFUL_GROWTH : MOST_GROWTH;
  const isBounded = reach !== undefined && Number.isFinite(reach.ms);
  let width = firstMs;
  /** How far before the start the next window ends, while those before the start are read. */
  let behind = behindStart;
  /** Where a window before the start ended that held too much. */
  let tooFar: Date | undefined;
  let near: Date | undefined;

  /** Where the next window ends; nowhere if it takes in all there is. */
  function farEnd(): Date | undefined {
    if (near && tooFar) return new Date((near.getTime() + tooFar.getTime()) / 2);
    if (behind > 0) return new Date(start.getTime() - behind);
    const far = new Date((near ?? start).getTime() + direction * width);
    const isPastEnd = end !== undefined && direction * (far.getTime() - end.getTime()) >= 0;
    return width > WIDEST_MS || isPastEnd ? undefined : far;
  }
  function nextWidth(): number {
    if (near && tooFar) return (tooFar.getTime() - near.getTime()) / 2;
    return behind > 0 ? behind * (1 - 1 / APPROACH) : width;
  }
  /** How long the next window may take. What is narrowest is read however long it takes: so every page goes on. */
  function mostMs(): number | undefined {
    const isFree = behind > 0 && !near;
    if (!isBounded || isFree || nextWidth() <= FIRST_MS) return undefined;
    return reach.ms * (behind > 0 ? TOO_LONG_UNSEEN : TOO_LONG);
  }

  return {
    next() {
      const far = farEnd();
      const window: TimeWindow = direction === 1 ? { from: near, before: far ?? end } : { from: far, before: near };
      return { window, far, withinMs: mostMs() };
    },
    near: () => near,
    width: () => (behind > 0 ? undefined : width),
    /** Whether windows still come up to the start of an ascending list. */
    isSeeking: () => behind > 0,
    /** The last window could not be read in its time. */
    narrow() {
      if (behind > 0) tooFar = farEnd();
      else width = Math.max(FIRST_MS, width / TOO_WIDE);
    },
    /** The last window was read. In: what it found, how many more are wanted, how many such windows the time is enough for. */
    moveOn(found: number, wanted: number, affordable: number) {
      const step = nextWidth();
      near = farEnd();
      if (tooFar) {
        // Here the list begins, or what held too much of others: it goes on in windows like this one.
        if (found === 0 && step > FIRST_MS) return;
        [behind, tooFar, width] = [0, undefined, step];
      } else if (behind > 0) {
        behind = behind / APPROACH > width ? behind / APPROACH : 0;
        return;
      }
      const growth = found === 0 ? MOST_GROWTH : (wanted / found) * MARGIN;
      const possible = Math.max(FIRST_MS, width * affordable);
      width = Math.min(width * most, possible, width * Math.max(LEAST_GROWTH, growth));
    },
  };
}

/** The window as a condition on a field. */
export function within(field: string, { from, before }: TimeWindow): Record<string, unknown> {
  if (!from && !before) return {};
  return { [field]: { ...(from && since(from)), ...(before && { $lt: before }) } };
}

/**
 * From this instant on, as a condition. Not `$gte`: behind a value of an index's first field, and in descending order of its second, a
 * stand-in leaves out what lies at the very instant.
 */
export const since = (instant: Date) => ({ $gt: new Date(instant.getTime() - 1) });
