import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { fileMessage } from "./file-message.ts";
import { tellOfFiles } from "./files.ts";
import { isSuggestion } from "./match-reply.ts";
import type { PassedOn } from "./pass-on.ts";
import { declinesReach, readReach, shownReach } from "./reach.ts";
import { suggest } from "./reply.ts";
import { givesUp, onlySaysRead } from "./stance.ts";
import { addToReply, say, suggestBeside, type Turn, turnOf } from "./turn.ts";
import { keepWaiting, keptWaiting } from "./waiting.ts";

export interface ReachOptions {
  /** The ticket it is asked for. */
  readonly number: string;
}

interface Waiting extends ReachOptions {
  readonly tries: number;
}

const MOST_TRIES = 2;

/**
 * Asks, once in a conversation and beside what the turn said before, how else its writer can be reached about their ticket. Nobody
 * need answer: a no leaves it, and whatever is no address is answered as usual.
 */
export class ReachDialog extends Dialog<ReachOptions> {
  static readonly id = "reach";

  constructor() {
    super(ReachDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext, options?: ReachOptions): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    keepWaiting<Waiting>(dialogContext, { number: options?.number ?? "", tries: 1 });
    // What is asked stands last.
    tellOfFiles(turn);
    addToReply(turn, turn.texts.askReach);
    suggestBeside(turn, suggest(turn.texts.noReach));
    turn.memory = { ...turn.memory, isReachAsked: true };
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const { texts } = turn;
    const { number, tries } = keptWaiting<Waiting>(dialogContext);
    const read = readReach(turn);
    if (!read && isWilling(turn) && tries < MOST_TRIES) return askAgain(dialogContext, turn, texts.writeReach);
    if (!read) return leave(dialogContext, turn);
    if ("given" in read) {
      // An hour or an extension goes into the ticket with it.
      const text = texts.reachMessage(turn.text);
      await fileMessage(turn, { ticket: number, text, reopens: false, email: read.given.email });
      turn.memory = { ...turn.memory, reach: read.given };
      const kept = texts.reachKept(shownReach(read.given), number);
      say(turn, { text: read.given.email ? `${kept} ${texts.answeredByMail}` : kept, outcome: "handoff" });
      return dialogContext.endDialog();
    }
    if (tries < MOST_TRIES) return askAgain(dialogContext, turn, texts.reachMistyped[read.mistyped]);
    say(turn, { text: texts.reachNotRead(number), outcome: "handoff" });
    return dialogContext.endDialog();
  }
}

function askAgain(dialogContext: DialogContext, turn: Turn, text: string): DialogTurnResult {
  const { noReach } = turn.texts;
  say(turn, { text, outcome: "handoff", suggestions: [suggest(noReach)] });
  const waiting = keptWaiting<Waiting>(dialogContext);
  keepWaiting<Waiting>(dialogContext, { ...waiting, tries: waiting.tries + 1 });
  return Dialog.EndOfTurn;
}

function leave(dialogContext: DialogContext, turn: Turn): Promise<DialogTurnResult> {
  if (!givesUp(turn) && !isSuggestion(turn.text, "noReach") && !declinesReach(turn.text)) {
    return dialogContext.endDialog({ passOn: true } satisfies PassedOn);
  }
  say(turn, { text: turn.texts.reachNotWanted, outcome: "smalltalk" });
  return dialogContext.endDialog();
}

/** A yes gives nothing yet. */
function isWilling({ understanding: { intent }, text }: Turn): boolean {
  return intent === "yes" || onlySaysRead(text);
}
