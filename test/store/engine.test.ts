import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import mongoose, { type Connection } from "mongoose";
import { assertReplicaSet, connectOptions, type Engine, startEngine } from "../../src/store/engine.ts";
import { withDatabase } from "../support/database.ts";
import { eventually } from "../support/eventually.ts";

const database = withDatabase();
let folder: string;
let started: Engine[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "helpdesk-engine-test-"));
  started = [];
});

afterEach(async () => {
  for (const engine of started) await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

test("the run's engine is a replica set, keeps transactions and forgets an aborted one", async () => {
  await connected(database.uri, async (connection) => {
    assertReplicaSet(await connection.db!.admin().command({ hello: 1 }));
    const things = connection.collection("things");
    await connection.transaction(async (session) => void (await things.insertOne({ name: "kept" }, { session })));
    const aborted = connection.transaction(async (session) => {
      await things.insertOne({ name: "dropped" }, { session });
      throw new Error("no");
    });
    await expect(aborted).rejects.toThrow("no");
    expect(await things.distinct("name")).toEqual(["kept"]);
  });
});

test("a second start finds the data of the first", async () => {
  const first = await start(folder);
  await remember(first.uri, "first");
  await first.stop();

  const second = await start(folder);

  expect(await remembered(second.uri)).toEqual(["first"]);
  expect(second.describe).toBe(first.describe);
});

test("an engine that dies under a running product comes back with its data, on the same address", async () => {
  const engine = await start(folder);
  await remember(engine.uri, "before");

  process.kill(await serverPid(folder), "SIGKILL");
  await sleep(300);

  await remember(engine.uri, "after");
  expect(await remembered(engine.uri)).toEqual(["after", "before"]);
});

test("data that a living start uses is refused, and that start goes on", async () => {
  const first = await start(folder);

  await expect(start(folder)).rejects.toThrow(`in use by another running copy (pid ${process.pid})`);

  await remember(first.uri, "still here");
  expect(await remembered(first.uri)).toEqual(["still here"]);
});

test("a start that is killed leaves no server behind, and the next one finds every acknowledged write", async () => {
  const { holder, uri } = await startElsewhere(folder);
  await remember(uri, "acknowledged");
  const server = await serverPid(folder);

  holder.kill("SIGKILL");
  const next = await start(folder);

  expect(isAlive(server)).toBe(false);
  expect(await remembered(next.uri)).toEqual(["acknowledged"]);
});

test("a killed start leaves no server behind even when nobody starts again", async () => {
  const { holder } = await startElsewhere(folder);
  const server = await serverPid(folder);

  holder.kill("SIGKILL");

  await eventually(
    () => isAlive(server),
    (alive) => !alive,
  );
});

test("without a data directory the data goes with the engine", async () => {
  const { holder } = await startElsewhere(undefined, { TMPDIR: folder });
  expect(await readdir(folder)).toHaveLength(1);

  holder.kill("SIGTERM");
  const [code] = await once(holder, "exit");

  expect(code).toBe(0);
  expect(await readdir(folder)).toEqual([]);
});

test("files of an unknown engine are left alone", async () => {
  await writeFile(join(folder, "WiredTiger.wt"), "somebody's data");

  await expect(start(folder)).rejects.toThrow("files of an unknown database engine");
});

test("data stays with the engine that made it, and a missing engine is named", async () => {
  await writeFile(join(folder, "helpdesk-engine.json"), JSON.stringify({ engine: "secantusd-rs", version: "" }));

  const attempt = startEngine({ dataDirectory: folder, env: { PATH: "" }, report });

  await expect(attempt).rejects.toThrow("made by secantusd-rs, which is not to be had");
});

test("without python3 the error says what is missing and what helps", async () => {
  const data = join(folder, "data");
  await mkdir(data);
  await writeFile(join(data, "helpdesk-engine.json"), JSON.stringify({ engine: "secantusd-py", version: "" }));

  const attempt = startEngine({
    dataDirectory: data,
    cacheDirectory: join(folder, "cache"),
    env: { PATH: folder },
    report,
  });

  await expect(attempt).rejects.toThrow(/Install python3 and python3-venv, or set MONGODB_URI\.\n.*ENOENT/);
});

test("MONGODB_URI is used as it is, and a standalone server behind it is refused", async () => {
  const engine = await startEngine({ uri: "mongodb://db.example/x", env: {}, report });

  expect(engine).toMatchObject({ uri: "mongodb://db.example/x", kind: "external" });
  expect(() => assertReplicaSet({})).toThrow("transactions need a replica set");
});

async function start(dataDirectory: string): Promise<Engine> {
  const engine = await startEngine({ dataDirectory, env: process.env, report });
  started.push(engine);
  return engine;
}

async function startElsewhere(
  dataDirectory?: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ holder: ChildProcess; uri: string }> {
  const program = [
    "test/support/run-typescript.cjs",
    "test/support/hold-engine.ts",
    ...(dataDirectory ? [dataDirectory] : []),
  ];
  const holder = spawn(process.execPath, program, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [first] = await Promise.race([once(holder.stdout, "data"), once(holder, "exit")]);
  if (holder.exitCode !== null) throw new Error(`The other process ended with ${first}.`);
  return { holder, uri: String(first).trim() };
}

function report(): void {
  // The first start of a run has said it all.
}

async function connected<T>(uri: string, use: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await mongoose.createConnection(uri, connectOptions).asPromise();
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}

const remember = (uri: string, name: string) =>
  connected(uri, async (connection) => void (await connection.collection("things").insertOne({ name })));

const remembered = async (uri: string) =>
  (await connected(uri, (connection) => connection.collection("things").distinct("name"))).sort();

async function serverPid(dataDirectory: string): Promise<number> {
  const file = ["mongod.lock", "secantus.pid"].map((name) => join(dataDirectory, name)).find(existsSync);
  return Number(await readFile(file!, "utf8"));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
