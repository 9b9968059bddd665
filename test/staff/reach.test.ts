import { ticketNumber } from "../../src/core/ticket.ts";
import { madeUpTicket } from "../support/made-up-ticket.ts";
import { signInBy, story, violations, withBrowser } from "./browser.ts";
import { PASSWORD, withDesk } from "./desk.ts";

/** A search that finds little in much gives what it has after so much work, and loses nothing by going on. */
const REACH = { ms: Number.POSITIVE_INFINITY, rows: Number.POSITIVE_INFINITY, windows: 1 };
const DAY_MS = 24 * 60 * 60_000;
const browser = withBrowser();
const desk = withDesk({}, () => new Date(), REACH);
/** The words stand together in the oldest tickets only; apart in very many. */
const BOTH = new Set([97, 98, 150, 151]);
const DAYS = 160;

beforeAll(async () => {
  const { store } = desk.office;
  for (let day = 0; day < DAYS; day++) {
    const at = new Date(Date.now() - day * DAY_MS);
    const subject = BOTH.has(day) ? "Kavun karpuz" : day % 2 ? "Kavun" : "Karpuz";
    const firstResponseDueAt = new Date(Date.now() + day * DAY_MS);
    await store.transact((transaction) =>
      transaction.insertTicket(madeUpTicket(store.newId(), day + 1, at, { subject, firstResponseDueAt })),
    );
  }
});
const numberOf = (day: number) => ticketNumber(2026, day + 1);
const WANTED = [...BOTH].map(numberOf);

test.each(["updated", "created", "due"] as const)(
  "no ticket is lost between short and empty pages, sorted by %s",
  async (sort) => {
    const { tickets } = desk.office.store;
    const found: string[] = [];
    let [cursor, pages, empty] = ["", 0, 0];
    do {
      const page = await tickets.list({ q: "kavun karpuz", limit: 2, sort, ...(cursor && { cursor }) });
      found.push(...page.items.map(({ number }) => number));
      pages += 1;
      if (page.items.length === 0 && page.nextCursor) empty += 1;
      cursor = page.nextCursor ?? "";
    } while (cursor);
    expect(found).toEqual(WANTED);
    expect(empty).toBeGreaterThan(1);
    expect(pages).toBeLessThan(20);
  },
);

test("every status beside a search is one list as well", async () => {
  const { tickets } = desk.office.store;
  const found: string[] = [];
  let cursor = "";
  do {
    const page = await tickets.list({
      q: "kavun karpuz",
      status: ["new", "open"],
      category: "general",
      limit: 50,
      ...(cursor && { cursor }),
    });
    found.push(...page.items.map(({ number }) => number));
    cursor = page.nextCursor ?? "";
  } while (cursor);
  expect(found).toEqual(WANTED);
});

test("a list that is not sifted is no shorter for it", async () => {
  const { items, reached } = await desk.office.store.tickets.list({ limit: 100 });
  expect([items.length, reached]).toEqual([100, undefined]);
});

test("a saved search says that there may be more than it counted", async () => {
  const counted = await desk.office.store.tickets.countUpTo({ q: "kavun karpuz" }, 99);
  expect(counted).toEqual({ count: 0, mayBeMore: true });
});

test("the console says how far back it looked and offers one step further, until the end", async () => {
  const agent = await desk.agent();
  let [address, steps] = ["/console/tickets?q=kavun+karpuz", 0];
  const seen: string[] = [];
  for (;;) {
    const { text } = await agent.get(address);
    seen.push(...WANTED.filter((number) => text.includes(`/console/tickets/${number}`)));
    const next = text.match(/rel="next" href="([^"]+)">([^<]+)</);
    if (!next) break;
    expect(next[2]).toBe("Daha eskisine bak");
    expect(text).toMatch(/ 20\d\d \d\d:\d\d tarihine kadar geriye bakıldı/);
    address = (next[1] ?? "").replaceAll("&amp;", "&");
    steps += 1;
  }
  expect(seen).toEqual(WANTED);
  expect(steps).toBeGreaterThan(2);
});

test("the list beside a ticket says how far back it looked, and leads further back in the same search", async () => {
  const agent = await desk.agent();
  const [ticket = ""] = WANTED;
  const { text } = await agent.get(`/console/tickets/${ticket}?q=kavun+karpuz`);
  const beside = text.match(/<aside class="queue"[\s\S]*?<\/aside>/)?.[0] ?? "";
  expect(beside).toMatch(/ 20\d\d \d\d:\d\d tarihine kadar geriye bakıldı/);
  const further = (beside.match(/rel="next" href="([^"]+)">Daha eskisine bak</)?.[1] ?? "").replaceAll("&amp;", "&");
  expect(further).toMatch(/^\/console\/tickets\?.*q=kavun\+karpuz.*cursor=/);
  expect((await agent.get(further)).status).toBe(200);
  // A list that has all it shows says nothing of the kind.
  expect((await agent.get(`/console/tickets/${ticket}?status=all`)).text).not.toContain("geriye bakıldı");
});

test("the API goes on from an empty page", async () => {
  const agent = await desk.agent();
  let [cursor, pages] = ["", 0];
  const found: string[] = [];
  do {
    const { text } = await agent.get(`/api/v1/tickets?q=kavun+karpuz${cursor && `&cursor=${cursor}`}`);
    const page = JSON.parse(text) as { items: { number: string }[]; nextCursor?: string };
    found.push(...page.items.map(({ number }) => number));
    cursor = page.nextCursor ?? "";
    pages += 1;
  } while (cursor);
  expect(found).toEqual(WANTED);
  expect(pages).toBeGreaterThan(2);
});

story("a search that has found nothing yet goes on by itself until it has", async () => {
  await desk.agent();
  const [member] = await desk.office.store.staff.list();
  const page = await browser.open();
  await signInBy(page, desk.url, member?.email ?? "", PASSWORD);
  // Here nobody waits too long: by the page's own clock no time passes.
  await page.clock.setFixedTime(new Date());
  await page.goto(`${desk.url}/console/tickets?q=kavun+karpuz`);
  await page.getByRole("link", { name: "Kavun karpuz", exact: true }).first().waitFor();
  await page.waitForLoadState();
  expect(await page.getByText("tarihine kadar geriye bakıldı").count()).toBe(1);
  expect(await page.getByRole("link", { name: "Daha eskisine bak" }).count()).toBe(1);
  expect(await violations(page)).toEqual([]);
});

test("a search of a name says whose tickets come first", async () => {
  const agent = await desk.agent();
  const { text } = await agent.get("/console/tickets?q=mehmet+ko%C3%A7");
  expect(text).toContain("Önce adı “mehmet koç” olanların biletleri");
});
