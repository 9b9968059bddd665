/**
 * What one chat turn costs: CPU of this bot (Turkish understanding of questions as people write them, dialogs, conversation state and question kept in a
 * real database) against a bare CloudAdapter echo with two states in memory. Both run in processes of their own, get
 * the same activities by turns in the same run, and send their replies to the same sink. The questions are all of the
 * question sets that the knowledge answers, some 1,500, and each comes again only when all have been asked: whoever remembers
 * answers by their text gains nothing here.
 *   npm run bench -- chat-turn [TURNS]
 */
import { type ChildProcess, fork } from "node:child_process";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  UserState,
} from "botbuilder";
import restify from "restify";
import { createChatDoor } from "../../src/chat/chat-door.ts";
import { createMetrics } from "../../src/http/metrics.ts";
import { createHttpServer, listen } from "../../src/http/server.ts";
import { detectLanguage } from "../../src/language/detect-language.ts";
import { queryTerms, searchTerms } from "../../src/language/search-terms.ts";
import { openKnowledge } from "../../src/live-knowledge.ts";
import { planEffects } from "../../src/notifications/plan-effects.ts";
import { createCipher } from "../../src/store/cipher.ts";
import { connect } from "../../src/store/connect.ts";
import { startEngine } from "../../src/store/engine.ts";
import { createStore } from "../../src/store/store.ts";
import { readQuestions } from "../understanding/score-questions.ts";

const QUESTIONS = "test/understanding/questions";
const SENDERS = 8;
const CONVERSATIONS = 32;
const ROUNDS = 6;
/** Turns before anything is measured, with other texts: a bot runs for weeks, its code has long been compiled. */
const WARM_UP = 1600;

interface Cost {
  readonly cpuMs: number;
  readonly latencies: number[];
}

/** Runs the comparison and prints it. In: how many turns each bot answers in all. */
export async function main([turns = "3000"]: readonly string[]): Promise<void> {
  const engine = await startEngine({ env: process.env, report: console.log });
  const sink = await openSink();
  const echo = await startBot("echo", engine.uri);
  const ours = await startBot("ours", engine.uri);
  try {
    console.log(engine.describe);
    const questions = sampleQuestions("in_scope");
    const perRound = Math.ceil(Number(turns) / ROUNDS);
    const others = textsFrom(sampleQuestions("out_of_scope"), 0, WARM_UP);
    for (const bot of [echo, ours]) await send(bot, sink.url, others, "warm-up");
    const costs = { echo: emptyCost(), ours: emptyCost() };
    for (let round = 0; round < ROUNDS; round++) {
      const texts = textsFrom(questions, round * perRound, perRound);
      add(costs.echo, await send(echo, sink.url, texts, `e${round}`));
      add(costs.ours, await send(ours, sink.url, texts, `o${round}`));
      process.stdout.write(`\rround ${round + 1}/${ROUNDS}`);
    }
    const each = perRound * ROUNDS;
    console.log(
      `\n${each} turns each, ${SENDERS} at a time, ${CONVERSATIONS} conversations, replies sent: ${sink.received()}`,
    );
    report("bare echo, two states in memory", costs.echo, each);
    report("this bot, state in the database", costs.ours, each);
    console.log(`CPU ratio ${(costs.ours.cpuMs / costs.echo.cpuMs).toFixed(2)} (target <= 1.4)`);
  } finally {
    echo.child.kill();
    ours.child.kill();
    sink.close();
    await engine.stop();
  }
}

const emptyCost = (): { cpuMs: number; latencies: number[] } => ({ cpuMs: 0, latencies: [] });

function add(sum: { cpuMs: number; latencies: number[] }, cost: Cost): void {
  sum.cpuMs += cost.cpuMs;
  sum.latencies.push(...cost.latencies);
}

function report(name: string, { cpuMs, latencies }: Cost, turns: number): void {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  console.log(`${name}: ${(cpuMs / turns).toFixed(3)} ms CPU a turn, answer p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}

/** Questions as people write them; the knowledge's own wordings would be found without being read. */
function sampleQuestions(kind: string): string[] {
  const files = readdirSync(QUESTIONS).sort();
  const rows = files.flatMap((file) => readQuestions(join(QUESTIONS, file)));
  return [...new Set(rows.filter((row) => row.kind === kind).map(({ text }) => text))];
}

function textsFrom(questions: readonly string[], start: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => questions[(start + at) % questions.length] ?? "");
}

/** Takes what the bots send, as a channel does. */
async function openSink() {
  let received = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => {
      received += 1;
      response.writeHead(200, { "content-type": "application/json" });
      response.end('{"id":"1"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, received: () => received, close: () => server.close() };
}

interface BotProcess {
  readonly child: ChildProcess;
  readonly url: string;
}

async function startBot(kind: "echo" | "ours", uri: string): Promise<BotProcess> {
  const child = fork(fileURLToPath(import.meta.url), ["serve", kind, uri]);
  const url = await ask<string>(child);
  return { child, url };
}

function ask<Answer>(child: ChildProcess, question?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("A bot process ended early."));
    child.once("exit", ended);
    child.once("message", (answer) => {
      child.removeListener("exit", ended);
      resolve(answer as Answer);
    });
    if (question) child.send(question);
  });
}

/** Conversations keep to one language, as people do. */
async function send(
  { child, url }: BotProcess,
  serviceUrl: string,
  texts: readonly string[],
  name: string,
): Promise<Cost> {
  const latencies: number[] = [];
  let next = 0;
  const before = await ask<number>(child, "cpu");
  const sender = async () => {
    while (next < texts.length) {
      const turn = next++;
      const text = texts[turn] ?? "";
      const begun = performance.now();
      const response = await fetch(`${url}/api/messages`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          type: "message",
          id: `${name}-${turn}`,
          channelId: "emulator",
          serviceUrl,
          locale: "tr-TR",
          from: { id: "user", name: "Deneme" },
          recipient: { id: "bot", name: "Bot" },
          conversation: { id: `${detectLanguage(text) ?? "tr"}-${turn % CONVERSATIONS}` },
          text,
        }),
      });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`A turn was answered ${response.status}.`);
      latencies.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  return { cpuMs: (await ask<number>(child, "cpu")) - before, latencies };
}

/** A bot in a process of its own: says its address, then its CPU time in ms whenever asked. */
async function serve(kind: string, uri: string): Promise<void> {
  const url = kind === "echo" ? await serveEcho() : await serveOurs(uri);
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1000);
  });
  process.send?.(url);
}

async function serveEcho(): Promise<string> {
  const storage = new MemoryStorage();
  const conversation = new ConversationState(storage);
  const user = new UserState(storage);
  const asked = conversation.createProperty<number>("asked");
  const seen = user.createProperty<number>("seen");
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser({ mapParams: false }));
  server.post("/api/messages", async (request: restify.Request, response: restify.Response) => {
    await adapter.process(request as Parameters<typeof adapter.process>[0], response, async (context) => {
      await asked.set(context, (await asked.get(context, 0)) + 1);
      await seen.set(context, (await seen.get(context, 0)) + 1);
      await context.sendActivity(context.activity.text);
      await conversation.saveChanges(context);
      await user.saveChanges(context);
    });
  });
  await listen(server, "127.0.0.1", 0);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function serveOurs(uri: string): Promise<string> {
  const connection = await connect(uri);
  const store = await createStore({
    connection,
    cipher: createCipher(Buffer.alloc(32, 1)),
    planEffects,
    searchTerms,
    queryTerms,
  });
  const nothing = () => undefined;
  const log = { debug: nothing, info: nothing, warn: console.warn, error: console.error };
  const knowledge = openKnowledge("knowledge");
  const door = createChatDoor({
    office: {
      store,
      clock: { now: () => new Date() },
      ownAddresses: [],
      newMessageId: (ticket, message) => `<${ticket}.${message}@bench>`,
    },
    understander: knowledge.understander,
    contact: knowledge.contact,
    log,
    credentials: {},
  });
  const server = createHttpServer(log, createMetrics());
  door.mount(server);
  await listen(server, "127.0.0.1", 0);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const [, , role, kind, uri] = process.argv;
if (role === "serve" && kind && uri) await serve(kind, uri);
