import type { Language } from "./knowledge.ts";
import type { ShelfItem } from "./shelf-item.ts";

/** A text agents write again and again, with places that are filled in when it is put into an answer. */
export interface ReadyAnswer extends ShelfItem {
  /** In one language at least; empty where there is none. */
  readonly texts: Readonly<Record<Language, string>>;
}
