/**
 * How soon open consoles see a change: so many event streams on one process, a change now and then, live counts beside it.
 *   npm run bench -- consoles [CONSOLES] [TICKETS]      by default 200 and 2000
 */
import { randomBytes } from "node:crypto";
import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import restify from "restify";
import type { Office } from "../../src/core/ports.ts";
import { createLiveFeed } from "../../src/staff/live/live-feed.ts";
import { createSearchCounts } from "../../src/staff/search-counts.ts";
import { startEngine } from "../../src/store/engine.ts";
import { addNote } from "../../src/tickets/add-note.ts";
import { quietLog } from "../mail/support/quiet-log.ts";
import { fillDatabase } from "./support/load-tickets.ts";
import { numberOf, type Span } from "./support/made-up-tickets.ts";
import { openStore } from "./support/open-store.ts";

const CHANGES = 20;
const EVERY_MS = 1_500;

/** Runs the measurement and prints it. In: consoles, tickets. */
export async function main([consoles = "200", tickets = "2000"]: readonly string[]): Promise<void> {
  const engine = await startEngine({ env: process.env, report: console.log });
  const key = randomBytes(32);
  try {
    console.log(engine.describe);
    const span = { tickets: Number(tickets), now: new Date() };
    await fillDatabase(engine.uri, key, span);
    const { store, close } = await openStore(engine.uri, key);
    const office: Office = {
      store,
      clock: { now: () => new Date() },
      ownAddresses: [],
      newMessageId: (ticket) => `<${ticket}@office.example>`,
    };
    await measure(office, Number(consoles), span);
    await close();
  } finally {
    await engine.stop();
  }
}

async function measure(office: Office, consoles: number, span: Span): Promise<void> {
  const feed = createLiveFeed(office, quietLog, createSearchCounts(office));
  feed.start();
  const server = await serve(feed);
  const { port } = server.address() as AddressInfo;
  const seen = { changed: 0, counts: 0 };
  const late: number[] = [];
  let changedAt = 0;
  const take = (event: string) => {
    if (event === "counts") seen.counts += 1;
    if (event !== "changed") return;
    seen.changed += 1;
    late.push(performance.now() - changedAt);
  };
  const streams = await Promise.all(Array.from({ length: consoles }, () => open(port, take)));
  await pause(EVERY_MS);
  const before = process.cpuUsage();
  const start = performance.now();
  for (let change = 1; change <= CHANGES; change++) {
    const ticket = numberOf(change, span);
    await addNote(office, { ticket, agent: { id: "agent", name: "Ölçüm" }, text: "not" });
    changedAt = performance.now();
    await pause(EVERY_MS);
  }
  const { user, system } = process.cpuUsage(before);
  const share = (user + system) / 1_000 / (performance.now() - start);
  for (const stream of streams) stream.destroy();
  feed.stop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  late.sort((a, b) => a - b);
  const at = (part: number) => (late[Math.min(late.length - 1, Math.floor(late.length * part))] ?? 0).toFixed(0);
  console.log(
    `${consoles} consoles: ${seen.changed} of ${CHANGES * consoles} changes and ${seen.counts} counts arrived; a change after p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (those of other processes at the next look, once a second); CPU of server and consoles together ${(share * 100).toFixed(1)} % of one core`,
  );
}

async function serve(feed: ReturnType<typeof createLiveFeed>): Promise<restify.Server> {
  const server = restify.createServer({ handleUncaughtExceptions: false });
  server.get("/live", (_request, response, next) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("retry: 3000\n\n");
    const leave = feed.listen({
      staff: "someone",
      name: "Ölçüm",
      send: (event, data) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    });
    response.on("close", leave);
    next(false);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  return server;
}

function open(port: number, take: (event: string) => void): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = get({ host: "127.0.0.1", port, path: "/live", agent: false }, (response) => {
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        for (const [, event] of text.matchAll(/^event: (\w+)/gm)) take(event ?? "");
      });
      response.on("error", () => undefined);
      resolve(response);
    });
    request.on("error", reject);
    request.end();
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
