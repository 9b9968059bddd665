import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { tellsMatter } from "./matter.ts";
import { OpenTicketDialog } from "./open-ticket-dialog.ts";
import { recordQuestion } from "./record-question.ts";
import { type Suggestion, suggest } from "./reply.ts";
import { lastMatter } from "./ticket-text.ts";
import { say, type Turn, turnOf } from "./turn.ts";

/** Why a person is offered to somebody who did not ask for one. */
export interface OfferOptions {
  /** They are angry. */
  readonly isApology?: boolean;
  /** They wrote how to be reached, and nothing else. */
  readonly isReach?: boolean;
}

/** Answers the wish for a person: says how to reach one, and offers the ticket, or asks at once what it is about. */
export class OfferPersonDialog extends Dialog<OfferOptions> {
  static readonly id = "offerPerson";

  constructor() {
    super(OfferPersonDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext, options: OfferOptions = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const isAsked = !options.isApology && !options.isReach;
    const isTold = isAsked && tellsMatter(turn.text);
    const opened = turn.memory.opened?.at(-1)?.number;
    const isNew = isTold || lastMatter(turn.memory) !== undefined;
    if (isAsked && !isNew && !opened) return dialogContext.replaceDialog(OpenTicketDialog.id);
    const { text, suggestions } = isAsked && !isNew && opened ? waiting(turn, opened) : offer(turn, options);
    const reply = { text, outcome: "handoff" } as const;
    recordQuestion(turn, reply);
    say(turn, { ...reply, suggestions });
    if (isTold) turn.memory = { ...turn.memory, wished: turn.text };
    return dialogContext.endDialog();
  }
}

interface Said {
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
}

function offer({ texts, contact }: Turn, { isApology, isReach }: OfferOptions): Said {
  const text = isApology ? texts.apology(contact) : isReach ? texts.offerToReach : texts.offerPerson(contact);
  return { text, suggestions: [suggest(texts.openTicket)] };
}

/** Who has just opened a ticket and asks for a person again has one coming. */
function waiting({ texts, contact }: Turn, number: string): Said {
  const add = texts.addTo(number);
  return { text: texts.personComing(number, contact), suggestions: [suggest(add)] };
}
