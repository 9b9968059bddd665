import { type WorkingCalendar, workingMinutesBetween } from "./business-hours.ts";

/** The instants of one ticket that service levels are measured by. */
export interface TicketTimes {
  readonly createdAt: Date;
  readonly firstRespondedAt?: Date;
  readonly firstResponseDueAt?: Date;
  readonly solvedAt?: Date;
  readonly resolutionDueAt?: Date;
}

/** How many took so many whole minutes, as pairs one after the other: minutes, how many. Exact, and no longer than minutes differ. */
export type MinuteCounts = Float64Array;

/** How tickets stood to one of their two targets, added up so that days can be put together. */
export interface TargetFigures {
  /** How many took so many working minutes. */
  readonly minutes: MinuteCounts;
  /** Of those done that had a target: how many, and how many of them in time. */
  readonly aimed: number;
  readonly inTime: number;
  /** When what is not done falls due, ms: whether it is late is for who looks to say. */
  readonly open: readonly number[];
}

/** First responses and solutions of a number of tickets. */
export interface ResponseFigures {
  readonly tickets: number;
  readonly firstResponse: TargetFigures;
  readonly resolution: TargetFigures;
}

/** What tickets come to, by the working hours of this calendar. */
export function responseFigures(times: readonly TicketTimes[], calendar: WorkingCalendar): ResponseFigures {
  const took = (from: Date, to: Date) => Math.round(workingMinutesBetween(from, to, calendar));
  return {
    tickets: times.length,
    firstResponse: targetFigures(times, took, (one) => [one.firstRespondedAt, one.firstResponseDueAt]),
    resolution: targetFigures(times, took, (one) => [one.solvedAt, one.resolutionDueAt]),
  };
}

function targetFigures(
  times: readonly TicketTimes[],
  took: (from: Date, to: Date) => number,
  of: (one: TicketTimes) => readonly [done: Date | undefined, due: Date | undefined],
): TargetFigures {
  const minutes: number[] = [];
  const open: number[] = [];
  let [aimed, inTime] = [0, 0];
  for (const one of times) {
    const [done, due] = of(one);
    if (done) minutes.push(took(one.createdAt, done), 1);
    if (!due) continue;
    if (!done) open.push(due.getTime());
    else {
      aimed += 1;
      if (done <= due) inTime += 1;
    }
  }
  return { minutes: countedTogether([minutes]), aimed, inTime, open };
}

/** The figures of several days as those of all of them. */
export function addedUp(all: readonly ResponseFigures[]): ResponseFigures {
  const target = (of: (figures: ResponseFigures) => TargetFigures): TargetFigures => {
    const parts = all.map(of);
    return {
      minutes: countedTogether(parts.map(({ minutes }) => minutes)),
      aimed: sum(parts.map(({ aimed }) => aimed)),
      inTime: sum(parts.map(({ inTime }) => inTime)),
      open: parts.flatMap(({ open }) => open),
    };
  };
  return {
    tickets: sum(all.map(({ tickets }) => tickets)),
    firstResponse: target(({ firstResponse }) => firstResponse),
    resolution: target(({ resolution }) => resolution),
  };
}

/** Pairs in any order as pairs of each minute once, the fewest minutes first. */
function countedTogether(parts: readonly (MinuteCounts | readonly number[])[]): MinuteCounts {
  const counts = new Map<number, number>();
  for (const pairs of parts) {
    for (let at = 0; at < pairs.length; at += 2) {
      const minute = pairs[at] ?? 0;
      counts.set(minute, (counts.get(minute) ?? 0) + (pairs[at + 1] ?? 0));
    }
  }
  return Float64Array.from([...counts].sort(([a], [b]) => a - b).flat());
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
