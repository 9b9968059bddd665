import { type WorkingCalendar, workingMinutesBetween } from "./business-hours.ts";

/** The instants of one ticket that service levels are measured by. */
export interface TicketTimes {
  readonly createdAt: Date;
  readonly firstRespondedAt?: Date;
  readonly firstResponseDueAt?: Date;
  readonly solvedAt?: Date;
  readonly resolutionDueAt?: Date;
}

/** How tickets stood to one of their two targets, added up so that days can be put together. */
export interface TargetFigures {
  /** How many took so many working minutes, by the minutes. */
  readonly minutes: ReadonlyMap<number, number>;
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
  const minutes = new Map<number, number>();
  const open: number[] = [];
  let [aimed, inTime] = [0, 0];
  for (const one of times) {
    const [done, due] = of(one);
    if (done) count(minutes, took(one.createdAt, done), 1);
    if (!due) continue;
    if (!done) open.push(due.getTime());
    else {
      aimed += 1;
      if (done <= due) inTime += 1;
    }
  }
  return { minutes, aimed, inTime, open };
}

/** The figures of several days as those of all of them. */
export function addedUp(all: readonly ResponseFigures[]): ResponseFigures {
  const target = (of: (figures: ResponseFigures) => TargetFigures): TargetFigures => {
    const parts = all.map(of);
    const minutes = new Map<number, number>();
    for (const part of parts) for (const [minute, times] of part.minutes) count(minutes, minute, times);
    return {
      minutes,
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

function count(times: Map<number, number>, minute: number, by: number): void {
  times.set(minute, (times.get(minute) ?? 0) + by);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
