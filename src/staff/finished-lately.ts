import type { Office } from "../core/ports.ts";
import type { Ticket } from "../core/ticket.ts";

const MOST = 200;
const LATELY_MS = 90 * 24 * 60 * 60_000;
const FRESH_MS = 60_000;

/** The newest finished tickets: who knows what. Read at most once a minute for all ticket pages of this process. */
export function createFinishedLately({ store, clock }: Office): () => Promise<readonly Ticket[]> {
  let last: { readonly at: number; readonly read: Promise<readonly Ticket[]> } | undefined;

  async function readAnew(): Promise<readonly Ticket[]> {
    const since = clock.now().getTime() - LATELY_MS;
    const { items } = await store.tickets.list({ status: ["solved", "closed"], limit: MOST });
    return items.filter(({ solvedAt, mergedInto }) => !mergedInto && (solvedAt?.getTime() ?? 0) >= since);
  }

  return () => {
    if (last && Date.now() - last.at < FRESH_MS) return last.read;
    const read = readAnew();
    last = { at: Date.now(), read };
    read.catch(() => {
      last = undefined;
    });
    return read;
  };
}
