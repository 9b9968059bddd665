/** Result of a dialog that found the message is not for it: the message is routed as if nothing had been asked. */
export type PassedOn = { readonly passOn: true };

/** Whether a dialog's result passes the message on. */
export function isPassedOn(result: unknown): result is PassedOn {
  return typeof result === "object" && result !== null && "passOn" in result;
}
