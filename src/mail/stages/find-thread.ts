import { findTicketNumbers, type Ticket } from "../../core/ticket.ts";
import { isRequesterAddress } from "../../tickets/requester-identities.ts";
import { currentTicket, ticketOfOurs } from "./current-ticket.ts";
import { authorOf } from "./registered-mail.ts";
import { isBelieved, type MailOnItsWay, PASS, type Stage, type StageContext, type StageResult } from "./stage.ts";

/** How many of the latest ids that are not ours are looked up. */
export const MOST_FOREIGN_IDS = 5;

/**
 * Which ticket a mail belongs to. Our own signed Message-IDs say so; the id of another mail in the thread does for people who
 * are in it; a number in the subject does for participants only, since anybody can guess one (CVE classes GHSA-j49f, GHSA-6r38).
 */
export const findThread: Stage = {
  name: "Konuşma",
  async run(mail, context) {
    const byId = await ticketByIds(mail, context);
    if (byId) return joined(mail, byId.ticket, byId.how);
    return ticketByNumber(mail, context);
  },
};

async function ticketByIds(onItsWay: MailOnItsWay, { office, readMessageId }: StageContext) {
  const { mail } = onItsWay;
  for (const id of mail.references.toReversed()) {
    const signed = readMessageId(id);
    const signedTicket = signed && (await ticketOfOurs(signed, office.store));
    if (signedTicket) return { ticket: signedTicket, how: "Bizim imzalı Message-ID'mize yanıt" };
  }
  // Ids of others are known to everybody who got the mail; they count for people of the thread, if they are who they say.
  if (!isBelieved(onItsWay)) return undefined;
  for (const id of mail.references.slice(-MOST_FOREIGN_IDS).toReversed()) {
    const known = await office.store.messages.byMessageId(id);
    const ticket = known && (await currentTicket(known.ticket, office.store));
    const people = [...(ticket?.participants ?? []), ...(known?.to ?? [])];
    if (ticket && (await isAmong(people, ticket, authorOf(mail)?.address ?? "", office.store)))
      return { ticket, how: "Kayıttaki bir e-postaya yanıt" };
  }
  return undefined;
}

async function ticketByNumber(mail: MailOnItsWay, { office }: StageContext): Promise<StageResult> {
  const sender = authorOf(mail.mail)?.address ?? "";
  const mentioned: string[] = [];
  let isTheirs = false;
  for (const number of findTicketNumbers(mail.mail.subject).slice(0, 3)) {
    const ticket = await currentTicket(number, office.store);
    if (!ticket) continue;
    const isParticipant = await isAmong(ticket.participants, ticket, sender, office.store);
    if (isParticipant && isBelieved(mail)) return joined(mail, ticket, "Konudaki kayıt numarası, gönderen katılımcı");
    isTheirs ||= isParticipant;
    mentioned.push(ticket.number);
  }
  if (mentioned.length === 0) return PASS;
  return {
    learned: { links: [...mail.links, ...mentioned.map((number) => ({ number, kind: "mentions" as const }))] },
    note: `Konuda ${mentioned.join(", ")} yazıyor, ama ${isTheirs ? "gönderenin o katılımcı olduğu doğrulanmadı" : "gönderen o kaydın katılımcısı değil"}: yeni kayıt, bağlantıyla.`,
  };
}

/** Whether an address is of the thread: one that wrote or got mail in it, or one that staff linked with the requester. */
async function isAmong(
  people: readonly string[],
  ticket: Ticket,
  address: string,
  store: StageContext["office"]["store"],
): Promise<boolean> {
  return people.includes(address) || isRequesterAddress(store, ticket, address);
}

/** A reply to a closed ticket opens a new one that continues it. */
function joined(mail: MailOnItsWay, ticket: Ticket, how: string): StageResult {
  if (ticket.status !== "closed") return { learned: { ticket }, note: `${how}: ${ticket.number}.` };
  const links = [...mail.links, { number: ticket.number, kind: "continues" as const }];
  return { learned: { links }, note: `${how}: ${ticket.number}, ama kapanmış; onu sürdüren yeni kayıt.` };
}
