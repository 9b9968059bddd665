import type { Connection } from "mongoose";
import type { AskedQuestion } from "../core/chat.ts";
import type { RecentQuestions } from "../core/knowledge-ports.ts";
import { maskPersonalData } from "../core/personal-data.ts";
import type { Questions } from "../core/ports.ts";
import { isOver, markOf } from "./daily-rollups.ts";
import { isDuplicateKey, pageOf, toStored } from "./documents.ts";
import { inTransaction } from "./in-transaction.ts";
import { newestRows } from "./list-rows.ts";
import type { Models, Stored } from "./models.ts";

/** How long a question waits for others, ms. */
export const QUESTION_WAIT_MS = 200;
/** How many go together without waiting. */
const MOST_WAITING = 50;

/** What was asked, written a few at a time: a chat turn does not pay a command of its own for it. */
export function createQuestions(
  connection: Connection,
  { questions, dayMarks }: Models,
): Omit<Questions, keyof RecentQuestions> {
  let waiting: Stored[] = [];
  let written: Promise<void> | undefined;
  /** Writes that wait or are on their way. */
  const unwritten = new Set<Promise<void>>();
  let writeNow: () => void = () => undefined;

  /** The write that the next question goes with. */
  function nextWrite(): Promise<void> {
    const due = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, QUESTION_WAIT_MS);
      writeNow = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    const write = due
      .then(() => {
        const documents = waiting;
        waiting = [];
        written = undefined;
        return insert(documents);
      })
      .finally(() => unwritten.delete(write));
    unwritten.add(write);
    return write;
  }

  /** A question that is there already was noted before a crash, or by another process. */
  async function insert(documents: readonly Stored[]): Promise<void> {
    try {
      await questions.collection.insertMany(documents as object[], { ordered: false, ignoreUndefined: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    // Of a day that is over: noted again after a crash, and marked again with it.
    const late = documents.map(({ askedAt }) => askedAt as Date).filter(isOver);
    if (late.length > 0) await dayMarks.insertMany(late.map((askedAt) => markOf("questions", askedAt)));
  }

  async function flush(): Promise<void> {
    writeNow();
    await Promise.all(unwritten);
  }

  return {
    add(question) {
      waiting.push(toStored(masked(question)));
      written ??= nextWrite();
      const mine = written;
      if (waiting.length >= MOST_WAITING) writeNow();
      return mine;
    },
    flush,
    async giveFeedback(id, feedback, text) {
      await flush();
      const given = { feedback, ...(text && { feedbackText: maskPersonalData(text) }) };
      return inTransaction(connection, async (session) => {
        const row = await questions.findOne({ _id: id }, { askedAt: 1 }, { session }).lean();
        if (!row) return false;
        const askedAt = row.askedAt as Date;
        await questions.updateOne({ _id: id }, { $set: given }, { session });
        if (isOver(askedAt)) await dayMarks.insertMany([markOf("questions", askedAt)], { session });
        return true;
      });
    },
    async list({ outcome, feedback, ...page }) {
      await flush();
      const filter = { ...(outcome && { outcome }), ...(feedback && { feedback }) };
      return pageOf<AskedQuestion>(await newestRows(questions, filter, "askedAt", page), page.limit, "askedAt");
    },
  };
}

/** What a person wrote stands in the text and in the steps that explain the answer; the rest are ids and words of ours. */
function masked(question: AskedQuestion): AskedQuestion {
  const why = question.why.map(({ step, detail }) => ({ step, detail: maskPersonalData(detail) }));
  return { ...question, text: maskPersonalData(question.text), why };
}
