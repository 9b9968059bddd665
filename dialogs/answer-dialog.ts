import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { LONGEST_TEXT } from "../src/understanding/understand.ts";
import { composeAnswer } from "./compose-answer.ts";
import { recordQuestion } from "./record-question.ts";
import { say, turnOf } from "./turn.ts";

/** Answers a question, asks back, or says that it is not known. Over in one turn. */
export class AnswerDialog extends Dialog {
  static readonly id = "answer";

  constructor() {
    super(AnswerDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const { texts, contact, understanding } = turn;
    const composed = composeAnswer({ understanding, entries: turn.understander.entries, texts, contact });
    const isCut = turn.text.length > LONGEST_TEXT;
    const reply = isCut ? { ...composed, text: `${composed.text}\n\n${texts.readUpTo(LONGEST_TEXT)}` } : composed;
    const rates = recordQuestion(turn, reply);
    say(turn, {
      ...reply,
      ...(reply.outcome === "answer" && { rates }),
    });
    const { wished: _wished, ...memory } = turn.memory;
    turn.memory = {
      ...memory,
      lastText: understanding.topic,
      offered: understanding.clauses.flatMap((clause) => clause.choices),
    };
    return dialogContext.endDialog();
  }
}
