import type { ErasedCounts, ErasureSubject, Mention } from "../core/erasure.ts";
import { type Identity, identityOf, kindOf, knownBy, knownByKind, mailIdentity } from "../core/identity.ts";
import type { Office, Store } from "../core/ports.ts";
import type { Ticket } from "../core/ticket.ts";
import { asciiLower } from "../language/turkish-case.ts";
import { samePerson } from "../tickets/requester-identities.ts";
import { type Agent, actorOf, assertMay } from "./agent.ts";
import { type PersonSought, readPersonSought } from "./person-sought.ts";
import { erasureRefusal, refusedErasure } from "./refuse-erasure.ts";

/** Who is to be erased, and by whose wish. */
export interface ErasureWish {
  /** By what the person is asked for, as `readPersonSought` takes it. */
  readonly who: string;
  /** Identities that were found beside, and that whoever erases says are the same person's. */
  readonly also?: readonly Identity[];
  /** Whose entries are meant, where several people have the number. */
  readonly called?: readonly string[];
  readonly by: Agent;
}

/** What an erasure would take, shown before it does. */
export interface PersonToErase {
  readonly subject: ErasureSubject;
  readonly counts: ErasedCounts;
  /** Perhaps the same person's: nobody linked them, so that somebody has to say it. */
  readonly perhaps: readonly PerhapsTheirs[];
  /** What names the person and stays: to be looked at by a member of staff. */
  readonly toLookAt: readonly Mention[];
  /** To be typed by whoever erases: the person's address or name, or how they were asked for. */
  readonly confirmation: string;
}

export interface PerhapsTheirs {
  readonly identity: Identity;
  readonly name?: string;
  /** Teams says the address is the account's · it was typed in this chat · an entry about them names it · a message under it holds the number. */
  readonly why: "vouchedAddress" | "typedAddress" | "inEntry" | "numberInTicket";
}

export interface ErasureReport {
  /** Tickets the person opened, emptied with all that belongs to them. */
  readonly tickets: readonly string[];
  readonly erased: ErasedCounts;
  /** Entries about the person in tickets of others: emptied. */
  readonly entriesOfOthers: readonly string[];
  /** Entries about others in the person's tickets: they stay, without what names the person. */
  readonly entriesKept: readonly string[];
  /** What names the person and stays: to be looked at by a member of staff. */
  readonly toLookAt: readonly Mention[];
  /** What stays, and why. */
  readonly kept: readonly { readonly tr: string; readonly en: string }[];
}

/** What the law keeps, and why. */
export const KEPT = [
  {
    tr: "Kayıt ve talep numaraları, tarihler ve durumlar: kişiyle ilişkisi kalmayan hizmet kaydı.",
    en: "Numbers, dates and states: service records without a person.",
  },
  {
    tr: "Olay günlüğü (kim, ne zaman, hangi işlem), talep sahibinin adı silinmiş olarak: denetim kaydı.",
    en: "The event log without the requester's name: audit trail.",
  },
  {
    tr: "E-postaların kimlik özetleri (hash): aynı e-posta yeniden içeri alınmasın diye.",
    en: "Hashes of mails, so that they are not taken in again.",
  },
  {
    tr: "Kişinin başkaları için gönderdiği başvurular: değerleri o kişilerindir. Gönderenin adı, adresi ve okunduğu metindeki izi silinir; ham e-posta ve yazışma ise silinir.",
    en: "Request entries the person sent for others: their values are those people's. The sender's name and address are taken out, also of the passage they were read from; the raw mail and the messages are erased.",
  },
] as const;
/** Read of tickets in which a number occurs; more than these are nobody's own. */
const MOST_TICKETS = 20;

/**
 * What erasing a person would take; changes nothing. Throws `notAllowed` unless the agent may erase, `conflict` for an address of the
 * office or of somebody who works there (`whyRefused`), and what `readPersonSought` throws.
 */
export async function findPersonToErase(office: Office, wish: ErasureWish): Promise<PersonToErase> {
  assertMay(wish.by, "erase");
  const { store } = office;
  const { sought, subject, holding } = await subjectOf(office, wish);
  const [counts, toLookAt, perhaps] = await Promise.all([
    store.erasure.count(subject),
    mentionsOf(store, subject, holding),
    perhapsTheirs(office, subject, holding),
  ]);
  return { subject, counts, toLookAt, perhaps, confirmation: confirmationFor(subject, sought) };
}

/**
 * Erases a person on their demand (KVKK art. 7): everything the store's treatments say, by every identity that staff linked. May be
 * repeated after an interruption. Throws as `findPersonToErase` does.
 */
export async function erasePerson(office: Office, wish: ErasureWish): Promise<ErasureReport> {
  assertMay(wish.by, "erase");
  const { store, clock } = office;
  const at = clock.now();
  const { sought, subject, holding } = await subjectOf(office, wish);
  const toLookAt = await mentionsOf(store, subject, holding);
  const common = { at, actor: actorOf(wish.by), subject: sought.told } as const;
  // Before anything goes: an erasure that is interrupted stands in the audit log too.
  await store.transact((transaction) => transaction.append({ ...common, type: "person.erasing" }));
  const erased = await store.erasure.erase(subject, at);
  const detail = Object.entries(erased)
    .map(([what, count]) => `${what} ${count}`)
    .join(", ");
  await store.transact((transaction) => transaction.append({ ...common, type: "person.erased", detail }));
  const entriesOfOthers = subject.entries.map(({ number }) => number);
  const entriesKept = subject.ofOthers.map(({ number }) => number);
  return { tickets: subject.tickets, erased, entriesOfOthers, entriesKept, toLookAt, kept: KEPT };
}

/** Who is meant, with all that is about them; and where they were asked for by a number, the tickets it occurs in. */
async function subjectOf(office: Office, { who, also = [], called = [] }: ErasureWish) {
  const { store } = office;
  const sought = await readPersonSought(store, who);
  const identities = await samePerson(store, [...sought.identities, ...also]);
  for (const identity of identities) {
    const refusal = await erasureRefusal(office, identity);
    if (refusal) throw refusedErasure(refusal);
  }
  const isNumber = sought.keys?.nationalId !== undefined || sought.keys?.phones !== undefined;
  const [subject, holding] = await Promise.all([
    store.erasure.subjectOf({ ...sought, identities, called }),
    isNumber ? store.tickets.list({ q: who, limit: MOST_TICKETS }) : { items: [] },
  ]);
  return { sought, subject, holding: holding.items };
}

async function mentionsOf(
  store: Store,
  subject: ErasureSubject,
  holding: readonly Ticket[],
): Promise<readonly Mention[]> {
  const own = new Set(subject.tickets);
  const mentions = [
    ...(await store.erasure.mentions(subject)),
    ...holding.map(({ number }) => ({ place: "ticket", id: number, name: number }) as const),
  ].filter(({ place, id }) => place !== "ticket" || !own.has(id));
  return [...new Map(mentions.map((one) => [`${one.place} ${one.id}`, one])).values()];
}

/** Nobody who may not be erased is offered. */
async function perhapsTheirs(
  office: Office,
  subject: ErasureSubject,
  holding: readonly Ticket[],
): Promise<readonly PerhapsTheirs[]> {
  const { store } = office;
  const addresses = knownByKind(subject.identities, "mail");
  const accounts = (await Promise.all(addresses.map(store.conversations.accountsWith))).flat();
  const lists = await Promise.all(
    addresses.map((requesterEmail) => store.tickets.list({ requesterEmail, limit: MOST_TICKETS })),
  );
  const found: PerhapsTheirs[] = [
    ...accounts.map(
      ({ id, name }) => ({ identity: `teams:${id}` as const, ...(name && { name }), why: "vouchedAddress" }) as const,
    ),
    ...subject.entries.flatMap(({ email }) =>
      email ? [{ identity: mailIdentity(asciiLower(email)), why: "inEntry" } as const] : [],
    ),
    ...requestersOf(lists.flatMap(({ items }) => items)).map((one) => ({ ...one, why: "typedAddress" }) as const),
    ...requestersOf(holding).map((one) => ({ ...one, why: "numberInTicket" }) as const),
  ];
  const known = new Set(subject.identities);
  const unknown = found.filter(({ identity }) => !known.has(identity));
  const once = [...new Map(unknown.reverse().map((one) => [one.identity, one])).values()].reverse();
  const refusals = await Promise.all(once.map(({ identity }) => erasureRefusal(office, identity)));
  return once.filter((_, index) => refusals[index] === undefined);
}

function requestersOf(tickets: readonly Ticket[]) {
  return tickets.flatMap((ticket) => {
    const identity = identityOf(ticket);
    const { name } = ticket.requester;
    return identity ? [{ identity, ...(name && { name }) }] : [];
  });
}

/** Something that can be typed: what they were asked for by is told masked. */
function confirmationFor({ identities, names, tickets, entries }: ErasureSubject, { told }: PersonSought): string {
  const address = identities.find((identity) => kindOf(identity) === "mail");
  return (address && knownBy(address)) ?? names[0] ?? tickets[0] ?? entries[0]?.number ?? told;
}
