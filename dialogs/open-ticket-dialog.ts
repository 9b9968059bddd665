import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { isSameText } from "../src/language/fold.ts";
import { isSuggestion } from "./match-reply.ts";
import { tellsMatter } from "./matter.ts";
import { withOpened } from "./memory.ts";
import { openChatTicket } from "./open-chat-ticket.ts";
import { recordQuestion } from "./record-question.ts";
import type { Suggestion } from "./reply.ts";
import { givesUp } from "./stance.ts";
import { lastMatter } from "./ticket-text.ts";
import { say, type Turn, turnOf } from "./turn.ts";

/** Opens a ticket, asking only for what it is about when neither the call nor the talk before it says. */
export class OpenTicketDialog extends Dialog {
  static readonly id = "openTicket";

  constructor() {
    super(OpenTicketDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const { texts, contact } = turn;
    const matter = tellsMatter(turn.text) ? turn.text : lastMatter(turn.memory);
    return matter ? openAndEnd(dialogContext, turn, matter) : ask(turn, texts.askMatter(contact));
  }

  /** Whatever is written now is the matter, even what looks like a question: it is never lost for an answer. */
  override async continueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    if (givesUp(turn) || isSuggestion(turn.text, "cancel")) {
      say(turn, { text: turn.texts.ticketNotOpened, outcome: "smalltalk" });
      return dialogContext.endDialog();
    }
    if (!isMatter(turn)) return ask(turn, turn.texts.askMatterAgain);
    return openAndEnd(dialogContext, turn, turn.text);
  }
}

/** Asks what it is about; what was written instead is kept for the ticket. */
function ask(turn: Turn, text: string): DialogTurnResult {
  const reply = { text, outcome: "handoff" } as const;
  recordQuestion(turn, reply);
  say(turn, { ...reply, suggestions: [{ title: turn.texts.cancel, value: turn.texts.cancel }] });
  return Dialog.EndOfTurn;
}

function isMatter({ text, understanding: { intent } }: Turn): boolean {
  return intent === "question" || intent === "status" || tellsMatter(text);
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
  const known = knownOf(turn, matter);
  const beside = known.length > 0 && turn.understanding.intent === "question" ? [texts.answerBeside] : [];
  const text = [texts.ticketOpened(number), ...talk, texts.addHint(number), ...beside].join(" ");
  const reply = { text, outcome: "handoff" } as const;
  recordQuestion(turn, reply);
  say(turn, { ...reply, suggestions: [{ title: texts.addTo(number), value: texts.addTo(number) }, ...known] });
  turn.memory = withOpened(turn.memory, { number, matter });
  return dialogContext.endDialog();
}

/** What the bot could answer of a matter written just now, to be tapped: the ticket stands all the same. */
function knownOf({ text, texts, understander, understanding }: Turn, matter: string): Suggestion[] {
  if (matter !== text) return [];
  const isStatus = understanding.intent === "status" ? [texts.myTickets] : [];
  const titles = understanding.clauses.flatMap(({ outcome, entry }) =>
    outcome === "answer" && entry ? (understander.entries.get(entry)?.title[understanding.language] ?? []) : [],
  );
  return [...isStatus, ...titles].map((value) => ({ title: value, value }));
}

/** The ticket this person opened here on the same matter, while it is not closed: one matter is one ticket. */
async function openOn({ office, memory }: Turn, matter: string): Promise<string | undefined> {
  const number = memory.opened?.findLast((opened) => isSameText(opened.matter, matter))?.number;
  const ticket = number === undefined ? undefined : await office.store.tickets.byNumber(number);
  return ticket && ticket.status !== "closed" ? ticket.number : undefined;
}
