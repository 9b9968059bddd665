import { AppError } from "../../core/errors.ts";
import { downloadAnswer, pageAnswer } from "../answers.ts";
import { percent } from "../design/numbers.ts";
import { PERIODS, REPORTS, type ReportName, type ReportPageData, reportPage } from "../pages/report-page.ts";
import { toCsv } from "../reports/report-table.ts";
import { botReport, requestsReport, responseReport, volumeReport } from "../reports/reports.ts";
import { lastDays } from "../reports/spans.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";

/** Reports as pages, and every table of them as CSV. */
export function reportRoutes(): Route[] {
  return [
    staffRoute("GET", "/console/reports", "reports.read", async (visit) =>
      pageAnswer(reportPage(visit, await wantedReport(visit))),
    ),
    staffRoute("GET", "/console/reports/csv", "reports.read", csv),
  ];
}

async function csv(visit: StaffVisit): Promise<Answer> {
  const { report, tables } = await wantedReport(visit);
  const table = tables.find(({ name }) => name === visit.query.get("table"));
  if (!table) throw new AppError("notFound", "There is no such table in this report.");
  return downloadAnswer(`${report}-${table.name}.csv`, "text/csv; charset=utf-8", toCsv(table));
}

async function wantedReport(visit: StaffVisit): Promise<ReportPageData> {
  const report = REPORTS.find((name) => name === visit.query.get("report")) ?? "volume";
  const days = PERIODS.find((period) => String(period) === visit.query.get("days")) ?? 30;
  return { report, days, ...(await contents(visit, report, days)) };
}

async function contents(
  visit: StaffVisit,
  report: ReportName,
  days: number,
): Promise<Pick<ReportPageData, "tiles" | "tables">> {
  const words = visit.texts.reports;
  const span = lastDays(days, visit.now);
  const share = (value: number | undefined) => (value === undefined ? "–" : percent(value, visit));
  if (report === "volume") {
    const tables = await volumeReport(visit, span);
    const opened = tables[0]?.rows.flatMap(({ values }) => values).reduce((sum, value) => sum + value, 0) ?? 0;
    return { tiles: [{ label: words.tickets, value: String(opened) }], tables };
  }
  if (report === "response") {
    const { measure, tables } = await responseReport(visit, span);
    const tiles = [
      { label: words.tickets, value: String(measure.tickets) },
      { label: `${words.firstResponse}: ${words.kept}`, value: share(measure.firstResponseKept) },
      { label: `${words.resolution}: ${words.kept}`, value: share(measure.resolutionKept) },
    ];
    return { tiles, tables };
  }
  if (report === "bot") {
    const { deflection, tables } = await botReport(visit, span);
    return { tiles: [{ label: words.deflection, value: share(deflection) }], tables };
  }
  return { tiles: [], tables: await requestsReport(visit) };
}
