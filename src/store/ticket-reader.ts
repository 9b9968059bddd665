import type { Page } from "../core/page.ts";
import type { TicketQuery, TicketReader } from "../core/ports.ts";
import { findTicketNumbers, TICKET_STATUSES, type Ticket, type TicketStatus } from "../core/ticket.ts";
import type { TicketTally } from "../core/ticket-tally.ts";
import { decodeCursor, fromStored, pageOf } from "./documents.ts";
import {
  BY_NOTHING,
  byCheaper,
  byFew,
  byFields,
  byRareFields,
  byWords,
  type Entrance,
  type Filter,
  leavingOut,
  type RatedWord,
} from "./entrance.ts";
import { type ListPlan, listRows } from "./list-rows.ts";
import type { Models, Stored } from "./models.ts";
import { nameTerm } from "./name-terms.ts";
import type { Found, Reach } from "./newest-first.ts";
import type { QueryTerms } from "./personal-terms.ts";
import type { TermFrequencies } from "./term-frequencies.ts";
import { ALIKE, type TicketCounters } from "./ticket-counters.ts";
import { createTicketSizes } from "./ticket-sizes.ts";

const WITHOUT_TERMS = { searchTerms: 0 } as const;
const SORT_FIELDS = { updated: "updatedAt", created: "createdAt", due: "nextDueAt" } as const;

/** The states of a ticket in which its clocks run. */
const RUNNING = ["new", "open"] as const satisfies readonly TicketStatus[];
const DUE_FILTERS = {
  firstResponse: { dueAt: "firstResponseDueAt", firstRespondedAt: { $exists: false } },
  resolution: { dueAt: "resolutionDueAt" },
} as const;

/** So many tickets are looked through in no time. */
const FEW = 2_000;
/** Of little all is looked at: behind a word that few tickets have, or where there are not many. */
const isLittle = ({ wordCost = 1 }: Entrance, count: number) => count * wordCost <= FEW;
/** Two to five words of letters. */
const NAME = /^\p{L}[\p{L}\p{M}'’.-]*(?:\s+\p{L}[\p{L}\p{M}'’.-]*){1,4}$/u;
/** Digits of a ticket number's end. */
const SEQUENCE = /^\d{1,6}$/;

export interface TicketReaderParts {
  readonly queryTerms: QueryTerms;
  readonly frequencies: TermFrequencies;
  readonly counters: TicketCounters;
  /** How much work one page of a list may be before it gives what it has. */
  readonly reach: Reach | undefined;
}

/** Reads of tickets; a search finds those that have every word of the query. */
export function createTicketReader(
  { tickets }: Models,
  { queryTerms, frequencies, counters, reach }: TicketReaderParts,
): TicketReader {
  const sizeOf = createTicketSizes(counters.read);

  async function entranceOf(query: Sought, field: string): Promise<Entrance> {
    const { q = "", called, notCalled, asleepAt } = query;
    const spoken = queryTerms(q).map(withSequence);
    const few = fewOf(q, spoken.length);
    if (few) return few;
    const words = await frequencies.rate(called === undefined ? spoken : [...spoken, [nameTerm(called)]]);
    const isByChange = field === SORT_FIELDS.updated;
    const person = personOf(query);
    if (person) return isByChange ? byRareFields([person], words) : byFew(person, words);
    if (asleepAt) return byFew({ snoozedUntil: { $gt: asleepAt } }, words);
    const entrance = isByChange ? await byChange(query, words) : byOtherTime(words);
    return notCalled === undefined ? entrance : leavingOut(entrance, { searchTerms: { $ne: nameTerm(notCalled) } });
  }

  /** With the words, or with the statuses, whichever costs less to look through. */
  async function byChange({ status, assignee }: TicketQuery, words: readonly RatedWord[]): Promise<Entrance> {
    const whose = typeof assignee === "string" ? { assignee } : {};
    const byTime = byFields(status?.map((one) => ({ ...whose, status: one })) ?? [{}], words);
    // Without a word the counts need not be read.
    if (words.length === 0) return byTime;
    return byCheaper(words, byTime, (await sizeOf({ ...(status && { status }), ...whose })).share);
  }

  /** Rows of a query in its order, up to so many. */
  async function rowsIn(query: Sought, most: number, fields: ListPlan["fields"]): Promise<Found<Stored>> {
    const { sort = "updated", cursor, status } = query;
    const field = SORT_FIELDS[sort];
    const isAscending = sort === "due";
    const filter = { ...filterOf(query), ...(isAscending && { [field]: { $exists: true } }) };
    const entrance = await entranceOf(query, field);
    const { count } = await sizeOf({ ...(status && { status }) });
    const bound = reach ?? (isLittle(entrance, count) ? "all" : undefined);
    const density = frequencies.density();
    return listRows(tickets, { entrance, filter, field, isAscending, cursor, most, reach: bound, density, fields });
  }

  /**
   * The same; where the words are somebody's name, the tickets of who is called so come first, through one narrow part of an index,
   * and those in which the words stand otherwise after them: two common words are far more to look through than one name.
   */
  async function rowsOf(query: TicketQuery, most: number, fields: ListPlan["fields"]): Promise<FoundInParts> {
    const name = nameSought(query);
    if (name === undefined) return rowsIn(query, most, fields);
    const others = { ...query, notCalled: name };
    if (query.cursor && decodeCursor(query.cursor).part === "second") {
      return { ...(await rowsIn(others, most, fields)), secondFrom: 0 };
    }
    const theirs = await rowsIn({ ...query, q: "", called: name }, most, fields);
    const { length } = theirs.rows;
    if (theirs.reached || length >= most) return { ...theirs, secondFrom: Number.POSITIVE_INFINITY };
    const { cursor: _cursor, ...fromTheStart } = others;
    const rest = await rowsIn(fromTheStart, most - length, fields);
    return { ...rest, rows: [...theirs.rows, ...rest.rows], secondFrom: length };
  }

  return {
    async byNumber(number) {
      const row = await tickets.findOne({ number }, WITHOUT_TERMS).lean();
      return row ? fromStored<Ticket>(row) : undefined;
    },
    async list(query): Promise<Page<Ticket>> {
      const found = await rowsOf(query, query.limit + 1, WITHOUT_TERMS);
      return pageOf<Ticket>(found, query.limit, SORT_FIELDS[query.sort ?? "updated"]);
    },
    async dueBy({ what, by, priority, untold }, limit) {
      const { dueAt, ...open } = DUE_FILTERS[what];
      const told = what === "resolution" ? { $ne: "resolution" } : { $exists: false };
      const filter = {
        [dueAt]: { $lte: by },
        ...open,
        ...(priority && { priority }),
        escalated: told,
        erasedAt: { $exists: false },
        ...(untold === "warned" && { warned: told }),
      };
      // One status at a time: beside `$in` a stand-in serves no range from an index.
      const found = await Promise.all(
        RUNNING.map((status) =>
          tickets
            .find({ status, ...filter }, WITHOUT_TERMS)
            .sort({ [dueAt]: 1 })
            .limit(limit)
            .lean(),
        ),
      );
      return found.flat().map((row) => fromStored<Ticket>(row));
    },
    tallies: counters.read,
    async asleep(now) {
      const rows = await tickets.aggregate<{ _id: Omit<TicketTally, "count">; count: number }>([
        { $match: { snoozedUntil: { $gt: now } } },
        { $group: { _id: ALIKE, count: { $sum: 1 } } },
      ]);
      return rows.map(({ _id, count }) => ({ ..._id, count }));
    },
    async countUpTo(query, most) {
      const { rows, reached } = await rowsOf({ ...query, limit: most }, most + 1, { updatedAt: 1 });
      return { count: Math.min(rows.length, most), mayBeMore: reached !== undefined || rows.length > most };
    },
    async counts() {
      const tallies = await counters.read();
      const of = (status: TicketStatus) =>
        tallies.reduce((sum, tally) => sum + (tally.status === status ? tally.count : 0), 0);
      return Object.fromEntries(TICKET_STATUSES.map((status) => [status, of(status)])) as Record<TicketStatus, number>;
    },
  };
}

/** Numbers of tickets instead of words, or nothing at all. */
function fewOf(q: string, words: number): Entrance | undefined {
  const numbers = findTicketNumbers(q);
  if (numbers.length > 0) return byFew({ number: { $in: numbers } }, []);
  return words === 0 && q.trim() ? BY_NOTHING : undefined;
}

/** A search for tickets of others than who has this name. */
interface Sought extends TicketQuery {
  readonly notCalled?: string;
}

/** Rows, and with which of them those of the second part begin: with none yet where it is infinite. */
type FoundInParts = Found<Stored> & { readonly secondFrom?: number };

/** The words of a search that may be a name and can be looked for as one: no more than a name has, in the order of change. */
function nameSought({ q = "", called, sort = "updated", asleepAt, ...query }: TicketQuery): string | undefined {
  const isPlain = called === undefined && sort === "updated" && !asleepAt && !personOf(query);
  return isPlain && NAME.test(q.trim()) ? q.trim() : undefined;
}

/** The one person whose tickets are asked for. */
function personOf({
  requesterEmail,
  conversationId,
  aadObjectId,
}: Pick<TicketQuery, "requesterEmail" | "conversationId" | "aadObjectId">): Filter | undefined {
  if (requesterEmail !== undefined) return { "requester.email": requesterEmail };
  if (conversationId !== undefined) return { "requester.conversationId": conversationId };
  return aadObjectId === undefined ? undefined : { "requester.aadObjectId": aadObjectId };
}

/** No index has the words in the order of such a time. */
function byOtherTime(words: readonly RatedWord[]): Entrance {
  const [rarest, ...others] = words;
  return rarest?.share === 0 ? byWords([rarest, ...others]) : byFields([{}], words);
}

/** "123" is also the ticket whose number ends in 000123. */
function withSequence(terms: readonly string[]): readonly string[] {
  return [...new Set([...terms, ...terms.filter((term) => SEQUENCE.test(term)).map((term) => term.padStart(6, "0"))])];
}

function filterOf(query: TicketQuery): Record<string, unknown> {
  return {
    ...(query.status && { status: { $in: [...query.status] } }),
    ...(query.assignee !== undefined && { assignee: query.assignee ?? { $exists: false } }),
    ...(query.category && { category: query.category }),
    ...(query.priority && { priority: query.priority }),
    ...(query.awakeAt && { snoozedUntil: { $not: { $gt: query.awakeAt } } }),
    ...(query.asleepAt && { snoozedUntil: { $gt: query.asleepAt } }),
    ...(query.requesterEmail && { "requester.email": query.requesterEmail }),
    ...(query.conversationId && { "requester.conversationId": query.conversationId }),
    ...(query.aadObjectId && { "requester.aadObjectId": query.aadObjectId }),
  };
}
