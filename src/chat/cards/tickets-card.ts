import type { CardContent, TicketLine } from "../../../dialogs/reply.ts";
import type { Texts } from "../../../dialogs/texts/tr.ts";
import {
  type AdaptiveCard,
  type CardElement,
  card,
  executeAction,
  heading,
  paragraph,
  plain,
  sayAction,
} from "./adaptive-card.ts";

type TicketsContent = Extract<CardContent, { kind: "tickets" }>;

const STATUS_COLOUR: Readonly<Record<TicketLine["status"], string>> = {
  new: "Accent",
  open: "Accent",
  // Teams draws "Warning" in a yellow that is not read on white.
  pending: "Attention",
  solved: "Good",
  closed: "Default",
};

/** Verb of the button that brings the list up to date. */
export const REFRESH_TICKETS = "tickets.refresh";

/** A person's own tickets: number, subject and status of each, a button to add to it, and one that looks anew. */
export function ticketsCard({ title, items }: TicketsContent, texts: Texts): AdaptiveCard {
  const fallback = items.map(({ number, statusText }) => `${number}: ${statusText}`).join("\n");
  return card(fallback, [heading(title), ...items.map(ticketBlock)], [executeAction(texts.refresh, REFRESH_TICKETS)]);
}

function ticketBlock({ number, subject, status, statusText, updatedText, add }: TicketLine): CardElement {
  return {
    type: "Container",
    separator: true,
    spacing: "Medium",
    items: [
      {
        type: "ColumnSet",
        columns: [
          {
            type: "Column",
            width: "stretch",
            items: [
              paragraph(plain(subject), { weight: "Bolder" }),
              paragraph(`${number} · ${updatedText}`, { isSubtle: true, size: "Small", spacing: "None" }),
              paragraph(statusText, { color: STATUS_COLOUR[status], spacing: "Small" }),
            ],
          },
          {
            type: "Column",
            width: "auto",
            verticalContentAlignment: "Center",
            items: [{ type: "ActionSet", actions: [sayAction(add.title, add.value)] }],
          },
        ],
      },
    ],
  };
}
