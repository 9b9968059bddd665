import { plainText } from "../src/core/plain-text.ts";
import { isSuggestion } from "./match-reply.ts";
import { type ConversationMemory, type Exchange, shorten } from "./memory.ts";
import { isOnlyReach } from "./reach.ts";
import type { Texts } from "./texts/tr.ts";

const LONGEST_SUBJECT = 90;

/** Outcomes of what was asked, not of a greeting or a call for a person. */
function isAsked({ outcome }: Exchange): boolean {
  return outcome !== "smalltalk" && outcome !== "handoff" && outcome !== "status";
}

/** What a ticket would be about: what came with the last call for a person, else the last question worth one. */
export function lastMatter(memory: ConversationMemory): string | undefined {
  return memory.wished ?? memory.exchanges.findLast(isAsked)?.question;
}

/** The subject of a ticket: the matter in one line, with the topic it went on from ("kim öder" alone names none). */
export function subjectOf(matter: string, { lastText }: Pick<ConversationMemory, "lastText"> = {}): string {
  const topic = lastText?.endsWith(matter) ? lastText : matter;
  return shorten(topic.replace(/\s+/g, " ").trim(), LONGEST_SUBJECT);
}

/**
 * The first message of a ticket: the matter, what else was said with the calls for it (a phone, an hour), and under it the
 * conversation that led here. `said` is the message that opens it.
 */
export function ticketBody(matter: string, said: string, memory: ConversationMemory, texts: Texts): string {
  const calls = memory.exchanges.filter(({ outcome }) => outcome === "handoff").map(({ question }) => question);
  const besides = [...new Set([...calls, said])].filter((text) => text !== matter && saysMore(text));
  const talk = memory.exchanges
    .filter(({ outcome }) => outcome !== "smalltalk" && outcome !== "handoff")
    .map(({ question, answer }) => `${texts.questionMark}: ${question}\n${texts.answerMark}: ${plainText(answer)}`);
  const heading = talk.length > 0 ? [`--- ${texts.conversationHeading} ---`] : [];
  return [matter, ...besides, ...heading, ...talk].join("\n\n");
}

/** More than a tap on a button or a plain yes: a phone alone is. */
function saysMore(text: string): boolean {
  return !isSuggestion(text, "openTicket") && (text.split(/\s+/).length > 2 || isOnlyReach(text));
}
