import type { Log, Office } from "../core/ports.ts";
import { tellOverdue } from "../tickets/tell-overdue.ts";

const EVERY_MS = 60_000;
const LEASE = "overdueWatch";

/** Looks every minute for what is overdue; of several processes one does, by a lease. */
export function createOverdueWatch(office: Office, log: Log, owner: string) {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  async function look(): Promise<void> {
    if (!(await office.store.leases.acquire(LEASE, owner, 2 * EVERY_MS))) return;
    const told = await tellOverdue(office);
    if (told > 0) log.info({ told }, "Overdue tickets were told.");
  }

  return {
    start(): void {
      timer = setInterval(() => {
        running = running
          .then(look)
          .catch((error: unknown) =>
            log.warn({ err: error }, "Overdue tickets could not be looked for; it is tried again."),
          );
      }, EVERY_MS);
      timer.unref();
    },
    /** Ends after the look that is under way. */
    async stop(): Promise<void> {
      clearInterval(timer);
      await running;
    },
  };
}
