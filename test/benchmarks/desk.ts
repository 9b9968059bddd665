/**
 * What the desk's reads cost, and how that grows with the number of tickets.
 *   npm run bench -- desk [TICKETS…] [only=PART_OF_A_NAME]      by default 1000 and 10000
 * Each size is loaded into a database of its own: two years of an office, so that a larger size is a busier office. With MONGODB_URI
 * the databases stay, and with the same DATA_KEY what was loaded before is measured again without loading.
 */
import { randomBytes } from "node:crypto";
import type { Store } from "../../src/core/ports.ts";
import { connect } from "../../src/store/connect.ts";
import type { Engine } from "../../src/store/engine.ts";
import { DESK_READS, REPORT_READS, type Read } from "./support/desk-reads.ts";
import { fillDatabase } from "./support/load-tickets.ts";
import type { Span } from "./support/made-up-tickets.ts";
import { openStore } from "./support/open-store.ts";
import { databaseUri, startRoomyEngine } from "./support/roomy-engine.ts";

const ROUNDS = 100;
/** A read that takes long is measured fewer times. */
const LONG_MS = 200;
const LONG_ROUNDS = 10;
const VERY_LONG_MS = 5_000;
const LIMIT_MS = 50;
const READS = { ...DESK_READS, ...REPORT_READS };

interface Measured {
  readonly p50: number;
  readonly p99: number;
  readonly found: number;
}

/** Runs the measurements and prints them. */
export async function main(args: readonly string[]): Promise<void> {
  const sizes = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  if (sizes.length === 0) sizes.push(1_000, 10_000);
  const only = args.find((arg) => arg.startsWith("only="))?.slice("only=".length) ?? "";
  const reads = Object.entries(READS).filter(([name]) => name.includes(only));
  const { DATA_KEY } = process.env;
  const key = DATA_KEY ? Buffer.from(DATA_KEY, "base64") : randomBytes(32);
  const engine = await startRoomyEngine();
  const seen: Map<string, Measured>[] = [];
  try {
    console.log(engine.describe);
    for (const tickets of sizes) {
      const uri = databaseUri(engine, `desk-${tickets}`);
      const span = await loaded(engine, uri, key, tickets);
      const start = performance.now();
      const { store, close } = await openStore(uri, key);
      console.log(`\n${tickets} tickets; opened in ${(performance.now() - start).toFixed(0)} ms`);
      seen.push(await measureAll(reads, store, span));
      await close();
    }
    if (seen.length > 1) growth(sizes, seen);
  } finally {
    await engine.stop();
  }
}

/** The span of what is in the database, loaded now unless it was before. */
async function loaded(engine: Engine, uri: string, key: Buffer<ArrayBuffer>, tickets: number): Promise<Span> {
  const marks = "benchmark";
  const before = await connect(uri);
  const known = await before.collection(marks).findOne<{ now: Date }>({ tickets });
  await before.close();
  if (known) return { tickets, now: known.now };
  const start = performance.now();
  const span = { tickets, now: new Date() };
  await fillDatabase(uri, key, span);
  if (engine.kind === "external") {
    const connection = await connect(uri);
    await connection.collection(marks).insertOne(span);
    await connection.close();
  }
  console.log(`${tickets} tickets loaded in ${((performance.now() - start) / 1_000).toFixed(0)} s`);
  return span;
}

async function measureAll(
  reads: readonly (readonly [string, Read])[],
  store: Store,
  span: Span,
): Promise<Map<string, Measured>> {
  const measured = new Map<string, Measured>();
  for (const [name, read] of reads) {
    const one = await measure(read, store, span);
    measured.set(name, one);
    const isSlow = one.p99 > LIMIT_MS && name in DESK_READS;
    console.log(`${name.padEnd(36)} p50 ${ms(one.p50)}  p99 ${ms(one.p99)}${isSlow ? " !" : "  "} found ${one.found}`);
  }
  return measured;
}

/** The first call is not counted: it may read the sample of terms or roll days up. */
async function measure(read: Read, store: Store, span: Span): Promise<Measured> {
  const round = (round: number) => ({ round, serial: ((round * 7_919) % (span.tickets - 1)) + 1, span });
  const first = performance.now();
  let found = await read(store, round(0));
  const took = performance.now() - first;
  const rounds = took > VERY_LONG_MS ? 1 : took > LONG_MS ? LONG_ROUNDS : ROUNDS;
  const times: number[] = [];
  for (let at = 1; at <= rounds; at++) {
    const start = performance.now();
    found = await read(store, round(at));
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), found };
}

function growth(sizes: readonly number[], seen: readonly Map<string, Measured>[]): void {
  const [from = 1, to = 1] = [sizes[0], sizes.at(-1)];
  const logarithm = Math.log(to) / Math.log(from);
  console.log(`\nGrowth of p50 from ${from} to ${to} tickets; log n grows x ${logarithm.toFixed(2)}`);
  for (const [name, { p50 }] of seen[0] ?? []) {
    const times = (seen.at(-1)?.get(name)?.p50 ?? 0) / p50;
    console.log(`${name.padEnd(36)} x ${times.toFixed(2)}`);
  }
}

const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
