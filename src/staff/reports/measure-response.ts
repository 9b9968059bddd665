import { type WorkingCalendar, workingMinutesBetween } from "../../core/business-hours.ts";
import type { TicketTimes } from "../../core/reports.ts";

/** How fast tickets were answered and solved, in working minutes. */
export interface ResponseMeasure {
  readonly tickets: number;
  readonly firstResponse: Distribution;
  readonly resolution: Distribution;
  /** Of those that were answered or whose time is over: how many kept the target, 0..1. */
  readonly firstResponseKept?: number;
  readonly resolutionKept?: number;
}

export interface Distribution {
  readonly count: number;
  readonly median?: number;
  readonly p90?: number;
}

/** Measures the tickets of a span, each read once, by the working hours there are now. */
export async function measureResponse(
  times: AsyncIterable<TicketTimes>,
  now: Date,
  calendar: WorkingCalendar,
): Promise<ResponseMeasure> {
  const first: number[] = [];
  const solved: number[] = [];
  const kept = { first: new Kept(now), solved: new Kept(now) };
  let tickets = 0;
  for await (const one of times) {
    tickets += 1;
    if (one.firstRespondedAt) first.push(workingMinutesBetween(one.createdAt, one.firstRespondedAt, calendar));
    if (one.solvedAt) solved.push(workingMinutesBetween(one.createdAt, one.solvedAt, calendar));
    kept.first.take(one.firstRespondedAt, one.firstResponseDueAt);
    kept.solved.take(one.solvedAt, one.resolutionDueAt);
  }
  return {
    tickets,
    firstResponse: distribution(first),
    resolution: distribution(solved),
    ...kept.first.as("firstResponseKept"),
    ...kept.solved.as("resolutionKept"),
  };
}

/** Counts what was done in time, among what was done or is overdue; what still has time counts neither way. */
class Kept {
  readonly #now: Date;
  #decided = 0;
  #inTime = 0;
  constructor(now: Date) {
    this.#now = now;
  }

  take(done: Date | undefined, due: Date | undefined): void {
    if (!due || (!done && due > this.#now)) return;
    this.#decided += 1;
    if (done && done <= due) this.#inTime += 1;
  }

  as<Name extends string>(name: Name): Partial<Record<Name, number>> {
    return (this.#decided === 0 ? {} : { [name]: this.#inTime / this.#decided }) as Partial<Record<Name, number>>;
  }
}

function distribution(values: readonly number[]): Distribution {
  if (values.length === 0) return { count: 0 };
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { count: sorted.length, median: at(0.5), p90: at(0.9) };
}
