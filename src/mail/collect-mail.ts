import type { MailboxStart } from "../core/mail-ports.ts";
import { type CollectorOptions, createRawFetcher, type Described, type Place } from "./fetch-raw.ts";
import { type IntakeWindow, intakeWindow } from "./intake-window.ts";
import type { MailboxConnection } from "./mailbox-connection.ts";

/** Brings the new mails of one mailbox into the ledger, raw bytes and all. */
export interface MailCollector {
  /**
   * One look: what arrived since the last one, or with `everything` all that the ledger does not know yet. Returns when
   * every mail found is kept, gone, or given up. Safe to break off anywhere: the next look takes up what was left.
   */
  look(connection: MailboxConnection, everything: boolean): Promise<void>;
}

const DESCRIBE_AT_ONCE = 500;
const LEDGER_AT_ONCE = 1_000;

/** Discovery goes by UIDs and the ledger alone; flags and order of the mailbox mean nothing here. */
export function createMailCollector(options: CollectorOptions): MailCollector {
  const { account, path, office, log } = options;
  const { mails } = office.store;
  /** UIDs of this epoch that need no second look: saves asking the ledger for the whole mailbox at every sweep. */
  let settled = new Set<number>();
  let highest = 0;
  let place: Place | undefined;
  let start: MailboxStart | undefined;
  let fetcher = createRawFetcher(options);

  function enter(uidValidity: string): Place {
    if (place?.uidValidity === uidValidity) return place;
    if (place) log.warn({ account: account.id, mailbox: path, uidValidity }, "The mailbox has a new UIDVALIDITY.");
    place = { account: account.id, mailbox: path, uidValidity };
    settled = new Set();
    highest = 0;
    fetcher = createRawFetcher(options);
    return place;
  }

  async function enterRun(connection: MailboxConnection, here: Place, run: readonly Described[]): Promise<void> {
    const left = await fetcher.fetchNew(connection, here, run);
    const lease = options.lease();
    if (!lease || left.length === 0) return;
    await mails.see(
      left.map((mail) => ({ ...here, ...mail })),
      lease,
    );
    await fetcher.fetchMissing(connection, here);
  }

  /** Brings mails into the ledger; returns the UIDs that need no second look. `areNew`: the ledger cannot know them. */
  async function enterMails(
    connection: MailboxConnection,
    here: Place,
    wants: IntakeWindow["wants"],
    uids: readonly number[],
    areNew: boolean,
  ) {
    const unknown = areNew ? uids : await mails.unknownUids(here, uids);
    const missed = new Set(unknown);
    for (const some of chunks(unknown, DESCRIBE_AT_ONCE)) {
      const described = await connection.describe(some);
      // One after the other: an answer shall not be filed before what it answers.
      for (const run of fetcher.runsOf(described.filter(wants))) await enterRun(connection, here, run);
      if (!options.lease()) return [];
      for (const { uid } of described) missed.delete(uid);
    }
    // What the server did not describe is gone, or is asked for again at the next sweep.
    return uids.filter((uid) => !missed.has(uid));
  }

  async function discover(connection: MailboxConnection, here: Place, window: IntakeWindow, everything: boolean) {
    const found = await connection.search(everything ? window.search : { from: highest + 1 });
    const unsure = found.filter((uid) => !settled.has(uid));
    for (const some of chunks(unsure, LEDGER_AT_ONCE)) {
      for (const uid of await enterMails(connection, here, window.wants, some, !everything)) settled.add(uid);
    }
    if (!options.lease()) return;
    // A search of everything settles all that was there when the mailbox was opened, also what the window leaves out.
    highest = Math.max(highest, found.at(-1) ?? 0, everything ? connection.uidNext - 1 : 0);
  }

  return {
    async look(connection, everything) {
      const { uidValidity, uidNext } = connection;
      const isNewEpoch = place?.uidValidity !== uidValidity;
      const here = enter(uidValidity);
      const lease = options.lease();
      if (!lease) return;
      start ??= await mails.start(account.id, path, { uidValidity, uidNext, at: office.clock.now() }, lease);
      await discover(connection, here, intakeWindow(account.since, start, uidValidity), everything || isNewEpoch);
      await fetcher.fetchMissing(connection, here);
    },
  };
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
