import type { Message } from "../core/message.ts";
import { type DeliveryResult, MOST_ATTEMPTS, type OutboxItem } from "../core/outbox.ts";
import type { Office } from "../core/ports.ts";
import { composeMail } from "./compose-mail.ts";
import type { Mailer } from "./smtp-mailer.ts";
import type { MailWording } from "./wording.ts";

export interface MessageDeliveryOptions {
  readonly office: Pick<Office, "store" | "clock" | "ownAddresses">;
  /** Absent when no way out is set up. */
  readonly mailer: Mailer | undefined;
  readonly wording: MailWording;
  readonly from: string;
}

/**
 * Sends one message of a ticket as a mail and notes on the message what became of it. May be called twice for one item:
 * what is noted as sent is not sent again, and a second copy after a crash in between carries the same Message-ID.
 */
export async function deliverMessage(options: MessageDeliveryOptions, item: OutboxItem): Promise<DeliveryResult> {
  const { store, clock } = options.office;
  if (item.effect.kind !== "mail.message")
    return { kind: "failed", reason: `No mail can be made of ${item.effect.kind}.` };
  const message = await store.messages.byId(item.effect.message);
  const ticket = await store.tickets.byNumber(item.effect.ticket);
  // Erased meanwhile.
  if (!message || !ticket) return { kind: "failed", reason: "The message or its ticket is gone." };
  // What came back was on its way, whether or not this process lived to note it.
  const state = message.delivery?.state;
  if (state === "sent" || state === "bounced") return { kind: "sent" };

  const note = (state: NonNullable<Message["delivery"]>["state"], reason?: string) =>
    store.messages.setDelivery(message.id, { state, at: clock.now(), ...(reason && { reason }) });
  if (!options.mailer) {
    const reason = "Gönderilmedi: SMTP ayarlı değil.";
    await note("notConfigured", reason);
    return { kind: "held", reason };
  }
  const thread = await store.messages.ofTicket(ticket.number);
  const mail = composeMail({ ...options, ownAddresses: options.office.ownAddresses, ticket, message, thread });
  if (!mail) {
    const reason = "Alıcı yok: yalnızca kendi adresimize giderdi.";
    await note("failed", reason);
    return { kind: "failed", reason };
  }
  const result = await options.mailer.send(mail);
  if (result.kind === "later" && item.attempts < MOST_ATTEMPTS) {
    await note("waiting", result.reason);
    return { kind: "retry", reason: result.reason };
  }
  if (result.kind === "interrupted") {
    await note("waiting", result.reason);
    return result;
  }
  if (result.kind !== "sent") {
    await note("failed", result.reason);
    return { kind: "failed", reason: result.reason };
  }
  await note("sent");
  return { kind: "sent" };
}
