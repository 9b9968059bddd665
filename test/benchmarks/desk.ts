/**
 * What the desk's reads cost, and how that grows with the number of tickets, against what is wanted: p99 < 50 ms, and no more growth than
 * that of log n. A million tickets take the stand-in about an hour to load; measuring them, minutes.
 *   npm run bench -- desk [TICKETS…] [only=PART_OF_A_NAME]      by default 1000 and 10000
 * Each size is loaded into a database of its own: two years of an office, so that a larger size is a busier office. With MONGODB_URI
 * the databases stay, and with the same DATA_KEY what was loaded before is measured again without loading.
 */
import { randomBytes } from "node:crypto";
import { connect } from "../../src/store/connect.ts";
import type { Engine } from "../../src/store/engine.ts";
import { DESK_READS, REPORT_READS, type Read } from "./support/desk-reads.ts";
import { fillDatabase } from "./support/load-tickets.ts";
import type { Span } from "./support/made-up-tickets.ts";
import { type OpenStore, openStore } from "./support/open-store.ts";
import { databaseUri, startRoomyEngine } from "./support/roomy-engine.ts";

const ROUNDS = 100;
/** A read is measured for so long at most, and once in any case. */
const MOST_MS = 10_000;
/** Times shorter than this vary by themselves. */
const NOISE_MS = 2;
const LIMIT_MS = 50;
const READS = { ...DESK_READS, ...REPORT_READS };

interface Measured {
  readonly p50: number;
  readonly p99: number;
  readonly found: number;
  /** Commands sent to the database for one read, on average: however busy the machine is. */
  readonly commands: number;
}

type Opened = Pick<OpenStore, "store" | "commands">;

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
      const { store, close, commands } = await openStore(uri, key);
      console.log(`\n${tickets} tickets; opened in ${(performance.now() - start).toFixed(0)} ms`);
      seen.push(await measureAll(reads, { store, commands }, span));
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
  open: Opened,
  span: Span,
): Promise<Map<string, Measured>> {
  const measured = new Map<string, Measured>();
  const begun = performance.now();
  for (const [name, read] of reads) {
    const one = await measure(read, open, span);
    measured.set(name, one);
    const spent = (performance.now() - begun) / 1_000;
    const left = Math.round((spent / measured.size) * (reads.length - measured.size));
    const isSlow = one.p99 > LIMIT_MS;
    console.log(
      `${name.padEnd(36)} p50 ${ms(one.p50)}  p99 ${ms(one.p99)}${isSlow ? " !" : "  "} found ${String(one.found).padEnd(7)} commands ${one.commands.toFixed(1).padEnd(5)} (${measured.size}/${reads.length}, about ${left} s left)`,
    );
  }
  const slow = [...measured].filter(([, { p99 }]) => p99 > LIMIT_MS).map(([name]) => name);
  const kept = `${measured.size - slow.length} of ${measured.size} reads have p99 < ${LIMIT_MS} ms`;
  console.log(slow.length === 0 ? kept : `${kept}; not: ${slow.join("; ")}`);
  return measured;
}

/** The first call is not counted: it may read the sample of terms or roll days up. */
async function measure(read: Read, { store, commands }: Opened, span: Span): Promise<Measured> {
  const round = (round: number) => ({ round, serial: ((round * 7_919) % (span.tickets - 1)) + 1, span });
  let found = await read(store, round(0));
  const times: number[] = [];
  const before = commands();
  const until = performance.now() + MOST_MS;
  for (let at = 1; at <= ROUNDS && (at === 1 || performance.now() < until); at++) {
    const start = performance.now();
    found = await read(store, round(at));
    times.push(performance.now() - start);
  }
  const each = (commands() - before) / times.length;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), found, commands: each };
}

function growth(sizes: readonly number[], seen: readonly Map<string, Measured>[]): void {
  const [from = 1, to = 1] = [sizes[0], sizes.at(-1)];
  const logarithm = Math.log(to) / Math.log(from);
  console.log(
    `\nGrowth of p50 from ${from} to ${to} tickets; log n grows x ${logarithm.toFixed(2)}, and ! marks what grows more`,
  );
  for (const [name, { p50 }] of seen[0] ?? []) {
    const last = seen.at(-1)?.get(name)?.p50 ?? 0;
    const isMore = last > Math.max(p50, NOISE_MS) * logarithm;
    console.log(`${name.padEnd(36)} x ${(last / p50).toFixed(2)}${isMore ? " !" : ""}`);
  }
}

const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
