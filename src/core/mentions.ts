import type { StaffMember } from "./person.ts";

type Named = Pick<StaffMember, "id" | "name">;

/** One piece of a note: plain words, or "@Ayşe Yılmaz" with who that is. */
export interface NotePart {
  readonly text: string;
  readonly member?: Named;
}

const LETTER = /[\p{L}\p{N}]/u;

/**
 * Splits a note where it names colleagues: "@" at the start of a word, then a whole name as it is written in the account.
 * Of "Ali" and "Ali Demir" the longer one is meant.
 */
export function noteParts(text: string, members: readonly Named[]): readonly NotePart[] {
  const longestFirst = [...members].filter(({ name }) => name !== "").sort((a, b) => b.name.length - a.name.length);
  const parts: NotePart[] = [];
  let end = 0;
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const member = LETTER.test(text[at - 1] ?? "")
      ? undefined
      : longestFirst.find(({ name }) => isAt(text, name, at + 1));
    if (!member) continue;
    parts.push({ text: text.slice(end, at) }, { text: `@${member.name}`, member });
    end = at + 1 + member.name.length;
  }
  return [...parts, { text: text.slice(end) }].filter((part) => part.text !== "");
}

/** Staff ids of those a note names, each once. */
export function mentionsIn(text: string, members: readonly Named[]): readonly string[] {
  return [...new Set(noteParts(text, members).flatMap(({ member }) => member?.id ?? []))];
}

function isAt(text: string, name: string, at: number): boolean {
  return text.startsWith(name, at) && !LETTER.test(text[at + name.length] ?? "");
}
