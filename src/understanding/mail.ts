import { fold } from "../language/fold.ts";
import type { Analyser } from "./analyse.ts";
import type { Knowledge } from "./knowledge.ts";
import { featuresOf, Ranker } from "./ranker.ts";
import type { MailUnderstanding, Reason, Understander } from "./types.ts";

const URGENT = /\b(acil|ivedi|cok acil|urgent|asap|calin\w*|kaybol\w*|kayip|stolen)/;
const HIGH = /\b(calismiyor|kullanamiyor\w*|hata|iptal|magdur\w*|sikayet\w*|yanlis|fazla|hala|gelmedi|cannot|error)\b/;
const LOW = /\b(bilginize|bilgi icin|oneri|tesekkur\w*|fyi|suggestion)\b/;
/** An answer goes into an acknowledgement only when it is this sure. */
const SURE = 0.75;

/** Reads mails with the same understanding as chat. */
export class MailReader {
  readonly #ranker: Ranker;
  readonly #analyser: Analyser;
  readonly #understander: Understander;

  constructor(knowledge: Knowledge, analyser: Analyser, understander: Understander) {
    this.#analyser = analyser;
    this.#understander = understander;
    this.#ranker = new Ranker(
      knowledge.entries.flatMap((entry) =>
        entry.questions.tr.map((wording) => ({ owner: entry.category, tokens: analyser.read(wording) })),
      ),
    );
  }

  read(subject: string, text: string, today: string): MailUnderstanding {
    const whole = `${subject}\n${text}`.slice(0, 4000);
    const understanding = this.#understander.understand(whole, { today });
    const [clause] = understanding.clauses;
    const entry = this.#understander.entries.get(clause?.entry ?? "");
    const [category, confidence] = entry ? [entry.category, clause?.confidence ?? 0] : this.#nearest(whole);
    const isAnswer = understanding.clauses.length === 1 && clause?.outcome === "answer" && clause.confidence >= SURE;
    const why: Reason[] = [...understanding.why, ...understanding.clauses.flatMap((one) => one.why)];
    return { category, priority: priorityOf(whole), confidence, ...(isAnswer && entry && { answer: entry.id }), why };
  }

  #nearest(text: string): [string, number] {
    const tokens = this.#analyser.read(text);
    if (featuresOf(tokens).size === 0) return ["general", 0];
    const [best] = [...this.#ranker.rank(tokens)].sort((a, b) => b[1] - a[1]);
    return best && best[1] > 0.15 ? best : ["general", 0];
  }
}

function priorityOf(text: string): MailUnderstanding["priority"] {
  const folded = fold(text);
  if (URGENT.test(folded)) return "urgent";
  if (HIGH.test(folded)) return "high";
  return LOW.test(folded) ? "low" : "normal";
}
