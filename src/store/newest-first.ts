const DAY_MS = 24 * 60 * 60_000;
/** A busy office's newest page. */
const FIRST_MS = 15 * 60_000;
/** A window that found nothing is followed by one so many times as wide. */
const MOST_GROWTH = 16;
/** One that found nearly all is followed by a narrower one. */
const LEAST_GROWTH = 0.5;
const WIDEST_MS = 2_000 * DAY_MS;
/** A window may weigh so many times what is left: making it narrower costs counting again. */
const TOLERANCE = 1.25;
/** A window so narrow is read without being weighed: most pages are full within one, and weighing is a third of reading. */
const LIGHT_MS = 6 * 60 * 60_000;
/** With less than this part of its reach left, a list is not worth another window. */
const WORTH_ANOTHER = 0.1;
/** A little more than the last window's density asks for. */
const MARGIN = 1.5;

/** A stretch of time; without `from` or `before` it has no such end. */
export interface TimeWindow {
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
}

type ReadWindow<Row> = (window: TimeWindow, limit: number) => Promise<readonly Row[]>;

/** How much work a list may be. */
export interface Reach {
  /** What all windows may weigh together. */
  readonly most: number;
  /** What reading this window costs; much cheaper than reading it. */
  weigh(window: TimeWindow): Promise<number>;
}

/** How a list is read; without `reach`, until it is full or there is nothing more. */
export interface Windows {
  /** Where to begin; everything on the near side of it belongs to the first window. */
  readonly start: Date;
  readonly limit: number;
  /** How wide the first window is. */
  readonly firstMs?: number;
  readonly reach?: Reach | undefined;
}

/** The rows found, and where reading stopped if that was before they were full or the end was come to. */
export interface Found<Row> {
  readonly rows: readonly Row[];
  readonly reached?: Date;
}

/**
 * The newest so many rows, read in windows of time that reach back until they are full: what is read follows from the size of the
 * page and not from the number of tickets, whether or not an engine stops at a limit. Each window is as wide as the density of the
 * one before it asks for, and no heavier than what is left of the reach.
 * @param read the rows of a window, newest first, `limit` at most.
 */
export function newestFirst<Row>(windows: Windows, read: ReadWindow<Row>): Promise<Found<Row>> {
  return inWindows(windows, -1, read, undefined);
}

/**
 * The same the other way round: the earliest rows, `read` earliest first.
 * @param until the last instant that is wanted.
 */
export function earliestFirst<Row>(
  windows: Windows,
  read: ReadWindow<Row>,
  until: Date | undefined,
): Promise<Found<Row>> {
  return inWindows(windows, 1, read, until && new Date(until.getTime() + 1));
}

async function inWindows<Row>(
  { start, limit, firstMs = FIRST_MS, reach }: Windows,
  direction: 1 | -1,
  read: ReadWindow<Row>,
  end: Date | undefined,
): Promise<Found<Row>> {
  const rows: Row[] = [];
  let width = firstMs;
  let near: Date | undefined;
  let left = reach?.most ?? Number.POSITIVE_INFINITY;

  /** Where a window so wide ends; nowhere if it takes in all there is. */
  function farEnd(): Date | undefined {
    const far = new Date((near ?? start).getTime() + direction * width);
    return width > WIDEST_MS || (end !== undefined && far >= end) ? undefined : far;
  }
  const windowTo = (far: Date | undefined): TimeWindow =>
    direction === 1 ? { from: near, before: far ?? end } : { from: far, before: near };
  /** What the next window weighs, made narrower until that is no more than is left. */
  async function fitted({ weigh }: Reach): Promise<number> {
    for (;;) {
      const weight = await weigh(windowTo(farEnd()));
      if (weight <= left * TOLERANCE || width <= LIGHT_MS) return weight;
      width = Math.max(LIGHT_MS, (Math.min(width, WIDEST_MS) * left) / weight);
    }
  }

  for (;;) {
    const weight = reach && width > LIGHT_MS ? await fitted(reach) : 0;
    const far = farEnd();
    const found = await read(windowTo(far), limit - rows.length);
    rows.push(...found);
    if (rows.length >= limit || !far) return { rows };
    left -= weight;
    if (reach && left < reach.most * WORTH_ANOTHER) return { rows, reached: far };
    const wanted = found.length === 0 ? MOST_GROWTH : ((limit - rows.length) / found.length) * MARGIN;
    const allowed = weight > 0 ? left / weight : MOST_GROWTH;
    width *= Math.min(MOST_GROWTH, allowed, Math.max(LEAST_GROWTH, wanted));
    near = far;
  }
}

/** The window as a condition on a field. */
export function within(field: string, { from, before }: TimeWindow): Record<string, unknown> {
  if (!from && !before) return {};
  return { [field]: { ...(from && { $gte: from }), ...(before && { $lt: before }) } };
}
