import type { KnowledgeEntry } from "../core/knowledge.ts";
import type { Office } from "../core/ports.ts";
import type { LoadedKnowledge } from "../understanding/load-knowledge.ts";
import type { Understander } from "../understanding/types.ts";

/** What the use cases on knowledge need besides the office. */
export interface KnowledgeDesk {
  readonly office: Office;
  /** What stands beside the entries and comes from files alone: values, categories, synonyms, thresholds. */
  readonly around: Omit<LoadedKnowledge, "entries" | "written">;
  /** What the bot answers from at this moment. */
  readonly understander: () => Understander;
  /** Builds an understanding of these entries (as written) on this day, without holding up the product. */
  readonly build: (written: readonly KnowledgeEntry[], day: string) => Promise<Understander>;
  /** Takes up what was published, in this process, now; the others follow within seconds. */
  readonly refresh: () => Promise<void>;
}

/** Who of the staff does it. */
export interface Editor {
  readonly id: string;
  readonly name: string;
}
