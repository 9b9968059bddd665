/// <reference path="./hoodiecrow-imap.d.ts" />
import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { AddressInfo, Server, Socket } from "node:net";
import { join } from "node:path";
import hoodiecrow from "hoodiecrow-imap";
import { SMTPServer } from "smtp-server";
import { asciiLower } from "../../language/turkish-case.ts";
import { openMailFolder, type StoredMail } from "./mail-folder.ts";
import { seedMails } from "./seed-mails.ts";

/** A mailbox inside this process, for a first look at the product without a mail server. */
export interface DemoMailbox {
  readonly imap: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    /** New at every start; nobody but this process needs it. */
    readonly password: string;
  };
  /** Takes mail for `address` from any mail client on this machine. */
  readonly smtp: { readonly host: string; readonly port: number };
  readonly address: string;
  /** Puts a raw mail into the mailbox. */
  deliver(raw: Buffer): Promise<void>;
  stop(): Promise<void>;
}

export interface DemoMailboxOptions {
  /** Where the mails are kept. */
  readonly folder: string;
  /** The mailbox's address. */
  readonly address: string;
  /** Fill a new mailbox with example mails; true unless said otherwise. */
  readonly seeded?: boolean;
}

/** Name of the file, in the demo mailbox's folder, that says where its SMTP server listens now. */
export const ENDPOINT_FILE = "smtp.json";
const HOST = "127.0.0.1";
const USER = "demo";
const LARGEST_MAIL = 40_000_000;

/**
 * Starts the mailbox (IMAP) and its receiver (SMTP) on free ports of the loopback interface. Its mails are files in
 * `folder`: after a restart the same mails stand under the same UIDs, so that none is taken in twice.
 */
export async function startDemoMailbox(options: DemoMailboxOptions): Promise<DemoMailbox> {
  const folder = await openMailFolder(options.folder);
  const mails = [...folder.mails];
  if (folder.isNew && options.seeded !== false) {
    for (const { raw, receivedAt } of seedMails(options.address, new Date()))
      mails.push(await folder.add(raw, receivedAt));
  }
  const password = randomBytes(18).toString("base64url");
  const imap = hoodiecrow({
    plugins: ["IDLE", "UIDPLUS"],
    users: { [USER]: { password } },
    storage: { INBOX: { uidvalidity: folder.uidValidity, messages: mails.map(asStored) }, "": {} },
  });
  const closeImap = closable(imap.server);
  await new Promise<void>((resolve) => imap.listen(0, HOST, resolve));

  const deliver = inOrder(async (raw) => {
    const { internaldate, raw: text } = asStored(await folder.add(raw, new Date()));
    imap.appendMessage("INBOX", [], internaldate, text);
  });

  const smtp = createReceiver(options.address, deliver);
  const port = await listen(smtp);
  await writeFile(join(options.folder, ENDPOINT_FILE), JSON.stringify({ host: HOST, port, address: options.address }));
  return {
    imap: { host: HOST, port: (imap.server.address() as AddressInfo).port, user: USER, password },
    smtp: { host: HOST, port },
    address: options.address,
    deliver,
    async stop() {
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
      await closeImap();
    },
  };
}

/** A mail as hoodiecrow keeps it. */
function asStored({ uid, raw, receivedAt }: StoredMail) {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(receivedAt.toUTCString()) ?? [];
  return { uid, raw: raw.toString("latin1"), internaldate: `${day}-${month}-${year} ${time} +0000` };
}

/** One at a time: the UIDs on disk and in the server must come in the same order. */
function inOrder(deliver: (raw: Buffer) => Promise<void>): (raw: Buffer) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (raw) => {
    const next = last.then(() => deliver(raw));
    last = next.catch(() => undefined);
    return next;
  };
}

function createReceiver(address: string, deliver: (raw: Buffer) => Promise<void>): SMTPServer {
  return new SMTPServer({
    banner: "Mobil Imza demo mailbox",
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    size: LARGEST_MAIL,
    onRcptTo({ address: recipient }, _session, done) {
      const ours = asciiLower(recipient) === asciiLower(address);
      done(
        ours
          ? null
          : Object.assign(new Error(`This demo mailbox takes mail for ${address} only.`), { responseCode: 550 }),
      );
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error("The mail is too big."), { responseCode: 552 }));
          return;
        }
        deliver(Buffer.concat(chunks)).then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      });
    },
  });
}

function listen(receiver: SMTPServer): Promise<number> {
  return new Promise((resolve, reject) => {
    receiver.on("error", reject);
    receiver.listen(0, HOST, () => {
      receiver.off("error", reject);
      // A client that breaks off must not end the process.
      receiver.on("error", () => undefined);
      resolve((receiver.server.address() as AddressInfo).port);
    });
  });
}

/** Answers at once (no Nagle), and can be closed with clients still on the line. */
function closable(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}
