import { NEUTRAL_WORDS } from "../language/common-words.ts";
import { marksOf, type Token } from "./analyse.ts";
import type { Knowledge } from "./knowledge.ts";
import { formsOf, type Lexicon } from "./lexicon.ts";
import { PatternIndex, parsePattern, teachPattern } from "./pattern.ts";
import type { Intent } from "./types.ts";

/** When a message is nothing but talk of several kinds, the first of these names it. */
const ORDER: readonly Intent[] = ["thanks", "cancel", "no", "goodbye", "yes", "help", "greeting"];

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
        this.#words.add(word);
        lexicon.stems.add(word);
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
    const forms = tokens.map((token) => token.form);
    if (forms.length === 0 || forms.length > 12 || !forms.every((form) => this.#isTalk(form))) return undefined;
    const whole = ` ${forms.join(" ")} `;
    const exact = ORDER.find((intent) => this.#phrases.get(intent)?.includes(whole.trim()));
    return exact ?? ORDER.find((intent) => this.#phrases.get(intent)?.some((phrase) => whole.includes(` ${phrase} `)));
  }

  /** A wish beside questions (status, a person, a ticket …) and how strongly it shows. */
  wish(tokens: readonly Token[]): { intent: Intent; weight: number; sign: string } | undefined {
    let best: { intent: Intent; weight: number; sign: string } | undefined;
    for (const [intent, { pattern, weight }] of this.#patterns.find(marksOf(tokens))) {
      if (weight > (best?.weight ?? 0)) best = { intent: intent as Intent, weight, sign: pattern.text };
    }
    return best;
  }

  #isTalk(form: string): boolean {
    return this.#words.has(form) || NEUTRAL_WORDS.has(form);
  }
}
