import type { Suggestion } from "./reply.ts";

/**
 * Result of a dialog that found the message is not for it: the message is routed as if nothing had been asked, and the way back is
 * offered beside the reply; what was kept of the message all the same is told after it.
 */
export type PassedOn = { readonly passOn: true; readonly beside?: Suggestion; readonly remark?: string };

/** Whether a dialog's result passes the message on. */
export function isPassedOn(result: unknown): result is PassedOn {
  return typeof result === "object" && result !== null && "passOn" in result;
}
