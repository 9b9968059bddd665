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

/** How often what other processes write is looked for. */
const EVERY_MS = 1_000;
/** After a change in this process, and for the first who listens, it is looked sooner; what changes meanwhile goes with it. */
const SOON_MS = 150;
/** A page that is left for another closes its stream and opens the next; what happens in between is told all the same. */
const PAUSE_MS = 5_000;
/** Changes looked at in one look; more than that in a second and the counts alone are told. */
const MOST_EVENTS = 50;
/** Counting costs with the number of tickets: at most this often. */
const COUNT_MS = 3_000;

/**
 * Tells open consoles what changed: one look a second at the newest events for the whole process, and only while
 * somebody listens. What other processes write is seen the same way; what this one writes hastens the look.
 */
export function createLiveFeed(office: Office, log: Log, searches: SearchCounts, everyMs = EVERY_MS): LiveFeed {
  const views = createViewFeed(office, searches);
  const viewers = createViewerFeed(office, log);
  const listeners = new Set<Listener>();
  /** Who joined since the last look. */
  const newcomers = new Set<Listener>();
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
    seen = new Set(items.map(({ id }) => id));
    for (const event of fresh) tell(event, listeners);
    await tellMissed();
    if (fresh.length > 0) countAgain = true;
    // Not waited for: a slow count does not hold up what has changed.
    if (countAgain && !counting && Date.now() - countedAt >= COUNT_MS) void count();
    await viewers.look();
  }

  function tell(event: HelpdeskEvent, some: Iterable<Listener>): void {
    if (!("ticket" in event) || event.ticket === undefined) return;
    const by = event.actor.kind === "staff" ? event.actor : { id: "", name: "" };
    for (const listener of some) {
      listener.send("changed", { ticket: event.ticket, type: event.type, by: by.name, own: by.id === listener.staff });
    }
  }

  /** What came into a ticket after its page was made and before the page listened, or while its window was not looked at. */
  async function tellMissed(): Promise<void> {
    for (const listener of newcomers) {
      const events = listener.ticket && listener.seen ? await office.store.events.ofTicket(listener.ticket) : [];
      newcomers.delete(listener);
      const known = events.findIndex(({ id }) => id === listener.seen);
      if (known >= 0) for (const event of events.slice(known + 1)) tell(event, [listener]);
    }
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
  function schedule(wait = everyMs): void {
    if (!started) return;
    nextLookAt = Date.now() + wait;
    timer = setTimeout(() => {
      looking = true;
      lookSoon = false;
      look()
        .catch((error: unknown) => log.warn({ err: error }, "The live feed could not read the events; it tries again."))
        .finally(() => {
          looking = false;
          if (listeners.size > 0) schedule(lookSoon ? SOON_MS : everyMs);
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
      newcomers.add(listener);
      if (!timer) schedule(SOON_MS);
      viewers.enter(listener);
      if (!listener.ticket) tellSearches(listener);
      return () => {
        listeners.delete(listener);
        newcomers.delete(listener);
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
      newcomers.clear();
    },
  };
}
