import type { MailEvent } from "../core/events.ts";
import type { Log, Office } from "../core/ports.ts";
import type { MailAccount, MailTimings } from "./account.ts";

/** Tells staff once when an account stops working, and once when it works again. */
export interface AccountAlarm {
  /** The account refuses us. */
  paused(reason: string): void;
  /** A contact with one of its mailboxes failed for a reason that passes; said only when it goes on for long. */
  failed(path: string, reason: string): void;
  contact(path: string): void;
  pausedBecause(): string | undefined;
}

export function createAlarm(options: {
  readonly account: MailAccount;
  readonly office: Pick<Office, "store" | "clock">;
  readonly timings: Pick<MailTimings, "silent">;
  readonly log: Log;
}): AccountAlarm {
  const { account, office, timings, log } = options;
  let raised: "mailbox.paused" | "mailbox.silent" | undefined;
  let reason: string | undefined;
  const start = Date.now();
  /** By mailbox: one that was renamed is missed, however well the others answer. */
  const lastContacts = new Map<string, number>();
  let silentPath: string | undefined;
  let writing: Promise<void> = Promise.resolve();

  function tell(type: MailEvent["type"], detail?: string): void {
    log.warn({ account: account.id, event: type }, "The state of a mailbox changed.");
    const event = {
      type,
      at: office.clock.now(),
      actor: { kind: "system" },
      account: account.id,
      ...(detail && { detail }),
    } as const;
    // In order, and never in the way of the mail itself.
    writing = writing
      .then(() => office.store.transact((transaction) => transaction.append(event)))
      .catch((error: unknown) =>
        log.error({ account: account.id, event: type, err: error }, "An alarm could not be written."),
      );
  }

  function raise(type: "mailbox.paused" | "mailbox.silent", why: string): void {
    reason = why;
    if (raised === type) return;
    raised = type;
    tell(type, why);
  }

  return {
    paused: (why) => raise("mailbox.paused", why),
    failed(path, why) {
      const since = lastContacts.get(path) ?? start;
      if (raised !== undefined || Date.now() - since < timings.silent) return;
      silentPath = path;
      raise("mailbox.silent", `${path}: ${why}`);
    },
    contact(path) {
      lastContacts.set(path, Date.now());
      if (raised === undefined || (raised === "mailbox.silent" && silentPath !== path)) return;
      raised = undefined;
      reason = undefined;
      tell("mailbox.recovered");
    },
    pausedBecause: () => (raised === "mailbox.paused" ? reason : undefined),
  };
}
