import type { Connection } from "mongoose";
import {
  type EntryElsewhere,
  ERASED_KINDS,
  type ErasedCounts,
  type Erasure,
  type ErasureStart,
  type ErasureSubject,
} from "../../core/erasure.ts";
import { type IdentityKind, identityOf, kindOf, knownBy, knownByKind } from "../../core/identity.ts";
import type { Requester, Ticket } from "../../core/ticket.ts";
import { essence, isSameText } from "../../language/fold.ts";
import { fromStored } from "../documents.ts";
import type { Models, Stored } from "../models.ts";
import type { PersonalTerms } from "../personal-terms.ts";
import { createRawFiles } from "../raw-files.ts";
import { createOwnership } from "./entry-parts.ts";
import { createRawDrop } from "./mail-part.ts";
import { accountsOf, addressesOf, type ErasureTools, ofTickets } from "./part.ts";
import { createRawRetention } from "./raw-retention.ts";
import { POINTED_OUT_BESIDES, TREATMENTS } from "./treatments.ts";

/** Where a ticket names its requester. */
const TICKET_FIELDS: Readonly<Record<IdentityKind, string>> = {
  mail: "requester.email",
  teams: "requester.aadObjectId",
  chat: "requester.conversationId",
};

export interface ErasureNeeds extends Pick<ErasureTools, "rebuildTerms" | "mailsFrom" | "storedRequests"> {
  readonly terms: Pick<PersonalTerms, "keysOf">;
}

/**
 * Erasure over all collections, as the treatments say. What stays of an erased matter is its number, its dates and states, and the
 * identity hashes of its mails: without those the same mail would be taken in again.
 */
export function createErasure(
  connection: Connection,
  models: Models,
  { terms, rebuildTerms, mailsFrom, storedRequests }: ErasureNeeds,
): Erasure {
  const files = createRawFiles(connection);
  const treatments = Object.values(TREATMENTS);
  const parts = treatments.flatMap((one) =>
    "part" in one
      ? [{ kind: one.kind, ...one.part({ connection, models, files, rebuildTerms, mailsFrom, storedRequests }) }]
      : [],
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

  /** What they opened. An address that was typed into a chat proves nothing, and makes nobody's chat theirs. */
  async function ticketsOf({ identities }: ErasureStart): Promise<readonly Stored[]> {
    const found = await Promise.all(
      identities.map(async (identity) => {
        const kind = kindOf(identity);
        const rows = await models.tickets
          .find({ [TICKET_FIELDS[kind]]: knownBy(identity) }, { number: 1, channel: 1, requester: 1, links: 1 })
          .lean();
        return rows.filter((row) => kind !== "mail" || identityOf(fromStored<Ticket>(row)) === identity);
      }),
    );
    return unique(found.flat());
  }

  /** Entries by what recognises the person, or by the entry's own address, in tickets of others. */
  async function entriesElsewhere(start: ErasureStart, own: readonly string[]): Promise<readonly EntryElsewhere[]> {
    const keys = start.keys ? terms.keysOf(start.keys) : [];
    const filters = [
      ...(keys.length > 0 ? [{ personKeys: { $in: keys } }] : []),
      ...addressesOf(start).map((address) => ({ "fields.email.value": address })),
    ];
    const wanted = { number: 1, ticket: 1, fields: 1 } as const;
    const found = await Promise.all(filters.map((filter) => models.requests.find(filter, wanted).lean()));
    return unique(found.flat())
      .map(entryOf)
      .filter(({ ticket }) => !own.includes(ticket));
  }

  /** Entries in the person's tickets that are about somebody else. */
  async function entriesOfOthers(
    person: Pick<ErasureSubject, "tickets" | "called" | "identities">,
  ): Promise<readonly EntryElsewhere[]> {
    const isTheirs = createOwnership(person);
    const rows = await models.requests.find(ofTickets(person), { number: 1, ticket: 1, fields: 1 }).lean();
    return rows.filter((row) => !isTheirs(row)).map(entryOf);
  }

  async function subjectOf(start: ErasureStart): Promise<ErasureSubject> {
    const { identities, called = [] } = start;
    const rows = await ticketsOf(start);
    const tickets = rows.map((row) => row.number as string);
    const all = await entriesElsewhere(start, tickets);
    const told = distinct(all.map(({ name }) => name));
    const sharedBy = told.length > 1 && !isCertain(start) ? told : [];
    const isMeant = ({ name = "" }: EntryElsewhere) => called.some((one) => isSameText(one, name));
    const entries = sharedBy.length > 0 ? all.filter(isMeant) : all;
    const linked = await models.identities.find({ _id: { $in: [...identities] } }, { name: 1 }).lean();
    const ofAccounts = await models.conversations
      .find({ aadObjectId: { $in: accountsOf(start) }, alone: true }, { _id: 1, name: 1 })
      .lean();
    const requesters = rows.map((row) => row.requester as Requester);
    const named = [...requesters, ...linked, ...ofAccounts, ...entries].map(({ name }) => name);
    const allCalled = [...new Set([...named, ...called].filter((name) => typeof name === "string"))];
    return {
      identities,
      tickets,
      entries,
      conversations: [
        ...new Set([
          ...knownByKind(identities, "chat"),
          ...ofAccounts.map(({ _id }) => _id),
          ...requesters.flatMap(({ conversationId }) => conversationId ?? []),
        ]),
      ],
      names: allCalled.filter(isWholeName),
      sharedBy,
      called: allCalled,
      ofOthers: await entriesOfOthers({ identities, tickets, called: allCalled }),
      mergedIn: mergedInto(rows).filter((number) => !tickets.includes(number)),
    };
  }

  return {
    subjectOf,
    count: (subject) => perKind((part) => part.count(subject)),
    async erase(subject, at) {
      const erased = await perKind((part) => part.erase(subject, at));
      // Once more for what came in meanwhile: into a ticket that is emptied nothing comes.
      await perKind((part) => part.erase(subject, at));
      return erased;
    },
    async mentions(subject) {
      return (await Promise.all(pointers.map((pointsOut) => pointsOut(models, subject)))).flat();
    },
    eraseRawMails: createRawRetention(models, createRawDrop(models, files)),
  };
}

/** A T.C. kimlik no is one person's, however the name was written; a telephone or an address may be a whole office's. */
function isCertain({ keys }: ErasureStart): boolean {
  return keys !== undefined && !keys.phones;
}

/** A single word is borne by too many to find somebody by. */
function isWholeName(name: string): boolean {
  return name.trim().split(/\s+/).length > 1;
}

function unique(rows: readonly Stored[]): readonly Stored[] {
  return [...new Map(rows.map((row) => [row._id, row])).values()];
}

/** Names as they were written first, without those that read the same. */
function distinct(names: readonly (string | undefined)[]): readonly string[] {
  const told = names.filter((name): name is string => name !== undefined);
  return [...new Map(told.toReversed().map((name) => [essence(name), name])).values()].toReversed();
}

/** Numbers of tickets that were merged into these. */
function mergedInto(rows: readonly Stored[]): readonly string[] {
  const links = rows.flatMap((row) => (row.links ?? []) as Ticket["links"]);
  return [...new Set(links.filter(({ kind }) => kind === "merged").map(({ number }) => number))];
}

function fieldOf(row: Stored, field: "name" | "email"): string | undefined {
  return (row.fields as Readonly<Record<string, { readonly value?: string } | undefined>> | undefined)?.[field]?.value;
}

function entryOf(row: Stored): EntryElsewhere {
  const [name, email] = [fieldOf(row, "name"), fieldOf(row, "email")];
  return {
    number: row.number as string,
    ticket: row.ticket as string,
    ...(name && { name }),
    ...(email && { email }),
  };
}
