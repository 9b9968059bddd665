import type { AskedQuestion } from "../core/chat.ts";
import type { Office } from "../core/ports.ts";
import { GAP_DAYS } from "./find-gaps.ts";

/** How an entry did lately. */
export interface Helpfulness {
  readonly asked: number;
  readonly helpful: number;
  readonly notHelpful: number;
}

const MOST_QUESTIONS = 20_000;

/** How often each entry was come to in the last 90 days, and how people rated it. By entry id. */
export async function helpfulnessByEntry({ store, clock }: Office): Promise<ReadonlyMap<string, Helpfulness>> {
  const since = new Date(clock.now().getTime() - GAP_DAYS * 24 * 60 * 60_000);
  const found = new Map<string, Helpfulness>();
  for (const { entries, feedback } of await store.questions.recent(since, MOST_QUESTIONS)) {
    for (const entry of new Set(entries)) found.set(entry, counted(found.get(entry), feedback));
  }
  return found;
}

function counted(
  { asked, helpful, notHelpful }: Helpfulness = { asked: 0, helpful: 0, notHelpful: 0 },
  feedback: AskedQuestion["feedback"],
): Helpfulness {
  return {
    asked: asked + 1,
    helpful: helpful + Number(feedback === "helpful"),
    notHelpful: notHelpful + Number(feedback === "notHelpful"),
  };
}
