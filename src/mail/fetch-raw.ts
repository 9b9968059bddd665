import type { LedgerMail } from "../core/mail.ts";
import type { CollectorOptions, Place } from "./collect-mail.ts";
import type { MailboxConnection } from "./mailbox-connection.ts";
import { quarantine } from "./quarantine.ts";
import { describeRaw } from "./raw-envelope.ts";

/** Fetches the raw bytes that the ledger misses. Remembers, over connections, which mails broke the line. */
export interface RawFetcher {
  /** Oldest first, until none is missing but those the server would not hand over this time. */
  fetchMissing(connection: MailboxConnection, place: Place): Promise<void>;
}

/** A mail that broke the line this often while it was alone on it is taken only in its beginning. */
const WHOLE_TRIES = 3;
/** … and this often, it is set aside. An outage seldom hits one and the same mail that often. */
const MOST_TRIES = 6;
const ROWS_AT_ONCE = 200;

export function createRawFetcher(options: CollectorOptions): RawFetcher {
  const { account, path, office, limits, log, mayWrite, onKept } = options;
  const { mails } = office.store;
  /** Mails that were on the line when it broke, with how often that happened while each was alone on it. */
  const suspects = new Map<number, number>();
  const triesOf = (row: LedgerMail): number => suspects.get(row.uid) ?? 0;
  const isTooBig = (row: LedgerMail): boolean => row.size > limits.mailBytes || triesOf(row) >= WHOLE_TRIES;
  const isAlone = (row: LedgerMail): boolean => suspects.has(row.uid) || isTooBig(row);

  /** One batch over the line. A failure marks its mails, so that the one to blame is found and cannot block the rest. */
  async function fetchBatch(connection: MailboxConnection, batch: readonly LedgerMail[]) {
    const [only] = batch;
    const beginning = batch.length === 1 && only && isTooBig(only) ? limits.beginningBytes : undefined;
    const uids = batch.map((row) => row.uid);
    try {
      return await connection.fetch(uids, beginning);
    } catch (error) {
      for (const row of batch) suspects.set(row.uid, triesOf(row) + (batch.length === 1 ? 1 : 0));
      throw error;
    }
  }

  async function keepBatch(batch: readonly LedgerMail[], raws: ReadonlyMap<number, Buffer>): Promise<void> {
    if (!mayWrite()) return;
    const items = batch.flatMap((row) => {
      const raw = raws.get(row.uid);
      if (!raw) return [];
      const cut = isTooBig(row) && raw.length < row.size;
      return [{ id: row.id, raw, kept: { ...describeRaw(raw, row.internalDate), ...(cut && { size: row.size }) } }];
    });
    if (items.length === 0) return;
    await mails.keepAll(items);
    for (const row of batch) if (raws.has(row.uid)) suspects.delete(row.uid);
    onKept(items.flatMap(({ kept }) => kept.messageId ?? []));
  }

  /** The server left mails out of its answer: gone from the mailbox, or a fault of the server's that must not hide them. */
  async function settleMissing(connection: MailboxConnection, missing: readonly LedgerMail[]): Promise<void> {
    const there = new Set(await connection.search({ among: missing.map((row) => row.uid) }));
    for (const row of missing) {
      if (!mayWrite()) return;
      if (there.has(row.uid)) {
        suspects.set(row.uid, triesOf(row) + 1);
        log.warn({ account: account.id, mailbox: path, uid: row.uid }, "The server did not hand over a mail it has.");
      } else {
        const at = office.clock.now();
        const reason = "E-posta okunamadan posta kutusundan kaldırıldı.";
        await mails.finish(row.id, { kind: "vanished", reason, decisions: [], at });
      }
    }
  }

  async function giveUp(row: LedgerMail): Promise<void> {
    suspects.delete(row.uid);
    await quarantine(
      office,
      row.id,
      `Sunucu bu e-postayı ${MOST_TRIES} denemede teslim etmedi; posta kutusunda duruyor.`,
    );
  }

  /** Fetches and keeps the given rows; returns those the server did not hand over. */
  async function fetchRows(connection: MailboxConnection, rows: readonly LedgerMail[]): Promise<readonly LedgerMail[]> {
    const unanswered: LedgerMail[] = [];
    let keeping: Promise<void> = Promise.resolve();
    for (const batch of batchesOf(rows, limits, isAlone)) {
      const raws = await fetchBatch(connection, batch);
      // The next batch comes over the line while this one is written: one ahead and no more, so that memory stays flat.
      await keeping;
      keeping = keepBatch(batch, raws);
      keeping.catch(() => undefined);
      unanswered.push(...batch.filter((row) => !raws.has(row.uid)));
    }
    await keeping;
    if (unanswered.length > 0) await settleMissing(connection, unanswered);
    return unanswered;
  }

  return {
    async fetchMissing(connection, place) {
      /** Left for the next look. */
      const later = new Set<number>();
      while (mayWrite()) {
        const missing = await mails.withoutRaw(place, ROWS_AT_ONCE + later.size);
        const rows = missing.filter((row) => !later.has(row.uid));
        if (rows.length === 0) return;
        const hopeless = rows.filter((row) => triesOf(row) >= MOST_TRIES);
        for (const row of hopeless) await giveUp(row);
        const left = await fetchRows(
          connection,
          rows.filter((row) => !hopeless.includes(row)),
        );
        for (const row of left) later.add(row.uid);
      }
    },
  };
}

/** Oldest first, within the limits of a batch; mails to be fetched alone come last, so that they hold up nothing else. */
export function batchesOf(
  rows: readonly LedgerMail[],
  limits: { readonly batchMails: number; readonly batchBytes: number },
  isAlone: (row: LedgerMail) => boolean,
): LedgerMail[][] {
  const batches: LedgerMail[][] = [];
  let bytes = 0;
  for (const row of rows.filter((candidate) => !isAlone(candidate))) {
    const last = batches.at(-1);
    if (last && last.length < limits.batchMails && bytes + row.size <= limits.batchBytes) {
      last.push(row);
      bytes += row.size;
    } else {
      batches.push([row]);
      bytes = row.size;
    }
  }
  return [...batches, ...rows.filter(isAlone).map((row) => [row])];
}
