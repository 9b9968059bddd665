import type { Actor } from "../core/person.ts";
import type { Office, Transaction } from "../core/ports.ts";
import { type RequestEntry, requestNumber } from "../core/request.ts";
import type { Ticket } from "../core/ticket.ts";
import { turkishYear } from "../core/turkish-time.ts";
import type { ExtractedPerson, Extraction } from "../understanding/extraction/types.ts";
import { fillEntry } from "./fill-entry.ts";
import { flagLineChange } from "./flag-line-change.ts";
import { findEntryOf, isOpen, waitingEntry } from "./match-entry.ts";

export interface TakenMaterial {
  readonly ticket: Ticket;
  /** Names the mail or chat message for ever ("mail:<ledger id>"): taken twice, it makes nothing twice. */
  readonly origin: string;
  readonly extraction: Pick<Extraction, "people" | "loose">;
  readonly actor: Actor;
}

const MAKER = "sistem";

/**
 * Writes what was read out of one message, inside the transaction that files the message (`alsoWrite` of openTicket and
 * addMessage): a new entry for every new person, and what was missing from entries that wait in this ticket.
 * Out: numbers of the entries made or filled. Repeating it changes nothing.
 */
export async function takeRequests(office: Office, transaction: Transaction, input: TakenMaterial): Promise<string[]> {
  const { people, loose } = input.extraction;
  if (people.length === 0 && Object.keys(loose).length === 0) return [];
  const ofTicket = await transaction.requestsOfTicket(input.ticket.number);
  const already = ofTicket.filter(({ origin }) => origin?.startsWith(`${input.origin}#`));
  if (already.length > 0) return already.map(({ number }) => number);

  const taken: string[] = [];
  const { store, clock } = office;
  const year = turkishYear(clock.now());
  const first = people.length > 0 ? await store.nextNumber("request", year, people.length) : 0;
  for (const [part, person] of people.entries()) {
    const number = requestNumber(year, first + part);
    taken.push(await takePerson(office, transaction, { ...input, ofTicket, person, part, number }));
  }
  const waiting = people.length === 0 ? waitingEntry(ofTicket, loose) : undefined;
  if (waiting && (await fillEntry(office, transaction, waiting.number, loose, input.actor))) taken.push(waiting.number);
  return [...new Set(taken)];
}

interface OnePerson extends TakenMaterial {
  readonly ofTicket: readonly RequestEntry[];
  readonly person: ExtractedPerson;
  readonly part: number;
  /** For the entry, if one is made. */
  readonly number: string;
}

/** An entry of this ticket that is of the same person, or waits for just this, is filled; else a new one is made. */
async function takePerson(office: Office, transaction: Transaction, input: OnePerson): Promise<string> {
  const { person, ofTicket, actor } = input;
  const open = ofTicket.filter(isOpen);
  const known = entryNamed(person, open) ?? (await findEntryOf(transaction, person, open)) ?? nameless(person, open);
  // A line change told of somebody whose other matter is open is a matter of its own: it may end a certificate.
  const isNewMatter = person.kind === "lineChange" && known?.kind !== "lineChange";
  if (!known || isNewMatter) return makeEntry(office, transaction, input);
  await fillEntry(office, transaction, known.number, person.fields, actor);
  return known.number;
}

/** "TL-2026-000045: …": whoever answers a question may name the entry by the number it was asked with. */
function entryNamed({ passage }: ExtractedPerson, open: readonly RequestEntry[]): RequestEntry | undefined {
  const named = open.filter(({ number }) => passage.includes(number));
  return named.length === 1 ? named[0] : undefined;
}

/** A number without a name answers the one entry that waits for it; one of the sender's own, an entry whose name nobody knows. */
function nameless({ fields }: ExtractedPerson, open: readonly RequestEntry[]): RequestEntry | undefined {
  if (!fields.name) return waitingEntry(open, fields);
  const unnamed = fields.name.source.kind === "sender" ? open.filter((entry) => !entry.fields.name) : [];
  return waitingEntry(unnamed, fields);
}

async function makeEntry(office: Office, transaction: Transaction, input: OnePerson): Promise<string> {
  const { store, clock } = office;
  const { person, ticket, actor, number } = input;
  const now = clock.now();
  const entry: RequestEntry = {
    id: store.newId(),
    number,
    ticket: ticket.number,
    kind: person.kind,
    state: "received",
    fields: person.fields,
    history: [{ to: "received", by: MAKER, at: now }],
    ...(person.passage && { passage: person.passage }),
    origin: `${input.origin}#${input.part}`,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  const flag =
    person.kind === "lineChange" ? await flagLineChange(office, transaction, { entry, person, actor }) : undefined;
  await transaction.insertRequest({ ...entry, ...(flag && { flag }) });
  await transaction.append({ type: "request.created", at: now, actor, request: number, ticket: ticket.number }, ticket);
  return number;
}
