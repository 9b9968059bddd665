import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { tellsMatter } from "./matter.ts";
import { OpenTicketDialog } from "./open-ticket-dialog.ts";
import { recordQuestion } from "./record-question.ts";
import { lastMatter } from "./ticket-text.ts";
import { say, turnOf } from "./turn.ts";

/** Answers the wish for a person: says how to reach one, and offers the ticket, or asks at once what it is about. */
export class OfferPersonDialog extends Dialog {
  static readonly id = "offerPerson";

  constructor() {
    super(OfferPersonDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const { texts, contact, text } = turn;
    const isTold = tellsMatter(text);
    if (!isTold && !lastMatter(turn.memory)) return dialogContext.replaceDialog(OpenTicketDialog.id);
    const reply = { text: texts.offerPerson(contact), outcome: "handoff" } as const;
    recordQuestion(turn, reply);
    say(turn, { ...reply, suggestions: [{ title: texts.openTicket, value: texts.openTicket }] });
    if (isTold) turn.memory = { ...turn.memory, wished: text };
    return dialogContext.endDialog();
  }
}
