import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { fileMessage } from "./file-message.ts";
import { isSuggestion } from "./match-reply.ts";
import type { PassedOn } from "./pass-on.ts";
import { readReach, shownReach } from "./reach.ts";
import { givesUp } from "./stance.ts";
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
    addToReply(turn, turn.texts.askReach);
    suggestBeside(turn, { title: turn.texts.noReach, value: turn.texts.noReach });
    turn.memory = { ...turn.memory, isReachAsked: true };
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const { texts } = turn;
    const { number, tries } = keptWaiting<Waiting>(dialogContext);
    const read = readReach(turn);
    if (!read) return leave(dialogContext, turn);
    if ("given" in read) {
      // An hour or an extension goes into the ticket with it.
      const text = texts.reachMessage(turn.text);
      await fileMessage(turn, { ticket: number, text, reopens: false, email: read.given.email });
      turn.memory = { ...turn.memory, reach: read.given };
      say(turn, { text: texts.reachKept(shownReach(read.given), number), outcome: "handoff" });
      return dialogContext.endDialog();
    }
    const isLast = tries === MOST_TRIES;
    say(turn, {
      text: isLast ? texts.reachNotRead(number) : texts.reachMistyped[read.mistyped],
      outcome: "handoff",
      ...(!isLast && { suggestions: [{ title: texts.noReach, value: texts.noReach }] }),
    });
    if (isLast) return dialogContext.endDialog();
    keepWaiting<Waiting>(dialogContext, { number, tries: tries + 1 });
    return Dialog.EndOfTurn;
  }
}

function leave(dialogContext: DialogContext, turn: Turn): Promise<DialogTurnResult> {
  if (!givesUp(turn) && !isSuggestion(turn.text, "noReach")) {
    return dialogContext.endDialog({ passOn: true } satisfies PassedOn);
  }
  say(turn, { text: turn.texts.reachNotWanted, outcome: "smalltalk" });
  return dialogContext.endDialog();
}
