import type { Listener } from "../../src/staff/live/listener.ts";
import { createLiveFeed } from "../../src/staff/live/live-feed.ts";
import { createSearchCounts } from "../../src/staff/search-counts.ts";
import { addNote } from "../../src/tickets/add-note.ts";
import { quietLog } from "../mail/support/quiet-log.ts";
import { eventually } from "../support/eventually.ts";
import { type TestOffice, withOffice } from "../support/office.ts";
import { ticketFrom } from "./desk.ts";

const office = withOffice(() => new Date());

/** The feed of one process of the product; several share the database. */
function processFeed(change: Partial<TestOffice["store"]> = {}) {
  const own = { ...office, store: { ...office.store, ...change } };
  const feed = createLiveFeed(own, quietLog, createSearchCounts(own));
  feed.start();
  return feed;
}

function listener(staff: string, ticket?: string, since?: string) {
  const told: { event: string; data: unknown; id?: string }[] = [];
  const one: Listener = {
    staff,
    name: staff,
    ...(ticket && { ticket }),
    ...(since && { since }),
    send: (event, data, id) => told.push({ event, data, ...(id && { id }) }),
  };
  const last = (event: string) => told.findLast((one) => one.event === event)?.data;
  return { one, told, last };
}
const names = (viewer: ReturnType<typeof listener>) => () =>
  (viewer.last("viewers") as { names: string[] } | undefined)?.names;

test("those with the same ticket on the screen see one another, though each is connected to another process", async () => {
  let left = 0;
  const { presence } = office.store;
  const leave: typeof presence.leave = async (id) => {
    await presence.leave(id);
    left += 1;
  };
  const [first, second] = [processFeed(), processFeed({ presence: { ...presence, leave } })];
  const [ayse, bora, other] = [listener("ayse", "MI-1"), listener("bora", "MI-1"), listener("can", "MI-2")];
  const leaveAyse = first.listen(ayse.one);
  const leaveBora = second.listen(bora.one);
  const leaveOther = second.listen(other.one);
  expect(await eventually(names(ayse), (found) => found?.length === 1)).toEqual(["bora"]);
  expect(await eventually(names(bora), (found) => found?.length === 1)).toEqual(["ayse"]);
  expect(names(other)()).toBeUndefined();
  leaveBora();
  expect(await eventually(names(ayse), (found) => found?.length === 0)).toEqual([]);
  // Opened and closed in one breath it leaves nothing behind.
  second.listen(bora.one)();
  await eventually(
    () => left,
    (count) => count === 2,
  );
  expect(await office.store.presence.at(["MI-1"])).toHaveLength(1);
  leaveAyse();
  leaveOther();
  first.stop();
  second.stop();
});

test("a page opened while another closes misses neither what changed in between nor the counts", async () => {
  const feed = processFeed();
  const { ticket } = await ticketFrom(office, { subject: "Arada kalan" });
  const before = listener("ayse", ticket.number);
  const leave = feed.listen(before.one);
  await eventually(
    () => before.told.length,
    (length) => length > 0,
  );
  leave();
  await addNote(office, { ticket: ticket.number, agent: { id: "bora", name: "Bora" }, text: "Arada" });
  const after = listener("ayse");
  const leaveAfter = feed.listen(after.one);
  await eventually(
    () => after.last("changed"),
    (data) => data !== undefined,
  );
  expect(after.last("changed")).toMatchObject({ ticket: ticket.number, by: "Bora", own: false });
  await eventually(
    () => after.last("counts"),
    (data) => data !== undefined,
  );
  leaveAfter();
  feed.stop();
});

/** A feed without a beat, so that it looks for what changes in this process alone; every look is counted as it begins. */
function watchedFeed(duringLook: () => Promise<unknown> = async () => undefined) {
  const looks = { begun: 0, ended: 0 };
  const { events } = office.store;
  const list: typeof events.list = async (query) => {
    looks.begun += 1;
    const page = await events.list(query);
    await duringLook();
    looks.ended += 1;
    return page;
  };
  const watched = { ...office, store: { ...office.store, events: { ...events, list } } };
  const feed = createLiveFeed(watched, quietLog, createSearchCounts(office), 24 * 60 * 60_000);
  feed.start();
  const looked = (times: number) =>
    eventually(
      () => looks.ended,
      (ended) => ended >= times,
    );
  return { feed, looks, looked };
}
const note = (ticket: string, text: string) => addNote(office, { ticket, agent: { id: "bora", name: "Bora" }, text });

test("a change in this process is looked for at once, and not with the next beat", async () => {
  const { ticket } = await ticketFrom(office, { subject: "Hemen görülsün" });
  const { feed, looked } = watchedFeed();
  const ayse = listener("ayse");
  feed.listen(ayse.one);
  await looked(1);
  await note(ticket.number, "Şimdi");
  await looked(2);
  await eventually(
    () => ayse.last("changed"),
    (data) => data !== undefined,
  );
  feed.stop();
});

test("what changes while a look is under way hastens the one after it", async () => {
  const { ticket } = await ticketFrom(office, { subject: "Bakarken değişti" });
  let changes = true;
  const { feed, looked } = watchedFeed(async () => {
    if (!changes) return;
    changes = false;
    await note(ticket.number, "Arada");
  });
  const ayse = listener("ayse");
  feed.listen(ayse.one);
  await looked(2);
  expect(await eventually(() => ayse.last("changed"), Boolean)).toMatchObject({ ticket: ticket.number, by: "Bora" });
  feed.stop();
});

test("many changes at once are seen in a few looks, each told once, and after the feed has stopped nobody looks", async () => {
  const { ticket } = await ticketFrom(office, { subject: "Hepsi birden" });
  let written: Promise<unknown> = Promise.resolve();
  const { feed, looks, looked } = watchedFeed(() => written);
  const ayse = listener("ayse");
  feed.listen(ayse.one);
  await looked(1);
  const notes = Array.from({ length: 12 }, (_, index) => `Not ${index}`);
  // The look that the first of them calls for is a long one.
  written = Promise.all(notes.map((text) => note(ticket.number, text)));
  await written;
  const told = () => ayse.told.filter(({ event }) => event === "changed").length;
  expect(await eventually(told, (count) => count >= notes.length)).toBe(notes.length);
  expect(looks.begun).toBeLessThanOrEqual(3);
  feed.stop();
  const stopped = looks.begun;
  const [other, can] = [processFeed(), listener("can", ticket.number)];
  const { id } = (await office.store.events.ofTicket(ticket.number)).at(-1)!;
  other.listen({ ...can.one, since: id });
  await note(ticket.number, "Sonra");
  await eventually(() => can.last("changed"), Boolean);
  other.stop();
  expect([looks.begun, told()]).toEqual([stopped, notes.length]);
});

test("a page is told what came into its ticket after it was made, however long it did not listen, and nothing before", async () => {
  const { ticket } = await ticketFrom(office, { subject: "Kaçan" });
  await note(ticket.number, "Önce");
  const since = (await office.store.events.ofTicket(ticket.number)).at(-1)!.id;
  const beginAt = async (since: string, staff: string) => {
    const feed = processFeed();
    const one = listener(staff, ticket.number, since);
    feed.listen(one.one);
    await eventually(() => one.told.some(({ event }) => event === "here"), Boolean);
    feed.stop();
    return one.last("changed");
  };
  expect(await beginAt(since, "ayse")).toBeUndefined();
  await note(ticket.number, "Kaçan");
  expect(await beginAt(since, "ayse")).toMatchObject({ ticket: ticket.number, by: "Bora", own: false });
  expect(await beginAt(since, "bora")).toBeUndefined();
});

test("what a page missed is told at the next look when the first one fails", async () => {
  const { ticket } = await ticketFrom(office, { subject: "Bir kez okunamaz" });
  const since = (await office.store.events.ofTicket(ticket.number)).at(-1)!.id;
  await note(ticket.number, "Kaçan");
  const { events } = office.store;
  let tries = 0;
  const ofTicket: typeof events.ofTicket = async (number) => {
    tries += 1;
    if (tries === 1) throw new Error("The database is busy.");
    return events.ofTicket(number);
  };
  const feed = processFeed({ events: { ...events, ofTicket } });
  const ayse = listener("ayse", ticket.number, since);
  feed.listen(ayse.one);
  expect(await eventually(() => ayse.last("changed"), Boolean)).toMatchObject({ by: "Bora" });
  feed.stop();
});

test("a console that was away is told what others changed meanwhile, of its ticket or of any; not its own doing", async () => {
  const { ticket } = await ticketFrom(office, { subject: "Öndeyken değil" });
  const { ticket: other } = await ticketFrom(office, { subject: "Başka bilet" });
  /** Begins to listen at a process that knows nothing of what was before. */
  const begin = async (staff: string, number?: string, since?: string) => {
    const feed = processFeed();
    const one = listener(staff, number, since);
    feed.listen(one.one);
    await eventually(() => one.told.some(({ event }) => event === "here"), Boolean);
    feed.stop();
    return { at: one.told.find(({ event }) => event === "here")?.id, changed: one.last("changed") };
  };
  const first = await begin("ayse");
  expect([typeof first.at, first.changed]).toEqual(["string", undefined]);
  await addNote(office, { ticket: ticket.number, agent: { id: "bora", name: "Bora" }, text: "Sen yokken" });
  expect((await begin("ayse", undefined, first.at)).changed).toMatchObject({ ticket: ticket.number, by: "Bora" });
  expect((await begin("ayse", ticket.number, first.at)).changed).toMatchObject({ by: "Bora" });
  expect((await begin("ayse", other.number, first.at)).changed).toBeUndefined();
  expect((await begin("bora", ticket.number, first.at)).changed).toBeUndefined();
  const now = await begin("ayse", undefined, first.at);
  expect((await begin("ayse", undefined, now.at)).changed).toBeUndefined();
});

test("what changes in the first second after the first console opened is told", async () => {
  const { ticket } = await ticketFrom(office, { subject: "Hemen sonra" });
  const feed = processFeed();
  const ayse = listener("ayse", ticket.number);
  feed.listen(ayse.one);
  await eventually(
    () => ayse.told.some(({ event }) => event === "here"),
    (isHere) => isHere,
  );
  await addNote(office, { ticket: ticket.number, agent: { id: "bora", name: "Bora" }, text: "İlk saniyede" });
  const changed = () => ayse.last("changed");
  expect(await eventually(changed, (data) => data !== undefined)).toMatchObject({ by: "Bora" });
  feed.stop();
});
