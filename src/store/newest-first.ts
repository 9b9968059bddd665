const DAY_MS = 24 * 60 * 60_000;
/** A busy office's newest page. */
const FIRST_MS = 15 * 60_000;
/** A window that found nothing is followed by one so many times as wide. */
const MOST_GROWTH = 16;
/** One that found nearly all is followed by a narrower one. */
const LEAST_GROWTH = 0.5;
const WIDEST_MS = 2_000 * DAY_MS;
/** A little more than the last window's density asks for. */
const MARGIN = 1.5;

/** A stretch of time; without `from` or `before` it has no such end. */
export interface TimeWindow {
  readonly from?: Date;
  readonly before?: Date;
}

type ReadWindow<Row> = (window: TimeWindow, limit: number) => Promise<readonly Row[]>;

/**
 * The newest so many rows, read in windows of time that reach back until they are full: what is read follows from the size of the
 * page and not from the number of tickets, whether or not an engine stops at a limit. Each window is as wide as the density of the
 * one before it asks for.
 * @param start where to begin, going back; everything after it belongs to the first window.
 * @param read the rows of a window, newest first, `limit` at most.
 */
export function newestFirst<Row>(start: Date, limit: number, read: ReadWindow<Row>): Promise<Row[]> {
  return inWindows(start, -1, limit, (near, far, most) => read(windowOf(far, near), most), undefined);
}

/**
 * The same the other way round: the earliest rows, `read` earliest first.
 * @param start where to begin, going on; everything before it belongs to the first window.
 * @param until the last instant that is wanted.
 */
export function earliestFirst<Row>(
  start: Date,
  limit: number,
  read: ReadWindow<Row>,
  until: Date | undefined,
): Promise<Row[]> {
  const end = until && new Date(until.getTime() + 1);
  return inWindows(start, 1, limit, (near, far, most) => read(windowOf(near, far), most), end);
}

const windowOf = (from: Date | undefined, before: Date | undefined): TimeWindow => ({
  ...(from && { from }),
  ...(before && { before }),
});

async function inWindows<Row>(
  start: Date,
  direction: 1 | -1,
  limit: number,
  read: (near: Date | undefined, far: Date | undefined, most: number) => Promise<readonly Row[]>,
  end: Date | undefined,
): Promise<Row[]> {
  const rows: Row[] = [];
  let width = FIRST_MS;
  let near: Date | undefined;
  for (;;) {
    const reach = new Date((near ?? start).getTime() + direction * width);
    const isLast = width > WIDEST_MS || (end !== undefined && reach >= end);
    const far = isLast ? end : reach;
    const found = await read(near, far, limit - rows.length);
    rows.push(...found);
    if (rows.length >= limit || isLast) return rows;
    const wanted = found.length === 0 ? MOST_GROWTH : ((limit - rows.length) / found.length) * MARGIN;
    width *= Math.min(MOST_GROWTH, Math.max(LEAST_GROWTH, wanted));
    near = far;
  }
}

/** The window as a condition on a field. */
export function within(field: string, { from, before }: TimeWindow): Record<string, unknown> {
  if (!from && !before) return {};
  return { [field]: { ...(from && { $gte: from }), ...(before && { $lt: before }) } };
}
