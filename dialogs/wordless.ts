import { recordQuestion } from "./record-question.ts";
import { suggest } from "./reply.ts";
import { sampleQuestions } from "./sample-questions.ts";
import { say, type Turn } from "./turn.ts";

/** Whether a message says anything in words or figures. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** What a message of signs alone means, where it means something: content, discontent with an answer, anger. */
export type Mood = "content" | "discontent" | "angry";

const MOODS: readonly (readonly [Mood, RegExp])[] = [
  ["angry", /[😡😠🤬😤👿💢]/u],
  ["discontent", /[👎😞😟🙁☹😕]/u],
  ["content", /[👍🙏👏❤😊🙂😀😃😄😁💯✅👌🤝🌹😍]/u],
];

/** How somebody feels who answers with a sign. */
export function moodOf(text: string): Mood | undefined {
  return hasWords(text) ? undefined : MOODS.find(([, signs]) => signs.test(text))?.[0];
}

/** Answers a message without a word (a sticker, a file, "?"). A dialog that waits for words goes on waiting. */
export function askForWords(turn: Turn, isDialogOpen: boolean): void {
  const { texts, contact, hasAttachment } = turn;
  const notTaken = hasAttachment ? [texts.attachmentNotTaken(contact)] : [];
  const text = [...notTaken, isDialogOpen ? texts.writeWords : texts.writeQuestion].join(" ");
  const reply = { text, outcome: "smalltalk" } as const;
  if (!isDialogOpen) recordQuestion(turn, reply);
  const values = isDialogOpen ? [texts.cancel] : sampleQuestions(turn.understander, turn.understanding.language);
  say(turn, { ...reply, suggestions: values.map(suggest) });
}
