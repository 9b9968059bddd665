import type { AskedQuestion } from "../core/chat.ts";
import { AppError } from "../core/errors.ts";
import type { RecentQuestions } from "../core/knowledge-ports.ts";
import { maskDeep, maskPersonalData } from "../core/personal-data.ts";
import type { ChatStates, Conversations, Questions } from "../core/ports.ts";
import type { Cipher } from "./cipher.ts";
import { after, bytesOf, isDuplicateKey, pageOf, toStored } from "./documents.ts";
import type { Models } from "./models.ts";

export function createChatStates({ chatStates }: Models, cipher: Cipher): ChatStates {
  const seal = (value: unknown) => cipher.seal(Buffer.from(JSON.stringify(value)));
  const open = (sealed: unknown): unknown => {
    const bytes = bytesOf(sealed);
    return bytes && JSON.parse(cipher.open(bytes).toString());
  };
  return {
    async read(keys) {
      const rows = await chatStates.find({ _id: { $in: [...keys] } }).lean();
      return new Map(rows.map((row) => [row._id, { value: open(row.sealed), version: row.version as number }]));
    },
    async write(key, value, version) {
      const sealed = seal(value);
      const set = { $set: { sealed, updatedAt: new Date() }, $inc: { version: 1 } };
      if (version === undefined) {
        await chatStates.updateOne({ _id: key }, set, { upsert: true });
        return;
      }
      if (version === 0) return insertFirst(key, sealed);
      const result = await chatStates.updateOne({ _id: key, version }, set);
      if (result.matchedCount === 0) throw stale(key);
    },
    async remove(key) {
      await chatStates.deleteOne({ _id: key });
    },
  };

  async function insertFirst(key: string, sealed: Buffer): Promise<void> {
    try {
      await chatStates.insertMany([{ _id: key, sealed, version: 1, updatedAt: new Date() }]);
    } catch (error) {
      if (isDuplicateKey(error)) throw stale(key);
      throw error;
    }
  }
}

const stale = (key: string) => new AppError("stale", "The conversation state was written by another turn.", { key });

export function createConversations({ conversations, activities }: Models): Conversations {
  return {
    async remember(id, reference, { aadObjectId, name }) {
      const json = JSON.stringify(reference);
      const known = { json, updatedAt: new Date(), ...(aadObjectId && { aadObjectId }), ...(name && { name }) };
      await conversations.updateOne({ _id: id }, { $set: known, $unset: { unreachable: 1 } }, { upsert: true });
    },
    async reference(id) {
      const row = await conversations.findOne({ _id: id }).lean();
      return row && !row.unreachable ? (JSON.parse(row.json as string) as unknown) : undefined;
    },
    async markUnreachable(id, reason) {
      await conversations.updateOne({ _id: id }, { $set: { unreachable: reason } });
    },
    async firstSight(activityKey) {
      try {
        await activities.insertMany([{ _id: activityKey, at: new Date() }]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
  };
}

export function createQuestions({ questions }: Models): Omit<Questions, keyof RecentQuestions> {
  return {
    async add(question) {
      await questions.insertMany([toStored(maskDeep(question))]);
    },
    async giveFeedback(id, feedback, text) {
      const given = { feedback, ...(text && { feedbackText: maskPersonalData(text) }) };
      const result = await questions.updateOne({ _id: id }, { $set: given });
      return result.matchedCount === 1;
    },
    async list({ limit, cursor, outcome, feedback }) {
      const filter = { ...(outcome && { outcome }), ...(feedback && { feedback }), ...after("_id", cursor) };
      const rows = await questions
        .find(filter)
        .sort({ _id: -1 })
        .limit(limit + 1)
        .lean();
      return pageOf<AskedQuestion>(rows, limit, "_id");
    },
  };
}
