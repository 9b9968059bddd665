import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Office } from "../../../src/core/ports.ts";
import { createMailDoor, type MailDoor } from "../../../src/mail/mail-door.ts";
import { createMessageIdSigner } from "../../../src/mail/message-id.ts";
import { readRequests } from "../../../src/requests/read-requests.ts";
import { createRequestExtractor } from "../../../src/understanding/extraction/extract-requests.ts";
import { noKnowledge } from "../../support/no-knowledge.ts";
import { quietLog } from "./quiet-log.ts";

export interface ReadingDoor extends Pick<MailDoor, "openAttachments"> {
  /** Takes a raw mail in, and gives the number of its ticket. */
  arrive(raw: string | Buffer): Promise<string>;
}

/** A mail door without a mailbox, with the real reading threads, for the test file that calls it: what is read is what the test hands in. */
export function withReadingDoor(office: Office): ReadingDoor {
  const { extract } = createRequestExtractor("knowledge");
  let folder: string;
  let door: MailDoor;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "reading-door-"));
    door = createMailDoor({
      office,
      understander: () => noKnowledge,
      categoryTitle: (id) => id,
      accounts: [],
      demoFolder: folder,
      knowledgeFolder: "knowledge",
      from: "e-imza@kurum.example",
      messageIds: createMessageIdSigner({ key: randomBytes(32), domain: "kurum.example" }),
      extractRequests: (arriving, file) => readRequests(office, extract, arriving, file),
      worker: "test",
      log: quietLog,
      readWorker: {
        file: resolve("test/support/run-typescript.cjs"),
        argv: [resolve("src/mail/reading/read-worker.ts")],
      },
    });
  });
  afterAll(async () => {
    await door.stop();
    await rm(folder, { recursive: true });
  });
  return {
    openAttachments: (mail, indexes) => door.openAttachments(mail, indexes),
    async arrive(raw) {
      const file = join(folder, `${randomBytes(4).toString("hex")}.eml`);
      await writeFile(file, raw);
      const tickets: string[] = [];
      await door.replay([file], { dryRun: false, report: ({ ticket }) => tickets.push(ticket ?? "") });
      return tickets[0] ?? "";
    },
  };
}
