import { Dialog, type DialogContext, type DialogTurnResult } from "botbuilder-dialogs";
import { findTicketNumbers, type Ticket } from "../src/core/ticket.ts";
import { notYours, ownTicket, ownTickets, ticketLine } from "./own-tickets.ts";
import { recordQuestion } from "./record-question.ts";
import { type Reply, suggest } from "./reply.ts";
import { say, type Turn, turnOf } from "./turn.ts";

/** Says how the person's own tickets and requests stand; never another's. Over in one turn. */
export class StatusDialog extends Dialog {
  static readonly id = "status";

  constructor() {
    super(StatusDialog.id);
  }

  override async beginDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialogContext);
    const reply = await statusReply(turn);
    recordQuestion(turn, reply);
    say(turn, reply);
    if (reply.card?.kind === "tickets")
      turn.memory = { ...turn.memory, listed: reply.card.items.map(({ number }) => number) };
    return dialogContext.endDialog();
  }
}

type Said = Omit<Reply, "language">;

async function statusReply(turn: Turn): Promise<Said> {
  const requestNumber = turn.understanding.entities.find(({ kind }) => kind === "requestNumber")?.value;
  const ticketNumber = findTicketNumbers(turn.text)[0];
  if (requestNumber) return requestStatus(turn, requestNumber);
  if (ticketNumber) {
    const ticket = await ownTicket(turn, ticketNumber);
    return ticket ? statusOf(turn, [ticket]) : notYours(turn, ticketNumber);
  }
  const tickets = await ownTickets(turn);
  return tickets.length > 0 ? statusOf(turn, tickets) : nothingHere(turn);
}

async function statusOf(turn: Turn, tickets: readonly Ticket[]): Promise<Said> {
  const { texts } = turn;
  const lines = tickets.map((ticket) => ticketLine(ticket, texts, turn.understanding.language));
  const blocks = await Promise.all(
    lines.map(async (line) =>
      [
        texts.statusOne(line.number, line.subject, line.statusText, line.updatedText),
        ...(await requestLines(turn, line.number)),
      ].join("\n\n"),
    ),
  );
  return {
    text: [...(lines.length > 1 ? [texts.statusMany] : []), ...blocks].join("\n\n"),
    outcome: "status",
    suggestions: lines.slice(0, 3).map(({ add }) => suggest(add.value)),
    card: { kind: "tickets", title: texts.myTicketsTitle, items: lines },
  };
}

async function requestLines({ office, texts }: Turn, ticket: string): Promise<string[]> {
  const page = await office.store.requests.list({ limit: 10, ticket });
  return page.items.map((entry) => texts.requestLine(entry.number, texts.requestState[entry.state]));
}

async function requestStatus(turn: Turn, number: string): Promise<Said> {
  const entry = await turn.office.store.requests.byNumber(number);
  const ticket = entry && (await ownTicket(turn, entry.ticket));
  return ticket ? statusOf(turn, [ticket]) : notYours(turn, number);
}

function nothingHere({ texts, contact, person }: Turn): Said {
  return {
    text: person.alone ? texts.statusNone(contact) : `${texts.statusNoneInGroup} ${texts.askInPrivate}`,
    outcome: "status",
    suggestions: [suggest(texts.openTicket)],
  };
}
