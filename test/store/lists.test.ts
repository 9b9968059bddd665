import type { TicketQuery } from "../../src/core/ports.ts";
import { requestNumber } from "../../src/core/request.ts";
import { TICKET_STATUSES, type Ticket, ticketNumber } from "../../src/core/ticket.ts";
import { essence } from "../../src/language/fold.ts";
import { earliestFirst, newestFirst, type TimeWindow } from "../../src/store/newest-first.ts";
import { madeUpTicket } from "../support/made-up-ticket.ts";
import { withOffice } from "../support/office.ts";
import { createRandom } from "../support/random.ts";

/** A page gives up after one window: every list goes on over many short and empty pages. */
const office = withOffice(() => new Date(), {
  ms: Number.POSITIVE_INFINITY,
  rows: Number.POSITIVE_INFINITY,
  windows: 1,
});
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const NOW = Date.now() - MINUTE_MS;

const { below, chance, oneOf } = createRandom(20_261_127);

let sequence = 0;
function madeTicket(change: Partial<Ticket>): Ticket {
  sequence += 1;
  return madeUpTicket(office.store.newId(), sequence, new Date(NOW), change);
}
async function keepTickets(tickets: readonly Ticket[]): Promise<void> {
  await office.store.transact(async (transaction) => {
    for (const ticket of tickets) await transaction.insertTicket(ticket);
  });
}

/** Every page, each of as many as `limit` says; between two of them something else happens. */
async function pagesOf(
  query: Omit<TicketQuery, "limit">,
  limit: () => number,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<string[]> {
  const numbers: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await office.store.tickets.list({ ...query, limit: limit(), ...(cursor && { cursor }) });
    numbers.push(...page.items.map(({ number }) => number));
    cursor = page.nextCursor;
    await meanwhile();
  } while (cursor);
  return numbers;
}

const WORDS = ["kavun", "karpuz", "elma", "sertifika"] as const;
const NAMES = ["Ali Veli", "Ayşe Kaya", "Ali Kaya", "Işıl Çağrı", "Mehmet Ali Veli"] as const;
const SEARCHES = [...WORDS, ...NAMES, "kavun karpuz", "veli ali", "elma sertifika", "ali"] as const;

/** Many of the same instant, some far back, and two texts out of few words. */
function anyTicket(): Ticket {
  const spread = oneOf([1_000, MINUTE_MS, DAY_MS, 30 * DAY_MS, 900 * DAY_MS, 3_000 * DAY_MS]);
  const at = () => new Date(NOW - (spread / 8) * below(8));
  return madeTicket({
    subject: [oneOf(WORDS), oneOf(WORDS), chance(0.2) ? "Ali" : "", chance(0.2) ? "Veli" : ""].join(" "),
    requester: { name: oneOf(NAMES) },
    status: oneOf(TICKET_STATUSES),
    category: oneOf(["one", "other"]),
    createdAt: at(),
    updatedAt: at(),
    ...(chance(0.5) && { assignee: oneOf(["x", "y"]) }),
    ...(chance(0.6) && { resolutionDueAt: new Date(2 * NOW - Number(at())) }),
  });
}

function anyQuery(): Omit<TicketQuery, "limit"> {
  return {
    sort: oneOf(["updated", "updated", "created", "due"]),
    ...(chance(0.6) && { q: oneOf(SEARCHES) }),
    ...(chance(0.5) && { status: [oneOf(TICKET_STATUSES), oneOf(TICKET_STATUSES)] }),
    ...(chance(0.3) && { assignee: oneOf(["x", "y", null]) }),
    ...(chance(0.3) && { category: oneOf(["one", "other"]) }),
  };
}

/** What the list is without any index: filtered, in order, those first who are called so where a name is looked for. */
function plainly(tickets: readonly Ticket[], { q = "", status, assignee, category, sort }: Omit<TicketQuery, "limit">) {
  const words = essence(q).split(" ").filter(Boolean);
  const isDue = ({ status: its }: Ticket) => its === "new" || its === "open";
  const key = (ticket: Ticket): number => {
    if (sort === "due") return isDue(ticket) ? Number(ticket.resolutionDueAt ?? 0) : 0;
    return Number(sort === "created" ? ticket.createdAt : ticket.updatedAt);
  };
  const direction = sort === "due" ? 1 : -1;
  const fitting = tickets
    .filter((ticket) => {
      const said = essence(`${ticket.subject} ${ticket.requester.name}`).split(" ");
      return (
        words.every((word) => said.includes(word)) &&
        (status === undefined || status.includes(ticket.status)) &&
        (assignee === undefined || (ticket.assignee ?? null) === assignee) &&
        (category === undefined || ticket.category === category) &&
        key(ticket) > 0
      );
    })
    .sort((a, b) => direction * (key(a) - key(b) || (a.id < b.id ? -1 : 1)));
  const isCalledSo = ({ requester }: Ticket) => essence(requester.name ?? "") === essence(q);
  if (words.length < 2 || sort !== "updated") return fitting;
  return [...fitting.filter(isCalledSo), ...fitting.filter((ticket) => !isCalledSo(ticket))];
}

test("every list is the same over all its pages as a plain filter and sort of all tickets", async () => {
  const made = Array.from({ length: 250 }, anyTicket);
  await keepTickets(made);
  for (let round = 0; round < 60; round++) {
    const query = anyQuery();
    const wanted = plainly(made, query).map(({ number }) => number);
    expect([query, await pagesOf(query, () => 1 + below(7))]).toEqual([query, wanted]);
  }
});

test("what changes while somebody goes through a list takes no other ticket out of it and brings none twice", async () => {
  const made = Array.from({ length: 60 }, () => ({ ...anyTicket(), category: "changing" }));
  await keepTickets(made);
  for (const q of ["ali veli", "elma", undefined]) {
    const wanted = plainly(made, { ...(q && { q }), category: "changing", sort: "updated" });
    const changed = new Set<string>();
    const numbers = await pagesOf(
      { ...(q && { q }), category: "changing" },
      () => 3,
      async () => {
        const { number } = oneOf(made);
        changed.add(number);
        await office.store.transact(async (transaction) => {
          const ticket = await transaction.ticket(number);
          if (ticket) await transaction.updateTicket({ ...ticket, updatedAt: new Date() });
        });
      },
    );
    const unchanged = (some: readonly string[]) => some.filter((number) => !changed.has(number));
    expect(unchanged(numbers)).toEqual(unchanged(wanted.map(({ number }) => number)));
    for (const one of made)
      one.updatedAt = (await office.store.tickets.byNumber(one.number))?.updatedAt ?? one.updatedAt;
  }
});

test("a ticket that lies at the very edge of a window is in the list, behind each of its indexes", async () => {
  const made = Array.from({ length: 12 }, (_, index) =>
    madeTicket({ updatedAt: new Date(NOW - index * 5 * MINUTE_MS), category: "edge", subject: "Kenarda" }),
  );
  await keepTickets(made);
  const wanted = made.map(({ number }) => number);
  for (const query of [
    { status: ["new", "open"] },
    { status: ["new"] },
    {},
    { status: ["new"], q: "kenarda" },
  ] as const)
    expect(await pagesOf({ ...query, category: "edge" }, () => 2)).toEqual(wanted);
});

test("nothing is looked for before anything can lie there", async () => {
  const windows: TimeWindow[] = [];
  const start = new Date("1971-01-01T00:00:00Z");
  await newestFirst({ start, limit: 1, firstMs: 100 * DAY_MS }, async (window) => {
    windows.push(window);
    return [];
  });
  expect(windows.map(({ from }) => from)).toEqual([new Date(Number(start) - 100 * DAY_MS), undefined]);
});

test("words that say nothing find nothing, neither a ticket nor a request entry", async () => {
  await keepTickets([madeTicket({ subject: "Bir konu" })]);
  await office.store.transact((transaction) =>
    transaction.insertRequest({
      id: office.store.newId(),
      number: requestNumber(2026, 1),
      ticket: ticketNumber(2026, sequence),
      kind: "newApplication",
      state: "received",
      fields: {},
      history: [],
      createdAt: new Date(NOW),
      updatedAt: new Date(NOW),
      version: 1,
    }),
  );
  for (const list of [office.store.tickets.list, office.store.requests.list]) {
    expect((await list({ q: " ", limit: 1 })).items).toHaveLength(1);
    for (const q of ["ve", "?"]) expect(await list({ q, limit: 1 })).toEqual({ items: [] });
  }
});

test("a list that begins long ago is come up to without reading all that lies there", async () => {
  const now = new Date();
  const all = Array.from({ length: 20_000 }, (_, index) => now.getTime() - 800 * DAY_MS + (index / 40) * DAY_MS);
  /** So many rows an engine reads in the time that a window may take. */
  const most = 500;
  let looked = 0;
  const found = await earliestFirst<number>(
    { start: now, limit: 51, reach: { ms: 25, rows: 1_000, windows: 20 } },
    async ({ from, before }, limit, withinMs) => {
      const rows = all.filter((at) => (!from || at >= from.getTime()) && (!before || at < before.getTime()));
      const isTooLong = withinMs !== undefined && rows.length > most;
      looked += isTooLong ? most : rows.length;
      return isTooLong ? undefined : rows.slice(0, limit);
    },
    undefined,
    false,
  );
  expect(found.rows).toEqual(all.slice(0, 51));
  expect(looked).toBeLessThan(all.length / 4);
});
