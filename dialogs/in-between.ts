import { essence } from "../src/language/fold.ts";
import type { Turn } from "./turn.ts";

/** "Bir dakika, önce şunu sorayım": how somebody says that this is a question beside what they were asked for. Folded. */
const ANNOUNCES =
  /^(?:(?:bi|bir) (?:dakika|dk|saniye|sn|sey)|once|oncelikle|bu arada|dur|peki|wait|first|before that|by the way)\b|\b(?:sorayim|soracagim|soracaktim|sorabilir miyim|soru sor\w*|sorum var|merak ettim|can i ask|let me ask|quick question)\b/;

/** "Hayır vazgeçtim, …": what was begun is left for what follows. */
const LEAVES =
  /^(?:(?:hayir|yok|tamam|neyse|no) )?(?:vazgec\w*|bosver\w*|gerek (?:yok|kalmadi)|kalsin|neyse|iptal|never ?mind|forget it)\b/;

/** Whether a message that was to tell something else announces a question, and one that has its answer. */
export function asksInBetween(turn: Turn): boolean {
  return isAnswered(turn) && ANNOUNCES.test(essence(turn.text));
}

/** Whether it gives up what was begun, and asks something that has its answer instead. */
export function asksInstead(turn: Turn): boolean {
  return isAnswered(turn) && LEAVES.test(essence(turn.text));
}

/** Whether a message is a question, and all of it has its answer. */
export function isAnswered({ understanding: { intent, clauses } }: Turn): boolean {
  return intent === "question" && clauses.length > 0 && clauses.every(({ outcome }) => outcome === "answer");
}
