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
/** With less than this part of its time left, a list is not worth another window. */
const WORTH_ANOTHER = 0.2;
/** A window may take so many times what all of them may; then it is given up, and read again so many times narrower. */
const TOO_LONG = 2;
const TOO_WIDE = 8;
const EVERYTHING = { ms: Number.POSITIVE_INFINITY, windows: Number.POSITIVE_INFINITY };
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

/** How much work a list may be before it gives what it has; one window is read in any case. */
export interface Reach {
  /** How long reading may take. */
  readonly ms: number;
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
}

/** The rows found, and where reading stopped if that was before they were full or the end was come to. */
export interface Found<Row> {
  readonly rows: readonly Row[];
  readonly reached?: Date;
  /** How wide the next window would be: where the list goes on, it begins so. */
  readonly widthMs?: number;
}

/**
 * The newest so many rows, read in windows of time that reach back until they are full: what is read follows from the size of the
 * page and not from the number of tickets, whether or not an engine stops at a limit. Each window is as wide as the density of the
 * one before it asks for, and as what is left of the time allows.
 * @param read the rows of a window, newest first, `limit` at most.
 */
export function newestFirst<Row>(windows: Windows, read: ReadWindow<Row>): Promise<Found<Row>> {
  return inWindows(windows, -1, read, undefined);
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
  { start, limit, firstMs = FIRST_MS, reach = EVERYTHING }: Windows,
  direction: 1 | -1,
  read: ReadWindow<Row>,
  end: Date | undefined,
  behindStart = 0,
): Promise<Found<Row>> {
  const rows: Row[] = [];
  const most = reach === EVERYTHING ? MOST_GROWTH : CAREFUL_GROWTH;
  let width = firstMs;
  /** How far before the start the next window ends, while those before the start are read. */
  let behind = behindStart;
  let near: Date | undefined;
  let left = reach;

  /** Where the next window ends; nowhere if it takes in all there is. */
  function farEnd(): Date | undefined {
    if (behind > 0) return new Date(start.getTime() - behind);
    const far = new Date((near ?? start).getTime() + direction * width);
    return width > WIDEST_MS || (end !== undefined && far >= end) ? undefined : far;
  }
  const windowTo = (far: Date | undefined): TimeWindow =>
    direction === 1 ? { from: near, before: far ?? end } : { from: far, before: near };
  const isOver = () => left.ms < reach.ms * WORTH_ANOTHER || left.windows <= 0;

  /** The next window's width, by what the last one found and took. */
  function moveOn(found: number, took: number): void {
    if (behind > 0) {
      behind = behind / APPROACH > width ? behind / APPROACH : 0;
      return;
    }
    const wanted = found === 0 ? MOST_GROWTH : ((limit - rows.length) / found) * MARGIN;
    const affordable = (isOver() ? reach.ms : left.ms) / took;
    width *= Math.min(most, affordable, Math.max(LEAST_GROWTH, wanted));
  }

  for (;;) {
    const far = farEnd();
    // The narrowest window is read however long it takes: so every page goes on.
    const isBound = Number.isFinite(reach.ms) && behind === 0 && width > FIRST_MS;
    const begun = performance.now();
    const found = await read(windowTo(far), limit - rows.length, isBound ? TOO_LONG * reach.ms : undefined);
    const took = performance.now() - begun;
    left = { ms: left.ms - took, windows: left.windows - 1 };
    if (!found) {
      width = Math.max(FIRST_MS, width / TOO_WIDE);
      if (isOver() && near) return { rows, reached: near, widthMs: width };
      continue;
    }
    rows.push(...found);
    if (rows.length >= limit || !far) return { rows, widthMs: width };
    near = far;
    const wasBehind = behind;
    moveOn(found.length, took);
    if (isOver()) return { rows, reached: far, widthMs: wasBehind > 0 ? wasBehind - behind : width };
  }
}

/** The window as a condition on a field. */
export function within(field: string, { from, before }: TimeWindow): Record<string, unknown> {
  if (!from && !before) return {};
  return { [field]: { ...(from && { $gte: from }), ...(before && { $lt: before }) } };
}
