import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import type { Choice, ClauseResult, Understanding } from "../src/understanding/types.ts";
import type { Choosing } from "./choosing.ts";
import { recordQuestion } from "./record-question.ts";
import { suggest } from "./reply.ts";
import { sayAnswer } from "./say-answer.ts";
import { say, type Turn, turnOf } from "./turn.ts";

export interface ChooseOptions {
  readonly choosing: Choosing;
}

/** Answers what is said to choices on offer without picking one: tells them, asks again, or takes them back. Over in one turn. */
export class ChooseDialog extends Dialog<ChooseOptions> {
  static readonly id = "choose";

  constructor() {
    super(ChooseDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext, options?: ChooseOptions): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const choosing: Choosing = options?.choosing ?? { kind: "none" };
    if (choosing.kind === "none") takeBack(turn);
    else if (choosing.kind === "which") askWhich(turn, choosing.choices);
    else tellChoices(turn, choosing.choices, choosing.isUnsure);
    return dialogContext.endDialog();
  }
}

/** Answers all of these choices at once; `isUnsure` when they were not asked for one by one. */
export function tellChoices(turn: Turn, choices: readonly Choice[], isUnsure: boolean): void {
  const understanding = answering(turn.understanding, choices);
  sayAnswer(turn, understanding, { opening: isUnsure && choices.length > 1 ? turn.texts.tellingAll : undefined });
}

/** The understanding of a message that means these entries. */
function answering(understanding: Understanding, choices: readonly Choice[]): Understanding {
  const why = [{ step: "choice", detail: choices.map(({ entry }) => entry).join(", ") }];
  const clauses = choices.map(
    ({ entry, text }): ClauseResult => ({ text, outcome: "answer", entry, choices: [], confidence: 1, why: [] }),
  );
  const topic = choices.map(({ text }) => text).join(" ");
  return { ...understanding, intent: "question", topic, clauses, why: [...understanding.why, ...why] };
}

function askWhich(turn: Turn, choices: readonly Choice[]): void {
  const list = choices.map(({ text }, at) => `${at + 1}. ${text}`).join("\n");
  const reply = { text: `${turn.texts.chooseOne}\n\n${list}`, outcome: "clarify" } as const;
  recordQuestion(turn, reply);
  say(turn, { ...reply, suggestions: choices.map(({ text }) => suggest(text)) });
}

/** The choices are off the table; the question they stood for is not. */
function takeBack(turn: Turn): void {
  const { texts } = turn;
  const reply = { text: texts.noneOfThese, outcome: "smalltalk" } as const;
  recordQuestion(turn, reply);
  say(turn, { ...reply, suggestions: [suggest(texts.openTicket)] });
  turn.memory = { ...turn.memory, offered: [] };
}
