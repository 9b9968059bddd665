import { whatIsMissing } from "./dovecot.ts";

/** `describe`, or `describe.skip` with a word why. */
export function describeWithDovecot(name: string, tests: () => void): void {
  const missing = whatIsMissing();
  if (missing) console.log(`Dovecot scenarios skipped: ${missing}`);
  (missing ? describe.skip : describe)(name, tests);
}
