import type { PipelineStage } from "mongoose";
import type { Page, TicketQuery, TicketReader } from "../core/ports.ts";
import { findTicketNumbers, type Ticket } from "../core/ticket.ts";
import { after, decodeCursor, fromStored, pageOf } from "./documents.ts";
import type { Models, Stored } from "./models.ts";
import { newestFirst, within } from "./newest-first.ts";
import { createTermFrequencies } from "./term-frequencies.ts";
import { byStatus, type TicketCounters } from "./ticket-counters.ts";

type Match = PipelineStage.Match;

/** The words of a query, each with the terms it may be found by. */
export type QueryTerms = (text: string) => readonly (readonly string[])[];

const WITHOUT_TERMS = { searchTerms: 0 } as const;
const SORT_FIELDS = { updated: "updatedAt", created: "createdAt", due: "nextDueAt" } as const;

/** Digits of a ticket number's end. */
const SEQUENCE = /^\d{1,6}$/;

/** Reads of tickets; a search finds those that have every word of the query. */
export function createTicketReader(models: Models, queryTerms: QueryTerms, counters: TicketCounters): TicketReader {
  const { tickets } = models;
  const frequencies = createTermFrequencies(models);

  /** What a search begins with, the rarest word first: an engine that is given all at once may read all of the commonest. */
  async function searchOf(q: string | undefined): Promise<{ search: Match["$match"][]; common: boolean }> {
    if (!q?.trim()) return { search: [], common: true };
    const numbers = findTicketNumbers(q);
    if (numbers.length > 0) return { search: [{ number: { $in: numbers } }], common: false };
    const words = queryTerms(q).map(withSequence);
    if (words.length === 0) return { search: [{ _id: "" }], common: false };
    const shareOf = await frequencies.shares();
    const rated = words
      .map((terms) => ({ terms, share: terms.reduce((sum, term) => sum + shareOf(term), 0) }))
      .sort((a, b) => a.share - b.share);
    return {
      search: rated.map(({ terms }) => ({ searchTerms: { $in: [...terms] } })),
      common: (rated[0]?.share ?? 0) > 0,
    };
  }

  return {
    async byNumber(number) {
      const row = await tickets.findOne({ number }, WITHOUT_TERMS).lean();
      return row ? fromStored<Ticket>(row) : undefined;
    },
    async list(query): Promise<Page<Ticket>> {
      const field = SORT_FIELDS[query.sort ?? "updated"];
      const ascending = query.sort === "due";
      const { search, common } = await searchOf(query.q);
      const filter = {
        ...filterOf(query),
        ...(ascending && { [field]: { $gt: new Date(0) } }),
        ...after(field, query.cursor, ascending),
      };
      const read = (window: Record<string, unknown>, limit: number) =>
        tickets.aggregate<Stored>([
          ...stagesOf(search, window, filter),
          { $sort: ascending ? { [field]: 1, _id: 1 } : { [field]: -1, _id: -1 } },
          { $limit: limit },
          { $project: WITHOUT_TERMS },
        ]);
      // One requester's tickets are few. A term is indexed with the time of change only; due dates lie ahead as well as behind.
      const few = (query.requesterEmail ?? query.conversationId ?? query.aadObjectId) !== undefined;
      const windowed = common && !few && (field === "updatedAt" || (field === "createdAt" && search.length === 0));
      const most = query.limit + 1;
      const rows = windowed
        ? await newestFirst(startOf(query.cursor), most, (window, limit) => read(within(field, window), limit))
        : await read({}, most);
      return pageOf<Ticket>(rows, query.limit, field);
    },
    async overdue(now, limit) {
      const open = { $in: ["new", "open"] };
      const unanswered = {
        status: open,
        firstResponseDueAt: { $lte: now },
        firstRespondedAt: { $exists: false },
        escalated: { $exists: false },
      };
      const unsolved = { status: open, resolutionDueAt: { $lte: now }, escalated: { $ne: "resolution" } };
      const rows = [
        ...(await tickets.find(unanswered, WITHOUT_TERMS).sort({ firstResponseDueAt: 1 }).limit(limit).lean()),
        ...(await tickets.find(unsolved, WITHOUT_TERMS).sort({ resolutionDueAt: 1 }).limit(limit).lean()),
      ];
      return [...new Map(rows.map((row) => [row._id, fromStored<Ticket>(row)])).values()].slice(0, limit);
    },
    snoozedCount: (now) => tickets.countDocuments({ snoozedUntil: { $gt: now }, status: { $in: ["new", "open"] } }),
    counts: async () => byStatus(await counters.read()),
  };
}

/** Where a page begins, going back. */
function startOf(cursor: string | undefined): Date {
  const { value } = cursor ? decodeCursor(cursor) : {};
  return value instanceof Date ? value : new Date();
}

/**
 * Stages whose first one an index serves on every engine: the rarest word or the plain fields, with the window's far end. A stand-in
 * reads everything for an `$and`, for a range of two ends beside other fields, and for `$in` with a range; MongoDB makes one of them all.
 */
function stagesOf(search: readonly Terms[], plain: Filter, rest: Filter, { from, before }: Filter): Match[] {
  const [first, ...others] = search;
  const head = first ? anyOf(first, from) : { ...plain, ...from };
  const tail = [...others.map((terms) => ({ searchTerms: { $in: [...terms] } })), ...(first ? [plain] : []), rest];
  return [head, ...tail].map(($match) => ({ $match }));
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
    ...(query.awakeAt && { snoozedUntil: { $not: { $gt: query.awakeAt } } }),
    ...(query.asleepAt && { snoozedUntil: { $gt: query.asleepAt } }),
    ...(query.requesterEmail && { "requester.email": query.requesterEmail }),
    ...(query.conversationId && { "requester.conversationId": query.conversationId }),
    ...(query.aadObjectId && { "requester.aadObjectId": query.aadObjectId }),
  };
}
