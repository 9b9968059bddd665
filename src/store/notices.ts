import type { Notice, Notices } from "../core/notices.ts";
import type { Effect } from "../core/outbox.ts";
import { fromStored, isDuplicateKey, toStored } from "./documents.ts";
import { newId } from "./ids.ts";
import type { Models } from "./models.ts";

/** What staff are told. `wake` is called when mails for it were put into the outbox. */
export function createNotices({ notices, outbox }: Models, wake: () => void): Notices {
  return {
    async add(all) {
      // The mail follows its notices, so that it never leaves without them; after a crash in between both are tried again.
      for (const notice of all) await unlessKnown(notices.insertMany([toStored(notice)]));
      for (const mail of mailsOf(all)) await unlessKnown(outbox.insertMany([mail]));
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
    async markSent(ids, at) {
      await notices.updateMany({ _id: { $in: [...ids] } }, { $set: { sentAt: at } });
    },
  };
}

function mailsOf(all: readonly Notice[]) {
  const first = new Map(all.map((notice) => [notice.batch, notice]));
  return [...first.values()].map(({ batch, staff, leavesAt, createdAt }) => {
    const effect: Effect = { key: batch, kind: "staff.mail", staff, batch };
    const row = { _id: newId(), key: batch, kind: effect.kind, effect, state: "waiting", attempts: 0 };
    return { ...row, nextAttemptAt: leavesAt > createdAt ? leavesAt : new Date(), createdAt };
  });
}

async function unlessKnown(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
