import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { writeWhole } from "./write-whole.ts";

/** The engines that can own a data directory. Their files are not exchangeable. */
export type EmbeddedEngine = "mongod" | "secantusd-rs" | "secantusd-py";

/** Which engine made a data directory, and which process uses it. */
export interface DataRecord {
  readonly engine: EmbeddedEngine;
  readonly version: string;
  /** The process that started the engine last; of no meaning once the engine's own lock is free. */
  readonly owner?: number;
}

const RECORD_FILE = "helpdesk-engine.json";
/** Where the engines keep the pid of the running server: mongod itself, and our launcher for SecantusDB. */
const PID_FILES = ["mongod.lock", "secantus.pid"];
/** How long a server left over from a killed start may take to end by itself. */
export const ORPHAN_GRACE_MS = 12_000;
const POLL_MS = 250;

/**
 * Makes the directory and says which engine it belongs to.
 * @returns the record, or undefined for an empty directory.
 * @throws when it holds files no recorded engine made: opening them with a guess could destroy them.
 */
export async function openDataDirectory(directory: string): Promise<DataRecord | undefined> {
  await mkdir(directory, { recursive: true });
  const record = await readRecord(directory);
  if (!record && (await readdir(directory)).length > 0) {
    throw new Error(
      `${directory} klasöründe hangi veritabanı motoruna ait olduğu bilinmeyen dosyalar var; boş bir DATA_DIR verin. / ` +
        `${directory} holds files of an unknown database engine; set DATA_DIR to an empty folder, or restore ${RECORD_FILE} in it.`,
    );
  }
  return record;
}

/** Writes down which engine a new directory belongs to, before the engine writes into it; a record that is there stays. */
export async function claimDirectory(directory: string, record: DataRecord): Promise<void> {
  await writeFile(join(directory, RECORD_FILE), textOf(record), { flag: "wx" }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    },
  );
}

/** Adds that this process runs the engine now. */
export async function recordOwner(directory: string, record: DataRecord): Promise<void> {
  await writeWhole(join(directory, RECORD_FILE), textOf({ ...record, owner: process.pid }));
}

/**
 * Called when the engine found its data locked. Returns once no server is known to hold it, where it was one left over from a killed
 * start (it ends itself within seconds; one that does not is told to).
 * @throws when another living start of this program uses the data.
 */
export async function awaitRelease(directory: string): Promise<void> {
  if (await serverEnds(directory)) return;
  const server = await serverPid(directory);
  const isOrphan = (await readRecord(directory))?.owner !== undefined;
  if (server === undefined || !isOrphan || !(await serves(server, directory))) throw inUse(directory, server);
  process.kill(server, "SIGTERM");
  if (!(await serverEnds(directory))) throw inUse(directory, server);
}

/** The sentence for data that another process uses. */
export function inUse(directory: string, pid?: number): Error {
  const holder = pid === undefined ? "" : ` (pid ${pid})`;
  return new Error(
    `${directory} başka bir çalışan kopya tarafından kullanılıyor${holder}; onu durdurun ya da ayrı bir DATA_DIR verin. / ` +
      `${directory} is in use by another running copy${holder}; stop that one, or set DATA_DIR to another folder.`,
  );
}

const textOf = (record: DataRecord) => `${JSON.stringify(record, undefined, 2)}\n`;

async function readRecord(directory: string): Promise<DataRecord | undefined> {
  try {
    return JSON.parse(await readFile(join(directory, RECORD_FILE), "utf8")) as DataRecord;
  } catch {
    return undefined;
  }
}

async function serverPid(directory: string): Promise<number | undefined> {
  for (const file of PID_FILES) {
    const pid = Number.parseInt(await readFile(join(directory, file), "utf8").catch(() => ""), 10);
    if (pid > 0 && isAlive(pid)) return pid;
  }
  return undefined;
}

/** Whether the process was started on this directory: a pid in an old file may belong to a stranger by now. */
async function serves(pid: number, directory: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return command.split("\0").includes(directory);
}

/**
 * Waits for the server on the directory to end.
 * @throws as soon as the record names a living owner; it is read each time, because a start under way writes it last.
 */
async function serverEnds(directory: string): Promise<boolean> {
  for (let waited = 0; waited < ORPHAN_GRACE_MS; waited += POLL_MS) {
    const owner = (await readRecord(directory))?.owner;
    if (owner !== undefined && isAlive(owner)) throw inUse(directory, owner);
    if ((await serverPid(directory)) === undefined) return true;
    await sleep(POLL_MS);
  }
  return false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another account.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
