import type { ReadyAnswer } from "./ready-answer.ts";
import type { SavedView } from "./saved-view.ts";

/** What is kept this way. */
export interface Shelves {
  readonly savedViews: SavedView;
  readonly readyAnswers: ReadyAnswer;
}

export type ShelfName = keyof Shelves;

/** Reads of what is kept at hand; there is little of it. */
export interface ShelfReader {
  /** What these members keep for themselves, and what is shared. */
  of<Name extends ShelfName>(shelf: Name, staff: readonly string[]): Promise<readonly Shelves[Name][]>;
  byId<Name extends ShelfName>(shelf: Name, id: string): Promise<Shelves[Name] | undefined>;
}

/** Writes of it, inside a transaction. */
export interface ShelfWrites {
  /** Keeps a new item (version 0) or what became of one. Throws `stale` when the stored version is another one. */
  keep<Name extends ShelfName>(shelf: Name, item: Shelves[Name]): Promise<void>;
  /** Throws `stale` when the stored version is another one. */
  discard<Name extends ShelfName>(shelf: Name, item: Shelves[Name]): Promise<void>;
}
