import type { Notice, Notices, NoticeWay } from "../core/notices.ts";
import type { Effect } from "../core/outbox.ts";
import { fromStored, isDuplicateKey, toStored } from "./documents.ts";
import type { Models } from "./models.ts";
import { storedEffect } from "./stored-events.ts";

/** What staff are told. `wake` is called when something that carries it was put into the outbox. */
export function createNotices({ notices, outbox }: Models, wake: () => void): Notices {
  return {
    async add(all) {
      // What carries them follows, so that it never leaves without them; after a crash in between both are tried again.
      for (const notice of all) await unlessKnown(notices.insertMany([toStored(notice)]));
      for (const item of carriersOf(all)) await unlessKnown(outbox.insertMany([item]));
      wake();
    },
    async ofBatch(batch) {
      return (await notices.find({ batch }).sort({ createdAt: 1, _id: 1 }).lean()).map((row) =>
        fromStored<Notice>(row),
      );
    },
    async ofStaff(staff, limit) {
      const rows = await notices.find({ staff }).sort({ createdAt: -1 }).limit(limit).lean();
      return rows.map((row) => fromStored<Notice>(row));
    },
    async markTold(ids, way, at) {
      await notices.updateMany({ _id: { $in: [...ids] } }, { $set: { sentAt: at }, $addToSet: { told: way } });
    },
  };
}

/** One item a batch and way, with a key of its own for ever. */
function carriersOf(all: readonly Notice[]) {
  const carried = all.flatMap((notice) => notice.ways.map((way) => ({ ...EFFECTS[way](notice), notice })));
  const first = new Map(carried.map((one) => [one.effect.key, one]));
  return [...first.values()].map(({ effect, notice: { leavesAt, createdAt } }) =>
    storedEffect(effect, createdAt, leavesAt > createdAt ? leavesAt : new Date()),
  );
}

const EFFECTS: Readonly<Record<NoticeWay, (notice: Notice) => { readonly effect: Effect }>> = {
  mail: ({ batch, staff }) => ({ effect: { key: batch, kind: "staff.mail", staff, batch } }),
  teams: ({ batch, staff }) => ({ effect: { key: `${batch}:teams`, kind: "staff.chat", staff, batch } }),
};

async function unlessKnown(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
