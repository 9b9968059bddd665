import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { isSuggestion } from "./match-reply.ts";
import { openChatTicket } from "./open-chat-ticket.ts";
import type { PassedOn } from "./pass-on.ts";
import { recordQuestion } from "./record-question.ts";
import { lastMatter } from "./ticket-text.ts";
import { say, type Turn, turnOf } from "./turn.ts";

/** From this many words on, the call for a ticket is taken to say what it is about. */
const WORDS_THAT_TELL = 10;

/** Opens a ticket, asking only for what it is about when nothing was asked before. */
export class OpenTicketDialog extends Dialog {
  static readonly id = "openTicket";

  constructor() {
    super(OpenTicketDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const matter = isTelling(turn.text) ? turn.text : lastMatter(turn.memory);
    if (matter) return openAndEnd(dialogContext, turn, matter);
    const reply = { text: turn.texts.askMatter(turn.contact), outcome: "handoff" } as const;
    recordQuestion(turn, reply);
    say(turn, { ...reply, suggestions: [{ title: turn.texts.cancel, value: turn.texts.cancel }] });
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const { intent, clauses } = turn.understanding;
    if (intent === "cancel" || intent === "no" || isSuggestion(turn.text, "cancel")) {
      say(turn, { text: turn.texts.ticketNotOpened, outcome: "smalltalk" });
      return dialogContext.endDialog();
    }
    if (intent === "status") return dialogContext.endDialog({ passOn: true } satisfies PassedOn);
    if (intent === "question" && clauses.length > 0 && clauses.every(({ outcome }) => outcome === "answer")) {
      return dialogContext.endDialog({ passOn: true, insteadOfTicket: true } satisfies PassedOn);
    }
    if (intent !== "question" && !isTelling(turn.text)) {
      say(turn, {
        text: turn.texts.askMatterAgain,
        outcome: "handoff",
        suggestions: [{ title: turn.texts.cancel, value: turn.texts.cancel }],
      });
      return Dialog.EndOfTurn;
    }
    return openAndEnd(dialogContext, turn, turn.text);
  }
}

async function openAndEnd(dialogContext: DialogContext, turn: Turn, matter: string): Promise<DialogTurnResult> {
  const { texts } = turn;
  const number = await openChatTicket(turn, { matter });
  const talk = lastMatter(turn.memory) ? [texts.talkIncluded] : [];
  const text = [texts.ticketOpened(number), ...talk, texts.addHint(number)].join(" ");
  const reply = { text, outcome: "handoff" } as const;
  recordQuestion(turn, reply);
  say(turn, { ...reply, suggestions: [{ title: texts.addTo(number), value: texts.addTo(number) }] });
  turn.memory = { ...turn.memory, exchanges: [] };
  return dialogContext.endDialog();
}

function isTelling(text: string): boolean {
  return text.split(/\s+/).length >= WORDS_THAT_TELL;
}
