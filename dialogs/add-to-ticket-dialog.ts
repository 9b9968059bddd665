import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { isFinished, type Ticket } from "../src/core/ticket.ts";
import { type Addition, asksToClose } from "./addition.ts";
import { fileMessage } from "./file-message.ts";
import { isAnswered } from "./in-between.ts";
import { isSuggestion } from "./match-reply.ts";
import { tellsMatter } from "./matter.ts";
import { withOpened } from "./memory.ts";
import { openChatTicket } from "./open-chat-ticket.ts";
import { notYours, ownTicket, ticketLine } from "./own-tickets.ts";
import type { PassedOn } from "./pass-on.ts";
import { isQuestion } from "./question-form.ts";
import { addressIn } from "./reach.ts";
import { suggest } from "./reply.ts";
import { givesUp, isTalk } from "./stance.ts";
import { say, type Turn, turnOf } from "./turn.ts";
import { keepWaiting, keptWaiting } from "./waiting.ts";

/** What is kept while the person is asked: the ticket, and what an offer would add. */
type Waiting = Pick<Addition, "number" | "text">;

/** Adds what the person writes to one of their own tickets, reopening or continuing it where needed. */
export class AddToTicketDialog extends Dialog<Addition> {
  static readonly id = "addToTicket";

  constructor() {
    super(AddToTicketDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext, options?: Addition): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const { number = "", text, isOffer, isClosing } = options ?? {};
    const ticket = await ownTicket(turn, number);
    if (!ticket) {
      say(turn, notYours(turn, number));
      return dialogContext.endDialog();
    }
    if (text && isClosing) {
      await askToClose(turn, ticket, text);
      return dialogContext.endDialog();
    }
    if (text && !isOffer) {
      await add(turn, ticket, text);
      return dialogContext.endDialog();
    }
    keepWaiting<Waiting>(dialogContext, { number, ...(text && { text }) });
    return text ? offer(turn, number) : askWhat(turn, number);
  }

  override async continueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const { number, text: offered } = keptWaiting<Waiting>(dialogContext);
    if (offered !== undefined && asksToClose(turn.text))
      return dialogContext.endDialog(leaveFor(turn, number, offered));
    if (givesUp(turn) || isSuggestion(turn.text, "cancel")) {
      say(turn, { text: turn.texts.notAdded, outcome: "smalltalk" });
      return dialogContext.endDialog();
    }
    const isYes = turn.understanding.intent === "yes" || isSuggestion(turn.text, "addYes");
    if (isYes && offered === undefined) return askWhat(turn, number);
    // Who goes on telling under an offer means it for the ticket as well; who asks does not.
    if (!isYes && (isAboutElse(turn) || (offered !== undefined && isQuestion(turn.text)))) {
      return dialogContext.endDialog(leaveFor(turn, number, offered));
    }
    const told = isYes && offered !== undefined ? [offered] : [offered, turn.text];
    const ticket = await ownTicket(turn, number);
    if (ticket) await add(turn, ticket, told.filter((text) => text !== undefined).join("\n\n"));
    else say(turn, notYours(turn, number));
    return dialogContext.endDialog();
  }
}

/** Something else is wanted: what was offered to be added is the matter of a new ticket, where that is. */
function leaveFor(turn: Turn, number: string, offered: string | undefined): PassedOn {
  if (offered !== undefined && isSuggestion(turn.text, "openTicket")) turn.memory = { ...turn.memory, wished: offered };
  return { passOn: true, beside: suggest(turn.texts.addTo(number)) };
}

function offer(turn: Turn, number: string): DialogTurnResult {
  const { offerAddition, addYes, openTicket, cancel } = turn.texts;
  return ask(turn, offerAddition(number), [addYes, openTicket, cancel]);
}

function askWhat(turn: Turn, number: string): DialogTurnResult {
  return ask(turn, turn.texts.askAddition(number), [turn.texts.cancel]);
}

function ask(turn: Turn, text: string, answers: readonly string[]): DialogTurnResult {
  say(turn, { text, outcome: "handoff", suggestions: answers.map(suggest) });
  return Dialog.EndOfTurn;
}

/** Talk, and a question with an answer of its own, are no additions. */
function isAboutElse(turn: Turn): boolean {
  const { text, understanding } = turn;
  const { intent } = understanding;
  if (isTalk(intent) || isSuggestion(text, "openTicket")) return true;
  if (intent === "status") return isQuestion(text) || !tellsMatter(text);
  return isAnswered(turn) && isQuestion(text);
}

async function add(turn: Turn, ticket: Ticket, text: string): Promise<void> {
  const { texts } = turn;
  if (ticket.status === "closed") {
    const number = await openChatTicket(turn, { matter: text, links: [{ number: ticket.number, kind: "continues" }] });
    say(turn, { text: texts.continuedIn(ticket.number, number), outcome: "handoff" });
    turn.memory = withOpened(turn.memory, { number, matter: text });
    return;
  }
  await fileMessage(turn, { ticket: ticket.number, text, reopens: true, email: addressIn(turn, text) });
  const reopened = ticket.status === "solved";
  say(turn, {
    text: reopened ? texts.addedAndReopened(ticket.number) : texts.added(ticket.number),
    outcome: "handoff",
  });
}

/** Staff close tickets: they are told of the wish, unless nothing is left to close. */
async function askToClose(turn: Turn, ticket: Ticket, text: string): Promise<void> {
  const { texts, understanding } = turn;
  if (isFinished(ticket)) {
    const { number, subject, statusText, updatedText } = ticketLine(ticket, texts, understanding.language);
    say(turn, { text: texts.statusOne(number, subject, statusText, updatedText), outcome: "status" });
    return;
  }
  await fileMessage(turn, { ticket: ticket.number, text, reopens: false });
  say(turn, { text: texts.closeAsked(ticket.number), outcome: "handoff" });
}
