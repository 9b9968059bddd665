import {
  MOST_ATTEMPTS,
  NOTICE_EFFECTS,
  NOTICE_MS,
  type OutboxItem,
  type StuckItems,
  waitAfter,
} from "../core/outbox.ts";
import type { Outbox } from "../core/ports.ts";
import { fromStored } from "./documents.ts";
import { newId } from "./ids.ts";
import type { Models, Stored } from "./models.ts";

const MOST_REASONS = 20;

/** The outbox over its collection; `listeners` are called when effects were written in this process. */
export function createOutbox({ outbox }: Models, listeners: Set<() => void>): Outbox {
  async function expireNotices(now: Date): Promise<number> {
    const before = new Date(now.getTime() - NOTICE_MS);
    const old = { state: "held", kind: { $in: [...NOTICE_EFFECTS] }, createdAt: { $lt: before } };
    return (await outbox.updateMany(old, { $set: { state: "expired" } })).modifiedCount;
  }

  return {
    async claim(worker, kinds, limit, leaseMs) {
      const now = new Date();
      const due = { state: "waiting", kind: { $in: [...kinds] }, nextAttemptAt: { $lte: now } };
      const ready = await outbox.find(due, { _id: 1 }).sort({ nextAttemptAt: 1 }).limit(limit).lean();
      if (ready.length === 0) return [];
      const claim = `${worker}:${newId()}`;
      await outbox.updateMany(
        { _id: { $in: ready.map((row) => row._id) }, ...due },
        { $set: { claim, nextAttemptAt: new Date(now.getTime() + leaseMs) }, $inc: { attempts: 1 } },
      );
      return (await outbox.find({ claim }).sort({ _id: 1 }).lean()).map(toItem);
    },
    async settle(item, result) {
      const change = { $set: settled(item, result), $unset: { claim: 1 } };
      const untried = result.kind === "interrupted" && { $inc: { attempts: -1 } };
      await outbox.updateOne({ _id: item.id }, { ...change, ...untried });
    },
    expireNotices,
    async unhold(kinds, now) {
      await expireNotices(now);
      const waiting = { $set: { state: "waiting", attempts: 0, nextAttemptAt: new Date() } };
      const result = await outbox.updateMany({ state: "held", kind: { $in: [...kinds] } }, waiting);
      return result.modifiedCount;
    },
    async counts() {
      const groups = await outbox.aggregate<{ _id: string; count: number }>([
        { $match: { state: { $in: ["waiting", "held", "failed"] } } },
        { $group: { _id: "$state", count: { $sum: 1 } } },
      ]);
      return Object.fromEntries(groups.map(({ _id, count }) => [_id, count]));
    },
    async stuck() {
      const groups = await outbox.aggregate<{ _id: Omit<StuckItems, "count" | "oldest"> } & StuckItems>([
        { $match: { state: { $in: ["held", "failed"] } } },
        {
          $group: {
            _id: { kind: "$kind", state: "$state", reason: "$lastError" },
            count: { $sum: 1 },
            oldest: { $min: "$createdAt" },
          },
        },
        { $sort: { count: -1 } },
        { $limit: MOST_REASONS },
      ]);
      return groups.map(({ _id, count, oldest }) => ({ ..._id, count, oldest }));
    },
    onWork(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function settled(item: OutboxItem, result: Parameters<Outbox["settle"]>[1]) {
  if (result.kind === "sent") return { state: "sent" };
  if (result.kind === "held") return { state: "held", lastError: result.reason };
  if (result.kind === "interrupted") return { state: "waiting", lastError: result.reason, nextAttemptAt: new Date() };
  if (result.kind === "failed" || item.attempts >= MOST_ATTEMPTS) return { state: "failed", lastError: result.reason };
  return {
    state: "waiting",
    lastError: result.reason,
    nextAttemptAt: new Date(Date.now() + waitAfter(item.attempts)),
  };
}

const toItem = (row: Stored): OutboxItem => fromStored<OutboxItem>(row);
