import type { Log, Office } from "../../core/ports.ts";
import type { Viewer } from "../../core/presence.ts";
import { inTurkishOrder } from "../../language/turkish-order.ts";
import type { Listener } from "./listener.ts";

/** A process that dies is forgotten after this time. */
const STAY_MS = 30_000;
const RENEW_MS = 10_000;

export interface ViewerFeed {
  enter(listener: Listener): void;
  leave(listener: Listener): void;
  /** Tells who looks now, where that has changed; renews what this process said. Called every second. */
  look(): Promise<void>;
}

interface Here {
  readonly viewer: Viewer;
  /** Settles when the others can know of it. */
  readonly said: Promise<void>;
  /** The names it was told last. */
  told: string;
}

/** Tells those with the same ticket on the screen of one another, whichever process they are connected to. */
export function createViewerFeed({ store }: Office, log: Log): ViewerFeed {
  const here = new Map<Listener, Here>();
  let renewedAt = 0;

  async function tell(tickets: readonly string[]): Promise<void> {
    if (tickets.length === 0) return;
    const viewers = await store.presence.at([...new Set(tickets)]);
    for (const [listener, one] of here) {
      if (!tickets.includes(one.viewer.ticket)) continue;
      const others = viewers.filter(({ ticket, staff }) => ticket === one.viewer.ticket && staff !== listener.staff);
      const names = [...new Set(others.map(({ name }) => name))].sort(inTurkishOrder);
      if (names.join("\n") === one.told) continue;
      one.told = names.join("\n");
      listener.send("viewers", { names });
    }
  }

  /** At once for those of this process; the others see it within a second. */
  const thenTell = (said: Promise<void>, ticket: string) =>
    said
      .then(() => tell([ticket]))
      .catch((error: unknown) =>
        log.warn({ err: error }, "Who looks at a ticket could not be told; it is tried again."),
      );

  return {
    enter(listener) {
      const { ticket, staff, name } = listener;
      if (!ticket) return;
      const viewer = { id: store.newId(), ticket, staff, name };
      const said = store.presence.stay([viewer], STAY_MS);
      here.set(listener, { viewer, said, told: "" });
      void thenTell(said, ticket);
    },
    leave(listener) {
      const left = here.get(listener);
      if (!left) return;
      here.delete(listener);
      const { id, ticket } = left.viewer;
      // Not before it was said: what is written last stays.
      const gone = left.said.catch(() => undefined).then(() => store.presence.leave(id));
      void thenTell(gone, ticket);
    },
    async look() {
      const viewers = [...here.values()].map(({ viewer }) => viewer);
      if (Date.now() - renewedAt >= RENEW_MS) {
        renewedAt = Date.now();
        await store.presence.stay(viewers, STAY_MS);
      }
      await tell(viewers.map(({ ticket }) => ticket));
    },
  };
}
