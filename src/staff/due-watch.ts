import type { Log, Office } from "../core/ports.ts";
import { tellDue } from "../tickets/tell-due.ts";

const EVERY_MS = 60_000;
const LEASE = "dueWatch";

/** Looks every minute for what is near its target or past it; of several processes one does, by a lease. */
export function createDueWatch(office: Office, log: Log, owner: string) {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  async function look(): Promise<void> {
    if (!(await office.store.leases.acquire(LEASE, owner, 2 * EVERY_MS))) return;
    const told = await tellDue(office, log);
    if (told > 0) log.info({ told }, "Tickets near their target or past it were told.");
  }

  return {
    start(): void {
      timer = setInterval(() => {
        running = running
          .then(look)
          .catch((error: unknown) =>
            log.warn({ err: error }, "What is due could not be looked for; it is tried again."),
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
