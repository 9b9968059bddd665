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
  const count = minutes.reduce((sum, value, at) => (at % 2 === 1 ? sum + value : sum), 0);
  if (count === 0) return { count };
  const at = (share: number) => {
    let left = Math.min(count - 1, Math.floor(share * count));
    for (let pair = 0; pair < minutes.length; pair += 2) {
      const times = minutes[pair + 1] ?? 0;
      if (left < times) return minutes[pair] ?? 0;
      left -= times;
    }
    return 0;
  };
  return { count, median: at(0.5), p90: at(0.9) };
}
