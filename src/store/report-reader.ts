import type { EntryUse, OpenedCount, QuestionCount, ReportReader, Span, ValueCount } from "../core/reports.ts";
import { addedUp } from "../core/response-figures.ts";
import type { SettingsReader } from "../core/settings.ts";
import { UNFINISHED } from "../core/ticket.ts";
import { byDay } from "./daily-rollups.ts";
import { openedFigures, questionFigures, timeFigures, usesTogether } from "./day-figures.ts";
import type { Models } from "./models.ts";
import type { RequestCounters } from "./request-counters.ts";

const MOST_VALUES = 100;

export interface ReportParts {
  readonly settings: SettingsReader;
  readonly requestCounters: RequestCounters;
}

/** Reads for reports: figures kept by day, and counts kept as they change. */
export function createReportReader(models: Models, { settings, requestCounters }: ReportParts): ReportReader {
  const { tickets } = models;
  const opened = openedFigures(models);
  const asked = questionFigures(models);
  const questionsByDay = (span: Span) => byDay(models, asked, span, new Date());

  /** Unfinished tickets of one status opened before each of the instants, in one reading. */
  async function waitingBefore(status: string, instants: readonly Date[]): Promise<readonly number[]> {
    const names = instants.map((_, index) => `before${index}`);
    const counts = instants.map((instant, index) => [
      names[index],
      { $sum: { $cond: [{ $lt: ["$createdAt", instant] }, 1, 0] } },
    ]);
    const [row] = await tickets.aggregate<Record<string, number>>([
      { $match: { status } },
      { $group: { _id: null, ...Object.fromEntries(counts) } },
    ]);
    return names.map((name) => row?.[name] ?? 0);
  }

  return {
    async ticketsOpened(span): Promise<readonly OpenedCount[]> {
      const days = await byDay(models, opened, span, new Date());
      return days.flatMap(([day, rows]) => rows.map((row) => ({ day, ...row })));
    },
    async responses(span) {
      const { calendar } = (await settings.current()).serviceLevels;
      const days = await byDay(models, timeFigures(models, calendar), span, new Date());
      return addedUp(days.map(([, figures]) => figures));
    },
    async unfinishedBefore(instants) {
      const all = await Promise.all(UNFINISHED.map((status) => waitingBefore(status, instants)));
      return instants.map((_, index) => all.reduce((sum, counts) => sum + (counts[index] ?? 0), 0));
    },
    async questions(span): Promise<readonly QuestionCount[]> {
      const days = await questionsByDay(span);
      return days.flatMap(([day, { outcomes }]) =>
        Object.entries(outcomes).map(([outcome, count]) => ({ day, outcome, count })),
      );
    },
    async entryUse(span): Promise<readonly EntryUse[]> {
      const days = await questionsByDay(span);
      const uses = usesTogether(days.flatMap(([, { entries }]) => entries));
      return uses.sort((a, b) => b.count - a.count || (a.entry < b.entry ? -1 : 1)).slice(0, MOST_VALUES);
    },
    async requestsBy(what): Promise<readonly ValueCount[]> {
      const counts = (await requestCounters.read()).filter((one) => one.what === what);
      return counts
        .map(({ value, count }) => ({ value, count }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .slice(0, MOST_VALUES);
    },
  };
}
