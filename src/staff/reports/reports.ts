import type { QuestionCount } from "../../core/reports.ts";
import type { RequestState } from "../../core/request.ts";
import { categoryName } from "../pages/ticket-parts.ts";
import type { StaffVisit } from "../route.ts";
import { measureResponse, type ResponseMeasure } from "./measure-response.ts";
import type { ReportRow, ReportTable } from "./report-table.ts";
import type { DaySpan } from "./spans.ts";

const CHANNELS = ["mail", "teams", "web", "staff"] as const;
const OUTCOMES = ["answer", "clarify", "unknown", "handoff", "status", "smalltalk"] as const;
const DAY_MS = 24 * 60 * 60_000;
const AGES = [1, 3, 7, 14, 30] as const;

/** Volume: tickets opened by day and way, by category, and the age of what is unfinished. */
export async function volumeReport(visit: StaffVisit, span: DaySpan): Promise<readonly ReportTable[]> {
  const { reports, tickets } = visit.staff.office.store;
  const { texts, now } = visit;
  const [opened, older, counts] = await Promise.all([
    reports.ticketsOpened(span),
    reports.unfinishedBefore(AGES.map((days) => new Date(now.getTime() - days * DAY_MS))),
    tickets.counts(),
  ]);
  const sum = (fits: (one: (typeof opened)[number]) => boolean) =>
    opened.reduce((total, one) => total + (fits(one) ? one.count : 0), 0);
  const used = CHANNELS.filter((channel) => sum((one) => one.channel === channel) > 0);
  const categories = [...new Set(opened.map(({ category }) => category))];
  const unfinished = counts.new + counts.open + counts.pending;
  const words = texts.reports;
  return [
    {
      name: "days",
      title: words.openedByDay,
      chart: "columns",
      rowsAre: words.day,
      series: used.map((channel) => texts.tickets.channel[channel]),
      rows: span.days.map((day) => ({
        label: day,
        values: used.map((channel) => sum((one) => one.day === day && one.channel === channel)),
      })),
    },
    bars(
      "categories",
      words.openedByCategory,
      words.category,
      words.count,
      categories
        .map((category) => ({
          label: categoryName(category, visit),
          values: [sum((one) => one.category === category)] as const,
        }))
        .sort((a, b) => b.values[0] - a.values[0]),
    ),
    {
      ...bars("backlog", words.backlog, words.age, words.count, []),
      rows: [unfinished, ...older].map((count, index) => ({
        label: words.ages(AGES[index - 1] ?? 0, AGES[index]),
        values: [count - (older[index] ?? 0)],
      })),
    },
  ];
}

/** Response: how the targets were kept, and how long things took in working time. */
export async function responseReport(
  visit: StaffVisit,
  span: DaySpan,
): Promise<{ measure: ResponseMeasure; tables: readonly ReportTable[] }> {
  const { texts, staff, now } = visit;
  const { reports } = staff.office.store;
  const measure = measureResponse(await reports.responses(span), now);
  const words = texts.reports;
  const hours = (minutes: number | undefined) => Math.round((minutes ?? 0) / 6) / 10;
  const row = (label: string, { median, p90 }: ResponseMeasure["firstResponse"]): ReportRow => ({
    label,
    values: [hours(median), hours(p90)],
  });
  const percent = (share: number | undefined) => Math.round((share ?? 0) * 1000) / 10;
  return {
    measure,
    tables: [
      {
        ...bars("times", words.times, words.what, words.median, [
          row(words.firstResponse, measure.firstResponse),
          row(words.resolution, measure.resolution),
        ]),
        series: [words.median, words.p90],
        unit: words.hours,
      },
      {
        ...bars("targets", words.targets, words.what, words.kept, [
          { label: words.firstResponse, values: [percent(measure.firstResponseKept)] },
          { label: words.resolution, values: [percent(measure.resolutionKept)] },
        ]),
        unit: "%",
      },
    ],
  };
}

/** The bot: what questions came to, which entries answer, which help. */
export async function botReport(
  visit: StaffVisit,
  span: DaySpan,
): Promise<{ deflection?: number; tables: readonly ReportTable[] }> {
  const { texts, staff, preferences } = visit;
  const { reports } = staff.office.store;
  const [asked, use] = await Promise.all([reports.questions(span), reports.entryUse(span)]);
  const words = texts.reports;
  const count = (fits: (one: QuestionCount) => boolean) =>
    asked.reduce((total, one) => total + (fits(one) ? one.count : 0), 0);
  const used = OUTCOMES.filter((outcome) => count((one) => one.outcome === outcome) > 0);
  const answered = count(({ outcome }) => outcome === "answer");
  const unhelped = count(({ outcome }) => outcome === "unknown" || outcome === "handoff");
  const { entries } = staff.understander();
  const titleOf = (id: string) => entries.get(id)?.title[preferences.language] ?? id;
  return {
    ...(answered + unhelped > 0 && { deflection: answered / (answered + unhelped) }),
    tables: [
      {
        name: "questions",
        title: words.questionsByDay,
        chart: "columns",
        rowsAre: words.day,
        series: used.map((outcome) => texts.knowledge.outcome[outcome]),
        rows: span.days.map((day) => ({
          label: day,
          values: used.map((outcome) => count((one) => one.day === day && one.outcome === outcome)),
        })),
      },
      bars(
        "entries",
        words.topEntries,
        words.entry,
        words.count,
        use.slice(0, 15).map(({ entry, count: times }) => ({ label: titleOf(entry), values: [times] })),
      ),
      {
        ...bars(
          "helpful",
          words.helpfulness,
          words.entry,
          words.helpful,
          use
            .filter(({ helpful, notHelpful }) => helpful + notHelpful > 0)
            .map(({ entry, helpful, notHelpful }) => ({ label: titleOf(entry), values: [helpful, notHelpful] })),
        ),
        series: [words.helpful, words.notHelpful],
      },
    ],
  };
}

/** Request entries as they stand now, by state and by province. */
export async function requestsReport(visit: StaffVisit): Promise<readonly ReportTable[]> {
  const { texts, staff } = visit;
  const { reports } = staff.office.store;
  const [states, provinces] = await Promise.all([reports.requestsBy("state"), reports.requestsBy("province")]);
  const words = texts.reports;
  return [
    bars(
      "states",
      words.requestsByState,
      words.state,
      words.count,
      states.map(({ value, count }) => ({
        label: texts.requests.state[value as RequestState] ?? value,
        values: [count],
      })),
    ),
    bars(
      "provinces",
      words.requestsByProvince,
      words.province,
      words.count,
      provinces.map(({ value, count }) => ({ label: value || words.unknownProvince, values: [count] })),
    ),
  ];
}

function bars(name: string, title: string, rowsAre: string, series: string, rows: readonly ReportRow[]): ReportTable {
  return { name, title, chart: "bars", rowsAre, series: [series], rows };
}
