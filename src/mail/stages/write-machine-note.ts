import type { LedgerMail, MailOutcome, StageNote } from "../../core/mail.ts";
import type { Message } from "../../core/message.ts";
import type { Office } from "../../core/ports.ts";
import { loadTicketOfSomebody } from "../../tickets/load-ticket.ts";
import type { NoteOnTicket } from "./decision.ts";

/**
 * What a machine said of a ticket, as a note staff see; the ticket is not woken. A bounce also marks the message of ours
 * that did not arrive; that is written first, since repeating it after a crash does no harm.
 */
export async function writeMachineNote(
  { store, clock }: Office,
  row: LedgerMail,
  decision: NoteOnTicket,
  decisions: readonly StageNote[],
): Promise<MailOutcome> {
  const now = clock.now();
  const { bounced, kind, reason, ticket: number } = decision;
  const outcome: MailOutcome = { kind, ticket: number, reason, decisions, at: now };
  if (bounced) await store.messages.setDelivery(bounced.message, { state: "bounced", at: now, reason: bounced.reason });
  const note: Message = {
    ...decision.message,
    id: store.newId(),
    ticket: number,
    direction: "note",
    channel: "mail",
    mail: row.id,
    ...(row.contentKey && { contentKey: row.contentKey }),
    createdAt: now,
  };
  await store.transact(async (transaction) => {
    const ticket = await loadTicketOfSomebody(transaction, number);
    const tags = bounced ? [...new Set([...ticket.tags, "adres ulaşmıyor"])] : ticket.tags;
    const updated = await transaction.updateTicket({ ...ticket, tags, updatedAt: now });
    await transaction.insertMessage(note);
    const event = {
      type: "ticket.noteAdded",
      at: now,
      actor: { kind: "system" },
      ticket: number,
      message: note.id,
    } as const;
    await transaction.append(event, updated);
    await transaction.finishMail(row.id, outcome);
  });
  return outcome;
}
