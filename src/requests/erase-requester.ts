import type { ErasedCounts } from "../core/erasure.ts";
import { kindOf, knownBy, mailIdentity } from "../core/identity.ts";
import { maskEmail } from "../core/personal-data.ts";
import type { Office } from "../core/ports.ts";
import { asciiLower } from "../language/turkish-case.ts";
import { samePerson } from "../tickets/requester-identities.ts";
import { type Agent, actorOf, assertMay } from "./agent.ts";

export interface ErasureReport {
  /** Tickets the person opened, emptied with all that belongs to them. */
  readonly tickets: readonly string[];
  readonly erased: ErasedCounts;
  /** Entries about the person in tickets of others: emptied. */
  readonly entriesOfOthers: readonly string[];
  /** Tickets of others whose messages name the person: to be looked at by a member of staff. */
  readonly toLookAt: readonly string[];
  /** What stays, and why. */
  readonly kept: readonly string[];
}

const KEPT = [
  "Kayıt ve talep numaraları, tarihler ve durumlar: kişiyle ilişkisi kalmayan hizmet kaydı. / Numbers, dates and states: service records without a person.",
  "Olay günlüğü (kim, ne zaman, hangi işlem), talep sahibinin adı silinmiş olarak: denetim kaydı. / The event log without the requester's name: audit trail.",
  "E-postaların kimlik özetleri (hash): aynı e-posta yeniden içeri alınmasın diye. / Hashes of mails, so that they are not taken in again.",
] as const;
const NOTHING: ErasedCounts = {
  tickets: 0,
  messages: 0,
  requests: 0,
  mails: 0,
  conversations: 0,
  chatStates: 0,
  questions: 0,
  cases: 0,
  identities: 0,
};

/**
 * Erases a person on their demand (KVKK art. 7): tickets, messages, request entries, raw mails with their attachments, and chat
 * state, by every identity that staff linked with the address. May be repeated after an interruption. Throws `notAllowed` unless the agent may erase.
 */
export async function eraseRequester(
  office: Office,
  input: { readonly email: string; readonly by: Agent },
): Promise<ErasureReport> {
  assertMay(input.by, "erase");
  const { erasure } = office.store;
  const at = office.clock.now();
  const email = asciiLower(input.email.trim());
  const identities = await samePerson(office.store, [mailIdentity(email)]);
  const addresses = identities.filter((identity) => kindOf(identity) === "mail").map(knownBy);
  const tickets = await erasure.ticketsOf(identities);
  const own = new Set(tickets);
  const naming = (await Promise.all(addresses.map(erasure.requestsNaming))).flat();
  const others = naming.filter(({ ticket }) => !own.has(ticket));
  const entriesOfOthers = [...new Set(others.map(({ number }) => number))];
  const ofTickets = tickets.length > 0 ? await erasure.eraseTickets(tickets, at) : NOTHING;
  const chats = await erasure.eraseChatsOf(identities);
  const mails = await Promise.all(addresses.map((address) => erasure.eraseMailsFrom(address, at)));
  const erased: ErasedCounts = {
    ...ofTickets,
    mails: sum([ofTickets.mails, ...mails]),
    requests: ofTickets.requests + (await erasure.eraseRequests(entriesOfOthers, at)),
    conversations: ofTickets.conversations + chats.conversations,
    chatStates: ofTickets.chatStates + chats.chatStates,
    questions: ofTickets.questions + chats.questions,
    identities: await erasure.eraseLinks(identities),
  };
  const detail = Object.entries(erased)
    .map(([what, count]) => `${what} ${count}`)
    .join(", ");
  const event = { type: "person.erased", at, actor: actorOf(input.by), subject: maskEmail(email), detail } as const;
  await office.store.transact((transaction) => transaction.append(event));
  return { tickets, erased, entriesOfOthers, toLookAt: [...new Set(others.map(({ ticket }) => ticket))], kept: KEPT };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
