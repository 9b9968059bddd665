import { findPersonalData } from "../src/core/personal-data.ts";
import { findTicketNumbers } from "../src/core/ticket.ts";
import { turkishDay } from "../src/core/turkish-time.ts";
import { formsOf, words } from "../src/language/tokens.ts";
import { isAddition } from "./match-reply.ts";
import { hasSubstance } from "./matter.ts";
import { atPlace, isPlace } from "./places.ts";
import { isQuestion } from "./question-form.ts";
import { isOnlyReach } from "./reach.ts";
import { lastMatter } from "./ticket-text.ts";
import type { Turn } from "./turn.ts";

/** Something for one of the person's tickets. */
export interface Addition {
  readonly number: string;
  /** What to add; asked for when absent. */
  readonly text?: string;
  /** The person did not ask for it: it is added once they say yes. */
  readonly isOffer?: boolean;
  /** It asks to close the ticket, which staff do: a solved one is not opened again for it. */
  readonly isClosing?: boolean;
}

/** What a message adds to one of the person's tickets, if it is about one at all. */
export function additionOf(turn: Turn): Addition | undefined {
  const { text, memory } = turn;
  const named = findTicketNumbers(text)[0];
  const number = named ?? memory.opened?.at(-1)?.number ?? memory.listed?.[0];
  if (number === undefined) return undefined;
  if (asksToClose(text)) return { number, text, isClosing: true };
  if (named !== undefined) return namedAddition(text, named);
  const added = announced(text);
  if (added) return addedTo(placed(turn, added.place) ?? number, added.text);
  return mayBelong(turn) ? { number, text, isOffer: true } : undefined;
}

/** "MI-2026-000001: ek bilgi" adds at once; "MI-2026-000001 numaralı talebe ekle" (our button) asks what to add. */
function namedAddition(text: string, number: string): Addition | undefined {
  const added = text.match(/^\s*M[Iİiı][\s–-]*20\d\d[\s–-]*\d{1,6}\s*[:,]\s*(\S[\s\S]*)$/iu)?.[1];
  if (added) return { number, text: added.trim() };
  return isAddition(text, number) ? { number } : undefined;
}

const ANNOUNCES =
  /^(?:ek|bilgi|not|sunu|bunu|da|de|ekle\w*|tale[pb]\w*|lutfen|ayrica|m[iu]s[iu]n\w*|bir|sey\w*|iste\w*|istiyor\w*|add|also|this|please|note|to|my|ticket|i|want|something)$/;
const ADDS = /^(?:ekle(?:y\w*|r\w*|m\w*)?|add)$/;

/** The ticket at a place ("ikincisine ekle: …") of those listed last, else of those opened here. */
function placed({ memory }: Turn, place: string | undefined): string | undefined {
  if (place === undefined) return undefined;
  const numbers = memory.listed ?? memory.opened?.map(({ number }) => number) ?? [];
  return atPlace(numbers, place);
}

function addedTo(number: string, text: string): Addition {
  return text === "" ? { number } : { number, text };
}

interface Announced {
  /** What is to be added; empty where it has yet to be told ("talebime bilgi eklemek istiyorum"). */
  readonly text: string;
  /** The word that says to which of several. */
  readonly place?: string | undefined;
}

/** What follows "ek bilgi:", "şunu ekle", "ikinci talebime ekle:", "add this:". */
function announced(text: string): Announced | undefined {
  const said = words(text);
  const length = said.findIndex(({ form }) => !ANNOUNCES.test(form) && !isPlace(form));
  const announcing = length < 0 ? said : said.slice(0, length);
  const place = announcing.find(({ form }) => isPlace(form))?.form;
  if (length < 0) return said.some(({ form }) => ADDS.test(form)) ? { text: "", place } : undefined;
  const first = said[length];
  if (length < 1 || !first) return undefined;
  const isMarked = text.slice(said[length - 1]?.end, first.start).includes(":");
  if (!isMarked && !said.slice(0, length).some(({ form }) => ADDS.test(form))) return undefined;
  return { text: text.slice(first.start).trim(), place };
}

/**
 * What is told, not asked, and has no answer belongs to the ticket that was opened just before ("bir de telefonum Samsung"); a phone or
 * an address alone does so later as well.
 */
function mayBelong(turn: Turn): boolean {
  const { text, memory, understanding } = turn;
  const { intent, entities } = understanding;
  if (isOnlyReach(text)) return true;
  if (lastMatter(memory)) return false;
  const isReach =
    entities.some(({ kind }) => kind === "email") || findPersonalData(text).some(({ kind }) => kind === "phone");
  if (intent === "person") return isReach;
  return intent === "question" && (isReach || isTold(text)) && !isAnsweredAlone(turn);
}

/** Whether a message has an answer by its own words; what was talked about before the ticket lends it none. */
function isAnsweredAlone({ text, understander, understanding, office }: Turn): boolean {
  const { language } = understanding;
  const alone = understander.understand(text, { today: turkishDay(office.clock.now()), language });
  return alone.clauses.some(({ outcome }) => outcome === "answer");
}

/** How something is asked to be done, which is more than telling it. */
const WISHES =
  /^(?:et|ed(?:in|iniz|elim|er)|yap(?:in|iniz|ar)?|ver(?:in|iniz|ir)?|gonder(?:in|iniz|ir)?|soyle\w*|yardim\w*|iste(?:r|rim|riz|rdim|mek)|istiyor\w*|lutfen|rica|please|want|need)$/;

/** A statement: neither a question nor a wish. */
function isTold(text: string): boolean {
  return hasSubstance(text) && !isQuestion(text) && !words(text).some(({ form }) => WISHES.test(form));
}

const TICKET = /^(?:tale[pb]\w*|kayd\w*|kayit|bilet\w*|ticket\w*)$/;
const CLOSES =
  /^(?:kapat(?:in|iniz|ir|alim|abilir\w*|ilsin|ilabilir)?|sil(?:in|iniz|er|insin)?|close|cancel|withdraw|(?:iptal|geri) (?:et|edin|ediniz|eder|edilsin|edebilir\w*|cek\w*|al|alin))$/;
/** "Başvurumu iptal edin" is about the signature, whatever ticket is open. */
const OF_SIGNATURE = /imza|sertifika|basvuru|^hat|abonelik/;
const MOST_WORDS = 10;

/** Whether a message asks to close the ticket itself ("talebimi kapatın", "talebi iptal edin"). */
export function asksToClose(text: string): boolean {
  const forms = formsOf(text);
  if (forms.length > MOST_WORDS || forms.some((form) => OF_SIGNATURE.test(form))) return false;
  const pairs = forms.map((form, at) => `${form} ${forms[at + 1] ?? ""}`);
  return forms.some((form) => TICKET.test(form)) && [...forms, ...pairs].some((words) => CLOSES.test(words));
}
