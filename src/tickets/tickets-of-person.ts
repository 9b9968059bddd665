import { type Identity, identityOf, kindOf, knownBy } from "../core/identity.ts";
import type { Store, TicketQuery } from "../core/ports.ts";
import type { Ticket } from "../core/ticket.ts";

/** Read for each identity before those are left out that only name it. */
const READ = 50;

const QUERIES: Readonly<Record<ReturnType<typeof kindOf>, (value: string) => Partial<TicketQuery>>> = {
  mail: (requesterEmail) => ({ requesterEmail }),
  teams: (aadObjectId) => ({ aadObjectId }),
  chat: (conversationId) => ({ conversationId }),
};

/** The tickets of one person by all they are known by, last changed first. */
export async function ticketsOfPerson(
  { tickets }: Pick<Store, "tickets">,
  identities: readonly Identity[],
  limit: number,
): Promise<readonly Ticket[]> {
  const own = new Set(identities);
  const pages = await Promise.all(
    identities.map((identity) => tickets.list({ limit: READ, ...QUERIES[kindOf(identity)](knownBy(identity)) })),
  );
  const found = pages
    .flatMap(({ items }) => items)
    .filter((ticket) => {
      const identity = identityOf(ticket);
      return identity !== undefined && own.has(identity);
    });
  const once = [...new Map(found.map((ticket) => [ticket.number, ticket])).values()];
  return once.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime()).slice(0, limit);
}
