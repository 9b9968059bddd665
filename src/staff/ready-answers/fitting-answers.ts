import type { Language } from "../../core/knowledge.ts";
import type { ReadyAnswer } from "../../core/ready-answer.ts";
import { fold } from "../../language/fold.ts";
import { inTurkishOrder } from "../../language/turkish-order.ts";
import { fillPlaces, type Occasion } from "./placeholders.ts";

/** A ready answer in one language, its places filled in. */
export interface FilledAnswer {
  readonly answer: ReadyAnswer;
  readonly language: Language;
  readonly text: string;
}

/** Ready answers by name, one's own first, in the wanted language before the other. */
export function filledAnswers(
  answers: readonly ReadyAnswer[],
  wanted: Language,
  occasion: Occasion,
): readonly FilledAnswer[] {
  const languages: readonly Language[] = wanted === "tr" ? ["tr", "en"] : ["en", "tr"];
  return [...answers]
    .sort((a, b) => Number(a.shared) - Number(b.shared) || inTurkishOrder(a.name, b.name))
    .flatMap((answer) =>
      languages.flatMap((language) => {
        const text = answer.texts[language];
        return text ? [{ answer, language, text: fillPlaces(text, language, occasion) }] : [];
      }),
    );
}

/** Those that have all the words of a search, what begins with them first. */
export function fittingAnswers(answers: readonly FilledAnswer[], q: string): readonly FilledAnswer[] {
  const [whole, words] = [fold(q).trim(), fold(q).split(" ").filter(Boolean)];
  const begins = ({ answer }: FilledAnswer) => whole !== "" && fold(answer.name).startsWith(whole);
  return answers
    .filter(({ answer, text }) => words.every((word) => fold(`${answer.name} ${text}`).includes(word)))
    .sort((a, b) => Number(begins(b)) - Number(begins(a)));
}
