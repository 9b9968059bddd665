import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { words } from "../src/language/tokens.ts";
import { isSuggestion } from "./match-reply.ts";
import { hasSubstance } from "./matter.ts";
import type { PassedOn } from "./pass-on.ts";
import { isQuestion } from "./question-form.ts";
import { suggest } from "./reply.ts";
import { say, type Turn, turnOf } from "./turn.ts";
import { keepWaiting, keptWaiting } from "./waiting.ts";

export interface FeedbackOptions {
  readonly question: string;
  readonly feedback: "helpful" | "notHelpful";
}

/**
 * Keeps the rating of an answer. One that did not help is followed by the offer of a person, and by a wait for the reason: a statement
 * that follows is kept with the rating, and answered as usual besides.
 */
export class FeedbackDialog extends Dialog<FeedbackOptions> {
  static readonly id = "feedback";

  constructor() {
    super(FeedbackDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext, options?: FeedbackOptions): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const { texts, contact, office } = turn;
    if (options) await office.store.questions.giveFeedback(options.question, options.feedback);
    if (options?.feedback !== "notHelpful") {
      say(turn, { text: texts.thanksForHelpful, outcome: "smalltalk" });
      return dialogContext.endDialog();
    }
    say(turn, {
      text: texts.sorryNotHelpful(contact),
      outcome: "handoff",
      suggestions: [suggest(texts.openTicket)],
    });
    keepWaiting(dialogContext, options);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const { question, feedback } = keptWaiting<FeedbackOptions>(dialogContext);
    const isReason = isReasonGiven(turn);
    if (isReason) await turn.office.store.questions.giveFeedback(question, feedback, turn.text);
    const remark = isReason ? { remark: turn.texts.reasonKept } : {};
    return dialogContext.endDialog({ passOn: true, ...remark } satisfies PassedOn);
  }
}

const BECAUSE = /^(?:cunku|zira|because)$/;

/** A statement that says something; who goes on asking gives no reason. */
function isReasonGiven({ text, understanding: { intent } }: Turn): boolean {
  if (BECAUSE.test(words(text)[0]?.form ?? "")) return true;
  return intent === "question" && hasSubstance(text) && !isQuestion(text) && !isSuggestion(text, "openTicket");
}
