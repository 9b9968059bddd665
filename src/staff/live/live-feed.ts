import type { HelpdeskEvent, StoredEvent } from "../../core/events.ts";
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

const ticketOf = (event: HelpdeskEvent) => ("ticket" in event ? event.ticket : undefined);

/** Events of tickets after the one that is known. Ids made in one second by several processes are in no order: it is looked for first. */
function newerThan(known: string, latestFirst: readonly StoredEvent[]): readonly StoredEvent[] {
  const at = latestFirst.findIndex(({ id }) => id === known);
  const newer = at < 0 ? latestFirst.filter(({ id }) => id > known) : latestFirst.slice(0, at);
  return newer.filter((event) => ticketOf(event) !== undefined);
}

/** A change as one console is told of it. */
function changeFor({ staff }: Listener, event: HelpdeskEvent) {
  const by = event.actor.kind === "staff" ? event.actor : { id: "", name: "" };
  return { ticket: ticketOf(event), type: event.type, by: by.name, own: by.id === staff };
}

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
    for (const event of fresh) tell(event);
    for (const listener of newcomers) await begin(listener, items);
    if (fresh.length > 0) countAgain = true;
    // Not waited for: a slow count does not hold up what has changed.
    if (countAgain && !counting && Date.now() - countedAt >= COUNT_MS) void count();
    await viewers.look();
  }

  /** Who begins after an event they know is told in `begin`. */
  function tell(event: StoredEvent): void {
    if (ticketOf(event) === undefined) return;
    for (const listener of listeners) {
      if (!newcomers.has(listener) || listener.since === undefined) {
        listener.send("changed", changeFor(listener, event), event.id);
      }
    }
  }

  /**
   * Tells a console what changed since it was made, or while its window was not in front: the latest that was not its own doing; then
   * from where on it is told everything. In: the newest events, the latest first. Fails whole, so that the next look can do it again.
   */
  async function begin(listener: Listener, items: readonly StoredEvent[]): Promise<void> {
    const { ticket, since } = listener;
    if (since !== undefined) {
      const latest = ticket ? (await office.store.events.ofTicket(ticket)).toReversed() : items;
      const foreign = newerThan(since, latest).find(
        ({ actor }) => actor.kind !== "staff" || actor.id !== listener.staff,
      );
      if (foreign) listener.send("changed", changeFor(listener, foreign), foreign.id);
    }
    newcomers.delete(listener);
    listener.send("here", {}, items[0]?.id);
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
      if (timer) hasten();
      else schedule(SOON_MS);
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
