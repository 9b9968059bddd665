import type { RequestWords } from "./request-words.ts";

/** "Hattımı Vodafone'a taşıdım", "faturalıya çevirdim", "Türk Telekom olarak güncellenmesi": where to, whatever is named before. */
const MOVED_TO =
  /(?<!\p{L})(\p{L}+(?: \p{L}+)?)(?:['’]?y?[ae]\s+(?:ta[sş][ıi]|ge[cç]|[cç]evir|d[oö]n[uü][sş])|\s+olarak\s+(?:g[uü]ncel|d[uü]zelt|de[gğ]i[sş]|i[sş]aret|kayde))\p{L}*|do[gğ]rusu:?\s+(\p{L}+(?: \p{L}+)?)/gu;

/** "Vodafone'dan", "faturasızken": what a line was before. */
const WAS = /^\p{L}*['’]?(?:[dt][ae]n|y?ken)(?!\p{L})/u;
/** "from prepaid", "eskiden Vodafone": the same, told before it. */
const WAS_BEFORE = /(?:^|[^\p{L}])(?:from|[Ee]ski(?:den|si)?|[ÖöOo]nce(?:den|ki|si)?|[Ee]vvelki)\s+(?:\p{L}+\s+)?$/u;

/** "Turkcell görünüyor", "faturasız değil": what a line is not, told behind it. */
const IS_NOT = /^[\s"'’”)]{0,3}(?:olarak\s+)?(?:de[gğ]il|g[oö]r[uü]n|g[oö]z[uü]k|yaz[ıi](?:yor|l[ıi])|kay[ıi]tl[ıi])/iu;

/** What stands between the choices of a question. */
const BETWEEN_CHOICES = /^(?:[\s,/()]|m[ıiuü](?!\p{L})|veya|ya da|yoksa|or|hat|t[uü]rk)*$/iu;

interface Word {
  readonly value: string;
  readonly start: number;
  readonly quote: string;
}

/** What is told of the line of a mobile telephone. */
export interface FoundLine extends Word {
  readonly field: "operator" | "lineType";
}

/** The operator and the kind of a mobile line in running text; of several people everyone's. */
export function linesIn(text: string, words: RequestWords, isOfSeveral: boolean): FoundLine[] {
  const told = (field: "operator" | "lineType", lookup: Lookup) => {
    if (lookup(text) === undefined) return [];
    const found = isOfSeveral ? wordsOf(text, lookup) : withoutChoices(wordsOf(text, lookup), text);
    const now = found.filter((word) => !isFormer(text, word));
    const [first = found[0]] = now;
    const one = movedTo(text, lookup) ?? first;
    const kept = isOfSeveral ? now : one ? [one] : [];
    return kept.map((word): FoundLine => ({ field, ...word }));
  };
  return [...told("operator", words.operatorOf), ...told("lineType", words.lineTypeOf)];
}

/** "Hattınız hangi operatöre ait (Turkcell, Vodafone)?", "faturalı mı, faturasız mı?": what may be answered is no answer. */
function withoutChoices(found: readonly Word[], text: string): readonly Word[] {
  return found.filter((word, at) => {
    const [before, next] = [found[at - 1], found[at + 1]];
    return !isChoice(before, word, text) && !isChoice(word, next, text);
  });
}

function isChoice(one: Word | undefined, other: Word | undefined, text: string): boolean {
  if (!one || !other || one.value === other.value) return false;
  const between = text.slice(one.start + one.quote.length, other.start);
  // "faturalı mı faturasız mı bilmiyorum" asks without a question mark.
  const isAsked = /^(?:\s*m[ıiuü](?!\p{L})|[^.!?]{0,80}\?)/u.test(text.slice(other.start + other.quote.length));
  return isAsked && BETWEEN_CHOICES.test(between);
}

type Lookup = (text: string) => string | undefined;

function movedTo(text: string, lookup: Lookup): Word | undefined {
  for (const moved of text.matchAll(MOVED_TO)) {
    const named = (moved[1] ?? moved[2] ?? "").replace(/y$/, "");
    // "Turkcellden Vodafonea geçtim": the word nearest to the verb goes before the one before it.
    const value = lookup(named.split(" ").at(-1) ?? "") ?? lookup(named);
    if (value) return { value, start: moved.index, quote: moved[0] };
  }
  return undefined;
}

function isFormer(text: string, { start, quote }: Word): boolean {
  const last = start + quote.search(/\p{L}+$/u);
  const isNot = IS_NOT.test(text.slice(start + quote.length, start + quote.length + 40));
  return isNot || WAS.test(text.slice(last, last + 40)) || WAS_BEFORE.test(text.slice(Math.max(0, start - 30), start));
}

/** The words, or pairs of words, that the lookup knows. */
function wordsOf(text: string, lookup: Lookup): Word[] {
  const found: Word[] = [];
  const tokens = [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)];
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (!token) continue;
    const pair = next ? text.slice(token.index, next.index + next[0].length) : token[0];
    const value = lookup(pair);
    // The second word alone is met with in its turn.
    if (value === undefined || (next && lookup(token[0]) === undefined && lookup(next[0]) === value)) continue;
    const isOneWord = lookup(token[0]) === value;
    found.push({ value, start: token.index, quote: isOneWord ? token[0] : pair });
    if (!isOneWord) at += 1;
  }
  return found;
}
