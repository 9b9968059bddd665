import { NEUTRAL_WORDS } from "../language/common-words.ts";
import { rememberedOf } from "../language/remembered.ts";
import { formsOf } from "../language/tokens.ts";
import { marksOf, type Token } from "./analyse.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Hit, PatternIndex, parsePattern, teachPattern } from "./pattern.ts";
import { isAsking, isTopic } from "./topics.ts";
import type { Intent } from "./types.ts";

/** Said alone, word for word. */
const STRICT: readonly Intent[] = ["cancel", "no", "yes", "thanks", "goodbye", "help", "greeting", "status"];
/** May be wrapped in everyday words; when several are there, the first names the message. */
const LOOSE: readonly Intent[] = ["thanks", "goodbye", "help", "greeting"];
const MOST_WORDS = 12;
/** Said before and after a question. */
const COURTESIES: readonly Intent[] = ["greeting", "thanks", "goodbye"];
const LONGEST_COURTESY = 4;

/** What is said besides questions. */
export class TalkReader {
  readonly #phrases = new Map<Intent, string[]>();
  readonly #words = new Set<string>();
  readonly #patterns = new PatternIndex();

  constructor(talk: Knowledge["talk"], lexicon: Lexicon) {
    for (const [intent, { only, patterns }] of Object.entries(talk)) {
      const phrases = only.map((phrase) => formsOf(phrase).join(" "));
      this.#phrases.set(intent as Intent, phrases);
      for (const word of phrases.flatMap((phrase) => phrase.split(" "))) {
        // "Taleplerim" names a matter of ours: beside a greeting it is no courtesy.
        if (intent !== "status") this.#words.add(word);
        lexicon.stems.add(word, false);
        lexicon.addSurface(word);
      }
      for (const line of patterns) {
        const pattern = parsePattern(line);
        teachPattern(pattern, lexicon);
        this.#patterns.add(intent, pattern);
      }
    }
  }

  /** The kind of talk a message wholly is; undefined when it says anything else. */
  wholly(tokens: readonly Token[]): Intent | undefined {
    if (tokens.length === 0 || tokens.length > MOST_WORDS) return undefined;
    const forms = tokens.map((token) => token.form);
    const strict = STRICT.find((intent) => this.#phrases.get(intent)?.includes(forms.join(" ")));
    if (strict) return strict;
    const strangers = tokens.filter((token) => !this.#isTalk(token));
    if (strangers.length > 1 || (strangers.length === 1 && tokens.length > 2) || strangers.some(isTopic))
      return undefined;
    const whole = ` ${forms.join(" ")} `;
    return LOOSE.find((intent) => this.#phrases.get(intent)?.some((phrase) => whole.includes(` ${phrase} `)));
  }

  /** A question without the courtesies before and after it; all of it when no matter of ours is left. */
  withoutCourtesies(tokens: readonly Token[]): readonly Token[] {
    const start = this.#pastCourtesies(tokens, 0, 1);
    const rest = tokens.slice(start, Math.max(start, this.#pastCourtesies(tokens, tokens.length, -1)));
    return rest.some(isTopic) ? rest : tokens;
  }

  /** Where the courtesies end that stand from here on, forwards (1) or backwards (-1). */
  #pastCourtesies(tokens: readonly Token[], from: number, step: 1 | -1): number {
    for (let length = LONGEST_COURTESY; length > 0; length -= 1) {
      const to = from + step * length;
      if (to < 0 || to > tokens.length) continue;
      const said = tokens.slice(Math.min(from, to), Math.max(from, to));
      const phrase = said.map(({ form }) => form).join(" ");
      if (COURTESIES.some((intent) => this.#phrases.get(intent)?.includes(phrase)))
        return this.#pastCourtesies(tokens, to, step);
    }
    return from;
  }

  /** The signs of wishes that are seen, as of entries. */
  readonly signs = rememberedOf(
    (marks: ReadonlySet<string>): ReadonlyMap<string, Hit> =>
      new Map([...this.#patterns.find(marks)].map(([intent, hit]) => [`@${intent}`, hit])),
  );

  /** A wish beside questions (status, a person, a ticket …) and how strongly it shows. */
  wish(tokens: readonly Token[]): { intent: Intent; weight: number; sign: string } | undefined {
    let best: { intent: Intent; weight: number; sign: string } | undefined;
    for (const [intent, { pattern, weight }] of this.#patterns.find(marksOf(tokens))) {
      if (weight > (best?.weight ?? 0)) best = { intent: intent as Intent, weight, sign: pattern.text };
    }
    return best;
  }

  #isTalk(token: Token): boolean {
    if (isTopic(token) || isAsking(token)) return this.#words.has(token.form);
    return [token.form, ...token.stems].some((form) => this.#words.has(form) || NEUTRAL_WORDS.has(form));
  }
}
