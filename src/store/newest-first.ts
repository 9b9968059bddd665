const DAY_MS = 24 * 60 * 60_000;
/** A window that found nothing is followed by one so many times as wide. */
const MOST_GROWTH = 16;
const WIDEST_MS = 2_000 * DAY_MS;
/** A little more than the last window's density asks for. */
const MARGIN = 1.5;

/** A stretch of time; without `from` or `before` it has no such end. */
export interface TimeWindow {
  readonly from?: Date;
  readonly before?: Date;
}

/**
 * The newest so many rows, read in windows of time that reach back until they are full: what is read follows from the size of the
 * page and not from the number of tickets, whether or not an engine stops at a limit. Each window is as wide as the density of the
 * one before it asks for.
 * @param start where to begin, going back; everything after it belongs to the first window.
 * @param read the rows of a window, newest first, `limit` at most.
 */
export async function newestFirst<Row>(
  start: Date,
  limit: number,
  read: (window: TimeWindow, limit: number) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let width = DAY_MS;
  let before: Date | undefined;
  for (;;) {
    const from = width > WIDEST_MS ? undefined : new Date((before ?? start).getTime() - width);
    const found = await read({ ...(from && { from }), ...(before && { before }) }, limit - rows.length);
    rows.push(...found);
    if (rows.length >= limit || !from) return rows;
    const wanted = found.length === 0 ? MOST_GROWTH : ((limit - rows.length) / found.length) * MARGIN;
    width *= Math.min(MOST_GROWTH, Math.max(2, wanted));
    before = from;
  }
}

/** The window as a condition on a field. */
export function within(field: string, { from, before }: TimeWindow): Record<string, unknown> {
  if (!from && !before) return {};
  return { [field]: { ...(from && { $gte: from }), ...(before && { $lt: before }) } };
}
