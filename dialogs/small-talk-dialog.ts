import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { recordQuestion } from "./record-question.ts";
import { type Suggestion, suggest } from "./reply.ts";
import { sampleQuestions } from "./sample-questions.ts";
import { say, type Turn, turnOf } from "./turn.ts";

export interface SmallTalkOptions {
  readonly text:
    | "greeting"
    | "thanks"
    | "goodbye"
    | "aboutBot"
    | "help"
    | "nothingToCancel"
    | "nothingToChoose"
    | "noNationalId"
    | "ticketNotOpened"
    | "offerStands";
}

/** Greets, thanks, says what the bot is. Over in one turn. */
export class SmallTalkDialog extends Dialog<SmallTalkOptions> {
  static readonly id = "smallTalk";

  constructor() {
    super(SmallTalkDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext, options?: SmallTalkOptions): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const key = options?.text ?? "help";
    const reply = { text: turn.texts[key], outcome: "smalltalk" } as const;
    recordQuestion(turn, reply);
    say(turn, { ...reply, suggestions: suggestionsFor(key, turn) });
    return dialogContext.endDialog();
  }
}

function suggestionsFor(key: SmallTalkOptions["text"], { understander, understanding, texts }: Turn): Suggestion[] {
  if (key === "thanks" || key === "goodbye") return [];
  if (key === "offerStands") return [suggest(texts.openTicket)];
  return sampleQuestions(understander, understanding.language).map(suggest);
}
