import type { Listener } from "../../src/staff/live/listener.ts";
import { createLiveFeed } from "../../src/staff/live/live-feed.ts";
import { createSearchCounts } from "../../src/staff/search-counts.ts";
import { addNote } from "../../src/tickets/add-note.ts";
import { eventually } from "../mail/support/eventually.ts";
import { quietLog } from "../mail/support/quiet-log.ts";
import { withOffice } from "../support/office.ts";
import { ticketFrom } from "./desk.ts";

const office = withOffice(() => new Date());

/** The feed of one process of the product; several share the database. */
function processFeed() {
  const feed = createLiveFeed(office, quietLog, createSearchCounts(office));
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
  const [first, second] = [processFeed(), processFeed()];
  const [ayse, bora, other] = [listener("ayse", "MI-1"), listener("bora", "MI-1"), listener("can", "MI-2")];
  const leaveAyse = first.listen(ayse.one);
  const leaveBora = second.listen(bora.one);
  const leaveOther = second.listen(other.one);
  expect(await eventually(names(ayse), (found) => found?.length === 1, 5_000)).toEqual(["bora"]);
  expect(await eventually(names(bora), (found) => found?.length === 1, 5_000)).toEqual(["ayse"]);
  expect(names(other)()).toBeUndefined();
  leaveBora();
  expect(await eventually(names(ayse), (found) => found?.length === 0, 5_000)).toEqual([]);
  // Opened and closed in one breath it leaves nothing behind.
  second.listen(bora.one)();
  await new Promise((later) => setTimeout(later, 500));
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
    6_000,
  );
  leave();
  await addNote(office, { ticket: ticket.number, agent: { id: "bora", name: "Bora" }, text: "Arada" });
  const after = listener("ayse");
  const leaveAfter = feed.listen(after.one);
  await eventually(
    () => after.last("changed"),
    (data) => data !== undefined,
    4_000,
  );
  expect(after.last("changed")).toMatchObject({ ticket: ticket.number, by: "Bora", own: false });
  await eventually(
    () => after.last("counts"),
    (data) => data !== undefined,
    6_000,
  );
  leaveAfter();
  feed.stop();
});

/** A feed with the times of its looks: when each began to read the events, and when it had read them. */
function watchedFeed(duringLook: () => Promise<unknown> = async () => undefined) {
  const looks: { readonly began: number; readonly ended: number }[] = [];
  const { events } = office.store;
  const list: typeof events.list = async (query) => {
    const began = Date.now();
    const page = await events.list(query);
    await duringLook();
    looks.push({ began, ended: Date.now() });
    return page;
  };
  const watched = { ...office, store: { ...office.store, events: { ...events, list } } };
  const feed = createLiveFeed(watched, quietLog, createSearchCounts(office));
  feed.start();
  const nextLook = async () => {
    const seen = looks.length;
    await eventually(
      () => looks.length,
      (length) => length > seen,
      5_000,
    );
  };
  /** Between the last two looks; without a change it is a second at the least. */
  const gap = () => (looks.at(-1)?.began ?? 0) - (looks.at(-2)?.ended ?? 0);
  return { feed, looks, nextLook, gap };
}
const EVERY_MS = 1_000;
/** A timer never fires too soon, so that one round sooner than the beat was hastened; a busy machine may be late in some. */
async function onceSooner(gapOf: () => Promise<number>): Promise<boolean> {
  for (let round = 0; round < 5; round++) if ((await gapOf()) < EVERY_MS - 100) return true;
  return false;
}

test("a change in this process is looked for at once, and not with the next beat", async () => {
  const { ticket } = await ticketFrom(office, { subject: "Hemen görülsün" });
  const { feed, nextLook, gap } = watchedFeed();
  const leave = feed.listen(listener("ayse").one);
  await nextLook();
  await nextLook();
  expect(gap()).toBeGreaterThanOrEqual(EVERY_MS - 50);
  const isSooner = await onceSooner(async () => {
    await addNote(office, { ticket: ticket.number, agent: { id: "bora", name: "Bora" }, text: "Şimdi" });
    await nextLook();
    return gap();
  });
  expect(isSooner).toBe(true);
  leave();
  feed.stop();
});

test("what changes while a look is under way hastens the one after it", async () => {
  const { ticket } = await ticketFrom(office, { subject: "Bakarken değişti" });
  let changes = false;
  const { feed, nextLook, gap } = watchedFeed(async () => {
    if (!changes) return;
    changes = false;
    await addNote(office, { ticket: ticket.number, agent: { id: "bora", name: "Bora" }, text: "Arada" });
  });
  const ayse = listener("ayse");
  const leave = feed.listen(ayse.one);
  await nextLook();
  const isSooner = await onceSooner(async () => {
    changes = true;
    await nextLook();
    await nextLook();
    return gap();
  });
  expect(isSooner).toBe(true);
  expect(ayse.last("changed")).toMatchObject({ ticket: ticket.number, by: "Bora" });
  leave();
  feed.stop();
});

test("many changes at once are seen in a few looks, each told once, and after the feed has stopped nobody looks", async () => {
  const { ticket } = await ticketFrom(office, { subject: "Hepsi birden" });
  const { feed, looks, nextLook } = watchedFeed();
  const ayse = listener("ayse");
  feed.listen(ayse.one);
  await nextLook();
  const before = looks.length;
  const notes = Array.from({ length: 12 }, (_, index) => `Not ${index}`);
  await Promise.all(
    notes.map((text) => addNote(office, { ticket: ticket.number, agent: { id: "bora", name: "Bora" }, text })),
  );
  const told = () => ayse.told.filter(({ event }) => event === "changed").length;
  expect(await eventually(told, (count) => count >= notes.length, 8_000)).toBe(notes.length);
  expect(looks.length - before).toBeLessThan(notes.length);
  feed.stop();
  await new Promise((later) => setTimeout(later, 300));
  const stopped = looks.length;
  await addNote(office, { ticket: ticket.number, agent: { id: "bora", name: "Bora" }, text: "Sonra" });
  await new Promise((later) => setTimeout(later, EVERY_MS + 300));
  expect(looks.length).toBe(stopped);
});

test("a console that was away is told what others changed meanwhile, of its ticket or of any; not its own doing", async () => {
  const { ticket } = await ticketFrom(office, { subject: "Öndeyken değil" });
  const { ticket: other } = await ticketFrom(office, { subject: "Başka bilet" });
  /** Begins to listen at a process that knows nothing of what was before. */
  const begin = async (staff: string, number?: string, since?: string) => {
    const feed = processFeed();
    const one = listener(staff, number, since);
    feed.listen(one.one);
    await new Promise((later) => setTimeout(later, 400));
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
    5_000,
  );
  await addNote(office, { ticket: ticket.number, agent: { id: "bora", name: "Bora" }, text: "İlk saniyede" });
  const changed = () => ayse.last("changed");
  expect(await eventually(changed, (data) => data !== undefined, 5_000)).toMatchObject({ by: "Bora" });
  feed.stop();
});
