import type { AskedQuestion } from "../core/chat.ts";
import type { BotOptions } from "./bot-context.ts";

/** Hands questions to the store, which writes them a little later: nobody waits for that, and no turn fails for it. */
export function noteQuestions({ office, log }: BotOptions, questions: readonly AskedQuestion[]): void {
  for (const question of questions) {
    office.store.questions.add(question).catch((error: unknown) => {
      log.warn({ err: error }, "A question could not be noted.");
    });
  }
}
