import type { KnowledgeEntry } from "./knowledge.ts";

/** What became of an entry, step by step; the newest last. */
export interface KnowledgeStep {
  /** `file`: it came with the product · `imported`: by `knowledge import` · the others: by staff in the console. */
  readonly kind: "file" | "imported" | "published" | "withdrawn";
  /** Version of the entry that was in force from then on; for `withdrawn` the one that was taken back. */
  readonly version: number;
  readonly at: Date;
  /** Name of who did it; "system" for files. */
  readonly by: string;
  readonly entry: KnowledgeEntry;
  /** Why it was published against the gate, or withdrawn. */
  readonly reason?: string;
}

/**
 * An entry with its life: what is answered from, what is being written, what was before. Entries are kept as they are written, with their
 * placeholders unfilled.
 */
export interface KnowledgeRecord {
  /** The entry's own id. */
  readonly id: string;
  readonly published?: KnowledgeEntry;
  readonly draft?: KnowledgeEntry;
  readonly draftBy?: string;
  readonly draftAt?: Date;
  /** Counts every write, so that the second of two is told. */
  readonly version: number;
  readonly history: readonly KnowledgeStep[];
  readonly withdrawn?: boolean;
  /** The file the published text last came from, byte for byte: exported again while it says the same. */
  readonly file?: string;
  /** The product's own file as it was last seen: an upgrade is told by it. */
  readonly baseline?: string;
  /** Whether staff published or withdrew it: then a changed file no longer replaces it. */
  readonly isStaffs: boolean;
}

/** Where an entry stands, as lists name it. */
export const KNOWLEDGE_STATES = ["published", "changed", "draft", "withdrawn"] as const;
export type KnowledgeState = (typeof KNOWLEDGE_STATES)[number];

export function stateOf({ published, draft }: KnowledgeRecord): KnowledgeState {
  if (published) return draft ? "changed" : "published";
  return draft ? "draft" : "withdrawn";
}

/** Where an entry stands on a day ("2026-11-23"): an answer out of its dates is not given as current. */
export function validityOn(
  { validFrom, validUntil }: Pick<KnowledgeEntry, "validFrom" | "validUntil">,
  day: string,
): "current" | "upcoming" | "expired" {
  if (validFrom && day < validFrom) return "upcoming";
  return validUntil && day > validUntil ? "expired" : "current";
}

/** The version of an entry that was in force at an instant; undefined when there was none. */
export function versionAt({ history }: KnowledgeRecord, instant: Date): number | undefined {
  const step = history.findLast(({ at }) => at <= instant);
  return step && step.kind !== "withdrawn" ? step.version : undefined;
}

/** A question with the answer staff say is right: what is published must go on giving it. */
export interface ConfirmedQuestion {
  /** The question folded, so that each stands once. */
  readonly id: string;
  readonly text: string;
  /** Id of the entry that answers it. */
  readonly entry: string;
  readonly by: string;
  readonly at: Date;
}

/** A question staff do not want to see among the gaps. */
export interface DismissedQuestion {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

/** What an entry needs besides its life to be written: everything staff may set. */
export type EntryDraft = Omit<KnowledgeEntry, "version">;
