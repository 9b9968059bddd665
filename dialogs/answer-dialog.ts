import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { composeAnswer } from "./compose-answer.ts";
import { recordQuestion } from "./record-question.ts";
import type { Suggestion } from "./reply.ts";
import { say, turnOf } from "./turn.ts";

export interface AnswerOptions {
  /** The question came while the matter of a ticket was asked for: offer to open it all the same. */
  readonly insteadOfTicket?: boolean;
}

/** Answers a question, asks back, or says that it is not known. Over in one turn. */
export class AnswerDialog extends Dialog<AnswerOptions> {
  static readonly id = "answer";

  constructor() {
    super(AnswerDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext, options?: AnswerOptions): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const { texts, contact, understanding } = turn;
    const reply = composeAnswer({ understanding, entries: turn.understander.entries, texts, contact });
    const rates = recordQuestion(turn, reply);
    const anyway: Suggestion[] = options?.insteadOfTicket
      ? [{ title: texts.openTicketAnyway, value: texts.openTicketAnyway }]
      : [];
    say(turn, {
      ...reply,
      suggestions: [...(reply.suggestions ?? []), ...anyway],
      ...(reply.outcome === "answer" && { rates }),
    });
    turn.memory = {
      ...turn.memory,
      lastText: understanding.topic,
      offered: understanding.clauses.flatMap((clause) => clause.choices),
    };
    return dialogContext.endDialog();
  }
}
