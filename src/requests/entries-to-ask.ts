import { REQUEST_MOVES, type RequestEntry } from "../core/request.ts";
import { gapsOf } from "../core/request-completeness.ts";
import type { Agent } from "./agent.ts";

/**
 * Which entries of a ticket its sender is asked about, all in one question: something is missing or wrong, and they wait for it already
 * or may by this agent. In: entries of one ticket. Out: by number.
 */
export function entriesToAsk(entries: readonly RequestEntry[], role: Agent["role"]): RequestEntry[] {
  const mayWait = ({ state }: RequestEntry) =>
    state === "needsInfo" || REQUEST_MOVES[state].some(({ to, by }) => to === "needsInfo" && by.includes(role));
  return entries
    .filter((entry) => gapsOf(entry).length > 0 && mayWait(entry))
    .sort((a, b) => (a.number < b.number ? -1 : 1));
}
