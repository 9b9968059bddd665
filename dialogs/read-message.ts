import { refusalIn } from "../src/language/refusal.ts";
import { words } from "../src/language/tokens.ts";
import type { ConversationContext, Intent, Understander, Understanding } from "../src/understanding/types.ts";

/** Courtesies, which come before and after what is wanted. */
const COURTESIES: ReadonlySet<Intent> = new Set<Intent>(["greeting", "thanks", "goodbye"]);
const WISHES: ReadonlySet<Intent> = new Set<Intent>(["openTicket", "person"]);
/** The confidence of talk that is nothing but what the knowledge lists, not merely likely. */
const WORD_FOR_WORD = 1;
/** Courtesies are short; a longer message is not searched for its end. */
const MOST_WORDS = 16;

/**
 * What a message came to. Where it is taken for a courtesy, or for the wish it refuses, but asks something beside that ("selam kolay
 * gelsin evrak nereye", "talep açma, sertifika bedeli ne kadar"), what it asks.
 */
export function readMessage(understander: Understander, text: string, context: ConversationContext): Understanding {
  const whole = understander.understand(text, context);
  for (const rest of restsOf(understander, text, context, whole)) {
    const asked = rest && understander.understand(rest, context);
    if (asked && asked.intent === "question" && asked.clauses.some(({ outcome }) => outcome !== "unknown"))
      return asked;
  }
  return whole;
}

function restsOf(
  understander: Understander,
  text: string,
  context: ConversationContext,
  { intent, confidence }: Understanding,
): readonly string[] {
  if (WISHES.has(intent)) return [refusalIn(text)?.rest ?? ""];
  return COURTESIES.has(intent) && confidence < WORD_FOR_WORD ? besideCourtesies(understander, text, context) : [];
}

/** The text without the longest courtesy it begins with, and without the longest it ends with. */
function besideCourtesies(understander: Understander, text: string, context: ConversationContext): string[] {
  const said = words(text);
  if (said.length < 2 || said.length > MOST_WORDS) return [];
  const isCourtesy = (part: string) => {
    const { intent, confidence } = understander.understand(part, context);
    return confidence === WORD_FOR_WORD && COURTESIES.has(intent);
  };
  const cuts = said.slice(1).map(({ start }) => ({ before: text.slice(0, start), after: text.slice(start) }));
  const first = cuts.findLast(({ before }) => isCourtesy(before));
  const last = cuts.find(({ after }) => isCourtesy(after));
  return [first?.after ?? "", last?.before ?? ""];
}
