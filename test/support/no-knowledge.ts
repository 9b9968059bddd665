import type { Understander } from "../../src/understanding/types.ts";

/** Understanding over empty knowledge, for tests that are about other things than answers. */
export const noKnowledge: Understander = {
  version: "empty",
  entries: new Map(),
  understand: () => ({
    intent: "question",
    language: "tr",
    topic: "",
    confidence: 0,
    entities: [],
    clauses: [],
    why: [],
  }),
  understandMail: () => ({ category: "other", priority: "normal", confidence: 0, why: [] }),
};
