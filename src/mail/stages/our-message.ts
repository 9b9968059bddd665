import type { SignedMessage } from "../message-id.ts";
import { ticketOfOurs } from "./current-ticket.ts";
import type { NoteOnTicket } from "./decision.ts";
import { contentOf } from "./file-mail.ts";
import type { MailOnItsWay, StageContext } from "./stage.ts";

/**
 * The message of ours that one of these ids names, with the ticket in which people see it: we signed the id, and the ticket is not
 * emptied, into which nothing comes back.
 */
export async function ourMessage(
  ids: readonly string[],
  { office, readMessageId }: StageContext,
): Promise<SignedMessage | undefined> {
  for (const id of ids) {
    const signed = readMessageId(id);
    const ticket = signed && (await ticketOfOurs(signed, office.store));
    if (ticket) return { ...signed, ticket: ticket.number };
  }
  return undefined;
}

/** What a machine says of a message of ours. */
interface Told {
  readonly kind: NoteOnTicket["kind"];
  /** In a sentence or more. */
  readonly said: string;
  /** As the note shows it. */
  readonly text: string;
  /** Why the message did not arrive, when it says that. */
  readonly failure?: string | undefined;
}

/** It goes to the message's ticket as a note, and marks a message that did not arrive. */
export function noteOn(ours: SignedMessage, onItsWay: MailOnItsWay, { kind, said, text, failure }: Told): NoteOnTicket {
  return {
    action: "note",
    kind,
    ticket: ours.ticket,
    reason: `${said} ${ours.ticket} kaydına not düşüldü.`,
    message: { ...contentOf(onItsWay, "system"), text },
    ...(failure !== undefined && { bounced: { message: ours.message, reason: failure } }),
  };
}
