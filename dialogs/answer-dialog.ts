import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { tellChoices } from "./choose-dialog.ts";
import { isAsked } from "./choosing.ts";
import { sayAnswer } from "./say-answer.ts";
import { type Turn, turnOf } from "./turn.ts";

/** Answers a question, asks back, or says that it is not known. Over in one turn. */
export class AnswerDialog extends Dialog {
  static readonly id = "answer";

  constructor() {
    super(AnswerDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    if (wouldAskAgain(turn)) tellChoices(turn, turn.memory.offered ?? [], true);
    else sayAnswer(turn, turn.understanding);
    return dialogContext.endDialog();
  }
}

/** Whether the bot would ask back just as it did a moment ago: who was asked twice is told everything instead. */
function wouldAskAgain({ memory, understanding: { clauses } }: Turn): boolean {
  const [clause, ...more] = clauses;
  if (clause?.outcome !== "clarify" || more.length > 0 || !isAsked(memory)) return false;
  const entries = (choices: readonly { readonly entry: string }[]) => choices.map(({ entry }) => entry).join();
  return clause.choices.length > 0 && entries(clause.choices) === entries(memory.offered ?? []);
}
