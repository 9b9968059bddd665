import { AppError } from "../../core/errors.ts";
import type { Office } from "../../core/ports.ts";
import { openTicket } from "../../tickets/open-ticket.ts";
import type { Storm } from "./decision.ts";

/** The number of the ticket that keeps a storm's mails together; opens it when this is the first of them. */
export async function stormTicket(office: Office, storm: Storm): Promise<string> {
  const contentKey = `storm:${storm.key}`;
  const opened = await office.store.messages.byContentKey(contentKey);
  if (opened) return opened.ticket;
  const text = `Kısa sürede çok sayıda e-posta geldi (${storm.label}). Benzerleri bu kayıtta toplanıyor; hiçbirine otomatik yanıt verilmiyor, içlerindeki başvurular okunmuyor. Aralarında kişilerin talepleri varsa “Yazışmayı ayır” ile ayırın; bir makine yazıyorsa göndereni posta sunucunuzda durdurun.`;
  try {
    const { ticket } = await openTicket(office, {
      subject: `Posta yoğunluğu: ${storm.label}`,
      category: "other",
      priority: "high",
      channel: "mail",
      requester: {},
      tags: ["yoğunluk"],
      message: { channel: "mail", from: { kind: "system" }, text, contentKey },
      actor: { kind: "system" },
    });
    return ticket.number;
  } catch (error) {
    if (!(error instanceof AppError && error.code === "conflict")) throw error;
    // Another worker opened it at the same moment.
    const other = await office.store.messages.byContentKey(contentKey);
    if (!other) throw error;
    return other.ticket;
  }
}
