import { mentionsIn } from "../core/mentions.ts";
import type { Message } from "../core/message.ts";
import type { Office } from "../core/ports.ts";
import { loadTicket } from "./load-ticket.ts";

/** Leaves a note that only staff see; colleagues it names ("@Ayşe Yılmaz") are written down, to be told. */
export async function addNote(
  office: Office,
  note: {
    readonly ticket: string;
    readonly agent: { readonly id: string; readonly name: string };
    readonly text: string;
  },
): Promise<Message> {
  const { store, clock } = office;
  const now = clock.now();
  const members = note.text.includes("@") ? await store.staff.list() : [];
  const mentions = mentionsIn(
    note.text,
    members.filter(({ active }) => active),
  );
  const message: Message = {
    id: store.newId(),
    ticket: note.ticket,
    direction: "note",
    channel: "staff",
    from: { kind: "agent", staff: note.agent.id, name: note.agent.name },
    to: [],
    text: note.text,
    attachments: [],
    createdAt: now,
  };
  await store.transact(async (transaction) => {
    const ticket = await loadTicket(transaction, note.ticket);
    const updated = await transaction.updateTicket({ ...ticket, updatedAt: now });
    await transaction.insertMessage(message);
    await transaction.append(
      {
        type: "ticket.noteAdded",
        at: now,
        actor: { kind: "staff", ...note.agent },
        ticket: ticket.number,
        message: message.id,
        ...(mentions.length > 0 && { mentions }),
      },
      updated,
    );
  });
  return message;
}
