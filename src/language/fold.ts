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
  return byTable(text) ?? byUnicode(text);
}

function byUnicode(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(UNDECOMPOSED_PATTERN, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/[\s\u00a0]+/g, " ");
}

/** Characters up to here (Latin Extended-A, which has the Turkish letters) fold one by one, whatever stands beside them. */
const TABLE_END = 0x180;
const SPACE = 0x20;
/** What each folds to: one ASCII character, or 0 where it is more than that. */
const TABLE = Uint8Array.from({ length: TABLE_END }, (_, code) => {
  const folded = byUnicode(String.fromCharCode(code));
  return folded.length === 1 && folded < "\u0080" ? folded.charCodeAt(0) : 0;
});
/** Longer texts are folded as Unicode says, in one go. */
const LONGEST = 8_192;
const scratch = Buffer.alloc(LONGEST);

/** The same a character at a time, for nearly all that is written here; undefined for a text that holds anything else. */
function byTable(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  let length = 0;
  let last = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const folded = code < TABLE_END ? (TABLE[code] as number) : 0;
    if (folded === 0) return undefined;
    if (folded !== SPACE || last !== SPACE) scratch[length++] = folded;
    last = folded;
  }
  return scratch.toString("latin1", 0, length);
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
