import { dueReminder, hasEnded, reminderHorizon } from "../core/certificate.ts";
import { AppError } from "../core/errors.ts";
import type { Office } from "../core/ports.ts";
import type { RequestEntry } from "../core/request.ts";
import { withState } from "./with-state.ts";

/** A certificate's end that was told just now. */
export interface CertificateNotice {
  readonly request: string;
  readonly ticket: string;
  /** Days before the end; 0 when it has ended and the entry is expired. */
  readonly days: number;
}

/**
 * Tells of certificates that end in 90, 30 or 7 days, and expires those that have ended. Each is told once, also when several
 * processes look at the same time: mark and event are one write, and the entry's version lets only one of them through.
 */
export async function remindCertificates(office: Office): Promise<CertificateNotice[]> {
  const now = office.clock.now();
  const notices: CertificateNotice[] = [];
  let after: RequestEntry | undefined;
  for (;;) {
    const entries = await office.store.requests.endingBefore(reminderHorizon(now), after);
    for (const entry of entries) {
      const notice = await tell(office, entry, now);
      if (notice) notices.push(notice);
    }
    after = entries.at(-1);
    if (!after) return notices;
  }
}

async function tell(office: Office, entry: RequestEntry, now: Date): Promise<CertificateNotice | undefined> {
  const ended = hasEnded(entry, now);
  const days = ended ? 0 : dueReminder(entry, now);
  if (days === undefined) return undefined;
  const { number, ticket } = entry;
  const common = { at: now, actor: { kind: "system" }, request: number, ticket } as const;
  try {
    await office.store.transact(async (transaction) => {
      const of = await transaction.ticket(ticket);
      if (ended) {
        await transaction.updateRequest(withState(entry, { to: "expired", by: "sistem", at: now }));
        await transaction.append({ ...common, type: "request.moved", detail: "active → expired" }, of);
      } else {
        await transaction.updateRequest({ ...entry, remindedDays: days });
        await transaction.append({ ...common, type: "request.certificateEnding", detail: String(days) }, of);
      }
    });
  } catch (error) {
    // Somebody changed the entry, or told of it, a moment ago; the next look decides anew.
    if (error instanceof AppError && error.code === "stale") return undefined;
    throw error;
  }
  return { request: number, ticket, days };
}
