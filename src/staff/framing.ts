import type { Answer, Visit } from "./route.ts";

/** Teams in a browser and on the desktop, as Microsoft names its hosts for tabs. */
const TEAMS = "https://teams.microsoft.com https://*.teams.microsoft.com https://teams.cloud.microsoft";

/** Whether the browser loads this request's answer into a frame. */
export function isInFrame({ header }: Pick<Visit, "header">): boolean {
  return header("sec-fetch-dest") === "iframe";
}

/**
 * Adds to an answer's policy who may show it in a frame, the one place that decides: nobody; our own pages where the answer says so;
 * and Teams, for what belongs to its tab and in a session that was begun there.
 */
export function withFraming({ visitor }: Pick<Visit, "visitor">, answer: Answer): Answer {
  const policy = answer.headers["content-security-policy"];
  if (typeof policy !== "string") return answer;
  const ancestors = [
    ...(answer.frames === "own" ? ["'self'"] : []),
    ...(answer.frames === "teams" || visitor?.inTeams ? [TEAMS] : []),
  ].join(" ");
  const whole = `${policy}; frame-ancestors ${ancestors || "'none'"}`;
  return { ...answer, headers: { ...answer.headers, "content-security-policy": whole } };
}
