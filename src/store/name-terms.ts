import { findPersonalData } from "../core/personal-data.ts";
import type { Requester } from "../core/ticket.ts";
import { essence } from "../language/fold.ts";

const LONGEST = 100;

/** What a ticket is found by from a name as a whole. No word of a text becomes such a term: words have no colon. */
export function nameTerm(name: string): string {
  return `called:${essence(name)}`.slice(0, LONGEST);
}

/** The terms of a requester: one for the name, one for what an address tells of it. A name that holds a personal number has none. */
export function nameTermsOf({ name = "", email = "" }: Requester): string[] {
  const names = [name, email.replace(/@.*/, "")].filter((text) => text !== "" && findPersonalData(text).length === 0);
  return [...new Set(names.map(nameTerm))];
}
