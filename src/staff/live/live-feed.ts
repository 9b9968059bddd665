import type { HelpdeskEvent } from "../../core/events.ts";
import type { Log, Office } from "../../core/ports.ts";
import { deskCounts, queueCounts } from "../desk-counts.ts";
import type { SearchCounts } from "../search-counts.ts";
import type { Listener } from "./listener.ts";
import { createViewFeed } from "./view-feed.ts";
import { createViewerFeed } from "./viewer-feed.ts";

export interface LiveFeed {
  /** Joins; the function that comes back leaves. */
  listen(listener: Listener): () => void;
  start(): void;
  stop(): void;
}

const EVERY_MS = 1_000;
/** After a change in this process it is looked sooner; what changes meanwhile goes with it. */
const SOON_MS = 150;
/** A page that is left for another closes its stream and opens the next; what happens in between is told all the same. */
const PAUSE_MS = 5_000;
/** Changes looked at in one look; more than that in a second and the counts alone are told. */
const MOST_EVENTS = 50;
/** Counting costs with the number of tickets: at most this often. */
const COUNT_MS = 3_000;

const idsOf = (events: readonly { readonly id: string }[]) => new Set(events.map(({ id }) => id));

/** A change as one console is told of it. */
function changeFor({ staff }: Listener, event: HelpdeskEvent) {
  const by = event.actor.kind === "staff" ? event.actor : { id: "", name: "" };
  return { ticket: "ticket" in event ? event.ticket : undefined, type: event.type, by: by.name, own: by.id === staff };
}

/**
 * Tells open consoles what changed: one look a second at the newest events for the whole process, and only while
 * somebody listens. What other processes write is seen the same way; what this one writes hastens the look.
 */
export function createLiveFeed(office: Office, log: Log, searches: SearchCounts): LiveFeed {
  const views = createViewFeed(office, searches);
  const viewers = createViewerFeed(office, log);
  const listeners = new Set<Listener>();
  let seen: ReadonlySet<string> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let started = false;
  let looking = false;
  let lookSoon = false;
  let nextLookAt = 0;
  let unlisten: () => void = () => undefined;
  let lookedAt = 0;
  let countedAt = 0;
  let countAgain = false;
  let counting = false;

  async function look(): Promise<void> {
    const { items } = await office.store.events.list({ limit: MOST_EVENTS });
    lookedAt = Date.now();
    const fresh = seen ? items.filter(({ id }) => !seen?.has(id)) : [];
    seen = idsOf(items);
    for (const event of fresh) tell(event);
    if (fresh.length > 0) countAgain = true;
    // Not waited for: a slow count does not hold up what has changed.
    if (countAgain && !counting && Date.now() - countedAt >= COUNT_MS) void count();
    await viewers.look();
  }

  function tell(event: HelpdeskEvent & { readonly id: string }): void {
    if (!("ticket" in event) || event.ticket === undefined) return;
    for (const listener of listeners) {
      listener.send("changed", changeFor(listener, event), event.id);
    }
  }

  /** Tells a console where it begins, and one that was away that something changed meanwhile: the latest that was not its own doing. */
  async function begin(listener: Listener): Promise<void> {
    const { ticket, since } = listener;
    const { items } = await office.store.events.list({ limit: MOST_EVENTS });
    // What changes from here on, the next look tells.
    if (!seen) {
      seen = idsOf(items);
      lookedAt = Date.now();
    }
    listener.send("here", {}, items[0]?.id);
    if (since === undefined) return;
    const latest = ticket ? (await office.store.events.ofTicket(ticket)).toReversed() : items;
    const missed = latest.filter((event) => event.id > since && "ticket" in event && event.ticket);
    const foreign = missed.find(({ actor }) => actor.kind !== "staff" || actor.id !== listener.staff);
    if (foreign) listener.send("changed", changeFor(listener, foreign));
  }

  async function count(): Promise<void> {
    countedAt = Date.now();
    countAgain = false;
    counting = true;
    try {
      const counts = await deskCounts(office);
      const queues = queueCounts(counts);
      for (const listener of listeners) listener.send("counts", queues);
      const members = [...new Set(atLists().map(({ staff }) => staff))];
      countAgain = (await views.tell(members, counts, countedAt, sendTo)) || countAgain;
    } catch (error) {
      countAgain = true;
      log.warn({ err: error }, "Open consoles could not be told the counts; it is tried again.");
    } finally {
      counting = false;
    }
  }

  const atLists = () => [...listeners].filter(({ ticket }) => !ticket);
  const sendTo = (member: string, numbers: object) => {
    for (const listener of atLists()) if (listener.staff === member) listener.send("counts", numbers);
  };

  /** What the page could not know when it was made. */
  function tellSearches({ staff }: Listener): void {
    views.tell([staff], undefined, 0, sendTo).catch((error: unknown) => {
      log.warn({ err: error }, "Saved searches could not be counted; the next change counts them again.");
    });
  }

  /** One after the other: a slow database is not asked twice at once. */
  function schedule(wait = EVERY_MS): void {
    if (!started) return;
    nextLookAt = Date.now() + wait;
    timer = setTimeout(() => {
      looking = true;
      lookSoon = false;
      look()
        .catch((error: unknown) => log.warn({ err: error }, "The live feed could not read the events; it tries again."))
        .finally(() => {
          looking = false;
          if (listeners.size > 0) schedule(lookSoon ? SOON_MS : EVERY_MS);
          else timer = undefined;
        });
    }, wait);
    timer.unref();
  }

  function hasten(): void {
    if (looking) lookSoon = true;
    else if (timer && nextLookAt - Date.now() > SOON_MS) {
      clearTimeout(timer);
      schedule(SOON_MS);
    }
  }

  return {
    listen(listener) {
      if (listeners.size === 0 && Date.now() - lookedAt > PAUSE_MS) seen = undefined;
      // The page was made a moment ago; what changed since is in the next count.
      countAgain = true;
      listeners.add(listener);
      if (!timer) schedule();
      viewers.enter(listener);
      begin(listener).catch((error: unknown) => {
        log.warn({ err: error }, "An open console could not be told what changed while it was away.");
      });
      if (!listener.ticket) tellSearches(listener);
      return () => {
        listeners.delete(listener);
        viewers.leave(listener);
      };
    },
    start() {
      started = true;
      unlisten = office.store.events.onCommit(hasten);
      if (listeners.size > 0 && !timer) schedule();
    },
    stop() {
      started = false;
      unlisten();
      clearTimeout(timer);
      timer = undefined;
      listeners.clear();
    },
  };
}
