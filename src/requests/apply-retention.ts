import type { Office } from "../core/ports.ts";

/** How long raw mails, and with them their attachments, are kept after they came in. */
export interface Retention {
  /** RETENTION_DAYS; 0 keeps them for ever. */
  readonly days: number;
  /** Other spans for single categories of tickets; 0 keeps theirs for ever. */
  readonly daysOfCategory?: Readonly<Record<string, number>>;
}

const DAY_MS = 24 * 60 * 60_000;
/** Raw mails erased in one run at most; the next run goes on. */
const MOST_AT_ONCE = 5_000;

/**
 * Erases raw mails whose time is over. Mails of tickets still being worked on stay. Texts of the thread stay too, masked: they are
 * the office's record. Out: how many were erased. May be run at any time, by several processes.
 */
export async function applyRetention(office: Office, { days, daysOfCategory = {} }: Retention): Promise<number> {
  const now = office.clock.now();
  const before = (span: number) => new Date(now.getTime() - span * DAY_MS);
  const categories = Object.keys(daysOfCategory);
  let erased = 0;
  for (const category of categories) {
    const span = daysOfCategory[category] ?? 0;
    if (span === 0) continue;
    const query = { before: before(span), categories: [category], limit: MOST_AT_ONCE };
    erased += await office.store.erasure.eraseRawMails(query, now);
  }
  if (days === 0) return erased;
  const rest = {
    before: before(days),
    limit: MOST_AT_ONCE,
    ...(categories.length > 0 && { exceptCategories: categories }),
  };
  return erased + (await office.store.erasure.eraseRawMails(rest, now));
}
