import { createHash } from "node:crypto";
import type { WorkingCalendar } from "../core/business-hours.ts";
import type { EntryUse, OpenedCount, Span } from "../core/reports.ts";
import {
  type ResponseFigures,
  responseFigures,
  type TargetFigures,
  type TicketTimes,
} from "../core/response-figures.ts";
import { turkishDay } from "../core/turkish-time.ts";
import type { Figures } from "./daily-rollups.ts";
import { bytesOf } from "./documents.ts";
import type { Models } from "./models.ts";

const ZONE = "Europe/Istanbul";
/** Raised when a figure is counted otherwise than before. */
const VERSION = "1";

const during = (field: string, { from, to }: Span) => ({ [field]: { $gte: from, $lt: to } });

/** The Turkish day of a time of a document, for the database. */
const dayOf = (field: string) => ({ $dateToString: { date: `$${field}`, format: "%Y-%m-%d", timezone: ZONE } });

type OpenedRow = Omit<OpenedCount, "day">;

/** Tickets opened, by way and category. */
export function openedFigures({ tickets }: Models): Figures<readonly OpenedRow[]> {
  return {
    of: "opened",
    made: VERSION,
    empty: [],
    async count(span) {
      const rows = await tickets.aggregate<{ _id: Omit<OpenedCount, "count">; count: number }>([
        { $match: during("createdAt", span) },
        {
          $group: { _id: { day: dayOf("createdAt"), channel: "$channel", category: "$category" }, count: { $sum: 1 } },
        },
      ]);
      return grouped(
        rows,
        (row) => row._id.day,
        (of) => of.map(({ _id: { channel, category }, count }) => ({ channel, category, count })),
      );
    },
    pack: (rows) => rows,
    unpack: (stored) => stored as readonly OpenedRow[],
  };
}

/** How tickets were answered and solved. Other working hours make other figures. */
export function timeFigures({ tickets }: Models, calendar: WorkingCalendar): Figures<ResponseFigures> {
  return {
    of: "times",
    made: `${VERSION} ${createHash("sha256").update(JSON.stringify(calendar)).digest("hex").slice(0, 16)}`,
    empty: responseFigures([], calendar),
    async count(span) {
      // A document a day: taking one apart costs little, taking thousands of small ones apart costs most of a report.
      const days = await tickets.aggregate<{ _id: string; times: readonly TicketTimes[] }>([
        { $match: during("createdAt", span) },
        { $group: { _id: dayOf("createdAt"), times: { $push: TIMES } } },
      ]);
      return new Map(days.map(({ _id, times }) => [_id, responseFigures(times, calendar)]));
    },
    pack: ({ tickets: count, firstResponse, resolution }) => ({
      tickets: count,
      firstResponse: packTarget(firstResponse),
      resolution: packTarget(resolution),
    }),
    unpack(stored) {
      const { tickets: count, firstResponse, resolution } = stored as PackedResponse;
      return { tickets: count, firstResponse: unpackTarget(firstResponse), resolution: unpackTarget(resolution) };
    },
  };
}

/** What is looked at of a ticket, for the database; of a time it does not have, nothing. */
const TIMES: Readonly<Record<keyof TicketTimes, string>> = {
  createdAt: "$createdAt",
  firstRespondedAt: "$firstRespondedAt",
  firstResponseDueAt: "$firstResponseDueAt",
  solvedAt: "$solvedAt",
  resolutionDueAt: "$resolutionDueAt",
};

interface PackedResponse {
  readonly tickets: number;
  readonly firstResponse: PackedTarget;
  readonly resolution: PackedTarget;
}

/** Numbers as bytes: a busy day has many hundreds of them. */
interface PackedTarget {
  readonly minutes: unknown;
  readonly open: unknown;
  readonly aimed: number;
  readonly inTime: number;
}

function packTarget({ minutes, open, ...counts }: TargetFigures): PackedTarget {
  return { ...counts, minutes: packed(minutes), open: packed(open) };
}

function unpackTarget({ minutes, open, ...counts }: PackedTarget): TargetFigures {
  return { ...counts, minutes: unpacked(minutes), open: [...unpacked(open)] };
}

const packed = (numbers: ArrayLike<number>) => Buffer.from(Float64Array.from(numbers).buffer);
function unpacked(stored: unknown): Float64Array {
  const bytes = bytesOf(stored) ?? Buffer.alloc(0);
  // A copy begins where numbers may begin.
  return new Float64Array(new Uint8Array(bytes).buffer);
}

/** What questions came to, and the entries that answered them. */
export interface QuestionFigures {
  readonly outcomes: Readonly<Record<string, number>>;
  readonly entries: readonly EntryUse[];
}

export function questionFigures({ questions }: Models): Figures<QuestionFigures> {
  const fields = { askedAt: 1, outcome: 1, entries: 1, feedback: 1 };
  interface Asked {
    readonly askedAt: Date;
    readonly outcome: string;
    readonly entries?: readonly string[];
    readonly feedback?: string;
  }
  return {
    of: "questions",
    made: VERSION,
    empty: { outcomes: {}, entries: [] },
    async count(span) {
      const rows = await questions.find(during("askedAt", span), fields).lean();
      return grouped(
        rows as unknown as readonly Asked[],
        (one) => turkishDay(one.askedAt),
        (of) => {
          const answers = of.filter(({ outcome }) => outcome === "answer");
          const uses = answers.flatMap(({ entries = [], feedback }) => entries.map((entry) => useOf(entry, feedback)));
          const outcomes = Object.fromEntries(
            grouped(
              of,
              ({ outcome }) => outcome,
              ({ length }) => length,
            ),
          );
          return { outcomes, entries: usesTogether(uses) };
        },
      );
    },
    pack: (figures) => figures,
    unpack: (stored) => stored as QuestionFigures,
  };
}

const useOf = (entry: string, feedback: string | undefined): EntryUse => ({
  entry,
  count: 1,
  helpful: feedback === "helpful" ? 1 : 0,
  notHelpful: feedback === "notHelpful" ? 1 : 0,
});

/** One use an entry. */
export function usesTogether(uses: readonly EntryUse[]): EntryUse[] {
  const sum = (of: readonly EntryUse[], what: "count" | "helpful" | "notHelpful") =>
    of.reduce((total, use) => total + use[what], 0);
  const together = grouped(
    uses,
    ({ entry }) => entry,
    (of): EntryUse => ({
      entry: of[0]?.entry ?? "",
      count: sum(of, "count"),
      helpful: sum(of, "helpful"),
      notHelpful: sum(of, "notHelpful"),
    }),
  );
  return [...together.values()];
}

/** Values under a key of theirs, each group as what it comes to. */
export function grouped<Value, Group>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
  comesTo: (group: readonly Value[]) => Group,
): Map<string, Group> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return new Map([...groups].map(([key, group]) => [key, comesTo(group)]));
}
