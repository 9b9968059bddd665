import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import mongoose from "mongoose";
import { runToEnd } from "./child-lines.ts";
import { runServer, type ServerProcess } from "./server-process.ts";

/** The name of the embedded one-member replica set: transactions and change streams need a set, however small. */
export const REPLICA_SET = "helpdesk";

const REFUSAL_FILE = "no-mongod.json";
const FIRST_ANSWER_MS = 15_000;
const PRIMARY_WITHIN_MS = 30_000;
const ALREADY_INITIALIZED = 23;
const DOWNLOAD = `require("mongodb-memory-server").MongoBinary.getPath().catch((error) => {
  console.error(String(error.message).split("\\n").pop());
  process.exit(1);
});`;

/** Where the engine keeps what it learned and installed, what the environment says, and whom it tells. */
export interface EngineSurroundings {
  readonly cacheDirectory: string;
  readonly env: NodeJS.ProcessEnv;
  readonly report: (line: string) => void;
}

/**
 * Finds a real mongod, fetching it where it can be had. A refusal (no way out to the download host) is remembered in the
 * cache folder, so that only the first start ever waits for it; deleting that file asks again.
 * @returns its version, or undefined where there is none.
 * @throws when MONGOMS_SYSTEM_BINARY names a program that cannot be run.
 */
export async function findMongod(surroundings: EngineSurroundings): Promise<string | undefined> {
  const { DryMongoBinary } = await import("mongodb-memory-server");
  const options = await DryMongoBinary.generateOptions();
  if (await DryMongoBinary.locateBinary(options)) return options.version;
  if (await readFile(refusalFile(surroundings), "utf8").catch(() => undefined)) return undefined;
  surroundings.report(
    `MongoDB ${options.version} indiriliyor (yalnız ilk kez) … / downloading MongoDB (first time only)`,
  );
  try {
    await runToEnd(process.execPath, ["-e", DOWNLOAD], {
      env: { ...surroundings.env, MONGOMS_MAX_RETRIES: "1" },
      onLine: surroundings.report,
      silenceMs: FIRST_ANSWER_MS,
    });
    return options.version;
  } catch (error) {
    await rememberRefusal(surroundings, error);
    return undefined;
  }
}

/** Remembers that mongod cannot be had, or does not run, on this machine, and why. */
export async function rememberRefusal(surroundings: EngineSurroundings, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  await mkdir(surroundings.cacheDirectory, { recursive: true });
  await writeFile(
    refusalFile(surroundings),
    `${JSON.stringify({ reason, at: new Date().toISOString() }, undefined, 2)}\n`,
  );
  surroundings.report(
    `MongoDB alınamadı, yedek motora geçiliyor / MongoDB cannot be had here, using the stand-in: ${reason}`,
  );
}

/** Starts mongod on the data as a one-member replica set that accepts writes. */
export async function runMongod(dataDirectory: string): Promise<ServerProcess> {
  const server = await runServer({ dataDirectory, replicaSet: REPLICA_SET });
  try {
    await becomePrimary(`127.0.0.1:${server.port}`);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** Configures the set and waits until it takes writes. Right after its start mongod refuses for a moment, still reading its own files. */
async function becomePrimary(host: string): Promise<void> {
  const client = new mongoose.mongo.MongoClient(`mongodb://${host}/?directConnection=true`);
  const until = Date.now() + PRIMARY_WITHIN_MS;
  let isConfigured = false;
  let reason: unknown;
  try {
    while (Date.now() < until) {
      try {
        if (!isConfigured) await configure(client.db("admin"), host);
        isConfigured = true;
        if ((await client.db("admin").command({ hello: 1 })).isWritablePrimary) return;
      } catch (error) {
        if (!(error instanceof mongoose.mongo.MongoServerError)) throw error;
        reason = error;
      }
      await sleep(50);
    }
    throw new Error("mongod did not become primary", { cause: reason });
  } finally {
    await client.close();
  }
}

/**
 * Initiates the set, or tells a set that was initiated under an earlier port its new address: the member would not find itself in the
 * stored configuration and never become primary.
 */
async function configure(admin: mongoose.mongo.Db, host: string): Promise<void> {
  const members = [{ _id: 0, host }];
  try {
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members } });
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== ALREADY_INITIALIZED) throw error;
    const { config } = await admin.command({ replSetGetConfig: 1 });
    await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
  }
}

const refusalFile = (surroundings: EngineSurroundings) => join(surroundings.cacheDirectory, REFUSAL_FILE);
