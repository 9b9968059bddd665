import { setTimeout as wait } from "node:timers/promises";
import type { Lease } from "./core/leases.ts";
import type { Log, Office, Store, Upgrade } from "./core/ports.ts";

const LEASE = "upgrade";
const LEASE_MS = 60_000;
/** Between two batches others have the database. */
const PAUSE_MS = 50;

/** What is better when an upgrade is done, for the log. */
const DONE: Readonly<Record<keyof Store["upgrades"], string>> = {
  nameTerms: "Older tickets are found by their requester's name now.",
  senderKeys: "Older mails are found by their senders' addresses now.",
};

/**
 * Brings what former versions stored up to this one, in the background: one process at a time does it, by a lease, and goes on where
 * another stopped.
 */
export function createUpgrade(options: { readonly office: Office; readonly worker: string; readonly log: Log }) {
  const { office, worker, log } = options;
  const stopping = new AbortController();
  let running = Promise.resolve();

  /** Out: how many documents lacked something. Stops early when it is asked to. */
  async function bringUp(upgrade: Upgrade): Promise<number> {
    const { leases } = office.store;
    const { signal } = stopping;
    let filled = 0;
    let lease: Lease | undefined;
    try {
      while (!signal.aborted && !(await upgrade.isDone())) {
        lease = await leases.acquire(LEASE, worker, LEASE_MS);
        if (lease) filled += (await upgrade.step()).filled;
        await wait(lease ? PAUSE_MS : LEASE_MS, undefined, { signal, ref: false });
      }
    } finally {
      if (lease) await leases.release(lease);
    }
    return filled;
  }

  async function run(): Promise<void> {
    for (const name of Object.keys(DONE) as (keyof typeof DONE)[]) {
      const filled = await bringUp(office.store.upgrades[name]);
      if (filled > 0) log.info({ filled }, DONE[name]);
    }
  }

  return {
    start(): void {
      running = run().catch((error: unknown) => {
        if (stopping.signal.aborted) return;
        log.warn(
          { err: error },
          "What former versions stored could not all be brought up to date; the next start goes on.",
        );
      });
    },
    /** Ends after the batch that is under way. */
    async stop(): Promise<void> {
      stopping.abort();
      await running;
    },
  };
}
