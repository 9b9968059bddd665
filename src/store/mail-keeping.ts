import type { Connection } from "mongoose";
import type { Lease } from "../core/leases.ts";
import type { LedgerMail } from "../core/mail.ts";
import type { KeptMail, MailboxStart, MailLedger } from "../core/mail-ports.ts";
import { maskDeep, maskPersonalData } from "../core/personal-data.ts";
import type { Cipher } from "./cipher.ts";
import { fromStored, orConflict } from "./documents.ts";
import { fenced, type WriteOptions } from "./fence.ts";
import { newId } from "./ids.ts";
import type { Models, Stored } from "./models.ts";
import type { RawFiles } from "./raw-files.ts";
import type { SenderKeys } from "./sender-keys.ts";

/** What the watcher of a mailbox writes into the ledger: all of it under the mailbox's lease, when it is given. */
type MailKeeping = Pick<MailLedger, "start" | "see" | "keep" | "keepAll" | "keepNew" | "finish">;

/** Raw mails up to this size stand in their row; larger ones go to GridFS. A document may have 16 MB at most. */
const LARGEST_INLINE = 256 * 1024;

export interface MailKeepingParts {
  readonly cipher: Cipher;
  readonly files: RawFiles;
  readonly senderKeys: SenderKeys;
}

export function createMailKeeping(
  connection: Connection,
  models: Models,
  { cipher, files, senderKeys }: MailKeepingParts,
): MailKeeping {
  const { mails, mailboxes } = models;
  const underLease = <Result>(lease: Lease | undefined, write: (options: WriteOptions) => Promise<Result>) =>
    fenced(connection, models, lease, write);

  /** A subject or a display name may hold a number; the raw mail, which is sealed, keeps it as it came. */
  function headerFields({ from, subject, ...kept }: KeptMail) {
    return {
      ...kept,
      ...(from !== undefined && { from: maskPersonalData(from), senderKeys: senderKeys.ofHeader(from) }),
      ...(subject !== undefined && { subject: maskPersonalData(subject) }),
    };
  }

  /** The sealed bytes in the fields of their row, or in a file that the row names. */
  async function sealedFields(
    id: string,
    raw: Buffer,
  ): Promise<{ readonly raw: Buffer } | { readonly rawFile: unknown }> {
    const sealed = cipher.seal(raw);
    return sealed.length <= LARGEST_INLINE ? { raw: sealed } : { rawFile: await files.write(id, sealed) };
  }

  /** Files are written before the rows that name them: when the rows are not, nobody shall find the files. */
  async function withFiles(places: readonly object[], write: () => Promise<unknown>): Promise<void> {
    const written = places.flatMap((place) => ("rawFile" in place ? [place.rawFile] : []));
    try {
      await write();
    } catch (error) {
      for (const file of written) await files.remove(file).catch(() => undefined);
      throw error;
    }
  }

  const keepAll: MailLedger["keepAll"] = async (items, lease) => {
    if (items.length === 0) return;
    const places = await Promise.all(items.map(({ id, raw }) => sealedFields(id, raw)));
    const writes = items.map(({ id, raw, kept }, index) => {
      const size = kept.size ?? raw.length;
      const fields = { ...headerFields(kept), ...places[index], size, state: "stored", dueAt: new Date() };
      return { updateOne: { filter: { _id: id, state: "seen" }, update: { $set: fields } } };
    });
    await withFiles(places, () =>
      underLease(lease, (options) =>
        mails.collection.bulkWrite(writes as object[] as never, { ordered: false, ...options }),
      ),
    );
    // What an interrupted earlier try left behind.
    for (const [index, place] of places.entries()) {
      if ("rawFile" in place) await files.removeOthers(items[index]?.id ?? "", place.rawFile);
    }
  };

  return {
    async start(account, mailbox, first, lease) {
      const _id = JSON.stringify([account, mailbox]);
      const known = await mailboxes.findOne({ _id }).lean();
      if (known) return fromStored<MailboxStart>(known);
      await underLease(lease, (options) =>
        mailboxes.updateOne({ _id }, { $setOnInsert: first }, { upsert: true, ...options }),
      );
      const fixed = await mailboxes.findOne({ _id }).lean();
      if (!fixed) throw new Error(`The start of mailbox ${mailbox} was not kept.`);
      return fromStored<MailboxStart>(fixed);
    },
    async see(found, lease) {
      if (found.length === 0) return 0;
      const now = new Date();
      const writes = found.map(({ account, mailbox, uidValidity, uid, internalDate, size }) => ({
        updateOne: {
          filter: { account, mailbox, uidValidity, uid },
          update: { $setOnInsert: { _id: newId(), internalDate, size, state: "seen", attempts: 0, createdAt: now } },
          upsert: true,
        },
      }));
      const result = await underLease(lease, (options) => mails.bulkWrite(writes, { ordered: false, ...options }));
      return result.upsertedCount;
    },
    keep: (id, raw, kept) => keepAll([{ id, raw, kept }]),
    keepAll,
    async keepNew(found, claim, lease) {
      if (found.length === 0) return [];
      const now = new Date();
      const mine = claim && {
        claim: `${claim.worker}:${newId()}`,
        attempts: 1,
        dueAt: new Date(now.getTime() + claim.leaseMs),
      };
      const rows = found.map(({ raw, kept, account, mailbox, uidValidity, uid, internalDate }) => ({
        _id: newId(),
        account,
        mailbox,
        uidValidity,
        uid,
        internalDate,
        ...headerFields(kept),
        size: kept.size ?? raw.length,
        state: "stored",
        attempts: 0,
        createdAt: now,
      }));
      const places = await Promise.all(
        rows.map(({ _id }, index) => sealedFields(_id, found[index]?.raw ?? Buffer.alloc(0))),
      );
      const documents: Stored[] = rows.map((row, index) => ({ ...row, ...places[index], dueAt: now, ...mine }));
      await withFiles(places, () =>
        underLease(lease, (options) =>
          orConflict(
            mails.collection.insertMany(documents as object[], { ignoreUndefined: true, ...options }),
            "The mail",
          ),
        ),
      );
      return rows.map((row) => fromStored<LedgerMail>(row));
    },
    async finish(id, outcome, lease) {
      const done = { $set: { state: "done", outcome: maskDeep(outcome) }, $unset: { claim: 1, dueAt: 1 } };
      await underLease(lease, (options) => mails.updateOne({ _id: id, state: { $ne: "done" } }, done, options));
    },
  };
}
