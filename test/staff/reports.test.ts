import { USUAL_CALENDAR } from "../../src/core/business-hours.ts";
import { responseFigures } from "../../src/core/response-figures.ts";
import { chart } from "../../src/staff/reports/charts.ts";
import { measureResponse } from "../../src/staff/reports/measure-response.ts";
import { csvCell, toCsv } from "../../src/staff/reports/report-table.ts";
import { daySpan } from "../../src/staff/reports/spans.ts";
import { createToken } from "../../src/staff/sign-in/api-tokens.ts";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { ticketFrom, withDesk } from "./desk.ts";

/** An instant by the clock on the office's wall. */
const at = (text: string) => new Date(`${text.replace(" ", "T")}:00+03:00`);
const wall = { now: at("2026-11-23 10:00") };
const desk = withDesk({}, () => wall.now);

test("tickets are counted on the day they were opened in Türkiye, not in Greenwich", async () => {
  wall.now = at("2026-11-20 01:30");
  await ticketFrom(desk.office, { category: "fees" });
  wall.now = at("2026-11-20 23:30");
  await ticketFrom(desk.office, { category: "fees" });
  wall.now = at("2026-11-21 00:30");
  await ticketFrom(desk.office, { category: "application" });

  const opened = await desk.office.store.reports.ticketsOpened(daySpan("2026-11-20", "2026-11-21"));

  const fees = { day: "2026-11-20", channel: "mail", category: "fees", count: 2 };
  expect(opened).toHaveLength(2);
  expect(opened).toEqual(
    expect.arrayContaining([fees, { ...fees, day: "2026-11-21", category: "application", count: 1 }]),
  );
});

test("response is measured in working time; what still has time counts neither way", () => {
  const createdAt = at("2026-11-27 17:00");
  const dues = { firstResponseDueAt: at("2026-11-30 17:00"), resolutionDueAt: at("2026-12-07 17:00") };
  const times = [
    { createdAt, ...dues, firstRespondedAt: at("2026-11-30 09:00"), solvedAt: at("2026-12-01 08:30") },
    { createdAt, ...dues, firstRespondedAt: at("2026-12-01 09:00") },
    { createdAt, ...dues },
  ];
  const measure = measureResponse(responseFigures(times, USUAL_CALENDAR), at("2026-12-01 12:00"));
  expect(measure).toEqual({
    tickets: 3,
    firstResponse: { count: 2, median: 600, p90: 600 },
    resolution: { count: 1, median: 570, p90: 570 },
    firstResponseKept: 1 / 3,
    resolutionKept: 1,
  });
});

test.each([
  ["=1+2", "'=1+2"],
  ["+90 532", "'+90 532"],
  ["@komut", "'@komut"],
  ["-12.5", "-12.5"],
  ['tır"nak;', '"tır""nak;"'],
  ["satır\nsonu", '"satır\nsonu"'],
])("the cell %j is written %j, so that no spreadsheet runs it", (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test("a CSV opens rightly in a Turkish spreadsheet", () => {
  const table = {
    name: "t",
    title: "T",
    chart: "bars",
    rowsAre: "İl",
    series: ["Sayı"],
    rows: [{ label: "Şanlıurfa", values: [3] }],
  } as const;
  expect(toCsv(table)).toBe("\ufeffİl;Sayı\r\nŞanlıurfa;3\r\n");
});

test("every report has its page, its drawings with their tables, and its CSV", async () => {
  wall.now = at("2026-11-23 10:00");
  const agent = await desk.agent("viewer");
  const { ticket } = await ticketFrom(desk.office);
  wall.now = at("2026-11-23 11:00");
  await replyToRequester(desk.office, {
    ticket: ticket.number,
    version: 1,
    agent: { id: "1", name: "A" },
    text: "Yanıt",
  });

  expect((await agent.get("/console/reports")).text).toContain('<div class="chart columns" role="img"');
  expect((await agent.get("/console/reports?report=response&days=7")).text).toMatch(
    /İlk yanıt: Süresinde<\/div><div class="value">%\d+/,
  );
  // A small share is a short bar, however large the others are, and stands there as Turkish writes it.
  const inTime = chart(
    {
      name: "t",
      title: "t",
      chart: "bars",
      rowsAre: "r",
      series: ["s"],
      rows: [{ label: "a", values: [2.5] }],
      unit: "%",
    },
    "t",
    { preferences: { language: "tr", theme: "auto", moreContrast: false, singleKeys: true, folds: new Map() } },
  );
  expect(inTime.markup).toContain('width="2.15%"');
  expect(inTime.markup).toContain(">%2,5<");
  for (const report of ["bot", "requests"])
    expect((await agent.get(`/console/reports?report=${report}`)).status).toBe(200);
  const csv = await agent.get("/console/reports/csv?report=volume&days=7&table=categories");
  expect(csv.headers.get("content-disposition")).toContain("volume-categories.csv");
  expect(csv.text).toContain("Ücret ve fatura;");
});

test("the same numbers come by the API, for a span of at most a year", async () => {
  const { token } = await createToken(desk.office, { name: "rapor", role: "viewer" });
  const get = (path: string) =>
    fetch(`${desk.url}/api/v1/reports/${path}`, { headers: { authorization: `Bearer ${token}` } });
  expect(await (await get("volume?from=2026-11-21&to=2026-11-21")).json()).toEqual({
    items: [{ day: "2026-11-21", channel: "mail", category: "application", count: 1 }],
  });
  expect(await (await get("response?from=2026-11-23&to=2026-11-23")).json()).toMatchObject({
    tickets: 1,
    firstResponse: { median: 60 },
  });
  expect((await get("bot")).status).toBe(200);
  expect((await get("volume?from=2020-01-01&to=2026-01-01")).status).toBe(400);
  expect((await get("volume?from=2026-11-23&to=2026-11-20")).status).toBe(400);
});
