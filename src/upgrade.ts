import { setTimeout as wait } from "node:timers/promises";
import type { Lease } from "./core/leases.ts";
import type { Log, Office } from "./core/ports.ts";

const LEASE = "upgrade";
const LEASE_MS = 60_000;
/** Between two batches others have the database. */
const PAUSE_MS = 50;

/**
 * Brings what former versions stored up to this one, in the background: one process at a time does it, by a lease, and goes on where
 * another stopped.
 */
export function createUpgrade(options: { readonly office: Office; readonly worker: string; readonly log: Log }) {
  const { office, worker, log } = options;
  const stopping = new AbortController();
  let running = Promise.resolve();

  async function run(): Promise<void> {
    const { nameTerms } = office.store;
    const { signal } = stopping;
    let filled = 0;
    let lease: Lease | undefined;
    try {
      while (!signal.aborted && !(await nameTerms.isDone())) {
        lease = await office.store.leases.acquire(LEASE, worker, LEASE_MS);
        if (lease) filled += (await nameTerms.step()).filled;
        await wait(lease ? PAUSE_MS : LEASE_MS, undefined, { signal, ref: false });
      }
    } finally {
      if (lease) await office.store.leases.release(lease);
    }
    if (filled > 0) log.info({ filled }, "Older tickets are found by their requester's name now.");
  }

  return {
    start(): void {
      running = run().catch((error: unknown) => {
        if (stopping.signal.aborted) return;
        log.warn({ err: error }, "Older tickets could not all be made findable by name; the next start goes on.");
      });
    },
    /** Ends after the batch that is under way. */
    async stop(): Promise<void> {
      stopping.abort();
      await running;
    },
  };
}
