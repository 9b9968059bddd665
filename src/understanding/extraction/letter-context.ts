import type { PeopleInText } from "./people-in-text.ts";
import type { RequestWords } from "./request-words.ts";
import type { RequestMaterial } from "./types.ts";

/** A letter while the people in it are read. */
export interface LetterContext {
  readonly material: RequestMaterial;
  readonly words: RequestWords;
  /** The person who writes, where the mail's head names one. */
  readonly writer: string | undefined;
  /** Their name stands below the text. */
  readonly isSigned: boolean;
  /** Its subject, the headings of its tables, and its lines without greeting and signature. */
  readonly text: string;
  readonly signature: PeopleInText;
  readonly written: PeopleInText;
}
