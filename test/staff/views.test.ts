import { randomBytes } from "node:crypto";
import type { TicketFilter } from "../../src/core/saved-view.ts";
import { queryTerms, searchTerms } from "../../src/language/search-terms.ts";
import { planEffects } from "../../src/notifications/plan-effects.ts";
import { countOf, deskCounts, queueCounts } from "../../src/staff/desk-counts.ts";
import { createSearchCounts } from "../../src/staff/search-counts.ts";
import { filterQuery } from "../../src/staff/ticket-view.ts";
import { createCipher } from "../../src/store/cipher.ts";
import { connect } from "../../src/store/connect.ts";
import { createStore } from "../../src/store/store.ts";
import { changeTicket, type TicketChanges } from "../../src/tickets/change-ticket.ts";
import { withoutExpiry } from "../support/no-expiry.ts";
import { NOW } from "../support/office.ts";
import { type Client, ticketFrom, withDesk } from "./desk.ts";

const desk = withDesk();
const actor = { kind: "staff", id: "someone", name: "Biri" } as const;

async function made(change: TicketChanges = {}, subject = "Görünüm denemesi") {
  const { ticket } = await ticketFrom(desk.office, { subject });
  return Object.keys(change).length === 0
    ? ticket
    : changeTicket(desk.office, { ticket: ticket.number, version: ticket.version, actor, changes: change });
}
const filter = (change: Partial<TicketFilter>): TicketFilter => ({
  view: "active",
  assignee: "",
  category: "",
  priority: "",
  q: "",
  sort: "",
  ...change,
});
const keep = async (client: Client, fields: Record<string, string>) => {
  await client.get("/console/tickets");
  return client.post("/console/views", fields);
};
const idIn = (location: string | null) => location?.match(/saved=([0-9a-f]{24})/)?.[1] ?? "";
/** The number beside a view in the list. */
const numberOf = (text: string, id: string) => text.match(new RegExp(`data-count="view-${id}">([^<]+)<`))?.[1];

test("kept figures give every filter the number of tickets its list has", async () => {
  await made();
  await made({ assignee: "a", priority: "urgent" });
  await made({ assignee: "a", category: "application" });
  await made({ status: "pending", assignee: "b.c/d" });
  await made({ status: "solved", assignee: "a", priority: "high" });
  await made({ snoozedUntil: new Date(NOW.getTime() + 86_400_000), assignee: "a" });
  await made({ category: "yeni.grup/bir" });
  const counts = await deskCounts(desk.office);
  const wanted = [
    {},
    { assignee: "me" },
    { assignee: "none" },
    { assignee: "b.c/d", view: "pending" },
    { priority: "urgent" },
    { category: "application", assignee: "a" },
    { category: "yeni.grup/bir" },
    { view: "snoozed" },
    { view: "snoozed", assignee: "a" },
    { view: "snoozed", priority: "low" },
    { view: "solved" },
    { view: "new", sort: "due" },
    { view: "pending", sort: "due" },
  ] as const satisfies readonly Partial<TicketFilter>[];
  for (const change of wanted) {
    const query = filterQuery(filter(change), "a", desk.office.clock.now());
    const { items } = await desk.office.store.tickets.list({ ...query, limit: 200 });
    expect([change, countOf(filter(change), "a", counts)]).toEqual([change, items.length]);
  }
  expect(countOf(filter({ view: "all" }), "a", counts)).toBeUndefined();
  expect(countOf(filter({ view: "solved", assignee: "a" }), "a", counts)).toBeUndefined();
  expect(queueCounts(counts)).toMatchObject({ snoozed: 1, solved: 1, pending: 1 });
});

test("figures kept under another name before an upgrade are counted anew at the next start", async () => {
  const before = await desk.office.store.tickets.tallies();
  const connection = await connect(desk.office.uri);
  const counts = connection.collection<{ _id: string }>("ticketCounts");
  await counts.deleteMany({});
  await counts.insertOne({
    _id: "tickets",
    buckets: { "new/assigned": 99 },
    folds: 1,
    countedAt: new Date(),
  } as object as {
    _id: string;
  });
  const cipher = createCipher(randomBytes(32));
  const upgraded = await createStore({ connection, cipher, planEffects, searchTerms, queryTerms });
  await withoutExpiry(connection);
  const byText = (tallies: readonly object[]) =>
    tallies.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
  expect(byText(await upgraded.tickets.tallies())).toEqual(byText(before));
  await connection.close();
});

test("a view is kept from the list, opened by its name, changed, and shows its number", async () => {
  const agent = await desk.agent("agent", "Görünüm Sahibi");
  const added = await keep(agent, { name: "Acil olanlar", priority: "urgent", sort: "due" });
  const id = idIn(added.headers.get("location"));
  const list = await agent.get(`/console/tickets?priority=urgent&sort=due&saved=${id}`);
  expect(list.text).toMatch(/<h1>Acil olanlar<\/h1>/);
  expect(list.text).toMatch(/aria-current="page">Acil olanlar/);
  expect(numberOf(list.text, id)).toBe("1");
  expect(list.text).not.toContain("Görünümü güncelle");

  const changed = await agent.get(`/console/tickets?priority=high&saved=${id}`);
  expect(changed.text).toContain("Görünümü güncelle");
  await agent.post(`/console/views/${id}/filter`, { version: "1", priority: "high", assignee: "me" });
  expect((await desk.office.store.shelf.byId("savedViews", id))?.filter).toEqual(
    filter({ priority: "high", assignee: "me" }),
  );
});

test("one's own views are one's own; shared ones are everybody's to see and the leads' to change", async () => {
  const [owner, other, lead] = [await desk.agent(), await desk.agent(), await desk.agent("lead", "Paylaşan Şef")];
  const own = idIn((await keep(owner, { name: "Yalnız benim" })).headers.get("location"));
  expect((await other.get("/console/tickets")).text).not.toContain("Yalnız benim");
  expect((await other.post(`/console/views/${own}/delete`, { version: "1" })).status).toBe(404);
  expect((await keep(owner, { name: "Ortak olsun", shared: "yes" })).status).toBe(403);

  const shared = idIn(
    (await keep(lead, { name: "Bana düşen", assignee: "me", shared: "yes" })).headers.get("location"),
  );
  const { text } = await other.get("/console/tickets");
  expect(text).toContain("Bana düşen");
  expect((await other.post(`/console/views/${shared}/name`, { version: "1", name: "Benim oldu" })).status).toBe(403);
  expect((await other.post(`/console/views/${shared}/delete`, { version: "1" })).status).toBe(403);
  const { items } = await desk.office.store.events.list({ type: "shared.kept", limit: 5 });
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ actor: { name: "Paylaşan Şef" }, shelf: "savedViews", name: "Bana düşen" });

  await lead.get("/console/views");
  expect((await lead.post(`/console/views/${shared}/name`, { version: "7", name: "Eski", shared: "yes" })).status).toBe(
    409,
  );
  await lead.post(`/console/views/${shared}/delete`, { version: "1" });
  expect((await other.get("/console/tickets")).text).not.toContain("Bana düşen");
  expect((await lead.get("/console/audit?type=shared.discarded")).text).toContain("Bana düşen");
});

test("a lead takes back what another lead shared, and it is its owner's again", async () => {
  const [first, second] = [await desk.agent("lead"), await desk.agent("lead")];
  const id = idIn((await keep(first, { name: "Geri alınan", shared: "yes" })).headers.get("location"));
  await second.get("/console/views");
  expect((await second.post(`/console/views/${id}/name`, { version: "1", name: "Geri alınan" })).status).toBe(303);
  expect((await second.get("/console/views")).text).not.toContain("Geri alınan");
  expect((await first.get("/console/views")).text).toContain("Geri alınan");
});

test("a search for a personal number is not kept", async () => {
  const agent = await desk.agent();
  for (const q of ["0532 123 45 67", "10000000146"]) {
    const refused = await keep(agent, { name: "Bir kişi", q });
    expect(refused.headers.get("location")).toContain("done=personal");
    expect((await agent.get(refused.headers.get("location") ?? "")).text).toContain("Böyle aramalar saklanmaz");
  }
  expect((await agent.get("/console/views")).text).not.toContain("Bir kişi");
});

test("views are put in order, and there is an end to them", async () => {
  const agent = await desk.agent();
  const ids: string[] = [];
  for (const name of ["Bir", "İki", "Üç"]) ids.push(idIn((await keep(agent, { name })).headers.get("location")));
  const names = async () =>
    [...(await agent.get("/console/views")).text.matchAll(/name="name" value="([^"]+)"/g)].map(([, name]) => name);
  expect(await names()).toEqual(["Bir", "İki", "Üç"]);
  await agent.post(`/console/views/${ids[2]}/move`, { to: "up" });
  expect(await names()).toEqual(["Bir", "Üç", "İki"]);
  await agent.post(`/console/views/${ids[0]}/move`, { to: "up" });
  expect(await names()).toEqual(["Bir", "Üç", "İki"]);
  for (let more = 3; more < 30; more += 1) await keep(agent, { name: `${more}` });
  const refused = await keep(agent, { name: "fazla" });
  expect(refused.headers.get("location")).toContain("done=tooMany");
  expect((await agent.get(refused.headers.get("location") ?? "")).text).toContain("En çok 30 görünüm");
});

test("a search is counted to ninety-nine and no further, once for all who look within ten seconds", async () => {
  for (let count = 0; count < 3; count += 1) await made({}, "Zambak sayımı");
  let asked = 0;
  const { store, clock } = desk.office;
  const counting = {
    ...desk.office,
    clock,
    store: {
      ...store,
      tickets: {
        ...store.tickets,
        countUpTo: (...query: Parameters<typeof store.tickets.countUpTo>) => {
          asked += 1;
          return store.tickets.countUpTo(...query);
        },
      },
    },
  };
  const searches = createSearchCounts(counting);
  const search = filter({ q: "zambak" });
  expect(searches.known(search, "a")).toBeUndefined();
  const all = await Promise.all(["a", "b", "c"].map((staff) => searches.fresh(search, staff)));
  expect(all.map(({ count }) => count)).toEqual([3, 3, 3]);
  expect(searches.known(search, "d")).toMatchObject({ count: 3, mayBeMore: false });
  expect(asked).toBe(1);
  expect(await store.tickets.countUpTo({ q: "zambak" }, 2)).toEqual({ count: 2, mayBeMore: true });
  expect(await store.tickets.countUpTo({ q: "zambak" }, 3)).toEqual({ count: 3, mayBeMore: false });
});
