import type { Language } from "../../core/knowledge.ts";
import type { Ticket } from "../../core/ticket.ts";
import { fold } from "../../language/fold.ts";

/** What a text may leave open, by the names it may be written with: the Turkish one first, then the English one. */
export const PLACEHOLDERS = {
  requester: ["ad", "name"],
  ticket: ["bilet", "ticket"],
  subject: ["konu", "subject"],
  agent: ["görevli", "agent"],
  date: ["tarih", "date"],
} as const satisfies Record<string, readonly [string, string]>;
export type Placeholder = keyof typeof PLACEHOLDERS;

const PATTERN = /\{\{\s*([^{}]*?)\s*\}\}/g;
const BY_NAME = new Map<string, Placeholder>(
  Object.entries(PLACEHOLDERS).flatMap(([placeholder, names]) =>
    names.map((name) => [fold(name), placeholder as Placeholder] as const),
  ),
);
/** How a person is addressed whose name nobody knows; both read well after "Sayın" and "Dear". */
const NAMELESS = { tr: "ilgili", en: "Sir or Madam" } as const;
const LOCALES = { tr: "tr-TR", en: "en-GB" } as const;

/** What stands in the places of a text. */
export interface Occasion {
  readonly ticket: Pick<Ticket, "number" | "subject" | "requester">;
  /** Name of whoever writes. */
  readonly agent: string;
  readonly now: Date;
}

/** The text with its places filled in. In: any text; what is no place of ours stays as it is. */
export function fillPlaces(text: string, language: Language, { ticket, agent, now }: Occasion): string {
  const values: Readonly<Record<Placeholder, string>> = {
    requester: ticket.requester.name ?? NAMELESS[language],
    ticket: ticket.number,
    subject: ticket.subject,
    agent,
    date: new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "Europe/Istanbul" }).format(now),
  };
  return text.replace(PATTERN, (whole, name: string) => {
    const placeholder = BY_NAME.get(fold(name));
    return placeholder ? values[placeholder] : whole;
  });
}

/** Places of a text that nothing can be put into, as they are written. */
export function unknownPlaces(text: string): string[] {
  return [...text.matchAll(PATTERN)].flatMap(([whole, name = ""]) => (BY_NAME.has(fold(name)) ? [] : [whole]));
}
