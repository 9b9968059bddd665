import type {
  EntryUse,
  OpenedCount,
  QuestionCount,
  ReportReader,
  Span,
  TicketTimes,
  ValueCount,
} from "../core/reports.ts";
import { openedByDay } from "./daily-rollups.ts";
import { fromStored } from "./documents.ts";
import type { Models } from "./models.ts";

const ZONE = "Europe/Istanbul";
const MOST_VALUES = 100;
const UNFINISHED = ["new", "open", "pending"];

/** Reads for reports, counted in the database. */
export function createReportReader(models: Models): ReportReader {
  const { tickets, questions, requests } = models;
  const during = (field: string, { from, to }: Span) => ({ $match: { [field]: { $gte: from, $lt: to } } });
  const day = (field: string) => ({ $dateToString: { date: `$${field}`, format: "%Y-%m-%d", timezone: ZONE } });

  async function opened(span: Span): Promise<OpenedCount[]> {
    const rows = await tickets.aggregate<{ _id: Omit<OpenedCount, "count">; count: number }>([
      during("createdAt", span),
      { $group: { _id: { day: day("createdAt"), channel: "$channel", category: "$category" }, count: { $sum: 1 } } },
    ]);
    return rows.map(({ _id, count }) => ({ ..._id, count }));
  }

  return {
    ticketsOpened: (span) => openedByDay(models, opened, span, new Date()),
    async *ticketTimes({ from, to }) {
      const fields = {
        createdAt: 1,
        priority: 1,
        firstRespondedAt: 1,
        firstResponseDueAt: 1,
        solvedAt: 1,
        resolutionDueAt: 1,
      };
      const found = tickets
        .find({ createdAt: { $gte: from, $lt: to } }, fields)
        .lean()
        .cursor();
      for await (const row of found) yield fromStored<TicketTimes>(row);
    },
    unfinishedBefore: (instants) =>
      Promise.all(
        instants.map((instant) => tickets.countDocuments({ status: { $in: UNFINISHED }, createdAt: { $lt: instant } })),
      ),
    async questions(span) {
      const rows = await questions.aggregate<{ _id: Omit<QuestionCount, "count">; count: number }>([
        during("askedAt", span),
        { $group: { _id: { day: day("askedAt"), outcome: "$outcome" }, count: { $sum: 1 } } },
      ]);
      return rows.map(({ _id, count }) => ({ ..._id, count }));
    },
    async entryUse(span) {
      const said = (feedback: string) => ({ $sum: { $cond: [{ $eq: ["$feedback", feedback] }, 1, 0] } });
      const rows = await questions.aggregate<Omit<EntryUse, "entry"> & { _id: string }>([
        during("askedAt", span),
        { $match: { outcome: "answer" } },
        { $unwind: "$entries" },
        { $group: { _id: "$entries", count: { $sum: 1 }, helpful: said("helpful"), notHelpful: said("notHelpful") } },
        { $sort: { count: -1, _id: 1 } },
        { $limit: MOST_VALUES },
      ]);
      return rows.map(({ _id, ...use }) => ({ entry: _id, ...use }));
    },
    async requestsBy(what) {
      const field = what === "state" ? "$state" : "$fields.province.value";
      const rows = await requests.aggregate<{ _id: string | null; count: number }>([
        { $group: { _id: field, count: { $sum: 1 } } },
        { $sort: { count: -1, _id: 1 } },
        { $limit: MOST_VALUES },
      ]);
      return rows.map(({ _id, count }): ValueCount => ({ value: _id ?? "", count }));
    },
  };
}
