import type { Actor } from "../../core/person.ts";
import type { Office } from "../../core/ports.ts";

/** A change of an account, for the audit log. */
export interface AccountChange {
  /** Whose account; absent for what is no member's, as an API token. */
  readonly subject?: string;
  readonly actor: Actor;
  /** What changed, never a secret: a code that the console has words for, or plain words. */
  readonly detail: string;
}

/** Writes down who changed what of an account, at the office's time. */
export function noteAccountChange({ store, clock }: Office, change: AccountChange): Promise<void> {
  const event = { type: "staff.changed", at: clock.now(), ...change } as const;
  return store.transact((transaction) => transaction.append(event));
}
