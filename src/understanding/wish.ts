import type { Token } from "./analyse.ts";
import type { Decider } from "./decide.ts";
import type { Thresholds } from "./knowledge.ts";
import type { TalkReader } from "./talk.ts";
import { isAsking, isTopic } from "./topics.ts";
import type { Intent, Reason } from "./types.ts";

/** What reads wishes: their hand-written signs, and what was learned of them. */
export interface WishReaders {
  readonly talk: TalkReader;
  readonly decider: Decider;
  readonly thresholds: Thresholds;
}

/** What a message wants besides an answer, and why it is taken so. */
export interface Wish {
  readonly intent: Intent;
  readonly reason: Reason;
}

/** A wish must show by at least two signs. */
const LEAST_WISH = 2;

/** The wish (status, a person, a ticket) or talk a message is; undefined when it asks a question. In: its words, and those before it. */
export function wishIn(
  tokens: readonly Token[],
  before: readonly Token[],
  { talk, decider, thresholds }: WishReaders,
): Wish | undefined {
  const sign = talk.wish(tokens);
  const seen = sign && sign.weight >= LEAST_WISH ? sign : undefined;
  const learned = decider.beside(tokens, before);
  const intent = learned ? join(seen?.intent, withoutChat(learned, tokens), thresholds) : seen?.intent;
  if (!intent) return undefined;
  const belief = learned ? ` (${(learned.get(intent) ?? 0).toFixed(2)})` : "";
  return { intent, reason: { step: "wish", detail: `${intent}${seen ? `: "${seen.sign}"` : ""}${belief}` } };
}

/** A wish both see needs little belief, one the classifier alone sees needs more. */
const SEEN_NEEDS = 0.25;

function join(
  seen: Intent | undefined,
  learned: ReadonlyMap<Intent, number>,
  { talk }: Thresholds,
): Intent | undefined {
  const [best] = [...learned].sort((a, b) => b[1] - a[1]);
  if (best && best[1] >= talk) return best[0];
  return seen && (learned.get(seen) ?? 0) >= talk * SEEN_NEEDS ? seen : undefined;
}

const WISHES: ReadonlySet<Intent> = new Set<Intent>(["status", "person", "openTicket"]);

/** What is said of the bot may be asked, and may name a matter of ours. */
const ASKED_OF_BOT: ReadonlySet<Intent> = new Set<Intent>(["aboutBot", "help"]);
/** "Orada mısınız" asks, "adın ne" names a name: so sure, it is talk all the same. */
const SURELY_TALK = 0.9;

/** Who names a matter of ours, or asks, hardly chats, and who does both does not; a wish they may have. */
function withoutChat(learned: ReadonlyMap<Intent, number>, tokens: readonly Token[]): Map<Intent, number> {
  const isOurs = tokens.some((token) => isTopic(token) || token.marks.has("@cancel"));
  const asks = tokens.some(isAsking);
  const isTalk = (intent: Intent, belief: number): boolean => {
    if (WISHES.has(intent) || !(isOurs || asks)) return true;
    const isOfBot = ASKED_OF_BOT.has(intent);
    if (isOurs && asks) return isOfBot && belief >= SURELY_TALK;
    return (asks && isOfBot) || belief >= SURELY_TALK;
  };
  return new Map([...learned].filter(([intent, belief]) => isTalk(intent, belief)));
}
