import { AppError } from "../src/core/errors.ts";
import { formatTurkishPhone } from "../src/core/phone.ts";
import type { TicketLink } from "../src/core/ticket.ts";
import { openTicket } from "../src/tickets/open-ticket.ts";
import type { Reach } from "./memory.ts";
import { knownReach } from "./reach.ts";
import { subjectOf, ticketBody } from "./ticket-text.ts";
import type { Turn } from "./turn.ts";

export interface ChatTicket {
  readonly matter: string;
  readonly links?: readonly TicketLink[];
}

/**
 * Opens a ticket with the conversation in it and returns its number. The same message opens it once: tried again
 * (another process was faster with this conversation), it finds the ticket it opened before.
 */
export async function openChatTicket(turn: Turn, { matter, links }: ChatTicket): Promise<string> {
  const { office, person, understander } = turn;
  await turn.assertCurrent();
  const contentKey = `chat:${turn.key}`;
  const reach = reachGiven(turn, matter);
  const mail = reach?.email;
  const subject = subjectOf(matter, turn.memory);
  const today = office.clock.now().toISOString().slice(0, 10);
  const { category, priority } = understander.understandMail(subject, matter, today);
  const author = {
    kind: "requester",
    ...(person.name && { name: person.name }),
    ...(mail && { email: mail }),
  } as const;
  try {
    const { ticket } = await openTicket(office, {
      subject,
      category,
      priority,
      channel: person.channel,
      requester: {
        conversationId: person.conversation,
        ...(person.name && { name: person.name }),
        ...(person.aadObjectId && { aadObjectId: person.aadObjectId }),
        ...(mail && { email: mail }),
      },
      ...(links && { links }),
      message: {
        channel: person.channel,
        from: author,
        text: bodyOf(turn, matter),
        contentKey,
      },
      actor: { kind: "requester", ...(person.name && { name: person.name }) },
    });
    return ticket.number;
  } catch (error) {
    const filed = isConflict(error) ? await office.store.messages.byContentKey(contentKey) : undefined;
    if (!filed) throw error;
    return filed.ticket;
  }
}

/** The first message, and the phone they gave for an earlier ticket. */
function bodyOf({ text, memory, texts }: Turn, matter: string): string {
  const body = ticketBody(matter, text, memory, texts);
  const phone = memory.reach?.phone;
  return phone ? `${body}\n\n${texts.reachMessage(formatTurkishPhone(phone))}` : body;
}

/** How the writer can be reached beside the chat, from what they gave before, from the matter or from what led to it. */
export function reachGiven(turn: Turn, matter: string): Reach | undefined {
  return knownReach(turn, [turn.text, matter, ...turn.memory.exchanges.map(({ question }) => question).reverse()]);
}

/** Whether a write was refused because the same content was filed before. */
export function isConflict(error: unknown): boolean {
  return error instanceof AppError && error.code === "conflict";
}
