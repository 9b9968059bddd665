import type { PipelineStage } from "mongoose";
import type { Page } from "../core/page.ts";
import type { TicketQuery, TicketReader } from "../core/ports.ts";
import { findTicketNumbers, TICKET_STATUSES, type Ticket, type TicketStatus } from "../core/ticket.ts";
import type { TicketTally } from "../core/ticket-tally.ts";
import { after, decodeCursor, fromStored, pageOf } from "./documents.ts";
import type { Models, Stored } from "./models.ts";
import { nameTerm } from "./name-terms.ts";
import { newestFirst, type TimeWindow } from "./newest-first.ts";
import { createRarestFirst, type QueryTerms, type RatedWords, type Terms, withWord } from "./rarest-first.ts";
import { ALIKE, type TicketCounters } from "./ticket-counters.ts";

type Match = PipelineStage.Match;
type Filter = Record<string, unknown>;

interface Search extends RatedWords {
  /** What is looked for instead of words. */
  readonly plain: Filter;
}

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
  const rarestFirst = createRarestFirst(models);

  async function searchOf(q: string | undefined): Promise<Search> {
    if (!q?.trim()) return { words: [], plain: {}, common: true };
    const numbers = findTicketNumbers(q);
    if (numbers.length > 0) return { words: [], plain: { number: { $in: numbers } }, common: false };
    const words = queryTerms(q).map(withSequence);
    if (words.length === 0) return { words, plain: { _id: "" }, common: false };
    return { ...(await rarestFirst(words)), plain: {} };
  }

  /** Rows of a query in its order, up to so many. */
  async function rowsOf(
    query: TicketQuery,
    most: number,
    fieldsWanted: Readonly<Record<string, 0 | 1>>,
  ): Promise<readonly Stored[]> {
    const field = SORT_FIELDS[query.sort ?? "updated"];
    const ascending = query.sort === "due";
    const { words, plain, common } = await searchOf(query.q);
    const fields = { ...plain, ...filterOf(query), ...(ascending && { [field]: { $gt: new Date(0) } }) };
    const read = ({ from, before }: TimeWindow, limit: number) =>
      tickets.aggregate<Stored>([
        ...stagesOf(words, fields, from && { [field]: { $gte: from } }),
        { $match: { ...after(field, query.cursor, ascending), ...(before && { [field]: { $lt: before } }) } },
        { $sort: ascending ? { [field]: 1, _id: 1 } : { [field]: -1, _id: -1 } },
        { $limit: limit },
        { $project: fieldsWanted },
      ]);
    // One requester's tickets are few. A term is indexed with the time of change only; due dates lie ahead as well as behind.
    const few = (query.requesterEmail ?? query.conversationId ?? query.aadObjectId ?? query.called) !== undefined;
    const windowed = common && !few && (field === "updatedAt" || (field === "createdAt" && words.length === 0));
    return windowed ? newestFirst(startOf(query.cursor), most, read) : read({}, most);
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
      return (await rowsOf({ ...query, limit: most }, most, { _id: 1 })).length;
    },
    async counts() {
      const tallies = await counters.read();
      const of = (status: TicketStatus) =>
        tallies.reduce((sum, tally) => sum + (tally.status === status ? tally.count : 0), 0);
      return Object.fromEntries(TICKET_STATUSES.map((status) => [status, of(status)])) as Record<TicketStatus, number>;
    },
  };
}

/** Where a page begins, going back. */
function startOf(cursor: string | undefined): Date {
  const { value } = cursor ? decodeCursor(cursor) : {};
  return value instanceof Date ? value : new Date();
}

/**
 * Stages whose first one an index serves on every engine: the rarest word, or the fields, with the window's far end. A stand-in reads
 * everything for `$and`, for a range of two ends beside other fields, and for `$in` beside a range; MongoDB makes one of them all.
 */
function stagesOf([rarest, ...words]: readonly Terms[], fields: Filter, from: Filter = {}): Match[] {
  if (!rarest) return [{ $match: { ...fields, ...from } }];
  return [withWord(rarest, from), ...words.map((terms) => withWord(terms)), { $match: fields }];
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
    ...(query.called && { searchTerms: nameTerm(query.called) }),
    ...(query.requesterEmail && { "requester.email": query.requesterEmail }),
    ...(query.conversationId && { "requester.conversationId": query.conversationId }),
    ...(query.aadObjectId && { "requester.aadObjectId": query.aadObjectId }),
  };
}
