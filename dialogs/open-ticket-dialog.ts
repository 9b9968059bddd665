import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { isSameText } from "../src/language/fold.ts";
import { isAngry } from "./complaint.ts";
import { asksInBetween, asksInstead } from "./in-between.ts";
import { isSuggestion } from "./match-reply.ts";
import { hasSubstance, tellsMatter } from "./matter.ts";
import { withOpened } from "./memory.ts";
import { openChatTicket, reachGiven } from "./open-chat-ticket.ts";
import type { PassedOn } from "./pass-on.ts";
import { isOnlyReach } from "./reach.ts";
import { ReachDialog, type ReachOptions } from "./reach-dialog.ts";
import { recordQuestion } from "./record-question.ts";
import { type Suggestion, suggest } from "./reply.ts";
import { sayAnswer } from "./say-answer.ts";
import { givesUp, isTalk } from "./stance.ts";
import { lastMatter } from "./ticket-text.ts";
import { addToReply, say, suggestBeside, type Turn, turnOf } from "./turn.ts";
import { keepWaiting, keptWaiting } from "./waiting.ts";

/** How often the matter was asked for. */
interface Waiting {
  readonly tries: number;
}

/** Who was asked this often and still names no matter wants a person, not a better question. */
const MOST_TRIES = 2;

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
    if (matter) return openAndEnd(dialogContext, turn, matter);
    const before = isJustOpened(turn) ? turn.memory.opened?.at(-1)?.number : undefined;
    return ask(dialogContext, turn, before ? texts.askOtherMatter(before) : texts.askMatter(contact), 1);
  }

  /** Whatever is written now is the matter, even what looks like a question: it is never lost for an answer. */
  override async continueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const { texts } = turn;
    const { tries } = keptWaiting<Waiting>(dialogContext);
    if (isSuggestion(turn.text, "cancel") || (givesUp(turn) && !isAngry(turn.text))) {
      say(turn, { text: texts.ticketNotOpened, outcome: "smalltalk" });
      return dialogContext.endDialog();
    }
    if (asksInstead(turn)) return dialogContext.endDialog({ passOn: true } satisfies PassedOn);
    if (asksInBetween(turn)) return answerBetween(turn);
    if (isMatter(turn)) return openAndEnd(dialogContext, turn, turn.text);
    if (tries < MOST_TRIES) return ask(dialogContext, turn, texts.askMatterAgain, tries + 1);
    return openAndEnd(dialogContext, turn, texts.wantsPerson);
  }
}

/** Asks what it is about; what was written instead is kept for the ticket. */
function ask(dialogContext: DialogContext, turn: Turn, text: string, tries: number): DialogTurnResult {
  const reply = { text, outcome: "handoff" } as const;
  recordQuestion(turn, reply);
  say(turn, { ...reply, suggestions: [suggest(turn.texts.cancel)] });
  keepWaiting<Waiting>(dialogContext, { tries });
  return Dialog.EndOfTurn;
}

/** Answers a question in between; the matter is still waited for. */
function answerBetween(turn: Turn): DialogTurnResult {
  sayAnswer(turn, turn.understanding, { isBeside: true });
  addToReply(turn, turn.texts.askMatterStill);
  suggestBeside(turn, suggest(turn.texts.cancel));
  return Dialog.EndOfTurn;
}

/** The button tapped twice: nothing was said since the ticket. */
function isJustOpened({ text, memory }: Turn): boolean {
  return memory.exchanges.length === 0 && isSuggestion(text, "openTicket");
}

function isMatter({ text, understanding: { intent } }: Turn): boolean {
  if (intent === "status") return true;
  if (isTalk(intent) || isOnlyReach(text)) return false;
  return hasSubstance(text) && !isAngry(text) && (intent === "question" || tellsMatter(text));
}

async function openAndEnd(dialogContext: DialogContext, turn: Turn, matter: string): Promise<DialogTurnResult> {
  const { texts } = turn;
  const earlier = await openOn(turn, matter);
  if (earlier) {
    say(turn, {
      text: texts.alreadyOpen(earlier),
      outcome: "handoff",
      suggestions: [suggest(texts.addTo(earlier))],
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
  say(turn, { ...reply, suggestions: [suggest(texts.addTo(number)), ...known] });
  const isReachUnknown = needsReach(turn, matter);
  turn.memory = withOpened(turn.memory, { number, matter });
  if (!isReachUnknown) return dialogContext.endDialog();
  return dialogContext.replaceDialog(ReachDialog.id, { number } satisfies ReachOptions);
}

/** In Teams the bot can always write first; the chat in the browser is gone with its window. */
function needsReach(turn: Turn, matter: string): boolean {
  return turn.person.channel === "web" && !turn.memory.isReachAsked && reachGiven(turn, matter) === undefined;
}

/** What the bot could answer of a matter written just now, to be tapped: the ticket stands all the same. */
function knownOf({ text, texts, understander, understanding }: Turn, matter: string): Suggestion[] {
  if (matter !== text) return [];
  const isStatus = understanding.intent === "status" ? [texts.myTickets] : [];
  const titles = understanding.clauses.flatMap(({ outcome, entry }) =>
    outcome === "answer" && entry ? (understander.entries.get(entry)?.title[understanding.language] ?? []) : [],
  );
  return [...isStatus, ...titles].map(suggest);
}

/** The ticket this person opened here on the same matter, while it is not closed: one matter is one ticket. */
async function openOn({ office, memory }: Turn, matter: string): Promise<string | undefined> {
  const number = memory.opened?.findLast((opened) => isSameText(opened.matter, matter))?.number;
  const ticket = number === undefined ? undefined : await office.store.tickets.byNumber(number);
  return ticket && ticket.status !== "closed" ? ticket.number : undefined;
}
