import { type ConversationMemory, shorten } from "./memory.ts";
import type { Texts } from "./texts/tr.ts";

const LONGEST_SUBJECT = 90;

/** The last question worth a ticket: not a greeting, not an earlier call for a person. */
export function lastMatter(memory: ConversationMemory): string | undefined {
  return memory.exchanges.findLast(
    ({ outcome }) => outcome !== "smalltalk" && outcome !== "handoff" && outcome !== "status",
  )?.question;
}

/** The subject of a ticket: the matter in one line. */
export function subjectOf(matter: string): string {
  return shorten(matter.replace(/\s+/g, " ").trim(), LONGEST_SUBJECT);
}

/** The first message of a ticket: the matter, and under it the conversation that led here. */
export function ticketBody(matter: string, memory: ConversationMemory, texts: Texts): string {
  const talk = memory.exchanges
    .filter(({ outcome }) => outcome !== "smalltalk" && outcome !== "handoff")
    .map(({ question, answer }) => `${texts.questionMark}: ${question}\n${texts.answerMark}: ${withoutBold(answer)}`);
  return talk.length === 0 ? matter : [matter, `--- ${texts.conversationHeading} ---`, ...talk].join("\n\n");
}

/** Mails and the console show a ticket's text as it stands. */
function withoutBold(markdown: string): string {
  return markdown.replaceAll("**", "");
}
