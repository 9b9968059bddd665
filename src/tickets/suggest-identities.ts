import { type Identity, identityOf, kindOf, knownBy, mailIdentity } from "../core/identity.ts";
import type { Store } from "../core/ports.ts";
import type { Ticket } from "../core/ticket.ts";
import { essence, isSameText } from "../language/fold.ts";

/** Why two may be one person. The strongest comes first, and still proves nothing; what was typed may have been typed by anybody. */
const REASONS = ["vouchedAddress", "nameInAddress", "sameName", "typedAddress"] as const;
export type SuggestionReason = (typeof REASONS)[number];

export interface IdentitySuggestion {
  readonly identity: Identity;
  readonly reason: SuggestionReason;
  readonly name?: string;
  /** A ticket it is known by. */
  readonly ticket?: string;
}

const MOST_SUGGESTIONS = 3;
const READ = 20;

/**
 * Who may be the same person as a ticket's requester, known the other way (by chat for somebody known by mail, and the reverse): by the
 * address that Teams vouches for, by names and addresses that match, and by the address somebody typed into the chat. `known` is what the requester is known by already.
 */
export async function suggestIdentities(
  store: Pick<Store, "tickets" | "conversations">,
  ticket: Ticket,
  known: readonly Identity[],
): Promise<readonly IdentitySuggestion[]> {
  const own = identityOf(ticket);
  if (!own) return [];
  const [others, vouched] = await Promise.all([alike(store, ticket, own), vouchedFor(store, own)]);
  const typed = typedAddress(ticket, own);
  const found = [...vouched, ...typed, ...others.flatMap((other) => suggestionOf(ticket, own, other) ?? [])]
    .filter(({ identity }) => !known.includes(identity))
    .sort((a, b) => REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason));
  const best = new Map<Identity, IdentitySuggestion>();
  for (const one of found) if (!best.has(one.identity)) best.set(one.identity, one);
  return [...best.values()].slice(0, MOST_SUGGESTIONS);
}

async function alike(
  { tickets }: Pick<Store, "tickets">,
  { requester }: Ticket,
  own: Identity,
): Promise<readonly Ticket[]> {
  const inAddress = kindOf(own) === "mail" ? essence(localPart(own)) : undefined;
  const names = new Map([requester.name, inAddress].filter(isFullName).map((name) => [essence(name), name]));
  const pages = await Promise.all([
    ...[...names.values()].map((called) => tickets.list({ called, limit: READ })),
    kindOf(own) === "mail" ? tickets.list({ requesterEmail: knownBy(own), limit: READ }) : { items: [] },
  ]);
  return pages.flatMap(({ items }) => items);
}

/** A first name alone is everybody's. */
function isFullName(name: string | undefined): name is string {
  return name !== undefined && essence(name).includes(" ");
}

/** What Teams itself says: the account that has this mailbox, or the mailbox that this account has. */
async function vouchedFor(
  { conversations }: Pick<Store, "conversations">,
  own: Identity,
): Promise<readonly IdentitySuggestion[]> {
  const reason = "vouchedAddress";
  if (kindOf(own) === "mail") {
    const accounts = await conversations.accountsWith(knownBy(own));
    return accounts.map(({ id, name }) => ({ identity: `teams:${id}`, reason, ...(name && { name }) }));
  }
  const address = kindOf(own) === "teams" ? (await conversations.ofAccount(knownBy(own)))?.address : undefined;
  return address ? [{ identity: mailIdentity(address), reason }] : [];
}

function typedAddress({ requester }: Ticket, own: Identity): IdentitySuggestion[] {
  const { email } = requester;
  return email && kindOf(own) !== "mail" ? [{ identity: mailIdentity(email), reason: "typedAddress" }] : [];
}

function suggestionOf(ticket: Ticket, own: Identity, other: Ticket): IdentitySuggestion | undefined {
  const identity = identityOf(other);
  if (!identity || (kindOf(identity) === "mail") === (kindOf(own) === "mail")) return undefined;
  const reason = reasonOf(ticket, own, other, identity);
  const { name } = other.requester;
  return reason && { identity, reason, ticket: other.number, ...(name && { name }) };
}

function reasonOf(ticket: Ticket, own: Identity, other: Ticket, identity: Identity): SuggestionReason | undefined {
  const [mine, theirs] = [ticket.requester.name, other.requester.name];
  const [address, name] = kindOf(own) === "mail" ? [own, theirs] : [identity, mine];
  const typed = kindOf(own) === "mail" && other.requester.email === knownBy(own);
  if (isFullName(name) && isSameText(localPart(address), name)) return "nameInAddress";
  if (isFullName(mine) && isFullName(theirs) && isSameText(mine, theirs)) return "sameName";
  return typed ? "typedAddress" : undefined;
}

function localPart(address: Identity): string {
  return knownBy(address).split("@")[0] ?? "";
}
