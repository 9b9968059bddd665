import type { Connection } from "mongoose";
import { type LedgerMail, type MailOccurrence, SET_ASIDE } from "../core/mail.ts";
import type { Forerunner, MailLedger } from "../core/mail-ports.ts";
import { maskPersonalData } from "../core/personal-data.ts";
import type { Cipher } from "./cipher.ts";
import { bytesOf, fromStored, pageOf } from "./documents.ts";
import { JOURNALED } from "./fence.ts";
import { newId } from "./ids.ts";
import { newestRows } from "./list-rows.ts";
import { createMailCounts } from "./mail-counts.ts";
import { createMailKeeping } from "./mail-keeping.ts";
import type { Models, Stored } from "./models.ts";
import { createRawFiles } from "./raw-files.ts";
import type { SenderKeys } from "./sender-keys.ts";
import { together } from "./together.ts";

/** A machine may use one Message-ID for very many mails. */
const MOST_UNENDED = 1_000;
const WITHOUT_RAW = { raw: 0 } as const;

/** The mail ledger over the `mails` collection. */
export function createMailLedger(
  connection: Connection,
  models: Models,
  cipher: Cipher,
  senderKeys: SenderKeys,
): MailLedger {
  const { mails } = models;
  const files = createRawFiles(connection);
  const counts = createMailCounts(models);

  const rawRow = together(async (ids: readonly string[]) => {
    const rows = await mails.find({ _id: { $in: [...ids] } }, { raw: 1, rawFile: 1 }).lean();
    const found = new Map(rows.map((row) => [row._id, row]));
    return ids.map((id) => found.get(id));
  });

  return {
    ...createMailKeeping(connection, models, { cipher, files, senderKeys }),
    async unknownUids(place, uids) {
      const known = await mails.find({ ...place, uid: { $in: [...uids] } }, { _id: 0, uid: 1 }).lean();
      const there = new Set(known.map((row) => row.uid as number));
      return uids.filter((uid) => !there.has(uid));
    },
    async withoutRaw(place, limit) {
      const rows = await mails
        .find({ ...place, state: "seen" }, WITHOUT_RAW)
        .sort({ uid: 1 })
        .limit(limit)
        .lean();
      return rows.map((row) => fromStored<LedgerMail>(row));
    },
    async claim(worker, most, leaseMs) {
      const now = new Date();
      const due = { state: "stored", dueAt: { $lte: now } };
      const ready = await mails.find(due, { size: 1 }).sort({ dueAt: 1 }).limit(most.mails).lean();
      if (ready.length === 0) return [];
      const claim = `${worker}:${newId()}`;
      await mails.updateMany(
        { _id: { $in: idsWithin(ready, most.bytes) }, ...due },
        { $set: { claim, dueAt: new Date(now.getTime() + leaseMs) } },
        JOURNALED,
      );
      const rows = await mails.find({ claim }, WITHOUT_RAW).sort({ internalDate: 1, _id: 1 }).lean();
      return rows.map((row) => fromStored<LedgerMail>(row));
    },
    begin: together(async (ids) => {
      const open = { _id: { $in: [...ids] }, state: "stored" };
      const begun = await mails.updateMany(open, { $inc: { attempts: 1 } }, JOURNALED);
      if (begun.modifiedCount === ids.length) return ids.map(() => true);
      const rows = await mails.find(open, { _id: 1 }).lean();
      const found = new Set(rows.map((row) => row._id));
      return ids.map((id) => found.has(id));
    }),
    async release(id, error, waitMs) {
      const dueAt = new Date(Date.now() + waitMs);
      const failed = error === undefined ? {} : { lastError: maskPersonalData(error) };
      await mails.updateOne({ _id: id, state: "stored" }, { $set: { ...failed, dueAt }, $unset: { claim: 1 } });
    },
    async postpone(id, waitMs) {
      const dueAt = new Date(Date.now() + waitMs);
      const change = { $set: { dueAt }, $inc: { attempts: -1 }, $unset: { claim: 1 } };
      await mails.updateOne({ _id: id, state: "stored", attempts: { $gt: 0 } }, change);
    },
    async unended(messageIds) {
      if (messageIds.length === 0) return [];
      const open = { messageId: { $in: [...messageIds] }, state: "stored" };
      const rows = await mails.find(open, { uid: 1, internalDate: 1, messageId: 1 }).limit(MOST_UNENDED).lean();
      return rows.map((row) => fromStored<Forerunner>(row));
    },
    async raw(id) {
      const row = await rawRow(id);
      const inline = bytesOf(row?.raw);
      if (inline) return cipher.open(inline);
      const file = row?.rawFile;
      return file ? cipher.open(await files.read(file)) : undefined;
    },
    async byId(id) {
      const row = await mails.findOne({ _id: id }, WITHOUT_RAW).lean();
      return row ? fromStored<LedgerMail>(row) : undefined;
    },
    byOccurrence: together(async (places) => {
      const found = new Map<string, LedgerMail>();
      for (const place of new Set(places.map(placeOf))) {
        const [account, mailbox, uidValidity] = JSON.parse(place) as [string, string, string];
        const uids = places.filter((one) => placeOf(one) === place).map(({ uid }) => uid);
        const some = { account, mailbox, uidValidity, uid: { $in: uids } };
        const rows = await mails.find(some, WITHOUT_RAW).lean();
        for (const row of rows) found.set(`${place}${row.uid}`, fromStored<LedgerMail>(row));
      }
      return places.map((place) => found.get(`${placeOf(place)}${place.uid}`));
    }),
    async list({ outcome, ...page }) {
      const some = { ...(outcome && { "outcome.kind": outcome }) };
      const found = await newestRows(mails, some, "createdAt", page, WITHOUT_RAW);
      return pageOf<LedgerMail>(found, page.limit, "createdAt");
    },
    outcomeCounts: counts.read,
    async reopen(id) {
      const aside = { _id: id, "outcome.kind": "quarantined" };
      const hasRaw = { $or: [{ raw: { $exists: true } }, { rawFile: { $exists: true } }] };
      const fresh = { $unset: { outcome: 1, lastError: 1, claim: 1 } };
      const again = { ...fresh, $set: { state: "stored", attempts: 0, dueAt: new Date() } };
      const result = await mails.updateOne({ ...aside, ...hasRaw }, again, JOURNALED);
      // What the mailbox never handed over is fetched once more.
      const refetch = { ...fresh, $set: { state: "seen", attempts: 0 } };
      const setAside = { _id: id, "outcome.kind": { $in: SET_ASIDE }, "outcome.ticket": { $exists: false }, ...hasRaw };
      const wanted = { ...again, $set: { ...again.$set, isWanted: true } };
      const isReopened =
        result.modifiedCount === 1 ||
        (await mails.updateOne(aside, refetch, JOURNALED)).modifiedCount === 1 ||
        (await mails.updateOne(setAside, wanted, JOURNALED)).modifiedCount === 1;
      if (isReopened) await counts.outcomeTaken();
      return isReopened;
    },
  };
}

/** The first rows whose mails have no more bytes than this together, and the very first one in any case. */
function idsWithin(rows: readonly Stored[], most: number): string[] {
  let bytes = 0;
  const fitting = rows.filter(({ size }, index) => {
    bytes += size as number;
    return index === 0 || bytes <= most;
  });
  return fitting.map(({ _id }) => _id);
}

const placeOf = ({ account, mailbox, uidValidity }: MailOccurrence) => JSON.stringify([account, mailbox, uidValidity]);
