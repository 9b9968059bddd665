import type { SignedMessage } from "../message-id.ts";
import type { StageContext } from "./stage.ts";

/** The message of ours that one of these ids names: we signed it, and its ticket is not emptied, into which nothing comes back. */
export async function ourMessage(
  ids: readonly string[],
  { office, readMessageId }: StageContext,
): Promise<SignedMessage | undefined> {
  for (const id of ids) {
    const signed = readMessageId(id);
    const ticket = signed && (await office.store.tickets.byNumber(signed.ticket));
    if (ticket && !ticket.erasedAt) return signed;
  }
  return undefined;
}
