import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What is to be run: a mongod (or a launcher that takes mongod's flags), on which data. */
export interface ServerCommand {
  /** The program; without it mongodb-memory-server finds the mongod it has downloaded. */
  readonly program?: string;
  readonly dataDirectory: string;
  /** Name of the replica set the server announces; only mongod needs it. */
  readonly replicaSet?: string;
  /** Told when a running server ended by itself, and when it is back. */
  readonly report?: (line: string) => void;
}

/** A running server. */
export interface ServerProcess {
  readonly port: number;
  stop(): Promise<void>;
}

/** The server did not come up; the message ends with its last lines. `dataInUse` says that another process holds the data. */
export class ServerStartError extends Error {
  readonly dataInUse: boolean;

  constructor(output: string, cause: unknown) {
    super(`Veritabanı motoru açılamadı / the database engine did not start:\n${output}`, { cause });
    this.name = "ServerStartError";
    this.dataInUse = /DBPathInUse|already being managed by another process|resource busy/i.test(output);
  }
}

const LAUNCH_TIMEOUT_MS = 60_000;
const OUTPUT_KEPT = 4_000;

/** Waits before another try to bring a server back that ended by itself. */
const RESTART_WAITS_MS = [200, 1_000, 3_000, 10_000, 30_000];

/**
 * Starts a server on a free loopback port through mongodb-memory-server, which also ends it when this process dies.
 * A server that ends by itself (killed, out of memory) is started again on the same port and data, so that the driver finds it.
 * @throws ServerStartError when it does not come up within a minute.
 */
export async function runServer(command: ServerCommand): Promise<ServerProcess> {
  const port = await freePort();
  const stopping = new AbortController();
  let stopServer = await launch(command, port, onEnd);
  let restart: Promise<void> | undefined;

  function onEnd(): void {
    if (!stopping.signal.aborted) restart = bringBack();
  }

  async function bringBack(): Promise<void> {
    command.report?.("Veritabanı motoru durdu, yeniden başlatılıyor / the database engine ended, starting it again");
    for (let tries = 0; !stopping.signal.aborted; tries += 1) {
      const wait = RESTART_WAITS_MS[Math.min(tries, RESTART_WAITS_MS.length - 1)];
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      try {
        stopServer = await launch(command, port, onEnd);
        command.report?.("Veritabanı motoru yeniden çalışıyor / the database engine is running again");
        return;
      } catch (error) {
        command.report?.(error instanceof Error ? error.message : String(error));
      }
    }
  }

  return {
    port,
    async stop() {
      stopping.abort();
      await restart;
      await stopServer();
    },
  };
}

/**
 * One server process. It gets a session of its own (`detached`): Ctrl-C on a terminal must reach this process alone, which then
 * stops the server after its last write. `onEnd` is called when it ends without having been told to.
 */
async function launch(command: ServerCommand, port: number, onEnd: () => void): Promise<() => Promise<void>> {
  const { MongoInstance } = await import("mongodb-memory-server");
  const instance = new MongoInstance({
    instance: {
      port,
      ip: "127.0.0.1",
      dbPath: command.dataDirectory,
      storageEngine: "wiredTiger",
      launchTimeout: LAUNCH_TIMEOUT_MS,
      ...(command.replicaSet ? { replSet: command.replicaSet } : {}),
    },
    binary: command.program ? { systemBinary: command.program } : {},
    spawn: { detached: true },
  });
  let output = "";
  const keep = (line: string) => {
    output = `${output}${line}\n`.slice(-OUTPUT_KEPT);
  };
  // The names are those of MongoInstanceEvents, an enum the package does not export from its root.
  const events: NodeJS.EventEmitter = instance;
  events.on("instanceSTDOUT", keep).on("instanceSTDERR", keep);
  try {
    await instance.start();
  } catch (error) {
    await sleep(50); // the last lines arrive after the exit
    await instance.stop();
    throw new ServerStartError(output.trim() || String(error), error);
  }
  events.off("instanceSTDOUT", keep).off("instanceSTDERR", keep);
  events.on("instanceClosed", onEnd);
  return async () => {
    events.off("instanceClosed", onEnd);
    await instance.stop();
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("The system gave no TCP port.");
  return address.port;
}
