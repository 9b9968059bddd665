import type { Page, TicketQuery, TicketReader } from "../core/ports.ts";
import { findTicketNumbers, TICKET_STATUSES, type Ticket, type TicketStatus } from "../core/ticket.ts";
import { after, fromStored, pageOf } from "./documents.ts";
import type { Models } from "./models.ts";

/** The words of a query, each with the terms it may be found by. */
export type QueryTerms = (text: string) => readonly (readonly string[])[];

const WITHOUT_TERMS = { searchTerms: 0 } as const;
const SORT_FIELDS = { updated: "updatedAt", created: "createdAt", due: "nextDueAt" } as const;

/** Reads of tickets; a search finds those that have every word of the query. */
export function createTicketReader({ tickets }: Models, queryTerms: QueryTerms): TicketReader {
  return {
    async byNumber(number) {
      const row = await tickets.findOne({ number }, WITHOUT_TERMS).lean();
      return row ? fromStored<Ticket>(row) : undefined;
    },
    async list(query): Promise<Page<Ticket>> {
      const field = SORT_FIELDS[query.sort ?? "updated"];
      const ascending = query.sort === "due";
      const stages = searchStages(query.q, queryTerms);
      const rows = await tickets
        .aggregate([
          ...stages,
          {
            $match: {
              ...filterOf(query),
              ...(ascending && { [field]: { $gt: new Date(0) } }),
              ...after(field, query.cursor, ascending),
            },
          },
          { $sort: ascending ? { [field]: 1, _id: 1 } : { [field]: -1, _id: -1 } },
          { $limit: query.limit + 1 },
          { $project: WITHOUT_TERMS },
        ])
        .exec();
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
    async counts() {
      const counts = await Promise.all(TICKET_STATUSES.map((status) => tickets.countDocuments({ status })));
      return Object.fromEntries(TICKET_STATUSES.map((status, index) => [status, counts[index] ?? 0])) as Record<
        TicketStatus,
        number
      >;
    },
  };
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
  };
}

/** One $match a word, the longest and so likely the rarest first: with `$all` the engine reads all of the commonest. */
function searchStages(q: string | undefined, queryTerms: QueryTerms) {
  if (!q?.trim()) return [];
  const numbers = findTicketNumbers(q);
  if (numbers.length > 0) return [{ $match: { number: { $in: numbers } } }];
  const words = [...queryTerms(q)].sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0));
  if (words.length === 0) return [{ $match: { _id: "" } }];
  return words.map((alternatives) => ({ $match: { searchTerms: { $in: [...alternatives] } } }));
}
