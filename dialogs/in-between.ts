import { essence } from "../src/language/fold.ts";
import type { Turn } from "./turn.ts";

/** "Bir dakika, önce şunu sorayım": how somebody says that this is a question beside what they were asked for. Folded. */
const ANNOUNCES =
  /^(?:(?:bi|bir) (?:dakika|dk|saniye|sn|sey)|once|oncelikle|bu arada|dur|peki|wait|first|before that|by the way)\b|\b(?:sorayim|soracagim|soracaktim|sorabilir miyim|soru sor\w*|sorum var|merak ettim|can i ask|let me ask|quick question)\b/;

/** Whether a message that was to tell something else announces a question, and one that has its answer. */
export function asksInBetween({ text, understanding: { intent, clauses } }: Turn): boolean {
  const isAnswered =
    intent === "question" && clauses.length > 0 && clauses.every(({ outcome }) => outcome === "answer");
  return isAnswered && ANNOUNCES.test(essence(text));
}
