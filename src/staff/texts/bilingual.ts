import type { Language } from "../../core/knowledge.ts";

/** The same words in both languages; a sentence missing in one does not compile. */
export type Bilingual<Words> = Readonly<Record<Language, Words>>;

/** Any words of the shape that the Turkish ones have. */
type Shape<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string
    ? string
    : Words[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Shape<Words[Key]>;
};

/** Turkish first; the English ones must have every word the Turkish ones have. */
export function bilingual<const Turkish>(tr: Turkish, en: Shape<NoInfer<Turkish>>): Bilingual<Shape<Turkish>> {
  return { tr: tr as unknown as Shape<Turkish>, en: en as unknown as Shape<Turkish> };
}
