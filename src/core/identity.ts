import type { Ticket } from "./ticket.ts";

/**
 * One way a person is known by: a mail address in lower case, an account of the organisation's directory (object id), or a
 * conversation of their own with the bot (its key). What a person says of themselves is none.
 */
export type Identity = `mail:${string}` | `teams:${string}` | `chat:${string}`;
export type IdentityKind = "mail" | "teams" | "chat";

/** An identity that staff linked with others of the same person. */
export interface LinkedIdentity {
  readonly identity: Identity;
  /** How the person is called there. */
  readonly name?: string;
  readonly linkedAt: Date;
}

/** Which identities are one person's, as staff said. */
export interface Identities {
  /** All identities of the people these are of; empty when staff linked none of them. */
  ofPerson(identities: readonly Identity[]): Promise<readonly LinkedIdentity[]>;
}

/** What a transaction may write of them. */
export interface IdentityWrites {
  /** Says that two are one person, and with them whoever each was linked with before. False when that was known. */
  linkIdentities(one: LinkedIdentity, other: LinkedIdentity): Promise<boolean>;
  /** Takes one out of its person; what is left alone then is linked no more. False when it was in none. */
  unlinkIdentity(identity: Identity): Promise<boolean>;
}

export function mailIdentity(address: string): Identity {
  return `mail:${address}`;
}

/** How the person of an identity is told from others: an address, an object id, the key of a conversation. */
export function knownBy(identity: Identity): string {
  return identity.slice(identity.indexOf(":") + 1);
}

export function kindOf(identity: Identity): IdentityKind {
  return identity.slice(0, identity.indexOf(":")) as IdentityKind;
}

/** What tells the person apart in those of their identities that are of one kind. */
export function knownByKind(identities: readonly Identity[], kind: IdentityKind): string[] {
  return identities.filter((identity) => kindOf(identity) === kind).map(knownBy);
}

/** The object id of an account, and of other things in the directory. */
export const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Who a ticket's requester provably is: the address a mail came from, or the account or conversation the chat vouches for. An
 * address somebody typed into a chat proves nothing.
 */
export function identityOf({ channel, requester }: Pick<Ticket, "channel" | "requester">): Identity | undefined {
  const { email, aadObjectId, conversationId } = requester;
  if (channel === "mail" && email) return mailIdentity(email);
  if (aadObjectId) return `teams:${aadObjectId}`;
  if (conversationId) return `chat:${conversationId}`;
  return email ? mailIdentity(email) : undefined;
}
