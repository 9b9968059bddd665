import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import { shifted } from "../../core/holidays.ts";
import { turkishDay } from "../../core/turkish-time.ts";
import { measureResponse } from "../reports/measure-response.ts";
import { type DaySpan, daySpan, MOST_DAYS } from "../reports/spans.ts";
import { type DescribedEndpoint, endpoint } from "./api-route.ts";

const query = z.strictObject({
  from: z.iso.date().optional().describe("First day by the clock in Türkiye; 30 days ago unless told"),
  to: z.iso.date().optional().describe("Last day; today unless told"),
});
const day = z.string().describe("A day in Türkiye, 2026-11-23");
const distribution = z.object({ count: z.number(), median: z.number().optional(), p90: z.number().optional() });

/** Numbers of reports by the API. */
export function reportEndpoints(): DescribedEndpoint[] {
  const common = { method: "GET", needs: "reports.read", query } as const;
  return [
    endpoint({
      ...common,
      path: "/api/v1/reports/volume",
      summary: "Tickets opened by day, way and category",
      response: z.object({
        items: z.array(z.object({ day, channel: z.string(), category: z.string(), count: z.number() })),
      }),
      answer: async ({ staff, now }, input) => ({
        items: await staff.office.store.reports.ticketsOpened(spanOf(input.query, now)),
      }),
    }),
    endpoint({
      ...common,
      path: "/api/v1/reports/response",
      summary: "First response and solution in working minutes, and how many kept their target (0..1)",
      response: z.object({
        tickets: z.number(),
        firstResponse: distribution,
        resolution: distribution,
        firstResponseKept: z.number().optional(),
        resolutionKept: z.number().optional(),
      }),
      answer: async ({ staff, now }, input) => {
        const { reports } = staff.office.store;
        return measureResponse(await reports.responses(spanOf(input.query, now)), now);
      },
    }),
    endpoint({
      ...common,
      path: "/api/v1/reports/bot",
      summary: "What questions came to, and which entries answered",
      response: z.object({
        questions: z.array(z.object({ day, outcome: z.string(), count: z.number() })),
        entries: z.array(
          z.object({ entry: z.string(), count: z.number(), helpful: z.number(), notHelpful: z.number() }),
        ),
      }),
      answer: async ({ staff, now }, input) => {
        const { reports } = staff.office.store;
        const span = spanOf(input.query, now);
        const [questions, entries] = await Promise.all([reports.questions(span), reports.entryUse(span)]);
        return { questions, entries };
      },
    }),
  ];
}

function spanOf({ from, to }: z.infer<typeof query>, now: Date): DaySpan {
  const last = to ?? turkishDay(now);
  const first = from ?? shifted(last, -29);
  if (first > last) throw new AppError("badRequest", "`from` lies after `to`.", { field: "from" });
  if (shifted(first, MOST_DAYS - 1) < last)
    throw new AppError("badRequest", `A report spans at most ${MOST_DAYS} days.`, { field: "from" });
  return daySpan(first, last);
}
