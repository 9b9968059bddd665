import type { ResponseFigures, TargetFigures } from "../../core/response-figures.ts";

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

/** Measures what tickets came to, as it stands now. */
export function measureResponse({ tickets, firstResponse, resolution }: ResponseFigures, now: Date): ResponseMeasure {
  const first = kept(firstResponse, now);
  const solved = kept(resolution, now);
  return {
    tickets,
    firstResponse: distribution(firstResponse),
    resolution: distribution(resolution),
    ...(first !== undefined && { firstResponseKept: first }),
    ...(solved !== undefined && { resolutionKept: solved }),
  };
}

/** The share in time of what was done or is overdue; what still has time counts neither way. */
function kept({ aimed, inTime, open }: TargetFigures, now: Date): number | undefined {
  const decided = aimed + open.filter((due) => due <= now.getTime()).length;
  return decided === 0 ? undefined : inTime / decided;
}

function distribution({ minutes }: TargetFigures): Distribution {
  const sorted = [...minutes].sort(([a], [b]) => a - b);
  const count = sorted.reduce((sum, [, times]) => sum + times, 0);
  if (count === 0) return { count };
  const at = (share: number) => {
    let left = Math.min(count - 1, Math.floor(share * count));
    for (const [minute, times] of sorted) {
      if (left < times) return minute;
      left -= times;
    }
    return 0;
  };
  return { count, median: at(0.5), p90: at(0.9) };
}
