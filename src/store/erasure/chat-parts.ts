import { setTimeout as wait } from "node:timers/promises";
import type { ErasureSubject } from "../../core/erasure.ts";
import { QUESTION_WAIT_MS } from "../asked-questions.ts";
import { markOf } from "../daily-rollups.ts";
import { inTransaction } from "../in-transaction.ts";
import { accountsOf, createNaming, type ErasurePart, type ErasureTools, goingWhole, holding } from "./part.ts";

/** Where the bot can reach them; of conversations with several people, that they were there. */
export function conversationsPart({ models: { conversations } }: ErasureTools): ErasurePart {
  const own = (subject: ErasureSubject) => ({ _id: { $in: [...subject.conversations] } });
  return {
    count: (subject) => conversations.countDocuments(own(subject)),
    async erase(subject) {
      const erased = (await conversations.deleteMany(own(subject))).deletedCount;
      // With several people in it a conversation stays reachable; only that this one wrote there last goes.
      for (const row of await conversations.find({ aadObjectId: { $in: accountsOf(subject) } }).lean()) {
        const { user: _user, ...reference } = JSON.parse(row.json as string) as Record<string, unknown>;
        const gone = { $set: { json: JSON.stringify(reference) }, $unset: { aadObjectId: 1, name: 1, address: 1 } };
        await conversations.updateOne({ _id: row._id }, gone);
      }
      return erased;
    },
  };
}

/** Dialog states and what a browser's chat shows again, under keys that hold the conversation's. */
export function chatStatesPart({ models: { chatStates } }: ErasureTools): ErasurePart {
  return goingWhole(chatStates, ({ conversations }) => conversations.map((id) => ({ _id: holding(id) })));
}

export function questionsPart({ connection, models: { questions, dayMarks } }: ErasureTools): ErasurePart {
  const asked = ({ conversations }: ErasureSubject) => ({ conversation: { $in: [...conversations] } });
  return {
    count: (subject) => questions.countDocuments(asked(subject)),
    async erase(subject) {
      // With its state gone nobody notes a question of the conversation any more; one of this moment may still wait to be written.
      if (subject.conversations.length > 0) await wait(2 * QUESTION_WAIT_MS);
      return inTransaction(connection, async (session) => {
        const rows = await questions.find(asked(subject), { askedAt: 1 }, { session }).lean();
        const marks = rows.map(({ askedAt }) => markOf("questions", askedAt as Date));
        if (marks.length > 0) await dayMarks.insertMany(marks, { session });
        return (await questions.deleteMany(asked(subject), { session })).deletedCount;
      });
    },
  };
}

/** Questions that staff confirmed or put aside, where one names the person. There are few of them. */
export function learnedQuestionsPart(name: "confirmedQuestions" | "dismissedQuestions") {
  return ({ models }: ErasureTools): ErasurePart => {
    const found = async (subject: ErasureSubject) => {
      const names = createNaming(subject);
      return (await models[name].find({}, { text: 1 }).lean()).filter(({ text }) => names(text)).map(({ _id }) => _id);
    };
    return {
      count: async (subject) => (await found(subject)).length,
      erase: async (subject) => (await models[name].deleteMany({ _id: { $in: await found(subject) } })).deletedCount,
    };
  };
}
