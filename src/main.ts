import { existsSync } from "node:fs";
import { createApp } from "./app.ts";
import { ConfigError, readConfig } from "./config.ts";
import { loadKeys, openDataDirectory } from "./data-directory.ts";
import { openDatabase } from "./database.ts";
import { createLog } from "./log.ts";
import { ensureFirstAccount } from "./staff/sign-in/accounts.ts";
import { startText } from "./start-text.ts";

/** sysexits(3) EX_CONFIG: a setting is wrong, starting again will not help. */
const EXIT_CONFIG = 78;
/** A clean stop that takes longer than this is ended; nothing is lost by it, only repeated. */
const STOP_WITHIN_MS = 15_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

const opened: (() => Promise<void>)[] = [];

async function run(): Promise<void> {
  const begun = Date.now();
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL);
  const dataDirectory = await openDataDirectory(config.DATA_DIR);
  const keys = await loadKeys(dataDirectory, config.DATA_KEY);

  const database = await openDatabase({ config, dataDirectory, env: process.env, report: say });
  opened.push(() => database.close());
  say(database.describe);
  const { connection } = database;
  const readWorker = new URL("./mail/reading/read-worker.js", import.meta.url);
  const learnWorker = new URL("./understanding/learn-worker.js", import.meta.url);
  const app = await createApp({
    config,
    keys,
    connection,
    dataDirectory,
    knowledgeFolder: "knowledge",
    readWorker,
    learnWorker,
    log,
  });
  opened.push(() => app.stop());
  await app.start();

  const account = await ensureFirstAccount(app.office);
  say(startText({ config, account, demo: app.mail.demo(), seconds: (Date.now() - begun) / 1000 }));
}

/** Closes what was opened, backwards. A step that fails does not keep the others from running. */
async function closeAll(): Promise<void> {
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  for (let close = opened.pop(); close; close = opened.pop()) {
    await close().catch((error: unknown) => say(sentence(error)));
  }
}

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error));

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, async () => {
    // A second Ctrl-C does not wait.
    if (stopping) process.exit(1);
    stopping = true;
    say(`${signal}: kapanıyor / stopping …`);
    await closeAll();
    say("Kapandı / stopped.");
    process.exit(0);
  });
}

run().catch(async (error: unknown) => {
  process.stderr.write(`\n${sentence(error)}\n`);
  await closeAll();
  process.exit(error instanceof ConfigError ? EXIT_CONFIG : 1);
});
