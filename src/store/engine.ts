import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import { join, resolve } from "node:path";
import type { ConnectOptions } from "mongoose";
import {
  awaitRelease,
  claimDirectory,
  type DataRecord,
  type EmbeddedEngine,
  inUse,
  ORPHAN_GRACE_MS,
  openDataDirectory,
  recordOwner,
} from "./engine/data-directory.ts";
import { type EngineSurroundings, findMongod, REPLICA_SET, rememberRefusal, runMongod } from "./engine/mongod.ts";
import { findRustServer, installPythonServer, type SecantusServer, writeLauncher } from "./engine/secantus.ts";
import { runServer, type ServerProcess, ServerStartError } from "./engine/server-process.ts";

/** The MongoDB in use. */
export interface Engine {
  /** Connection string, with the database in it. */
  readonly uri: string;
  readonly kind: "external" | "mongod" | "secantus";
  /** One line for the operator: which engine runs, and what is to be preferred. */
  readonly describe: string;
  /** Ends the server this start began; nothing for an external one. */
  stop(): Promise<void>;
}

/** Which MongoDB is wanted. */
export interface EngineOptions {
  /** MONGODB_URI: a server run by somebody else. */
  readonly uri?: string;
  /** Where an embedded engine keeps its data; without it the data is temporary and goes with the engine. */
  readonly dataDirectory?: string;
  /** Where an engine is installed, relative to the working folder. */
  readonly cacheDirectory?: string;
  /** Read for SECANTUS_BIN, PATH, and what a download needs. */
  readonly env: NodeJS.ProcessEnv;
  /** Told each step that may take long. */
  readonly report: (line: string) => void;
}

const DATABASE = "helpdesk";
const PREFER_MONGOD =
  "Kurumda gerçek bir MongoDB kullanın (MONGODB_URI) / prefer a real MongoDB in production (MONGODB_URI)";

/**
 * Decides which MongoDB is used and starts it: MONGODB_URI, else a real mongod, else SecantusDB (Rust, then Python). A data directory
 * stays with the engine that made it.
 * @throws an Error with cause and remedy when no engine can be had or the data is in use.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  if (options.uri) {
    return {
      uri: options.uri,
      kind: "external",
      describe: "Veritabanı / database: MONGODB_URI",
      stop: async () => undefined,
    };
  }
  const surroundings: EngineSurroundings = {
    cacheDirectory: resolve(options.cacheDirectory ?? join(".cache", "engine")),
    env: options.env,
    report: options.report,
  };
  if (options.dataDirectory) return startEmbedded(resolve(options.dataDirectory), surroundings);
  const temporary = await mkdtemp(join(os.tmpdir(), "helpdesk-db-"));
  const engine = await startEmbedded(temporary, surroundings);
  return {
    ...engine,
    stop: async () => {
      await engine.stop();
      await rm(temporary, { recursive: true, force: true });
    },
  };
}

/**
 * What mongoose needs to connect to any of the engines, beside the URI. Writes are acknowledged by a majority and its journal: an
 * acknowledged mail must survive a crash.
 */
export const connectOptions: ConnectOptions = {
  writeConcern: { w: "majority", journal: true },
  // Without it the driver sends an empty handshake where modules are sandboxed (jest), which SecantusDB refuses.
  runtimeAdapters: { os },
};

/**
 * Refuses a standalone server, on which every transaction would fail later, with the first ticket.
 * @param hello the server's answer to the `hello` command.
 */
export function assertReplicaSet(hello: { readonly setName?: string; readonly msg?: string }): void {
  if (hello.setName || hello.msg === "isdbgrid") return;
  throw new Error(
    "MONGODB_URI tek başına çalışan (standalone) bir MongoDB gösteriyor; işlemler (transaction) için en az tek üyeli bir replica set gerekir: mongod'u --replSet ile başlatıp rs.initiate() çalıştırın. / " +
      "MONGODB_URI names a standalone MongoDB; transactions need a replica set, of one member at least: start mongod with --replSet and run rs.initiate().",
  );
}

async function startEmbedded(dataDirectory: string, surroundings: EngineSurroundings): Promise<Engine> {
  const record = await openDataDirectory(dataDirectory);
  const mongod = await startMongod(dataDirectory, record, surroundings);
  if (mongod) return mongod;
  const secantus = await chooseSecantus(record?.engine, surroundings);
  const program = await writeLauncher(secantus, surroundings.cacheDirectory);
  const made = { engine: secantus.engine, version: secantus.version };
  const server = await owned(dataDirectory, record ?? made, () =>
    runServer({ program, dataDirectory, report: surroundings.report }),
  );
  return embedded(server, "secantus", `SecantusDB (${secantus.engine} ${secantus.version}); ${PREFER_MONGOD}`);
}

/** Starts a real mongod, where there is one and the data is its own or new; undefined leaves the data to the stand-in. */
async function startMongod(
  dataDirectory: string,
  record: DataRecord | undefined,
  surroundings: EngineSurroundings,
): Promise<Engine | undefined> {
  if (record && record.engine !== "mongod") return undefined;
  const version = await findMongod(surroundings);
  if (!version) {
    if (record) throw engineMissing("mongod");
    return undefined;
  }
  try {
    const server = await owned(dataDirectory, record ?? { engine: "mongod", version }, () => runMongod(dataDirectory));
    return embedded(server, "mongod", `MongoDB ${version}`);
  } catch (error) {
    if (record) throw error;
    // It was had but does not run here (an old C library, a processor without AVX): the new directory is free for the stand-in.
    await rememberRefusal(surroundings, error);
    await rm(dataDirectory, { recursive: true, force: true });
    await openDataDirectory(dataDirectory);
    return undefined;
  }
}

async function chooseSecantus(
  recorded: EmbeddedEngine | undefined,
  surroundings: EngineSurroundings,
): Promise<SecantusServer> {
  if (recorded !== "secantusd-py") {
    const rust = await findRustServer(surroundings.env);
    if (rust) return rust;
    if (recorded) throw engineMissing(recorded);
  }
  return installPythonServer(surroundings);
}

function embedded(server: ServerProcess, kind: "mongod" | "secantus", name: string): Engine {
  // SecantusDB announces a replica set, but a client told to look for one loses it for good when it says goodbye as a standalone.
  const query = kind === "mongod" ? `replicaSet=${REPLICA_SET}` : "directConnection=true";
  return {
    uri: `mongodb://127.0.0.1:${server.port}/${DATABASE}?${query}`,
    kind,
    describe: `Veritabanı / database: ${name}`,
    stop: server.stop,
  };
}

/** Runs a start, again while a left-over server still holds the data, and keeps the record of whose the data is. */
async function owned(
  dataDirectory: string,
  record: DataRecord,
  start: () => Promise<ServerProcess>,
): Promise<ServerProcess> {
  await claimDirectory(dataDirectory, record);
  const until = Date.now() + ORPHAN_GRACE_MS;
  for (;;) {
    try {
      const server = await start();
      await recordOwner(dataDirectory, record);
      return server;
    } catch (error) {
      if (!(error instanceof ServerStartError && error.dataInUse)) throw error;
      if (Date.now() > until) throw inUse(dataDirectory);
      await awaitRelease(dataDirectory);
    }
  }
}

function engineMissing(engine: EmbeddedEngine): Error {
  return new Error(
    `Veri klasörünü ${engine} oluşturdu ama o motor bu makinede bulunamadı; onu kurun ya da boş bir DATA_DIR verin. / ` +
      `The data folder was made by ${engine}, which is not to be had on this machine; install it, or set DATA_DIR to an empty folder.`,
  );
}
