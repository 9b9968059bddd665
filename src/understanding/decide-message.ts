import type { Token } from "./analyse.ts";
import { type Decider, isSameRun } from "./decide.ts";
import type { Decision } from "./decision.ts";
import { type Cut, joinedCuts, possibleCuts, type Question, sentences, splitQuestions } from "./split.ts";
import type { TalkReader } from "./talk.ts";

/** A message to decide on, and what stands around it. */
export interface Asked {
  /** As it was written (NFC); its tokens have their places in it. */
  readonly text: string;
  /** Its words, courtesies left out. */
  readonly tokens: readonly Token[];
  /** The question before it in the conversation. */
  readonly before: readonly Token[];
  /** ISO date. */
  readonly today: string;
}

/** One thing that was asked, and what is said to it. */
export interface DecidedPart {
  readonly text: string;
  readonly decision: Decision;
}

/** Decides one part of a message, which stands among others at a place. */
type Decide = (part: readonly Token[], parts?: readonly (readonly Token[])[], at?: number) => Decision;

/**
 * Decides all that a message asks: as several questions where they are marked or each says clearly what it is, else as one.
 * Out: at least one part, in the order they were asked.
 */
export function decideMessage(asked: Asked, decider: Decider, talk: TalkReader): DecidedPart[] {
  const { text, tokens, before, today } = asked;
  const questions = asking(splitQuestions(text, tokens), talk);
  const isList = isNumbered(questions);
  // A part follows the part before it; the first follows the question before. An item of a list speaks for itself.
  const decide: Decide = (part, parts = [], at = 0) =>
    decider.decide(part, { today, whole: isList ? part : tokens, before: parts[at - 1] ?? before });
  const say = (parts: readonly (readonly Token[])[], decisions: readonly Decision[]): DecidedPart[] =>
    decisions.map((decision, at) => ({ text: textOf(text, parts[at] ?? []), decision }));
  const parts = questions.map((question) => [...question.tokens]);
  const decided = parts.length > 1 ? parts.map((part, at) => decide(part, parts, at)) : [];
  if (areApart(decided) || areAsked(questions, decided)) return say(parts, decided);
  const said = parts.flat();
  // The same run where nothing was cut out: what was read of it for a wish is then at hand.
  const whole = decide(isSameRun(said, tokens) ? tokens : said);
  const cuts = parts.length === 1 ? [...possibleCuts(tokens), ...joinedCuts(text, tokens)] : [];
  for (const cut of cuts) {
    const both = decideSigned(cut, decide);
    if (areApart(both)) return say(cut.parts, both);
  }
  const chosen = best(whole, decided);
  const clearest = chosen.isSure ? undefined : clearestOf(sentences(text, tokens), decide);
  return [{ text, decision: clearest ?? chosen }];
}

/** The questions, talk between them left out. */
function asking(questions: readonly Question[], talk: TalkReader): readonly Question[] {
  const real = questions.filter(({ tokens }) => talk.wholly(tokens) === undefined);
  return real.length > 0 ? real : questions;
}

/** Whether they are items of a list. */
function isNumbered(questions: readonly Question[]): boolean {
  return questions.filter(({ isItem }) => isItem).length > 1;
}

/** Whether several questions are marked as such and something answers one, or are numbered: then none may vanish, clear or not. */
function areAsked(questions: readonly Question[], decisions: readonly Decision[]): boolean {
  if (isNumbered(questions) && decisions.some(({ isSure }) => isSure)) return true;
  const marked = questions.filter(({ isMarked }) => isMarked).length;
  return marked > 1 && decisions.some(({ isSure, outcome }) => isSure && outcome === "answer");
}

/**
 * Decides the parts of a cut that nothing marks: each must show its sign and, where it does not ask by its own question word, be
 * beyond doubt. Nothing is decided after one that does not.
 */
function decideSigned({ parts, asksTwice }: Cut, decide: Decide): Decision[] {
  const decisions: Decision[] = [];
  for (const [at, part] of parts.entries()) {
    const decision = decide(part, parts, at);
    if (!decision.isSure || !decision.bySign || decision.outcome === "clarify") return [];
    if (!asksTwice && !isBeyondDoubt(decision)) return [];
    decisions.push(decision);
  }
  return decisions;
}

/** Whether the parts of a message are questions of their own. */
function areApart(decisions: readonly Decision[]): boolean {
  if (decisions.length < 2 || !decisions.every((decision) => decision.isSure)) return false;
  if (decisions.some(({ outcome, bySign }) => outcome === "answer" && !bySign)) return false;
  return new Set(decisions.map((decision) => decision.entry?.id)).size > 1;
}

/** Evidence of an answer that nobody would doubt: a message of two matters may look like one that has a pause. */
const BEYOND_DOUBT = 1.26;

function isBeyondDoubt({ outcome, evidence }: Decision): boolean {
  return outcome === "answer" && evidence >= BEYOND_DOUBT;
}

/** The whole message, unless a part of it says more surely what is meant. */
function best(whole: Decision, parts: readonly Decision[]): Decision {
  if (whole.isSure) return whole;
  return parts.find((part) => part.isSure) ?? whole;
}

/** Of a long message that is not clear as a whole: the one thing its sentences say clearly. */
function clearestOf(parts: readonly (readonly Token[])[], decide: Decide): Decision | undefined {
  if (parts.length < 2) return undefined;
  const clear = parts
    .map((part) => decide(part))
    .filter((decision) => decision.bySign && decision.entry && decision.outcome !== "clarify");
  return new Set(clear.map(({ entry }) => entry)).size === 1 ? clear[0] : undefined;
}

function textOf(text: string, tokens: readonly Token[]): string {
  return text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? text.length);
}
