import type { DeliveryResult, EffectKind, OutboxItem } from "../core/outbox.ts";
import type { Log, Outbox } from "../core/ports.ts";

export type Deliverer = (item: OutboxItem) => Promise<DeliveryResult>;

export interface DeliveryOptions {
  readonly outbox: Outbox;
  /** Who delivers which kind of effect. */
  readonly deliverers: Readonly<Partial<Record<EffectKind, Deliverer>>>;
  /** Names this process in claims. */
  readonly worker: string;
  readonly log: Log;
  /** Looks this often even when nobody says there is work: retries, and effects written by other processes. */
  readonly everyMs?: number;
}

const BATCH = 20;
/** Longer than any single try may take, so that an item is not tried twice at once while its holder lives. */
const LEASE_MS = 120_000;

/** Delivers what lies in the outbox, at least once. Ends after the try that is under way when stopped. */
export function createDelivery({ outbox, deliverers, worker, log, everyMs = 5_000 }: DeliveryOptions) {
  const kinds = Object.keys(deliverers) as EffectKind[];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = true;
  let unlisten: (() => void) | undefined;

  async function deliver(item: OutboxItem): Promise<void> {
    const result = await attempt(item);
    const fields = { item: item.id, kind: item.effect.kind, result: result.kind, attempts: item.attempts };
    if (result.kind === "held") log.debug(fields, "held back");
    else if (result.kind !== "sent") log.warn(fields, "not delivered");
    await outbox.settle(item, result);
  }

  async function attempt(item: OutboxItem): Promise<DeliveryResult> {
    try {
      const deliverer = deliverers[item.effect.kind];
      return deliverer ? await deliverer(item) : { kind: "held", reason: "Nobody delivers this kind." };
    } catch (error) {
      log.error({ item: item.id, kind: item.effect.kind, err: error }, "A delivery threw.");
      return { kind: "retry", reason: error instanceof Error ? error.message : String(error) };
    }
  }

  async function drain(): Promise<void> {
    do {
      again = false;
      const items = await outbox.claim(worker, kinds, BATCH, LEASE_MS);
      await Promise.all(items.map(deliver));
      if (items.length === BATCH) again = true;
    } while (again && !stopped);
  }

  /** Looks now; a look asked for while one is under way follows it. */
  function look(): void {
    if (stopped) return;
    if (running !== undefined) {
      again = true;
      return;
    }
    running = drain()
      .catch((error: unknown) => log.error({ err: error }, "The outbox could not be read; it is read again soon."))
      .finally(() => {
        running = undefined;
        // Work announced after the last look of the drain would otherwise wait for the timer.
        if (again) look();
      });
  }

  return {
    start(): void {
      stopped = false;
      unlisten = outbox.onWork(look);
      timer = setInterval(look, everyMs);
      look();
    },
    async stop(): Promise<void> {
      stopped = true;
      unlisten?.();
      clearInterval(timer);
      await running;
    },
  };
}
