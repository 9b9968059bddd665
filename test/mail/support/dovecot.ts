import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ImapFlow } from "imapflow";
import { createTransport } from "nodemailer";
import type { MailAccount } from "../../../src/mail/account.ts";
import { eventually } from "../../support/eventually.ts";

/** A real IMAP server for tests. Its scripts lie beside the checkout; its binaries are fetched into .cache. */
export interface Dovecot {
  readonly port: number;
  readonly tlsPort: number;
  /** The certificate it made for itself, PEM. */
  certificate(): string;
  /** Hands a mail over by LMTP, as a mail server does; every address is a mailbox of its own. */
  deliver(address: string, raw: Buffer | string): Promise<void>;
  /** Puts mails into a mailbox nobody has opened yet, as files: thousands in a second. */
  fill(address: string, mails: Iterable<Buffer>): number;
  /** Another client on the mailbox: the human. */
  as<Result>(address: string, work: (client: ImapFlow) => Promise<Result>, mailbox?: string): Promise<Result>;
  /** SIGKILL to every IMAP session of the server. */
  killSessions(): void;
  stop(): Promise<void>;
}

const SCRIPTS = resolve("..", "shared", "dovecot");
const BINARIES = resolve(".cache", "dovecot");
export const PASSWORD = "secret";

/** The account of a mailbox on it. */
export function accountOn({ port }: Pick<Dovecot, "port">, user: string): MailAccount {
  return {
    id: user,
    host: "127.0.0.1",
    port,
    secure: false,
    user,
    auth: { kind: "password", password: PASSWORD },
    mailboxes: ["INBOX"],
    since: "all",
    sweepSeconds: 60,
  };
}

/** Why Dovecot cannot be run here; undefined when it can. Fetches the binaries once. */
export function whatIsMissing(): string | undefined {
  if (!existsSync(join(SCRIPTS, "start.sh"))) return `no ${join(SCRIPTS, "start.sh")}`;
  if (existsSync(join(BINARIES, "root/usr/sbin/dovecot"))) return undefined;
  mkdirSync(BINARIES, { recursive: true });
  const got = spawnSync("flock", [join(BINARIES, "lock"), join(SCRIPTS, "get.sh"), BINARIES], { timeout: 60_000 });
  return got.status === 0 ? undefined : "the Dovecot packages cannot be fetched (apt-get download)";
}

/** The fault proxy: passes bytes, or stalls, cuts, slows and corrupts them. */
export interface FaultProxy {
  port: number;
  delay: number;
  /** Bytes a second from the server; 0: all there are. */
  rate: number;
  refuse: boolean;
  /** Connections accepted so far. */
  readonly accepted: number;
  /** Changes what the server sends. */
  corrupt: ((bytes: Buffer) => Buffer | undefined) | null;
  trigger: { after: number; fn: () => void } | null;
  cut(reset?: boolean): void;
  stall(): void;
  resume(): void;
  close(): void;
}

/** Puts a fault proxy before a port. */
export async function startProxy(target: number): Promise<FaultProxy> {
  const { createRequire } = await import("node:module");
  const { Proxy: Made } = createRequire(join(SCRIPTS, "fault-proxy.js"))(join(SCRIPTS, "fault-proxy.js"));
  const proxy = new Made(target, { port: 0 });
  await proxy.listen();
  proxy.port = proxy.srv.address().port;
  const close: () => void = proxy.close.bind(proxy);
  // A socket that is reset while it is being ended is never closed (Node 20), and keeps the process at its end, busy for ever.
  return Object.assign(proxy as FaultProxy, {
    close() {
      proxy.cut(false);
      close();
    },
  });
}

/** Starts a server on four free ports in a row, in a folder of its own. */
export async function startDovecot(env: Readonly<Record<string, string>> = {}): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), "dovecot-"));
  chmodSync(folder, 0o755);
  const base = await fourFreePorts();
  const settings = { ...process.env, DOVECOT_ROOT: join(BINARIES, "root"), AUTH_FAILURE_DELAY: "0", ...env };
  const server = spawn(join(SCRIPTS, "start.sh"), [folder, String(base)], { env: settings, stdio: "ignore" });
  const introspection = spawn(process.execPath, [join(SCRIPTS, "oauth-stub.js"), String(base + 3)], {
    stdio: "ignore",
  });
  const lmtp = createTransport({ host: "127.0.0.1", port: base + 2, lmtp: true, ignoreTLS: true } as object);
  for (const port of [base, base + 2]) await eventually(() => answers(port), Boolean);
  await eventually(
    () => isFree(base + 3),
    (free) => !free,
  );

  return {
    port: base,
    tlsPort: base + 1,
    certificate: () => readFileSync(join(folder, "tls/cert.pem"), "utf8"),
    async deliver(address, raw) {
      await lmtp.sendMail({ envelope: { from: "sender@outside.example", to: [address] }, raw });
    },
    fill(address, mails) {
      const maildir = join(folder, "mail", address, "Maildir");
      for (const part of ["cur", "new", "tmp"]) mkdirSync(join(maildir, part), { recursive: true });
      let count = 0;
      for (const raw of mails) writeFileSync(join(maildir, "cur", `${1_000_000 + count++}.fill:2,`), raw);
      // As root the server gives its mails to "nobody".
      if (process.getuid?.() === 0) spawnSync("chown", ["-R", "nobody:nogroup", join(folder, "mail", address)]);
      return count;
    },
    async as(address, work, mailbox = "INBOX") {
      const client = new ImapFlow({
        host: "127.0.0.1",
        port: base,
        secure: false,
        doSTARTTLS: false,
        auth: { user: address, pass: PASSWORD },
        logger: false,
      });
      client.on("error", () => undefined);
      await client.connect();
      try {
        await client.mailboxOpen(mailbox);
        return await work(client);
      } finally {
        await client.logout().catch(() => undefined);
      }
    },
    killSessions: () => killSessions(folder),
    async stop() {
      lmtp.close();
      introspection.kill();
      spawnSync(join(SCRIPTS, "stop.sh"), [folder]);
      await ended(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Kills the sessions, found as children of the server's own master process. */
function killSessions(folder: string): void {
  const master = readFileSync(join(folder, "run/master.pid"), "utf8").trim();
  const children = spawnSync("ps", ["-o", "pid=,comm=", "--ppid", master]).stdout.toString().split("\n");
  for (const child of children) {
    const [, pid, command] = /^\s*(\d+)\s+(\S+)/.exec(child) ?? [];
    if (pid && command === "imap") killIfThere(Number(pid));
  }
}

/** Sessions may end by themselves a moment before. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function answers(port: number): Promise<boolean> {
  const { connect } = await import("node:net");
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("data", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
  });
}

/**
 * They are below those that systems give out by themselves, of which any may be taken before the server is up; and each worker of a
 * test run has its own, because another one may start its server at the same moment.
 */
async function fourFreePorts(): Promise<number> {
  const first = 20_000 + (Number(process.env.JEST_WORKER_ID ?? 0) % 12) * 1_000;
  for (let tries = 0; tries < 50; tries++) {
    const base = first + Math.floor(Math.random() * 250) * 4;
    const free = await Promise.all([0, 1, 2, 3].map((offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
  throw new Error("No four free ports in a row.");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}
