import { maskEmail } from "../core/personal-data.ts";
import type { Office } from "../core/ports.ts";
import { type AddedMessage, addMessage, type MessageToAdd } from "./add-message.ts";

export interface MessageWithAddress extends Omit<MessageToAdd, "alsoWrite"> {
  /** The address its writer gives as their own, in lower case. It proves nothing, and takes the place of none that stands there. */
  readonly email?: string | undefined;
}

/**
 * Files what a requester adds to their ticket, and with it how they say to be reached beside the chat: a phone stays in the message,
 * which the store masks and seals; a mail address becomes the ticket's, where it has none. Throws `conflict` when it was filed before.
 */
export function addWithReach(office: Office, { email, ...message }: MessageWithAddress): Promise<AddedMessage> {
  return addMessage(office, {
    ...message,
    alsoWrite: async (transaction, ticket) => {
      if (!email || ticket.requester.email) return;
      const updated = await transaction.updateTicket({
        ...ticket,
        requester: { ...ticket.requester, email },
        participants: [...new Set([...ticket.participants, email])],
      });
      await transaction.append(
        {
          type: "ticket.changed",
          at: office.clock.now(),
          actor: message.actor,
          ticket: ticket.number,
          changes: [{ field: "address", from: null, to: maskEmail(email) }],
        },
        updated,
      );
    },
  });
}
