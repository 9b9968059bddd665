import type { Token } from "./analyse.ts";
import { asks } from "./split.ts";
import { isAsking, isTopic } from "./topics.ts";

/** What a letter says of matters of ours, sentence by sentence, as written. */
export interface Letter {
  /** With a question mark or a question word, each with the statement before it where it names nothing by itself. */
  readonly questions: readonly string[];
  /** What is asked for without a question ("… öğrenmek istiyorum"). */
  readonly wishes: readonly string[];
  /** What is merely told. */
  readonly statements: readonly string[];
}

/** A sentence ends with its mark, an empty line, or a line after which another begins: letters are wrapped inside sentences. */
const END = /[?!;]|\.(?=\s|$)|\n\s*\n/;
const BEGINS = /^[\p{Lu}\d]/u;
/** "mi" and its persons. Not "müdür", which folding makes one of them: half of all signatures have it. */
const PARTICLE = /^m[iu](?:$|y|s|dir$)/;
/** "Kimse" is nobody, though "kim" asks. */
const NOBODY = /^(?:hic)?kimse/;
/** What comes after it is a name, a title and a telephone number. */
const CLOSING = /^(?:saygi|hurmet|(?:en )?iyi (?:calisma|gun)|(?:best |kind )?regards|sincerely|yours)/;
const LONGEST_CLOSING = 4;
/** Shorter ones are a heading or a name. */
const SHORTEST_WISH = 4;

interface Sentence {
  readonly tokens: Token[];
  isMarked: boolean;
}

/** Parts a letter into what it asks, wants and tells; greetings and signatures fall away. In: composed text and its tokens. */
export function readLetter(text: string, tokens: readonly Token[]): Letter {
  const letter = { questions: [] as string[], wishes: [] as string[], statements: [] as string[] };
  let before: Sentence | undefined;
  for (const sentence of sentencesOf(text, tokens)) {
    if (Object.values(letter).some(({ length }) => length > 0) && isClosing(sentence)) break;
    const isTopical = sentence.tokens.some(isTopic);
    if (isTopical) letter[kindOf(sentence)].push(said(text, sentence.tokens));
    else if (before && isQuestion(sentence)) letter.questions.push(said(text, [...before.tokens, ...sentence.tokens]));
    before = isTopical ? sentence : undefined;
  }
  return letter;
}

function kindOf(sentence: Sentence): keyof Letter {
  if (isQuestion(sentence)) return "questions";
  return sentence.tokens.length >= SHORTEST_WISH && asks(sentence.tokens) ? "wishes" : "statements";
}

function isQuestion({ tokens, isMarked }: Sentence): boolean {
  return (
    isMarked ||
    tokens.some(
      (token) => isAsking(token) && !NOBODY.test(token.form) && (!token.marks.has("@whether") || isParticle(token)),
    )
  );
}

function isParticle({ form }: Token): boolean {
  return PARTICLE.test(form);
}

function isClosing({ tokens }: Sentence): boolean {
  return tokens.length <= LONGEST_CLOSING && CLOSING.test(tokens.map(({ form }) => form).join(" "));
}

function sentencesOf(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let sentence: Sentence = { tokens: [], isMarked: false };
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    const gap = text.slice(token.end, next?.start ?? text.length);
    sentence.tokens.push(token);
    if (next && !END.test(gap) && !(gap.includes("\n") && BEGINS.test(next.text))) return;
    sentence.isMarked = gap.includes("?");
    sentences.push(sentence);
    sentence = { tokens: [], isMarked: false };
  });
  return sentences;
}

/** From the first to the last of these words, on one line. */
function said(text: string, tokens: readonly Token[]): string {
  return text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0).replace(/\s+/g, " ");
}
