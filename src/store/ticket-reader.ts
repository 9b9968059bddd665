import type { Page } from "../core/page.ts";
import type { TicketQuery, TicketReader } from "../core/ports.ts";
import { findTicketNumbers, TICKET_STATUSES, type Ticket, type TicketStatus } from "../core/ticket.ts";
import type { TicketTally } from "../core/ticket-tally.ts";
import { fromStored, pageOf } from "./documents.ts";
import { byFew, byFields, byWords, type Entrance, type Filter, type RatedWord } from "./entrance.ts";
import { type ListPlan, listRows } from "./list-rows.ts";
import type { Models, Stored } from "./models.ts";
import { nameTerm } from "./name-terms.ts";
import { createTermFrequencies } from "./term-frequencies.ts";
import { ALIKE, type TicketCounters } from "./ticket-counters.ts";
import { createTicketShares } from "./ticket-shares.ts";

/** The words of a query, each with the terms it may be found by. */
export type QueryTerms = (text: string) => readonly (readonly string[])[];

const WITHOUT_TERMS = { searchTerms: 0 } as const;
const SORT_FIELDS = { updated: "updatedAt", created: "createdAt", due: "nextDueAt" } as const;

/** The states of a ticket in which its clocks run. */
const RUNNING = ["new", "open"] as const satisfies readonly TicketStatus[];
const DUE_FILTERS = {
  firstResponse: { dueAt: "firstResponseDueAt", firstRespondedAt: { $exists: false } },
  resolution: { dueAt: "resolutionDueAt" },
} as const;

/** Digits of a ticket number's end. */
const SEQUENCE = /^\d{1,6}$/;

/** Reads of tickets; a search finds those that have every word of the query. */
export function createTicketReader(models: Models, queryTerms: QueryTerms, counters: TicketCounters): TicketReader {
  const { tickets } = models;
  const shareOf = createTicketShares(counters.read);
  const frequencies = createTermFrequencies(tickets);

  /** Where a search begins: with the words, or with the statuses, whichever leaves fewer tickets to be looked at. */
  async function entranceOf(query: TicketQuery, field: string): Promise<Entrance> {
    const { q = "", status, assignee, called } = query;
    const spoken = queryTerms(q).map(withSequence);
    const few = fewOf(query, spoken.length);
    if (few && "number" in few) return byFew(few, []);
    const words = await frequencies.rate(called === undefined ? spoken : [...spoken, [nameTerm(called)]]);
    if (few) return byFew(few, words);
    const isByChange = field === SORT_FIELDS.updated;
    const [rarest, ...others] = words;
    if (rarest && (await isNarrower(rarest, query, isByChange))) return byWords([rarest, ...others], isByChange);
    if (!status || !isByChange) return byFields([{}], words);
    const whose = typeof assignee === "string" ? { assignee } : {};
    const branches = status.map((one) => ({ ...whose, status: one }));
    return byFields(branches, words);
  }

  /**
   * Whether fewer tickets are looked at behind a word than behind the statuses. For a page of so many rows their number follows from
   * the share of either alone: the part of them that the other conditions leave is the same in any order. A word that may be found by
   * two terms is read twice.
   */
  async function isNarrower({ share, terms }: RatedWord, query: TicketQuery, isByChange: boolean): Promise<boolean> {
    return share === 0 || (isByChange && share * terms.length <= (await shareOf(query)));
  }

  /** Rows of a query in its order, up to so many. */
  async function rowsOf(query: TicketQuery, most: number, fields: ListPlan["fields"]): Promise<readonly Stored[]> {
    const { sort = "updated", cursor } = query;
    const field = SORT_FIELDS[sort];
    const isAscending = sort === "due";
    const filter = { ...filterOf(query), ...(isAscending && { [field]: { $exists: true } }) };
    const entrance = await entranceOf(query, field);
    return listRows(tickets, { entrance, filter, field, isAscending, cursor, most, ...(fields && { fields }) });
  }

  return {
    async byNumber(number) {
      const row = await tickets.findOne({ number }, WITHOUT_TERMS).lean();
      return row ? fromStored<Ticket>(row) : undefined;
    },
    async list(query): Promise<Page<Ticket>> {
      const rows = await rowsOf(query, query.limit + 1, WITHOUT_TERMS);
      return pageOf<Ticket>(rows, query.limit, SORT_FIELDS[query.sort ?? "updated"]);
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
      return (await rowsOf({ ...query, limit: most }, most, { updatedAt: 1 })).length;
    },
    async counts() {
      const tallies = await counters.read();
      const of = (status: TicketStatus) =>
        tallies.reduce((sum, tally) => sum + (tally.status === status ? tally.count : 0), 0);
      return Object.fromEntries(TICKET_STATUSES.map((status) => [status, of(status)])) as Record<TicketStatus, number>;
    },
  };
}

/** What a query asks for that few tickets have: numbers of tickets instead of words, nothing at all, one person, being put off. */
function fewOf(query: TicketQuery, words: number): Filter | undefined {
  const { q = "", requesterEmail, conversationId, aadObjectId, asleepAt } = query;
  const numbers = findTicketNumbers(q);
  if (numbers.length > 0) return { number: { $in: numbers } };
  // Words that say nothing find nothing.
  if (words === 0 && q.trim()) return { _id: "" };
  if (requesterEmail !== undefined) return { "requester.email": requesterEmail };
  if (conversationId !== undefined) return { "requester.conversationId": conversationId };
  if (aadObjectId !== undefined) return { "requester.aadObjectId": aadObjectId };
  return asleepAt && { snoozedUntil: { $gt: asleepAt } };
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
