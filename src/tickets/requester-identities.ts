import { type Identity, identityOf, kindOf, knownBy, knownByKind, mailIdentity } from "../core/identity.ts";
import type { Store } from "../core/ports.ts";
import type { Ticket } from "../core/ticket.ts";

type People = Pick<Store, "identities">;

/** These identities and all others of the same people. */
export async function samePerson({ identities }: People, own: readonly Identity[]): Promise<readonly Identity[]> {
  const linked = await identities.ofPerson(own);
  return [...new Set([...own, ...linked.map(({ identity }) => identity)])];
}

/** Everything a ticket's requester is known by; empty for a ticket of nobody. */
export async function requesterIdentities(store: People, ticket: Ticket): Promise<readonly Identity[]> {
  const own = identityOf(ticket);
  return own ? samePerson(store, [own]) : [];
}

/** Whether a mail address (lower case) is the requester's own: the ticket's, or one that staff linked. */
export async function isRequesterAddress(store: People, ticket: Ticket, address: string): Promise<boolean> {
  if (address === "") return false;
  const wanted = mailIdentity(address);
  return identityOf(ticket) === wanted || (await requesterIdentities(store, ticket)).includes(wanted);
}

/** Where the requester gets mail: the ticket's own address, one that staff linked, or the one they typed into the chat. */
export async function requesterAddress(store: People, ticket: Ticket): Promise<string | undefined> {
  const address = (await requesterIdentities(store, ticket)).find((identity) => kindOf(identity) === "mail");
  return address ? knownBy(address) : ticket.requester.email;
}

/**
 * The conversation in which somebody who wrote by mail hears of their ticket as well: alone with the bot, in Teams rather than in a
 * browser. Nothing when staff linked none or the bot was removed from it.
 */
export async function linkedConversation(
  store: Pick<Store, "identities" | "conversations">,
  ticket: Ticket,
): Promise<string | undefined> {
  const identities = await requesterIdentities(store, ticket);
  for (const account of knownByKind(identities, "teams")) {
    const conversation = await store.conversations.ofAccount(account);
    if (conversation) return conversation.id;
  }
  for (const conversation of knownByKind(identities, "chat")) {
    if (await store.conversations.isPersonal(conversation)) return conversation;
  }
  return undefined;
}
