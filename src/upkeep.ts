import type { Log, Office } from "./core/ports.ts";
import { applyRetention } from "./requests/apply-retention.ts";
import { remindCertificates } from "./requests/remind-certificates.ts";

const EVERY_MS = 60 * 60_000;

/** Work that time alone calls for. Every process may do it: what is told or erased once is not told or erased again. */
export function createUpkeep(options: { readonly office: Office; readonly retentionDays: number; readonly log: Log }) {
  const { office, retentionDays, log } = options;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    try {
      const told = await remindCertificates(office);
      const erased = await applyRetention(office, { days: retentionDays });
      const expired = await office.store.outbox.expireNotices(office.clock.now());
      if (told.length + erased + expired > 0)
        log.info({ reminders: told.length, erasedRawMails: erased, expiredNotices: expired }, "Hourly upkeep");
    } catch (error) {
      log.error({ err: error }, "The hourly upkeep failed; the next one goes on.");
    }
  }

  return {
    start(): void {
      timer = setInterval(look, EVERY_MS);
      void look();
    },
    stop(): void {
      clearInterval(timer);
    },
  };
}
