import { randomBytes } from "node:crypto";
import type { LedgerMail, MailOutcome } from "../../../src/core/mail.ts";
import type { Message } from "../../../src/core/message.ts";
import { describeRaw } from "../../../src/mail/describe-raw.ts";
import { createMessageIdSigner } from "../../../src/mail/message-id.ts";
import { readAttachments } from "../../../src/mail/reading/attachments.ts";
import { readMail } from "../../../src/mail/reading/read-mail.ts";
import type { StageContext } from "../../../src/mail/stages/stage.ts";
import { runStages } from "../../../src/mail/stages.ts";
import { noKnowledge } from "../../support/no-knowledge.ts";
import { type TestOffice, withOffice } from "../../support/office.ts";

/** The office's own address in these tests. */
export const OWN = "e-imza@kurum.example";

/** Stages on a real database, fed with raw mails through the real ledger. */
export interface StageHarness {
  readonly office: TestOffice;
  readonly context: StageContext;
  /** Keeps a raw mail in the ledger as a mailbox would, and runs the stages on it. */
  arrive(
    raw: string | Buffer,
    options?: { readonly mailbox?: string; readonly internalDate?: Date },
  ): Promise<MailOutcome>;
  keep(
    raw: string | Buffer,
    options?: { readonly mailbox?: string; readonly internalDate?: Date },
  ): Promise<LedgerMail>;
  messages(ticket: string | undefined): Promise<readonly Message[]>;
}

export function withStages(now?: () => Date): StageHarness {
  const base = withOffice(now);
  const signer = createMessageIdSigner({ key: randomBytes(32), domain: "kurum.example" });
  const office: TestOffice = {
    uri: base.uri,
    clock: base.clock,
    ownAddresses: [OWN],
    newMessageId: signer.create,
    get store() {
      return base.store;
    },
  };
  let uid = 0;
  const context: StageContext = {
    office,
    understander: () => noKnowledge,
    categoryTitle: (id) => id,
    readMessageId: signer.verify,
    authenticationDomains: ["kurum.example"],
    readFiles: readAttachments,
    acknowledgement: ({ number }) => `Talebiniz ${number} numarasıyla alındı.`,
  };
  const keep: StageHarness["keep"] = async (raw, options = {}) => {
    const bytes = Buffer.isBuffer(raw) ? raw : Buffer.from(raw.replace(/\r?\n/g, "\r\n"));
    const { mailbox = "INBOX", internalDate = office.clock.now() } = options;
    const { mails } = office.store;
    const place = { account: "test", mailbox, uidValidity: "1", uid: ++uid };
    await mails.see([{ ...place, internalDate, size: bytes.length }]);
    const row = (await mails.withoutRaw(place, 100)).find((candidate) => candidate.uid === place.uid);
    if (!row) throw new Error("The ledger lost the row.");
    await mails.keep(row.id, bytes, describeRaw(bytes, internalDate));
    const kept = await mails.byId(row.id);
    if (!kept) throw new Error("The ledger lost the mail.");
    return kept;
  };
  return {
    office,
    context,
    keep,
    async arrive(raw, options) {
      const row = await keep(raw, options);
      const bytes = await office.store.mails.raw(row.id);
      if (!bytes) throw new Error("The raw mail is missing.");
      return runStages(row, await readMail(bytes), context);
    },
    messages: (ticket) => office.store.messages.ofTicket(ticket ?? "none"),
  };
}

/** A plain mail, headers overridden or taken away (undefined). */
export function mailOf(headers: Readonly<Record<string, string | undefined>>, body: string): string {
  const all: Record<string, string | undefined> = {
    From: "Ayşe Yılmaz <ayse@ornek.example>",
    To: OWN,
    Subject: "Mobil imza",
    Date: "Mon, 23 Nov 2026 09:59:00 +0300",
    "Message-ID": `<${randomBytes(8).toString("hex")}@ornek.example>`,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}
