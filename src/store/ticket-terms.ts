import type { ClientSession } from "mongoose";
import type { Message } from "../core/message.ts";
import { maskPersonalData } from "../core/personal-data.ts";
import type { Ticket } from "../core/ticket.ts";
import type { Cipher } from "./cipher.ts";
import { fromStored } from "./documents.ts";
import type { Models, Stored } from "./models.ts";
import { nameTermsOf } from "./name-terms.ts";
import type { PersonalTerms } from "./personal-terms.ts";
import { originalTexts } from "./stored-messages.ts";

/** What a ticket is found by of itself. */
export type Headed = Pick<Ticket, "number" | "subject" | "requester" | "tags">;

/** Keeps what tickets are found by in step with what they and their threads say. */
export interface TermKeeping {
  /** Makes it anew for these tickets. */
  rebuild(numbers: readonly string[]): Promise<void>;
  /** Adds what a ticket says now, and takes away what it said and says no more. In: terms of both. */
  exchange(number: string, terms: Exchange, session: ClientSession): Promise<void>;
  /** Terms of stored messages. */
  ofThread(rows: readonly Stored[]): string[];
  ofHead(ticket: Headed): string[];
  /** What the entries of a ticket of this number are found by from it. */
  ofNumber(number: string): string[];
}

interface Exchange {
  readonly gone?: readonly string[];
  readonly come?: readonly string[];
}

/** What a ticket is found by of itself: its number, subject, tags, and whom it is for. */
export function ticketTerms({ headTermsOf }: PersonalTerms, { number, subject, requester, tags }: Headed): string[] {
  return [
    ...nameTermsOf(requester),
    ...headTermsOf([number, subject, requester.name, requester.email, ...tags].join(" ")),
  ];
}

/** Whether two versions of a ticket are found by the same of themselves. */
export function isSameHead(one: Headed, other: Headed): boolean {
  const told = ({ number, subject, requester: { name, email }, tags }: Headed) =>
    JSON.stringify([number, maskPersonalData(subject), name, email, tags]);
  return told(one) === told(other);
}

/** What a message lets its ticket be found by. What the office writes by itself is the same on every ticket, and nobody looks for it. */
export function messageTerms({ termsOf }: PersonalTerms, { direction, from, text }: Message): string[] {
  if (direction === "out" && from.kind === "system") return [];
  return termsOf(`${from.name ?? ""} ${from.email ?? ""} ${text}`);
}

export function createTermKeeping({ tickets, messages }: Models, cipher: Cipher, terms: PersonalTerms): TermKeeping {
  /** By their texts as they were written. */
  const ofThread = (rows: readonly Stored[]) =>
    rows.flatMap((row) => messageTerms(terms, { ...fromStored<Message>(row), ...originalTexts(row, cipher) }));
  const ofHead = (ticket: Headed) => ticketTerms(terms, ticket);

  async function saidBy(row: object, session: ClientSession | null): Promise<ReadonlySet<string>> {
    const ticket = fromStored<Ticket>(row);
    const thread = await messages.find({ ticket: ticket.number }, undefined, { session }).lean();
    return new Set([...ofHead(ticket), ...ofThread(thread)]);
  }

  async function takeAway(number: string, gone: readonly string[], session: ClientSession): Promise<void> {
    const row = await tickets.findOne({ number }, { searchTerms: 0 }, { session }).lean();
    const said = row && (await saidBy(row, session));
    // What is left of a number that is masked in the subject stands in the terms alone: they are not made anew.
    const lost = said ? gone.filter((term) => !said.has(term)) : [];
    if (lost.length > 0) await tickets.updateOne({ number }, { $pull: { searchTerms: { $in: lost } } }, { session });
  }

  return {
    ofThread,
    ofHead,
    ofNumber: terms.termsOf,
    async rebuild(numbers) {
      for (const row of await tickets.find({ number: { $in: [...numbers] } }, { searchTerms: 0 }).lean()) {
        await tickets.updateOne({ _id: row._id }, { $set: { searchTerms: [...(await saidBy(row, null))] } });
      }
    },
    async exchange(number, { gone = [], come = [] }, session) {
      if (gone.length > 0) await takeAway(number, gone, session);
      if (come.length > 0)
        await tickets.updateOne({ number }, { $addToSet: { searchTerms: { $each: [...come] } } }, { session });
    },
  };
}
