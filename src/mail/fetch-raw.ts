import { AppError } from "../core/errors.ts";
import type { Lease } from "../core/leases.ts";
import type { LedgerMail } from "../core/mail.ts";
import type { NewMail, SeenMail } from "../core/mail-ports.ts";
import type { Log, Office } from "../core/ports.ts";
import type { FetchLimits, MailAccount } from "./account.ts";
import { describeRaw } from "./describe-raw.ts";
import type { HandOver } from "./hand-over.ts";
import type { MailboxConnection } from "./mailbox-connection.ts";
import { quarantine } from "./quarantine.ts";

/** What bringing in the mails of one mailbox needs. */
export interface CollectorOptions {
  readonly account: MailAccount;
  /** Path of the mailbox. */
  readonly path: string;
  readonly office: Pick<Office, "store" | "clock">;
  readonly limits: FetchLimits;
  readonly log: Log;
  /** The lease to write under, asked for before every write; undefined when another process has taken the account over. */
  readonly lease: () => Lease | undefined;
  /** Takes kept mails at once; absent, they are kept for whoever claims them. */
  readonly handOver?: HandOver;
  /** New raw mails are in the ledger; their Message-IDs, as far as they have one. */
  readonly onKept: (messageIds: readonly string[]) => void;
}

/** A mailbox in one epoch; UIDs mean nothing outside of it. */
export type Place = Pick<SeenMail, "account" | "mailbox" | "uidValidity">;

/** A mail as the server describes it. */
export type Described = Pick<SeenMail, "uid" | "size" | "internalDate">;

/** Fetches the raw bytes that the ledger misses. Remembers, over connections, which mails broke the line. */
export interface RawFetcher {
  /**
   * Parts new mails, keeping their order, so that one run can be fetched and entered after the other: in each those fetched
   * directly come before those entered first. Mails that broke the line come last, so that they hold up nothing else.
   */
  runsOf(found: readonly Described[]): readonly (readonly Described[])[];
  /**
   * Fetches mails the ledger does not know, and enters them with their bytes in one write a batch. Out: those that must be
   * entered first, because they are large, or the server or the ledger did not take them so.
   */
  fetchNew(connection: MailboxConnection, place: Place, found: readonly Described[]): Promise<readonly Described[]>;
  /** Oldest first, until none is missing but those the server would not hand over this time. */
  fetchMissing(connection: MailboxConnection, place: Place): Promise<void>;
}

/** A mail that broke the line this often while it was alone on it is taken only in its beginning. */
const WHOLE_TRIES = 3;
/** … and this often, it is set aside. An outage seldom hits one and the same mail that often. */
const MOST_TRIES = 6;
const ROWS_AT_ONCE = 200;
/**
 * Larger mails are entered before they are fetched: what takes long is not begun twice. Each of them ends a batch, so that order is
 * kept; mails with a scan or two do not. Bytes.
 */
const DIRECT_BYTES = 1_000_000;

export function createRawFetcher(options: CollectorOptions): RawFetcher {
  const { account, path, office, limits, log, handOver, onKept } = options;
  const { mails } = office.store;
  /** Mails that were on the line when it broke, with how often that happened while each was alone on it. */
  const suspects = new Map<number, number>();
  const triesOf = (row: Described): number => suspects.get(row.uid) ?? 0;
  const isTooBig = (row: Described): boolean => row.size > limits.mailBytes || triesOf(row) >= WHOLE_TRIES;
  const isAlone = (row: Described): boolean => suspects.has(row.uid) || isTooBig(row);
  const isDirect = (row: Described): boolean => row.size <= DIRECT_BYTES && !isAlone(row);

  /** One batch over the line. A failure marks its mails, so that the one to blame is found and cannot block the rest. */
  async function fetchBatch(connection: MailboxConnection, batch: readonly Described[]) {
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
    const lease = options.lease();
    if (!lease) return;
    const items = batch.flatMap((row) => {
      const raw = raws.get(row.uid);
      if (!raw) return [];
      const cut = isTooBig(row) && raw.length < row.size;
      return [{ id: row.id, raw, kept: { ...describeRaw(raw, row.internalDate), ...(cut && { size: row.size }) } }];
    });
    if (items.length === 0) return;
    await mails.keepAll(items, lease);
    for (const row of batch) if (raws.has(row.uid)) suspects.delete(row.uid);
    onKept(items.flatMap(({ kept }) => kept.messageId ?? []));
  }

  /** False when the ledger knew one of them after all. */
  async function keepNew(found: readonly NewMail[], lease: Lease): Promise<boolean> {
    const bytes = found.reduce((sum, { raw }) => sum + raw.length, 0);
    const place = await handOver?.reserve({ mails: found.length, bytes });
    try {
      const rows = await mails.keepNew(found, place?.claim, lease);
      place?.take(rows.flatMap((row, index) => (found[index] ? [{ row, raw: found[index].raw }] : [])));
    } catch (error) {
      place?.cancel();
      if (error instanceof AppError && error.code === "conflict") return false;
      throw error;
    }
    onKept(found.flatMap(({ kept }) => kept.messageId ?? []));
    return true;
  }

  /** The server left mails out of its answer: gone from the mailbox, or a fault of the server's that must not hide them. */
  async function settleMissing(connection: MailboxConnection, missing: readonly LedgerMail[]): Promise<void> {
    const there = new Set(await connection.search({ among: missing.map((row) => row.uid) }));
    for (const row of missing) {
      const lease = options.lease();
      if (!lease) return;
      if (there.has(row.uid)) {
        suspects.set(row.uid, triesOf(row) + 1);
        log.warn({ account: account.id, mailbox: path, uid: row.uid }, "The server did not hand over a mail it has.");
      } else {
        const at = office.clock.now();
        const reason = "E-posta okunamadan posta kutusundan kaldırıldı.";
        await mails.finish(row.id, { kind: "vanished", reason, decisions: [], at }, lease);
      }
    }
  }

  async function giveUp(row: LedgerMail, lease: Lease): Promise<void> {
    suspects.delete(row.uid);
    await quarantine(
      office,
      row.id,
      `Sunucu bu e-postayı ${MOST_TRIES} denemede teslim etmedi; posta kutusunda duruyor.`,
      [],
      lease,
    );
  }

  /** Fetches mails and keeps them a batch at a time; returns those the server did not hand over. */
  async function fetchAll<Mail extends Described>(
    connection: MailboxConnection,
    wanted: readonly Mail[],
    keep: (batch: readonly Mail[], raws: ReadonlyMap<number, Buffer>) => Promise<void>,
  ): Promise<readonly Mail[]> {
    const unanswered: Mail[] = [];
    let keeping: Promise<void> = Promise.resolve();
    try {
      for (const batch of batchesOf(wanted, limits, isAlone)) {
        const raws = await fetchBatch(connection, batch);
        // The next batch comes over the line while this one is written: one ahead and no more, so that memory stays flat.
        await keeping;
        keeping = keep(batch, raws);
        keeping.catch(() => undefined);
        unanswered.push(...batch.filter((mail) => !raws.has(mail.uid)));
      }
    } finally {
      // Also when the line breaks: whoever looks next, or stops, shall not do so while mails are still being written.
      await keeping;
    }
    return unanswered;
  }

  return {
    runsOf(found) {
      const runs: Described[][] = [];
      let last: Described | undefined;
      for (const mail of found.filter(({ uid }) => !suspects.has(uid))) {
        const isNext = last === undefined || (isDirect(mail) && !isDirect(last));
        if (isNext) runs.push([mail]);
        else runs.at(-1)?.push(mail);
        last = mail;
      }
      const held = found.filter(({ uid }) => suspects.has(uid));
      return held.length > 0 ? [...runs, held] : runs;
    },
    async fetchNew(connection, place, found) {
      const direct = found.filter(isDirect);
      const left = found.filter((mail) => !direct.includes(mail));
      const unanswered = await fetchAll(connection, direct, async (batch, raws) => {
        const lease = options.lease();
        const mails = batch.flatMap(({ uid, size, internalDate }) => {
          const raw = raws.get(uid);
          return raw ? [{ ...place, uid, size, internalDate, raw, kept: describeRaw(raw, internalDate) }] : [];
        });
        const isKept = mails.length === 0 || (lease && (await keepNew(mails, lease)));
        if (!isKept) left.push(...batch);
      });
      return [...new Set([...left, ...unanswered])];
    },
    async fetchMissing(connection, place) {
      /** Left for the next look. */
      const later = new Set<number>();
      for (let lease = options.lease(); lease; lease = options.lease()) {
        const missing = await mails.withoutRaw(place, ROWS_AT_ONCE + later.size);
        const rows = missing.filter((row) => !later.has(row.uid));
        if (rows.length === 0) return;
        const hopeless = rows.filter((row) => triesOf(row) >= MOST_TRIES);
        for (const row of hopeless) await giveUp(row, lease);
        const wanted = rows.filter((row) => !hopeless.includes(row));
        const unanswered = await fetchAll(connection, wanted, keepBatch);
        if (unanswered.length > 0) await settleMissing(connection, unanswered);
        for (const row of unanswered) later.add(row.uid);
      }
    },
  };
}

/** Oldest first, within the limits of a batch; mails to be fetched alone come last, so that they hold up nothing else. */
export function batchesOf<Mail extends { readonly size: number }>(
  rows: readonly Mail[],
  limits: { readonly batchMails: number; readonly batchBytes: number },
  isAlone: (row: Mail) => boolean,
): Mail[][] {
  const batches: Mail[][] = [];
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
