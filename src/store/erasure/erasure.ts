import type { Connection } from "mongoose";
import {
  type EntryElsewhere,
  ERASED_KINDS,
  type ErasedCounts,
  type Erasure,
  type ErasureStart,
  type ErasureSubject,
} from "../../core/erasure.ts";
import { type IdentityKind, kindOf, knownBy } from "../../core/identity.ts";
import type { Models, Stored } from "../models.ts";
import type { PersonalTerms } from "../personal-terms.ts";
import { createRawFiles } from "../raw-files.ts";
import { createRawDrop } from "./mail-part.ts";
import { accountsOf, addressesOf, type ErasureTools } from "./part.ts";
import { createRawRetention } from "./raw-retention.ts";
import { POINTED_OUT_BESIDES, TREATMENTS } from "./treatments.ts";

/** Where a ticket names its requester. */
const TICKET_FIELDS: Readonly<Record<IdentityKind, string>> = {
  mail: "requester.email",
  teams: "requester.aadObjectId",
  chat: "requester.conversationId",
};

interface Requester {
  readonly name?: string;
  readonly conversationId?: string;
}

export interface ErasureNeeds extends Pick<ErasureTools, "rebuildTerms"> {
  readonly terms: Pick<PersonalTerms, "keysOf">;
}

/**
 * Erasure over all collections, as the treatments say. What stays of an erased matter is its number, its dates and states, and the
 * identity hashes of its mails: without those the same mail would be taken in again.
 */
export function createErasure(connection: Connection, models: Models, { terms, rebuildTerms }: ErasureNeeds): Erasure {
  const files = createRawFiles(connection);
  const treatments = Object.values(TREATMENTS);
  const parts = treatments.flatMap((one) =>
    "part" in one ? [{ kind: one.kind, ...one.part({ models, files, rebuildTerms }) }] : [],
  );
  const pointers = [
    ...treatments.flatMap((one) => ("pointsOut" in one ? [one.pointsOut] : [])),
    ...POINTED_OUT_BESIDES,
  ];

  /** One after the other: the order counts. */
  async function perKind(work: (part: (typeof parts)[number]) => Promise<number>): Promise<ErasedCounts> {
    const counts = Object.fromEntries(ERASED_KINDS.map((kind) => [kind, 0])) as Record<keyof ErasedCounts, number>;
    for (const part of parts) counts[part.kind] += await work(part);
    return counts;
  }

  async function ticketsOf({ identities }: ErasureStart): Promise<readonly Stored[]> {
    const found = await Promise.all(
      identities.map((identity) =>
        models.tickets
          .find({ [TICKET_FIELDS[kindOf(identity)]]: knownBy(identity) }, { number: 1, requester: 1 })
          .lean(),
      ),
    );
    return [...new Map(found.flat().map((row) => [row._id, row])).values()];
  }

  /** Entries about the person by what recognises them, or by the entry's own address. */
  async function entriesOf(start: ErasureStart, addresses: readonly string[]): Promise<readonly Stored[]> {
    const keys = start.keys ? terms.keysOf(start.keys) : [];
    const filters = [
      ...(keys.length > 0 ? [{ personKeys: { $in: keys } }] : []),
      ...addresses.map((address) => ({ "fields.email.value": address })),
    ];
    const wanted = { number: 1, ticket: 1, fields: 1 } as const;
    const found = await Promise.all(filters.map((filter) => models.requests.find(filter, wanted).lean()));
    return [...new Map(found.flat().map((row) => [row._id, row])).values()];
  }

  async function subjectOf(start: ErasureStart): Promise<ErasureSubject> {
    const { identities } = start;
    const tickets = await ticketsOf(start);
    const own = new Set(tickets.map((row) => row.number as string));
    const entries = await entriesOf(start, addressesOf({ ...EMPTY, identities }));
    const linked = await models.identities.find({ _id: { $in: [...identities] } }, { name: 1 }).lean();
    const ofAccounts = await models.conversations
      .find({ aadObjectId: { $in: accountsOf(start) }, alone: true }, { _id: 1, name: 1 })
      .lean();
    const requesters = tickets.map((row) => row.requester as Requester);
    const names = [
      ...requesters.map(({ name }) => name),
      ...[...linked, ...ofAccounts].map(({ name }) => name),
      ...entries.map((row) => fieldOf(row, "name")),
    ];
    return {
      identities,
      tickets: [...own],
      entries: entries.map(entryOf).filter(({ ticket }) => !own.has(ticket)),
      conversations: [
        ...new Set([
          ...identities.filter((identity) => kindOf(identity) === "chat").map(knownBy),
          ...ofAccounts.map(({ _id }) => _id),
          ...requesters.flatMap(({ conversationId }) => conversationId ?? []),
        ]),
      ],
      names: [...new Set(names.filter((name): name is string => typeof name === "string" && isWholeName(name)))],
    };
  }

  return {
    subjectOf,
    count: (subject) => perKind((part) => part.count(subject)),
    erase: (subject, at) => perKind((part) => part.erase(subject, at)),
    async mentions(subject) {
      return (await Promise.all(pointers.map((pointsOut) => pointsOut(models, subject)))).flat();
    },
    eraseRawMails: createRawRetention(models, createRawDrop(models, files)),
  };
}

const EMPTY: ErasureSubject = { identities: [], tickets: [], entries: [], conversations: [], names: [] };

/** A single word is borne by too many to find somebody by. */
function isWholeName(name: string): boolean {
  return name.trim().split(/\s+/).length > 1;
}

function fieldOf(row: Stored, field: "name" | "email"): string | undefined {
  return (row.fields as Readonly<Record<string, { readonly value?: string } | undefined>> | undefined)?.[field]?.value;
}

function entryOf(row: Stored): EntryElsewhere {
  const email = fieldOf(row, "email");
  return { number: row.number as string, ticket: row.ticket as string, ...(email && { email }) };
}
