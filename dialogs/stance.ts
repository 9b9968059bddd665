import { refusalIn } from "../src/language/refusal.ts";
import { formsOf } from "../src/language/tokens.ts";
import type { Intent } from "../src/understanding/types.ts";
import { saysOnly } from "./says-only.ts";
import type { Turn } from "./turn.ts";

const TALK: ReadonlySet<Intent> = new Set<Intent>(["thanks", "goodbye", "greeting", "help", "aboutBot"]);

/** Whether an intent is mere talk: neither a matter nor an addition to one. */
export function isTalk(intent: Intent): boolean {
  return TALK.has(intent);
}

/** "Tamam" after an answer says that it was read; alone it takes up no offer. */
const READ = /^(?:tamam\w*|tmm|tm|peki\w*|olur|ok|okey|okay|uygun|dogru|aynen|anla\w*|he|hihi|e|iyi|hmm?)$/;
const OPENS = /^(?:ac|acin|aciniz|acar|acabilir\w*|acalim|acilsin|acarsan\w*|open)$/;
const YES = /^(?:evet|e|tabi\w*|elbette|kesinlikle|isterim|istiyorum|isteriz|olsun|yes|yep|yeah|sure|please)$/;
/** Words that may stand around "aç" when an offer is taken up. */
const AROUND_OPENING =
  /^(?:evet|olsun|isterim|lutfen|bana|bize|o|zaman|hemen|destek|talep|talebi|ticket|kayit|kaydi|mis[iu]n\w*|bakalim|bir|tane|yes|please|it|a|the|one|go|ahead|sure)$/;
const MOST_WORDS = 6;
/** A longer message that refuses something on its way says more than that. */
const MOST_WORDS_OF_REFUSAL = 8;

/** Whether a message only says that what was told was read. */
export function onlySaysRead(text: string): boolean {
  return saysOnly(formsOf(text), [READ]);
}

/** Whether the person takes up the offer to open a ticket: a real yes ("evet", "aç", "evet lütfen"). */
export function accepts({ text, understanding }: Turn): boolean {
  const said = formsOf(text);
  if (refusalIn(text)) return false;
  if (understanding.intent === "yes") return !onlySaysRead(text);
  return (
    said.length <= MOST_WORDS &&
    said.some((form) => OPENS.test(form) || YES.test(form)) &&
    saysOnly(said, [OPENS, YES, READ, AROUND_OPENING])
  );
}

const LEAVES =
  /^(?:vazgec\w*|bosver\w*|iptal|kapat\w*|cik|cikis|dur|kalsin|hayir|yok|gerek(?:mez|miyor)|kalmadi|istemiyoru[mz]|istemem|stop|cancel|quit|exit|no|nope|nevermind|close)$/;
/** Words that may stand around it; anything else is said about something else ("sertifikamı iptal edin"). */
const AROUND_LEAVING =
  /^(?:gerek|ihtiyac|luzum|destek|tale[pb]\w*|kayit|kayd\w*|bilet\w*|ticket|bunu|onu|bu|islem\w*|et|edin|edelim|ediyorum|ben|artik|simdi|simdilik|lutfen|sag|sagol\w*|ol|olun|tesekkur\w*|ederim|neyse|ya|ama|need|thanks|thank|you|mind|never|it|the|this|please|i|don|t|want|to)$/;

/** Whether a message says nothing but that what was begun is to be left ("vazgeçtim gerek yok", "kapat talebi"). */
export function givesUp({ text, understanding }: Turn): boolean {
  const said = formsOf(text);
  const isNo = understanding.intent === "cancel" || understanding.intent === "no";
  if (isNo && said.length <= MOST_WORDS) return true;
  if (said.length <= MOST_WORDS_OF_REFUSAL && refusalIn(text)) return true;
  return (
    said.length <= MOST_WORDS &&
    said.some((form) => LEAVES.test(form)) &&
    saysOnly(said, [LEAVES, READ, AROUND_LEAVING])
  );
}
