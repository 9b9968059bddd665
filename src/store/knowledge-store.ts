import type { ClientSession } from "mongoose";
import type { AskedQuestion } from "../core/chat.ts";
import { AppError } from "../core/errors.ts";
import type {
  EntryUsage,
  KnowledgeReader,
  KnowledgeWrites,
  RecentQuestion,
  RecentQuestions,
  TurnOutcome,
} from "../core/knowledge-ports.ts";
import type { ConfirmedQuestion, DismissedQuestion, KnowledgeRecord } from "../core/knowledge-record.ts";
import { fromStored, orConflict, replacing, toStored } from "./documents.ts";
import type { Models } from "./models.ts";

/** The counter that tells all processes of a change. */
const REVISION = "knowledge:revision";
const OPTIONAL = ["published", "draft", "draftBy", "draftAt", "withdrawn", "file", "baseline"];

export function createKnowledgeReader({
  knowledgeEntries,
  confirmedQuestions,
  dismissedQuestions,
  counters,
}: Models): KnowledgeReader {
  return {
    async revision() {
      return ((await counters.findOne({ _id: REVISION }).lean())?.value as number | undefined) ?? 0;
    },
    async list() {
      const rows = await knowledgeEntries.find({}, { history: 0, file: 0, baseline: 0 }).sort({ _id: 1 }).lean();
      return rows.map((row) => ({ ...fromStored<KnowledgeRecord>(row), history: [] }));
    },
    async all() {
      const rows = await knowledgeEntries.find({}).sort({ _id: 1 }).lean();
      return rows.map((row) => fromStored<KnowledgeRecord>(row));
    },
    async byId(id) {
      const row = await knowledgeEntries.findOne({ _id: id }).lean();
      return row ? fromStored<KnowledgeRecord>(row) : undefined;
    },
    async confirmed() {
      const rows = await confirmedQuestions.find({}).sort({ _id: 1 }).lean();
      return rows.map((row) => fromStored<ConfirmedQuestion>(row));
    },
    async confirm({ id, ...question }) {
      await confirmedQuestions.updateOne({ _id: id }, { $set: question }, { upsert: true });
    },
    async unconfirm(id) {
      return (await confirmedQuestions.deleteOne({ _id: id })).deletedCount === 1;
    },
    async dismissed(since) {
      const rows = await dismissedQuestions
        .find({ at: { $gte: since } })
        .sort({ _id: 1 })
        .lean();
      return rows.map((row) => fromStored<DismissedQuestion>(row));
    },
    async dismiss(questions) {
      for (const { id, ...question } of questions) {
        await dismissedQuestions.updateOne({ _id: id }, { $set: question }, { upsert: true });
      }
    },
  };
}

const ALL_BUT_WHY = { why: 0, knowledgeVersion: 0, channel: 0, feedbackText: 0 } as const;
/** Questions taken out of their bytes at a time, and conversations asked for at once: chats wait no longer than one such step. */
const STEP = 500;
/** What may have been no good answer, each served by an index in the order of time. */
const MISSED = [
  { outcome: "unknown", entries: { $size: 0 } },
  { outcome: "clarify" },
  { feedback: "notHelpful" },
] as const;

export function createRecentQuestions({ questions }: Models): RecentQuestions {
  async function newest(filter: Record<string, unknown>, limit: number): Promise<RecentQuestion[]> {
    const found = questions.collection
      .find(filter, { projection: ALL_BUT_WHY, batchSize: STEP })
      .sort({ askedAt: -1, _id: -1 })
      .limit(limit);
    const rows: RecentQuestion[] = [];
    for await (const row of found) rows.push(fromStored<RecentQuestion>(row));
    return rows;
  }

  return {
    async byId(id) {
      const row = await questions.findOne({ _id: id }).lean();
      return row ? fromStored<AskedQuestion>(row) : undefined;
    },
    async recent(since, limit) {
      return newest({ askedAt: { $gte: since } }, limit);
    },
    async missed(since, limit) {
      const found = await Promise.all(MISSED.map((kind) => newest({ ...kind, askedAt: { $gte: since } }, limit)));
      // One that offered a choice may also have been found not helpful.
      const once = new Map(found.flat().map((question) => [question.id, question]));
      return [...once.values()].sort(byTime).toReversed().slice(0, limit);
    },
    async inConversations(conversations, since) {
      const all: TurnOutcome[] = [];
      for (let at = 0; at < conversations.length; at += STEP) {
        const some = { conversation: { $in: conversations.slice(at, at + STEP) }, askedAt: { $gte: since } };
        const rows = await questions.find(some, { conversation: 1, outcome: 1, askedAt: 1 }).lean();
        all.push(...rows.map((row) => fromStored<TurnOutcome>(row)));
      }
      return all.sort(byTime);
    },
    async usage(since) {
      const rated = (feedback: string) => ({ $sum: { $cond: [{ $eq: ["$feedback", feedback] }, 1, 0] } });
      const rows = await questions.aggregate<{ _id: string } & EntryUsage>([
        { $match: { askedAt: { $gte: since } } },
        { $unwind: "$entries" },
        { $group: { _id: "$entries", asked: { $sum: 1 }, helpful: rated("helpful"), notHelpful: rated("notHelpful") } },
      ]);
      return new Map(rows.map(({ _id, ...usage }) => [_id, usage]));
    },
  };
}

function byTime(one: TurnOutcome, other: TurnOutcome): number {
  return one.askedAt.getTime() - other.askedAt.getTime() || (one.id < other.id ? -1 : 1);
}

/** The part of a transaction that writes knowledge. */
export function createKnowledgeWrites({ knowledgeEntries, counters }: Models, session: ClientSession): KnowledgeWrites {
  return {
    async knowledgeRecord(id) {
      const row = await knowledgeEntries.findOne({ _id: id }, undefined, { session }).lean();
      return row ? fromStored<KnowledgeRecord>(row) : undefined;
    },
    async knowledgeRecords() {
      const rows = await knowledgeEntries.find({}, undefined, { session }).sort({ _id: 1 }).lean();
      return rows.map((row) => fromStored<KnowledgeRecord>(row));
    },
    async insertKnowledge(records) {
      await orConflict(knowledgeEntries.insertMany(records.map(toStored), { session }), "The knowledge entry");
    },
    async updateKnowledge(record) {
      const { id, version, ...fields } = record;
      const update = replacing({ ...fields, version: version + 1 }, OPTIONAL);
      const result = await knowledgeEntries.updateOne({ _id: id, version }, update, { session });
      if (result.matchedCount === 0) throw new AppError("stale", `The entry ${id} was changed meanwhile.`, { id });
      return { ...record, version: version + 1 };
    },
    async raiseKnowledgeRevision(seen) {
      if (seen === 0) {
        await orConflict(counters.insertMany([{ _id: REVISION, value: 1 }], { session }), "The first knowledge");
        return;
      }
      const result = await counters.updateOne({ _id: REVISION, value: seen }, { $inc: { value: 1 } }, { session });
      if (result.matchedCount === 0) throw new AppError("stale", "The knowledge was changed meanwhile.", { seen });
    },
  };
}
