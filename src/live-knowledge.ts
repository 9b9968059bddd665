import type { Language } from "./core/knowledge.ts";
import { loadKnowledge } from "./understanding/load-knowledge.ts";
import type { Understander } from "./understanding/types.ts";
import { buildUnderstanding } from "./understanding/understand.ts";

/** The knowledge in force, as the doors ask for it: anew each time, so that what is published counts at once. */
export interface LiveKnowledge {
  readonly understander: () => Understander;
  readonly categories: () => readonly { readonly id: string; readonly title: Readonly<Record<Language, string>> }[];
  /** How people reach the office. */
  readonly contact: () => { readonly mail: string; readonly phone: string; readonly callCentre: string };
}

/** Reads the knowledge folder; throws with every fault, file and line. */
export function openKnowledge(folder: string): LiveKnowledge {
  const knowledge = loadKnowledge(folder);
  const understander = buildUnderstanding(knowledge);
  const fact = (name: string) => knowledge.facts[name]?.tr ?? "";
  const contact = { mail: fact("officeMail"), phone: fact("officePhone"), callCentre: fact("callCentre") };
  const categories = Object.entries(knowledge.categories).map(([id, title]) => ({ id, title }));
  return { understander: () => understander, categories: () => categories, contact: () => contact };
}
