import type { SignedMessage } from "../message-id.ts";
import { ticketOfOurs } from "./current-ticket.ts";
import type { StageContext } from "./stage.ts";

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
