import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Connection } from "mongoose";
import type { Config } from "./config.ts";
import { connect } from "./store/connect.ts";
import { type Engine, startEngine } from "./store/engine.ts";
import { transactionsEnded } from "./store/in-transaction.ts";

/** The open database of this process. */
export interface Database {
  readonly connection: Connection;
  /** One line: which MongoDB this is. */
  readonly describe: string;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly config: Config;
  /** Full path of DATA_DIR. */
  readonly dataDirectory: string;
  readonly env: NodeJS.ProcessEnv;
  readonly report: (line: string) => void;
}

/** Where the embedded database of a running product answers, for commands that work beside it. */
const ADDRESS_FILE = "database.json";
const BESIDE_TIMEOUT_MS = 3_000;

/** Starts or finds the database and tells others of this machine's user where it is. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const engine = await startEngine({
    ...(options.config.MONGODB_URI && { uri: options.config.MONGODB_URI }),
    dataDirectory: join(options.dataDirectory, "db"),
    env: options.env,
    report: options.report,
  });
  const connection = await connect(engine.uri).catch(async (error: unknown) => {
    await engine.stop();
    throw new Error(databaseFault(error), { cause: error });
  });
  const addressFile = join(options.dataDirectory, ADDRESS_FILE);
  if (engine.kind !== "external") await writeFile(addressFile, JSON.stringify({ uri: engine.uri }), { mode: 0o600 });
  return {
    connection,
    describe: engine.describe,
    close: () => closeAll(connection, engine, addressFile),
  };
}

/** The database for a command: that of the running product when there is one, else opened for the command alone. */
export async function openDatabaseBeside(options: DatabaseOptions): Promise<Database> {
  const running = options.config.MONGODB_URI ? undefined : await runningDatabase(options.dataDirectory);
  if (!running) return openDatabase(options);
  return {
    connection: running,
    describe: "Çalışan kopyanın veritabanı / the running copy's database",
    close: () => closeConnection(running),
  };
}

async function runningDatabase(dataDirectory: string): Promise<Connection | undefined> {
  try {
    const { uri } = JSON.parse(await readFile(join(dataDirectory, ADDRESS_FILE), "utf8")) as { uri: string };
    return await connect(uri, BESIDE_TIMEOUT_MS);
  } catch {
    // Nothing runs, or it was killed and left its address behind: the command opens the data itself.
    return undefined;
  }
}

async function closeAll(connection: Connection, engine: Engine, addressFile: string): Promise<void> {
  if (engine.kind !== "external") await rm(addressFile, { force: true });
  await closeConnection(connection);
  await engine.stop();
}

async function closeConnection(connection: Connection): Promise<void> {
  await transactionsEnded(connection);
  await connection.close();
}

function databaseFault(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `Veritabanına bağlanılamadı: ${reason} MONGODB_URI ayarına ve sunucuya bakın. / Cannot connect to the database; check MONGODB_URI and the server.`;
}
