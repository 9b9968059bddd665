import { refusalIn } from "../src/language/refusal.ts";
import type { ConversationContext, Intent, Understander, Understanding } from "../src/understanding/types.ts";

const WISHES: ReadonlySet<Intent> = new Set<Intent>(["openTicket", "person"]);

/**
 * What a message came to. Where it is taken for the wish it refuses but asks something beside that ("talep açma, sertifika bedeli ne
 * kadar"), what it asks.
 */
export function readMessage(understander: Understander, text: string, context: ConversationContext): Understanding {
  const whole = understander.understand(text, context);
  const rest = WISHES.has(whole.intent) ? refusalIn(text)?.rest : undefined;
  const asked = rest ? understander.understand(rest, context) : undefined;
  const isAsked = asked?.intent === "question" && asked.clauses.some(({ outcome }) => outcome !== "unknown");
  return asked && isAsked ? asked : whole;
}
