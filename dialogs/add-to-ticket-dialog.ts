import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import type { Ticket } from "../src/core/ticket.ts";
import { addMessage } from "../src/tickets/add-message.ts";
import { isSuggestion } from "./match-reply.ts";
import { isConflict, openChatTicket } from "./open-chat-ticket.ts";
import { notYours, ownTicket } from "./own-tickets.ts";
import { say, type Turn, turnOf } from "./turn.ts";

export interface AddToTicketOptions {
  readonly number: string;
  /** What to add; asked for when absent. */
  readonly text?: string;
}

/** Adds what the person writes to one of their own tickets, reopening or continuing it where needed. */
export class AddToTicketDialog extends Dialog<AddToTicketOptions> {
  static readonly id = "addToTicket";

  constructor() {
    super(AddToTicketDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext, options?: AddToTicketOptions): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const number = options?.number ?? "";
    const ticket = await ownTicket(turn, number);
    if (!ticket) {
      say(turn, notYours(turn, number));
      return dialogContext.endDialog();
    }
    if (options?.text) {
      await add(turn, ticket, options.text);
      return dialogContext.endDialog();
    }
    stateOf(dialogContext).number = number;
    say(turn, {
      text: turn.texts.askAddition(number),
      outcome: "handoff",
      suggestions: [{ title: turn.texts.cancel, value: turn.texts.cancel }],
    });
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    if (turn.understanding.intent === "cancel" || isSuggestion(turn.text, "cancel")) {
      say(turn, { text: turn.texts.notAdded, outcome: "smalltalk" });
      return dialogContext.endDialog();
    }
    const number = stateOf(dialogContext).number ?? "";
    const ticket = await ownTicket(turn, number);
    if (ticket) await add(turn, ticket, turn.text);
    else say(turn, notYours(turn, number));
    return dialogContext.endDialog();
  }
}

function stateOf(dialogContext: DialogContext): { number?: string } {
  return dialogContext.activeDialog?.state as { number?: string };
}

async function add(turn: Turn, ticket: Ticket, text: string): Promise<void> {
  const { texts, person } = turn;
  if (ticket.status === "closed") {
    const number = await openChatTicket(turn, { matter: text, links: [{ number: ticket.number, kind: "continues" }] });
    say(turn, { text: texts.continuedIn(ticket.number, number), outcome: "handoff" });
    return;
  }
  await turn.assertCurrent();
  const author = { kind: "requester", ...(person.name && { name: person.name }) } as const;
  try {
    await addMessage(turn.office, {
      ticket: ticket.number,
      message: { channel: person.channel, from: author, text, contentKey: `chat:${turn.key}` },
      actor: author,
      reopens: true,
    });
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
  const reopened = ticket.status === "solved";
  say(turn, {
    text: reopened ? texts.addedAndReopened(ticket.number) : texts.added(ticket.number),
    outcome: "handoff",
  });
}
