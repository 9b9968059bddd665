/**
 * The office's mail part as a process of its own, to be killed: mail door and outbox on a real server and a real database.
 * Its orders come as JSON in the environment; it says "ready" when it runs, and stops on SIGTERM.
 */
import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import type { Office } from "../../../src/core/ports.ts";
import { queryTerms, searchTerms } from "../../../src/language/search-terms.ts";
import { MAIL_TIMINGS } from "../../../src/mail/account.ts";
import { INTAKE_SETTINGS } from "../../../src/mail/intake.ts";
import { createMailDoor } from "../../../src/mail/mail-door.ts";
import { createMessageIdSigner } from "../../../src/mail/message-id.ts";
import { planEffects } from "../../../src/notifications/plan-effects.ts";
import { createCipher } from "../../../src/store/cipher.ts";
import { connect } from "../../../src/store/connect.ts";
import { createStore } from "../../../src/store/store.ts";
import { noKnowledge } from "../../support/no-knowledge.ts";
import { quietLog } from "../support/quiet-log.ts";
import { armed, type CrashPoint } from "./crash-points.ts";

export interface Orders {
  readonly uri: string;
  /** Hex. */
  readonly key: string;
  readonly imapPort: number;
  readonly user: string;
  readonly password: string;
  readonly mailboxes: readonly string[];
  readonly smtpUrl: string;
  /** Mails claimed and written together. */
  readonly atOnce: number;
  readonly crash?: CrashPoint;
}

const CLAIM_MS = 700;

async function main(orders: Orders): Promise<void> {
  const connection = await connect(orders.uri);
  const key = Buffer.from(orders.key, "hex");
  const plain = await createStore({ connection, cipher: createCipher(key), planEffects, searchTerms, queryTerms });
  const store = armed(plain, orders.crash);
  const messageIds = createMessageIdSigner({ key, domain: "office.example" });
  const ownAddresses = [orders.user];
  const office: Office = { store, clock: { now: () => new Date() }, ownAddresses, newMessageId: messageIds.create };
  const worker = randomBytes(6).toString("hex");
  const door = createMailDoor({
    office,
    understander: () => noKnowledge,
    categoryTitle: (id) => id,
    accounts: [
      {
        id: orders.user,
        host: "127.0.0.1",
        port: orders.imapPort,
        secure: false,
        user: orders.user,
        auth: { kind: "password", password: orders.password },
        mailboxes: orders.mailboxes,
        since: "all",
        sweepSeconds: 1,
      },
    ],
    demoFolder: "",
    knowledgeFolder: resolve("knowledge"),
    smtpUrl: orders.smtpUrl,
    from: orders.user,
    messageIds,
    worker,
    log: quietLog,
    timings: { ...MAIL_TIMINGS, lease: 600, longestBackOff: 300 },
    intake: {
      ...INTAKE_SETTINGS,
      claimMs: CLAIM_MS,
      lookMs: 100,
      retryMs: 100,
      mostDeaths: 1_000,
      claimAtOnce: { ...INTAKE_SETTINGS.claimAtOnce, mails: orders.atOnce },
    },
  });
  await door.start();
  process.stdout.write("ready\n");
  let stopped = false;
  process.once("SIGTERM", () => {
    stopped = true;
  });
  while (!stopped) {
    const items = await store.outbox.claim(worker, ["mail.message"], 20, CLAIM_MS);
    for (const item of items) await store.outbox.settle(item, await door.deliver(item));
    await new Promise((done) => setTimeout(done, 50));
  }
  await door.stop();
  await connection.close();
}

await main(JSON.parse(process.env.OFFICE_ORDERS ?? "") as Orders);
