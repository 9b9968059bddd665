import type { CardContent, TicketLine } from "../../../dialogs/reply.ts";
import { type AdaptiveCard, type CardElement, card, heading, paragraph, plain, sayAction } from "./adaptive-card.ts";

type TicketsContent = Extract<CardContent, { kind: "tickets" }>;

const STATUS_COLOUR: Readonly<Record<TicketLine["status"], string>> = {
  new: "Accent",
  open: "Accent",
  pending: "Warning",
  solved: "Good",
  closed: "Default",
};

/** A person's own tickets: number, subject and status of each, with a button to add to it. */
export function ticketsCard({ title, items }: TicketsContent): AdaptiveCard {
  const fallback = items.map(({ number, statusText }) => `${number}: ${statusText}`).join("\n");
  return card(fallback, [heading(title), ...items.map(ticketBlock)]);
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
