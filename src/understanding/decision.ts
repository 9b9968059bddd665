import type { KnowledgeEntry } from "../core/knowledge.ts";
import type { Hit } from "./pattern.ts";
import type { Reason } from "./types.ts";

/** What a run of tokens came to. */
export interface Decision {
  readonly outcome: "answer" | "clarify" | "unknown";
  readonly entry?: KnowledgeEntry;
  /** A fact that was near but does not hold for what was asked. */
  readonly near?: KnowledgeEntry;
  /** Facts to choose from when nothing is sure. */
  readonly offers: readonly KnowledgeEntry[];
  readonly evidence: number;
  /** Whether an entry's own sign was seen, so that the clause can stand alone. */
  readonly isSure: boolean;
  /** Sure because of a pattern, not of likeness alone. */
  readonly bySign: boolean;
  readonly hit?: Hit;
  /** Words of another subject were read, and nothing that ties them to ours. */
  readonly isOfOthers?: boolean;
  readonly why: readonly Reason[];
}
