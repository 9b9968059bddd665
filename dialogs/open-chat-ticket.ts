import { AppError } from "../src/core/errors.ts";
import type { TicketLink } from "../src/core/ticket.ts";
import { openTicket } from "../src/tickets/open-ticket.ts";
import { ownAddress } from "./own-address.ts";
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
  const mail = addressGiven(turn, matter);
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
        text: ticketBody(matter, turn.text, turn.memory, turn.texts),
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

/** The writer's own address, from the matter or from what they said before it. */
function addressGiven(turn: Turn, matter: string): string | undefined {
  const said = [turn.text, matter, ...turn.memory.exchanges.map(({ question }) => question).reverse()];
  return said.map((text) => ownAddress(turn, text)).find((address) => address !== undefined);
}

/** Whether a write was refused because the same content was filed before. */
export function isConflict(error: unknown): boolean {
  return error instanceof AppError && error.code === "conflict";
}
