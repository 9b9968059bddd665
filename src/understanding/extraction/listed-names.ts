import type { Finding } from "./finding.ts";
import { looksLikeName } from "./names.ts";
import { readField } from "./read-field.ts";
import type { RequestWords } from "./request-words.ts";

const LONGEST_LINE = 80;
const BULLET = /^\s*(?:[-*•·–]|\d{1,3}\s*[.)-]+)\s*/u;

/** Lines that are a name and nothing else: two of them at least, or one behind a bullet, are a list of people. */
export function listedNames(lines: readonly string[], words: RequestWords): ReadonlyMap<number, Finding> {
  const named = lines.flatMap((line, at) => {
    const bullet = BULLET.exec(line)?.[0] ?? "";
    const written =
      line.length <= LONGEST_LINE && !/[\d:@]/.test(line.slice(bullet.length)) ? line.slice(bullet.length).trim() : "";
    const read = written === "" ? undefined : readField(words, "name", written);
    if (!read || read.problem || !looksLikeName(read.value, words)) return [];
    const isSure = read.value.split(/\s+/).some((word) => words.isFirstName(word));
    return [{ at, bullet, written, name: read.value, isSure }];
  });
  const sure = named.filter(({ isSure }) => isSure);
  if (sure.length < 2 && !sure.some(({ bullet }) => bullet !== "")) return new Map();
  // A name that is not a common one is believed among others, behind a bullet or above its number as they are.
  const listed = named.filter(({ at, isSure, bullet }) => isSure || bullet !== "" || /\d{7}/.test(lines[at + 1] ?? ""));
  const place = { field: "name", confidence: 0.85, isLabelled: true } as const;
  return new Map(
    listed.map(({ at, bullet, written, name }) => [
      at,
      { ...place, value: name, start: bullet.length, quote: written },
    ]),
  );
}
