import type { Upgrade } from "../core/ports.ts";
import type { Models } from "./models.ts";

/** Brings the next documents after this id up to date. Out: the last it looked at, none when there are no more, and how many it changed. */
export type FillBatch = (after: string) => Promise<{ readonly last?: string; readonly filled: number }>;

/**
 * An upgrade that goes through a collection by its ids and notes after each batch how far it is: what an interruption left is gone on
 * with, and what is done stays done. `id` names it for ever.
 */
export function upgradeInBatches({ upgrades }: Models, id: string, fill: FillBatch): Upgrade {
  return {
    async isDone() {
      return (await upgrades.findById(id).lean())?.doneAt !== undefined;
    },
    async step() {
      const row = await upgrades.findById(id).lean();
      if (row?.doneAt) return { done: true, filled: 0 };
      const { last, filled } = await fill((row?.after as string | undefined) ?? "");
      const progress = last ? { after: last } : { doneAt: new Date() };
      await upgrades.updateOne({ _id: id }, { $set: progress }, { upsert: true });
      return { done: last === undefined, filled };
    },
  };
}
