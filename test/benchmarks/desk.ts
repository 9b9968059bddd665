/**
 * What the desk's reads cost, and how that grows with the number of tickets.
 *   npm run bench -- desk [TICKETS…]      by default 1000 and 10000; each size adds to the one before
 */
import { randomBytes } from "node:crypto";
import type { Store, TicketQuery } from "../../src/core/ports.ts";
import { createCipher } from "../../src/store/cipher.ts";
import { connect } from "../../src/store/connect.ts";
import { startEngine } from "../../src/store/engine.ts";
import { requesterIdentities } from "../../src/tickets/requester-identities.ts";
import { suggestIdentities } from "../../src/tickets/suggest-identities.ts";
import { ticketsOfPerson } from "../../src/tickets/tickets-of-person.ts";
import { madeUpPerson } from "../support/made-up-people.ts";
import { loadTickets } from "./support/load-tickets.ts";
import { openStore } from "./support/open-store.ts";

const ROUNDS = 40;
const PAGE = 50;

interface Measured {
  readonly p50: number;
  readonly p99: number;
  readonly found: number;
}

/** A read, given the store, how many tickets there are and the round; says how much it found. */
type Read = (store: Store, tickets: number, round: number) => Promise<number>;

const list = async (store: Store, query: Omit<TicketQuery, "limit">) =>
  (await store.tickets.list({ limit: PAGE, ...query })).items.length;
const some = (tickets: number, round: number) => ((round * 7_919) % (tickets - 1)) + 1;
const numbered = (serial: number) => `MI-2026-${String(serial).padStart(6, "0")}`;

const READS: Readonly<Record<string, Read>> = {
  "counts per status": async (store) => Object.values(await store.tickets.counts()).reduce((sum, one) => sum + one, 0),
  "list, waiting for the office": (store) => list(store, { status: ["new", "open"], awakeAt: new Date() }),
  "list, of one member": (store, _, round) => list(store, { status: ["new", "open"], assignee: `staff-${round % 8}` }),
  "list, everything": (store) => list(store, {}),
  "search, rare term": (store, tickets, round) => list(store, { q: `d${some(tickets, round)}x` }),
  "search, common term": (store) => list(store, { q: "başvurum" }),
  "search, two common terms": (store) => list(store, { q: "sertifika merhaba" }),
  "search, rare and common": (store, tickets, round) => list(store, { q: `merhaba d${some(tickets, round)}x` }),
  "search, beginning of a word": (store) => list(store, { q: "sertif" }),
  "search, ticket number": (store, tickets, round) =>
    list(store, { q: numbered(some(tickets, round)).replaceAll("-", " ") }),
  "search, phone": (store, tickets, round) => list(store, { q: madeUpPerson(some(tickets, round)).spoken }),
  "ticket page": async (store, tickets, round) => {
    const number = numbered(some(tickets, round));
    const ticket = await store.tickets.byNumber(number);
    if (!ticket) throw new Error(`There is no ticket ${number}.`);
    const person = await requesterIdentities(store, ticket);
    const parts = await Promise.all([
      store.messages.ofTicket(number),
      store.events.ofTicket(number),
      store.requests.list({ ticket: number, limit: PAGE }),
      ticketsOfPerson(store, person, 20),
      suggestIdentities(store, ticket, person),
    ]);
    return parts[0].length;
  },
  "report of 90 days, opened": async (store) => {
    const to = new Date();
    const days = await store.reports.ticketsOpened({ from: new Date(to.getTime() - 90 * 86_400_000), to });
    return days.reduce((sum, { count }) => sum + count, 0);
  },
};

/** Runs the measurements and prints them. In: sizes, growing. */
export async function main(args: readonly string[]): Promise<void> {
  const sizes = args.length > 0 ? args.map(Number) : [1_000, 10_000];
  const engine = await startEngine({ env: process.env, report: console.log });
  const key = randomBytes(32);
  const seen: Record<string, Measured>[] = [];
  try {
    console.log(engine.describe);
    let loaded = 0;
    for (const size of sizes) {
      // The indexes first, then what was counted of a smaller size is counted anew.
      const before = await openStore(engine.uri, key);
      await before.close();
      const connection = await connect(engine.uri);
      await loadTickets(connection, createCipher(key), loaded + 1, size + 1);
      loaded = size;
      for (const kept of ["ticketCounts", "dailyRollups"]) await connection.collection(kept).deleteMany({});
      await connection.close();
      const start = performance.now();
      const { store, close } = await openStore(engine.uri, key);
      console.log(`\n${size} tickets; opened and counted anew in ${(performance.now() - start).toFixed(0)} ms`);
      const measured = await measureAll(store, size);
      await close();
      seen.push(measured);
    }
    if (seen.length > 1) growth(sizes, seen);
  } finally {
    await engine.stop();
  }
}

async function measureAll(store: Store, size: number): Promise<Record<string, Measured>> {
  const measured: Record<string, Measured> = {};
  for (const [name, read] of Object.entries(READS)) {
    const one = await measure(read, store, size);
    measured[name] = one;
    console.log(`${name.padEnd(32)} p50 ${ms(one.p50)}  p99 ${ms(one.p99)}  found ${one.found}`);
  }
  return measured;
}

/** The first call is not counted: it may read the sample of terms or roll days up. */
async function measure(read: Read, store: Store, size: number): Promise<Measured> {
  let found = await read(store, size, 0);
  const times: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const start = performance.now();
    found = await read(store, size, round);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), found };
}

function growth(sizes: readonly number[], seen: readonly Record<string, Measured>[]): void {
  const [first, last] = [seen[0], seen.at(-1)];
  console.log(`\nGrowth of p50 from ${sizes[0]} to ${sizes.at(-1)} tickets`);
  for (const name of Object.keys(READS)) {
    console.log(`${name.padEnd(32)} x ${((last?.[name]?.p50 ?? 0) / (first?.[name]?.p50 ?? 1)).toFixed(2)}`);
  }
}

const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
