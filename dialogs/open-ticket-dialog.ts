import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { isSameText } from "../src/language/fold.ts";
import { isSuggestion } from "./match-reply.ts";
import { withOpened } from "./memory.ts";
import { openChatTicket } from "./open-chat-ticket.ts";
import type { PassedOn } from "./pass-on.ts";
import { recordQuestion } from "./record-question.ts";
import { givesUp } from "./stance.ts";
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
    if (givesUp(turn) || isSuggestion(turn.text, "cancel")) {
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
  const earlier = await openOn(turn, matter);
  if (earlier) {
    say(turn, {
      text: texts.alreadyOpen(earlier),
      outcome: "handoff",
      suggestions: [{ title: texts.addTo(earlier), value: texts.addTo(earlier) }],
    });
    return dialogContext.endDialog();
  }
  const number = await openChatTicket(turn, { matter });
  const talk = lastMatter(turn.memory) ? [texts.talkIncluded] : [];
  const text = [texts.ticketOpened(number), ...talk, texts.addHint(number)].join(" ");
  const reply = { text, outcome: "handoff" } as const;
  recordQuestion(turn, reply);
  say(turn, { ...reply, suggestions: [{ title: texts.addTo(number), value: texts.addTo(number) }] });
  turn.memory = withOpened(turn.memory, { number, matter });
  return dialogContext.endDialog();
}

/** The ticket this person opened here on the same matter, while it is not closed: one matter is one ticket. */
async function openOn({ office, memory }: Turn, matter: string): Promise<string | undefined> {
  const number = memory.opened?.findLast((opened) => isSameText(opened.matter, matter))?.number;
  const ticket = number === undefined ? undefined : await office.store.tickets.byNumber(number);
  return ticket && ticket.status !== "closed" ? ticket.number : undefined;
}

function isTelling(text: string): boolean {
  return text.split(/\s+/).length >= WORDS_THAT_TELL;
}
