import { type Html, html } from "../design/html.ts";

/** What was typed into a small form of the ticket's page and could not be taken; the page says why, and it stands in its place again. */
export interface WrongField {
  readonly name: "other" | "tags" | "until";
  readonly value: string;
}

/** What was typed into this field; undefined unless it is the one that could not be taken. */
export function refusedIn(name: WrongField["name"], wrong: WrongField | undefined): string | undefined {
  return wrong?.name === name ? wrong.value : undefined;
}

/** What a field says of itself to those who do not see it: its hint and, when it was refused, the banner that says why. */
export function describedBy(hint: string, refused: string | undefined): Html {
  return refused === undefined
    ? html`aria-describedby="${hint}"`
    : html`aria-invalid="true" aria-describedby="${hint} said"`;
}
