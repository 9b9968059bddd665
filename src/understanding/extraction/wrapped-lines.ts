import { findPersonalData } from "../../core/personal-data.ts";

/** A line this long may have been broken by a mail program. */
const WRAPPED = 60;
/** Lines are joined up to this length. */
const LONGEST_JOINED = 600;
/** Characters on both sides of a line's end that a number broken there takes. */
const NUMBER = 20;

/** Whether the sentence at the end of a line may go on in the next. */
export function mayGoOn(line: string): boolean {
  return line.length >= WRAPPED && !/[.!?:;]\s*$/.test(line);
}

/**
 * Joins lines that were broken where nothing ends: inside of a mobile number, or inside of brackets that the next line closes. In: the
 * lines of a text. Out: those of the text as it was before. Linear.
 */
export function rejoined(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.at(-1) ?? "";
    if (isBroken(before, line)) joined[joined.length - 1] = `${before.trimEnd()} ${line.trimStart()}`;
    else joined.push(line);
  }
  return joined;
}

function isBroken(line: string, next: string): boolean {
  if (line.trim() === "" || line.length + next.length > LONGEST_JOINED) return false;
  return isInBrackets(line, next) || isInNumber(line, next);
}

function isInBrackets(line: string, next: string): boolean {
  const closed = next.indexOf(")");
  const opened = next.indexOf("(");
  return line.lastIndexOf("(") > line.lastIndexOf(")") && closed >= 0 && (opened < 0 || closed < opened);
}

function isInNumber(line: string, next: string): boolean {
  if (!/\d\s*$/.test(line) || !/^\s*\d/.test(next)) return false;
  const end = line.slice(-NUMBER);
  return findPersonalData(`${end}\n${next.slice(0, NUMBER)}`).some(
    ({ kind, start, end: behind }) => kind === "phone" && start < end.length && behind > end.length + 1,
  );
}
