import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import type { Choice } from "../src/understanding/types.ts";
import { tellChoices } from "./choose-dialog.ts";
import { isAsked } from "./choosing.ts";
import { complainsFirst } from "./complaint.ts";
import { sayAnswer } from "./say-answer.ts";
import { addToReply, type Turn, turnOf } from "./turn.ts";

/** Answers a question, asks back, or says that it is not known. Over in one turn. */
export class AnswerDialog extends Dialog {
  static readonly id = "answer";

  constructor() {
    super(AnswerDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const isRated = await rateLast(turn);
    const again = askedAgain(turn);
    if (again) tellChoices(turn, again, true);
    else sayAnswer(turn, turn.understanding);
    if (isRated) addToReply(turn, turn.texts.reasonKept);
    return dialogContext.endDialog();
  }
}

/** A question that follows a complaint about the last answer is the reason for it: kept as such, and answered. */
async function rateLast({ text, memory, office }: Turn): Promise<boolean> {
  const question = memory.lastQuestion;
  if (question === undefined || !complainsFirst(text)) return false;
  return office.store.questions.giveFeedback(question, "notHelpful", text);
}

/** The choices, where the bot would ask back for what it asked a moment ago: who was asked twice is told them instead. */
function askedAgain({ memory, understanding: { clauses } }: Turn): readonly Choice[] | undefined {
  const [clause, ...more] = clauses;
  if (clause?.outcome !== "clarify" || more.length > 0 || !isAsked(memory)) return undefined;
  const offered = new Set(memory.offered?.map(({ entry }) => entry));
  const { choices } = clause;
  return choices.length > 0 && choices.every(({ entry }) => offered.has(entry)) ? choices : undefined;
}
