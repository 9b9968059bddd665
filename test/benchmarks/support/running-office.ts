import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Store } from "../../../src/core/ports.ts";
import { openKnowledge } from "../../../src/live-knowledge.ts";
import { createMailDoor, type MailDoor } from "../../../src/mail/mail-door.ts";
import { createMessageIdSigner } from "../../../src/mail/message-id.ts";
// Named so that the thread's own program is compiled with this one.
import type {} from "../../../src/mail/reading/read-worker.ts";
import { accountOn, type Dovecot } from "../../mail/support/dovecot.ts";
import { quietLog } from "../../mail/support/quiet-log.ts";
import { eventually } from "../../support/eventually.ts";
import { type OpenStore, openStore } from "./open-store.ts";

/** The mail door on a real server and a real database, with understanding and reading threads, as the product runs it. */
export interface RunningOffice {
  readonly store: Store;
  /** The database's part: see OpenStore. */
  readonly database: Pick<OpenStore, "commands" | "spent">;
  start(): Promise<void>;
  /** Resolves when this many mails have their outcome; asks the database for nothing. */
  settled(count: number): Promise<void>;
  /** Counts what became of the mails, and says so when not all are tickets. Reads the whole ledger. */
  confirm(count: number): Promise<void>;
  /** Resolves at the next commit of a ticket whose acknowledgement waits to be sent. */
  nextTicket(): Promise<void>;
  stop(): Promise<void>;
}

export async function openOffice(dovecot: Dovecot, user: string, uri: string): Promise<RunningOffice> {
  const { store, close, ...database } = await openStore(uri);
  const messageIds = createMessageIdSigner({ key: randomBytes(32), domain: "office.example" });
  const knowledge = openKnowledge(resolve("knowledge"));
  // The product, too, has built it before any door opens.
  knowledge.understander();
  let told = 0;
  const door: MailDoor = createMailDoor({
    office: { store, clock: { now: () => new Date() }, ownAddresses: [user], newMessageId: messageIds.create },
    understander: knowledge.understander,
    categoryTitle: (id) => id,
    accounts: [accountOn(dovecot, user)],
    demoFolder: "",
    knowledgeFolder: resolve("knowledge"),
    from: user,
    messageIds,
    readWorker: { file: pathToFileURL(resolve(".cache/benchmarks/src/mail/reading/read-worker.js")) },
    worker: "benchmark",
    log: { ...quietLog, info: (fields) => (told += "outcome" in fields ? 1 : 0) },
  });
  return {
    store,
    database,
    start: () => door.start(),
    async settled(count) {
      await eventually(
        () => Promise.resolve(told),
        (outcomes) => outcomes >= count,
        120_000 + count * 300,
      );
    },
    async confirm(count) {
      const done = await store.mails.outcomeCounts();
      if ((done.ticket ?? 0) + (done.followUp ?? 0) + (done.tooBig ?? 0) >= count) return;
      const [aside] = (await store.mails.list({ limit: 1, outcome: "quarantined" })).items;
      console.log("Not every mail became a ticket:", done, aside?.outcome?.reason ?? "");
    },
    nextTicket: () =>
      new Promise((resolve) => {
        const unlisten = store.outbox.onWork(() => {
          unlisten();
          resolve();
        });
      }),
    async stop() {
      await door.stop();
      await close();
    },
  };
}
