import { joinedEssence } from "./joined-essence.ts";
import type { Label, RequestWords } from "./request-words.ts";

/** A value with its label in one line: "Ad Soyad: Ayşe Yılmaz". */
export interface LabelledValue {
  readonly label: Label;
  readonly value: string;
  /** Where the value begins. */
  readonly start: number;
  /** What label and value cover together. */
  readonly from: number;
  readonly to: number;
}

const MOST_LABEL_WORDS = 6;
/** What ends a value besides the next label. A comma does not end the name of an office. */
const VALUE_END = /[;|\t]|,(?=\s|$)|\s{3,}|\s[-–—/](?=\s|$)/;
const UNIT_VALUE_END = /[;|\t]|\s{3,}/;
/** One word or two: a bracket that closes, or the next sentence, ends them as well. */
const SHORT_VALUE_END = new RegExp(
  `${VALUE_END.source}|(?<!\\(\\s?[xX✓✔]?\\s?)\\)(?=\\s+\\p{L}|[.,]|\\s*$)|\\.\\s+(?=\\p{Lu})`,
  "u",
);
const SHORT: ReadonlySet<Label> = new Set<Label>([
  "registryNumber",
  "operator",
  "lineType",
  "province",
  "email",
  "phone",
  "formerPhone",
  "nationalId",
]);
/** Begins like a line of a form, whatever its label. */
const ANY_LABEL = /^\s*[\p{L}(][^:=\d]{1,40}[:=：]/u;
const BULLET = /^\s*(?:[-*•·>]|\d{1,3}[.)-]|[a-zç][.)])?\s*/u;

/**
 * Finds labels and their values in one line. Labels end in ":" or "="; at the beginning of a line, in a tab, several spaces or a
 * dash also. A label at the end of its line takes the next line for its value.
 */
export function findLabelled(line: string, next: string, words: RequestWords): LabelledValue[] {
  const labels = [...colonLabels(line, words)];
  if (labels.length === 0) {
    const bare = barelyLabelled(line, words);
    return bare ? [bare] : [];
  }
  return labels.map((found, at): LabelledValue => {
    const limit = labels[at + 1]?.from ?? line.length;
    const raw = line.slice(found.valueAt, limit);
    const lead = raw.length - raw.trimStart().length;
    const end = raw.slice(lead).search(endOf(found.label));
    const value = (end < 0 ? raw.slice(lead) : raw.slice(lead, lead + end)).trim();
    const start = found.valueAt + lead;
    const isEmpty = value === "" && at === labels.length - 1 && !ANY_LABEL.test(next);
    return {
      label: found.label,
      value: isEmpty ? next.trim() : value,
      start,
      from: found.from,
      to: start + value.length,
    };
  });
}

function endOf(label: Label): RegExp {
  if (label === "unit") return UNIT_VALUE_END;
  return SHORT.has(label) ? SHORT_VALUE_END : VALUE_END;
}

interface FoundLabel {
  readonly label: Label;
  readonly from: number;
  readonly valueAt: number;
}

function colonLabels(line: string, words: RequestWords): FoundLabel[] {
  const found: FoundLabel[] = [];
  let free = 0;
  for (const colon of line.matchAll(/[:=：?]/g)) {
    const label = labelBefore(line, Math.max(free, colon.index - 80), colon.index, words);
    if (!label) continue;
    free = colon.index + 1;
    found.push({ ...label, valueAt: free });
  }
  return found;
}

/** The longest run of words before the colon that is a label; a whole line beginning may hold words beside it. */
function labelBefore(line: string, from: number, to: number, words: RequestWords) {
  // "Adı soyadı nedir? Ayşe Yılmaz"
  const text =
    line[to] === "?" ? line.slice(from, to).replace(/\s(?:nedir|ne|hangisi)\s*$/u, "") : line.slice(from, to);
  const starts = [...text.matchAll(/[\p{L}(#][^\s,;|]*/gu)].map((word) => word.index).slice(-MOST_LABEL_WORDS);
  const named = starts.flatMap((start) => {
    const label = words.labelOf(text.slice(start), true);
    return label ? [{ label, from: from + start }] : [];
  })[0];
  if (named && named.label !== "other") return named;
  const [first] = starts;
  if (first === undefined || !isBeginning(line.slice(0, from + first))) return named;
  // Of "Sicli No" the last word alone would name something.
  const misspelt = words.misspeltLabelOf(text.slice(first));
  if (misspelt) return { label: misspelt, from: from + first };
  const label = named || /[,;|.]\s/.test(text.slice(first)) ? undefined : words.labelOf(text.slice(first));
  return label ? { label, from: from + first } : named;
}

/** Nothing but a bullet stands before it. */
function isBeginning(before: string): boolean {
  return before.replace(BULLET, "").trim() === "";
}

/** "Ad Soyad | GSM": behind the label stands another one. */
function isHeadingOfColumns(behind: string, words: RequestWords): boolean {
  return words.labelOf(behind.replace(/^[\s|–—-]+/, ""), true) !== undefined;
}

/** "Ad Soyad   Ayşe Yılmaz", "Telefon - 0532 …", "Sicil No 12345": the label begins the line, no colon. */
function barelyLabelled(line: string, words: RequestWords): LabelledValue | undefined {
  const bullet = BULLET.exec(line)?.[0].length ?? 0;
  const parted = /^(.{2,50}?)(?:\t+| {2,}|\s[-–—]\s)(\S.*)$/.exec(line.slice(bullet));
  if (parted) {
    const [, name = "", rest = ""] = parted;
    const label = words.labelOf(name, true);
    const start = line.length - rest.length;
    if (label && !isHeadingOfColumns(rest, words)) {
      return { label, value: rest.trim(), start, from: bullet, to: line.length };
    }
  }
  const tokens = [...line.slice(bullet).matchAll(/\S+/g)];
  for (let count = Math.min(MOST_LABEL_WORDS, tokens.length - 1); count >= 2; count -= 1) {
    const last = tokens[count - 1];
    const head = line.slice(bullet, bullet + (last ? last.index + last[0].length : 0));
    const label = words.labelOf(head, true);
    // Two words at least, and a value that is short: "Ad Soyad Ayşe Yılmaz", not a sentence that begins so.
    if (
      !label ||
      label === "kind" ||
      label === "note" ||
      label === "other" ||
      joinedEssence(head).split(" ").length < 2 ||
      tokens.length - count > 5
    )
      continue;
    const start = bullet + (tokens[count]?.index ?? 0);
    if (isHeadingOfColumns(line.slice(start), words)) return undefined;
    return { label, value: line.slice(start).trim(), start, from: bullet, to: line.length };
  }
  return undefined;
}
