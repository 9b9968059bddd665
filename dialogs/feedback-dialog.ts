import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { say, turnOf } from "./turn.ts";

export interface FeedbackOptions {
  readonly question: string;
  readonly feedback: "helpful" | "notHelpful";
}

/** Keeps the rating of an answer; one that did not help is followed by the offer of a person. Over in one turn. */
export class FeedbackDialog extends Dialog<FeedbackOptions> {
  static readonly id = "feedback";

  constructor() {
    super(FeedbackDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext, options?: FeedbackOptions): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const { texts, contact } = turn;
    if (options) await turn.office.store.questions.giveFeedback(options.question, options.feedback);
    if (options?.feedback === "notHelpful") {
      say(turn, {
        text: texts.sorryNotHelpful(contact),
        outcome: "handoff",
        suggestions: [{ title: texts.openTicket, value: texts.openTicket }],
      });
    } else {
      say(turn, { text: texts.thanksForHelpful, outcome: "smalltalk" });
    }
    return dialogContext.endDialog();
  }
}
