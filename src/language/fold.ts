/** Letters that Unicode does not decompose but people type without their mark or in another shape. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ı: "i",
  ø: "o",
  ł: "l",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  "’": "'",
  "‘": "'",
  "´": "'",
  "`": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "‑": "-",
};
const UNDECOMPOSED_PATTERN = /[ıøłđßæœ’‘´`“”–—‑]/g;

/**
 * One form for everything that is the same to a hurried reader: "ŞEFLİĞİ", "şefliği" (composed or not) and
 * "sefligi" all become "sefligi". In: any text. Out: marks stripped, ASCII letters in lower case, the rest kept.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(UNDECOMPOSED_PATTERN, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/[\s\u00a0]+/g, " ");
}

/** Whether two texts differ only in case, marks, spacing or punctuation. */
export function isSameText(a: string, b: string): boolean {
  return essence(a) === essence(b);
}

/** What is left of a text without case, marks, spacing and punctuation: the same for texts that are the same to a reader. */
export function essence(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
