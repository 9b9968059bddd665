import type { Token } from "./analyse.ts";
import { isAsking, isTopic } from "./topics.ts";

const JOINING = new Set("ve ayrica bide hem hemde and also".split(" "));
/** "süresiyle fiyatı": an ending that means "and" before another noun. */
const WITH = /[aeiou]yl[ae]$/;
const HARD = /[?!;\n]|\.(?=\s|$)/;
const SOFT = /,/;
const WANTING = new Set("lazim iste ver at gonder ogren soyle gerek need want please".split(" "));

/**
 * Cuts a message into what is asked, in order. Statements go with the question after them (or before, at the end),
 * and a bare "ne yapmalıyım" with the matter before it. In: the text and its tokens. Out: at least one run of tokens.
 */
export function splitQuestions(text: string, tokens: readonly Token[]): Token[][] {
  const questions: Token[][] = [];
  let waiting: Token[] = [];
  for (const part of parts(text.normalize("NFC"), tokens)) {
    const last = questions.at(-1);
    if (!part.some(isTopic)) {
      if (waiting.length > 0 || !last) waiting.push(...part);
      else last.push(...part);
      if (waiting.some(isTopic) && part.some(isAsking)) questions.push(waiting.splice(0));
    } else if (asks(part)) {
      questions.push([...waiting, ...part]);
      waiting = [];
    } else waiting.push(...part);
  }
  const last = questions.at(-1);
  if (waiting.length > 0 && last) last.push(...waiting);
  else if (waiting.length > 0) questions.push(waiting);
  return questions;
}

function parts(text: string, tokens: readonly Token[]): Token[][] {
  const cut: Token[][] = [];
  let part: Token[] = [];
  tokens.forEach((token, at) => {
    const previous = tokens[at - 1];
    const gap = previous ? text.slice(previous.end, token.start) : "";
    const joins = JOINING.has(token.form);
    if (part.length > 0 && (joins || HARD.test(gap) || SOFT.test(gap) || (previous && endsWith(previous, token)))) {
      cut.push(part);
      part = [];
    }
    if (!joins) part.push(token);
  });
  if (part.length > 0) cut.push(part);
  return cut;
}

function endsWith(previous: Token, next: Token): boolean {
  return WITH.test(previous.text) && isTopic(previous) && isTopic(next);
}

/** A question, a wish, or a few words that can only be one ("çağrı merkezi telefonu"). */
function asks(part: readonly Token[]): boolean {
  if (part.some(isAsking)) return true;
  if (part.some((token) => token.stems.some((stem) => WANTING.has(stem)))) return true;
  return part.length <= 3;
}
