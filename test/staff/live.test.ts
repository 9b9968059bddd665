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

function listener(staff: string, ticket?: string) {
  const told: { event: string; data: unknown }[] = [];
  const one: Listener = {
    staff,
    name: staff,
    ...(ticket && { ticket }),
    send: (event, data) => told.push({ event, data }),
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
