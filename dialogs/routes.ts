import { findPersonalData } from "../src/core/personal-data.ts";
import { refusalIn } from "../src/language/refusal.ts";
import type { Intent } from "../src/understanding/types.ts";
import { AddToTicketDialog } from "./add-to-ticket-dialog.ts";
import { type Addition, additionOf } from "./addition.ts";
import { AnswerDialog } from "./answer-dialog.ts";
import { ChooseDialog, type ChooseOptions } from "./choose-dialog.ts";
import { picksFromNothing, readChoosing } from "./choosing.ts";
import { isAngry, isComplaint } from "./complaint.ts";
import { FeedbackDialog, type FeedbackOptions } from "./feedback-dialog.ts";
import { isSuggestion } from "./match-reply.ts";
import { type OfferOptions, OfferPersonDialog } from "./offer-person-dialog.ts";
import { OpenTicketDialog } from "./open-ticket-dialog.ts";
import { isOnlyReach } from "./reach.ts";
import { SmallTalkDialog, type SmallTalkOptions } from "./small-talk-dialog.ts";
import { accepts, givesUp, onlySaysRead } from "./stance.ts";
import { StatusDialog } from "./status-dialog.ts";
import type { Turn } from "./turn.ts";
import { moodOf } from "./wordless.ts";

/** Which dialog is begun, and with what. */
export interface Route {
  readonly dialog: string;
  readonly options?: SmallTalkOptions | Addition | FeedbackOptions | ChooseOptions | OfferOptions;
}

/** The table: what a person wants → the dialog that answers. */
const BY_INTENT: Readonly<Record<Intent, Route>> = {
  question: { dialog: AnswerDialog.id },
  greeting: { dialog: SmallTalkDialog.id, options: { text: "greeting" } },
  thanks: { dialog: SmallTalkDialog.id, options: { text: "thanks" } },
  goodbye: { dialog: SmallTalkDialog.id, options: { text: "goodbye" } },
  aboutBot: { dialog: SmallTalkDialog.id, options: { text: "aboutBot" } },
  help: { dialog: SmallTalkDialog.id, options: { text: "help" } },
  yes: { dialog: SmallTalkDialog.id, options: { text: "help" } },
  no: { dialog: SmallTalkDialog.id, options: { text: "nothingToCancel" } },
  cancel: { dialog: SmallTalkDialog.id, options: { text: "nothingToCancel" } },
  status: { dialog: StatusDialog.id },
  person: { dialog: OfferPersonDialog.id },
  openTicket: { dialog: OpenTicketDialog.id },
};

/** Which dialog a message calls for when none is open. */
export function routeOf(turn: Turn): Route {
  return (
    feedbackRoute(turn) ??
    angerRoute(turn) ??
    additionRoute(turn) ??
    refusalRoute(turn) ??
    openingRoute(turn) ??
    leavingRoute(turn) ??
    choiceRoute(turn) ??
    reachRoute(turn) ??
    BY_INTENT[turn.understanding.intent]
  );
}

/** A rating by our buttons, or a complaint in the person's own words, of the last answer. */
function feedbackRoute({ text, memory }: Turn): Route | undefined {
  const question = memory.lastQuestion;
  if (!question) return undefined;
  if (isSuggestion(text, "helpful")) return { dialog: FeedbackDialog.id, options: { question, feedback: "helpful" } };
  if (isSuggestion(text, "notHelpful") || isComplaint(text)) {
    return { dialog: FeedbackDialog.id, options: { question, feedback: "notHelpful" } };
  }
  return undefined;
}

/** Anger, or a complaint of nothing in particular, has no answer in the knowledge: it gets an apology, and a person. */
function angerRoute({ text }: Turn): Route | undefined {
  return isAngry(text) || isComplaint(text)
    ? { dialog: OfferPersonDialog.id, options: { isApology: true } }
    : undefined;
}

/** Who says that no ticket and nobody is wanted gets neither. */
function refusalRoute({ text, memory, understanding }: Turn): Route | undefined {
  const isWish = understanding.intent === "openTicket" || understanding.intent === "person";
  const isAnswered = understanding.clauses.some(({ outcome }) => outcome === "answer");
  if (!isWish && (!memory.offersTicket || isAnswered)) return undefined;
  return refusalIn(text) && { dialog: SmallTalkDialog.id, options: { text: "ticketNotOpened" } };
}

/** An offer is taken up by a real yes; "tamam" may only say that the answer was read. */
function openingRoute(turn: Turn): Route | undefined {
  const { text, memory, understanding } = turn;
  if (isSuggestion(text, "openTicket")) return { dialog: OpenTicketDialog.id };
  if (memory.offersTicket && accepts(turn)) return { dialog: OpenTicketDialog.id };
  if (understanding.intent !== "yes" || !onlySaysRead(text)) return undefined;
  return { dialog: SmallTalkDialog.id, options: { text: memory.offersTicket ? "offerStands" : "nothingToCancel" } };
}

/** "Tamam boşver" leaves what was talked about, where there is anything to leave. */
function leavingRoute(turn: Turn): Route | undefined {
  const isQuestion = turn.understanding.intent === "question";
  return isQuestion && givesUp(turn) ? { dialog: SmallTalkDialog.id, options: { text: "nothingToCancel" } } : undefined;
}

function additionRoute(turn: Turn): Route | undefined {
  const options = additionOf(turn);
  return options && { dialog: AddToTicketDialog.id, options };
}

/** What is said to choices on offer, or to choices that are not. */
function choiceRoute(turn: Turn): Route | undefined {
  const choosing = readChoosing(turn);
  if (choosing) return { dialog: ChooseDialog.id, options: { choosing } };
  if (!picksFromNothing(turn)) return undefined;
  return { dialog: SmallTalkDialog.id, options: { text: "nothingToChoose" } };
}

/** A phone or an address alone wants to be called or written to; an identity number alone gets nobody anywhere. */
function reachRoute({ text, understanding }: Turn): Route | undefined {
  const isTicket = understanding.entities.some(({ kind }) => kind !== "email");
  if (isTicket || !isOnlyReach(text)) return undefined;
  const numbers = findPersonalData(text);
  const isIdentity = numbers.length > 0 && numbers.every(({ kind }) => kind === "nationalId") && !text.includes("@");
  return isIdentity
    ? { dialog: SmallTalkDialog.id, options: { text: "noNationalId" } }
    : { dialog: OfferPersonDialog.id, options: { isReach: true } };
}

/** What a sign alone ("👍", "👎") says to what the bot told before; nothing where it told nothing. */
export function moodRoute({ text, memory }: Turn): Route | undefined {
  const mood = moodOf(text);
  if (mood === "angry") return { dialog: OfferPersonDialog.id, options: { isApology: true } };
  const question = memory.lastQuestion;
  if (mood === "discontent" && question) {
    return { dialog: FeedbackDialog.id, options: { question, feedback: "notHelpful" } };
  }
  if (mood !== "content" || (memory.exchanges.length === 0 && !memory.opened)) return undefined;
  return { dialog: SmallTalkDialog.id, options: { text: memory.offersTicket ? "offerStands" : "thanks" } };
}
