import { AppError } from "../core/errors.ts";
import { type Identity, identityOf, kindOf, knownBy, type LinkedIdentity, mailIdentity } from "../core/identity.ts";
import type { Actor } from "../core/person.ts";
import { maskEmail } from "../core/personal-data.ts";
import type { Office } from "../core/ports.ts";
import { findTicketNumbers, type Ticket } from "../core/ticket.ts";
import { asciiLower } from "../language/turkish-case.ts";

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LONGEST_ADDRESS = 254;

/**
 * Says that a ticket's requester and somebody else known to the office are one person. Only ever by hand: an address that somebody
 * claims opens nobody's tickets. Out: false when it was known. Throws `notFound` when nobody is meant, `badRequest` when it is the
 * same identity or a conversation that others read, `conflict` when a colleague links the same at this moment.
 */
export async function linkRequester(
  office: Office,
  input: {
    readonly ticket: string;
    /** A mail address, the number of another ticket of the person, or an account in Teams that the bot has met ("teams:…"). */
    readonly other: string;
    readonly actor: Actor;
  },
): Promise<boolean> {
  const { store, clock } = office;
  const at = clock.now();
  const ticket = await store.tickets.byNumber(input.ticket);
  const one = ticket && linkOf(ticket, at);
  const other = await meant(office, input.other, at);
  if (!one || !other) throw new AppError("notFound", "There is nobody to link.", { other: input.other.slice(0, 100) });
  if (one.identity === other.identity)
    throw new AppError("badRequest", "That is the same identity.", { field: "other" });
  for (const { identity } of [one, other]) {
    if (kindOf(identity) === "chat" && !(await store.conversations.isPersonal(knownBy(identity)))) {
      throw new AppError("badRequest", "Others read this conversation.", { field: "conversation" });
    }
  }
  return store.transact(async (transaction) => {
    if (!(await transaction.linkIdentities(one, other))) return false;
    const detail = `${toldOf(one)} = ${toldOf(other)}`;
    const { ticket: number, actor } = input;
    await transaction.append({ type: "person.linked", at, actor, ticket: number, detail });
    return true;
  });
}

/** Takes a link back: the identity is a person of its own again. Throws `notFound` when it was none of this requester's. */
export async function unlinkRequester(
  office: Office,
  input: { readonly ticket: string; readonly identity: string; readonly actor: Actor },
): Promise<void> {
  const { store, clock } = office;
  const ticket = await store.tickets.byNumber(input.ticket);
  const own = ticket && identityOf(ticket);
  const linked = own ? await store.identities.ofPerson([own]) : [];
  const gone = linked.find(({ identity }) => identity === input.identity);
  if (!gone) throw new AppError("notFound", "The requester is not linked with this.", { identity: input.identity });
  const { ticket: number, actor } = input;
  await store.transact(async (transaction) => {
    if (!(await transaction.unlinkIdentity(gone.identity))) return;
    await transaction.append({ type: "person.unlinked", at: clock.now(), actor, ticket: number, detail: toldOf(gone) });
  });
}

function linkOf(ticket: Ticket, linkedAt: Date): LinkedIdentity | undefined {
  const identity = identityOf(ticket);
  const { name } = ticket.requester;
  return identity && { identity, linkedAt, ...(name && { name }) };
}

async function meant({ store }: Office, other: string, linkedAt: Date): Promise<LinkedIdentity | undefined> {
  const text = other.trim();
  if (text.startsWith("teams:")) return metInTeams(store, text as Identity, linkedAt);
  const [number] = findTicketNumbers(text);
  if (number) {
    const ticket = await store.tickets.byNumber(number);
    return ticket && linkOf(ticket, linkedAt);
  }
  if (text.length > LONGEST_ADDRESS || !ADDRESS.test(text)) return undefined;
  return { identity: mailIdentity(asciiLower(text)), linkedAt };
}

async function metInTeams(
  { conversations }: Office["store"],
  identity: Identity,
  linkedAt: Date,
): Promise<LinkedIdentity | undefined> {
  const met = await conversations.ofAccount(knownBy(identity));
  return met && { identity, linkedAt, ...(met.name && { name: met.name }) };
}

/** How the history names an identity: recognisable, and no address in the clear. */
function toldOf({ identity, name }: Pick<LinkedIdentity, "identity" | "name">): string {
  return TOLD[kindOf(identity)](identity, name);
}

const TOLD: Readonly<Record<ReturnType<typeof kindOf>, (identity: Identity, name?: string) => string>> = {
  mail: (identity) => maskEmail(knownBy(identity)),
  teams: (_identity, name) => ["Teams", ...(name ? [name] : [])].join(" "),
  chat: (_identity, name) => ["Web", ...(name ? [name] : [])].join(" "),
};
