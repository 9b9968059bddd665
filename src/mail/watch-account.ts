import type { Lease } from "../core/leases.ts";
import type { Log, Office } from "../core/ports.ts";
import type { FetchLimits, MailAccount, MailTimings } from "./account.ts";
import { createAlarm } from "./account-alarm.ts";
import type { HandOver } from "./hand-over.ts";
import type { MailboxFault } from "./mailbox-fault.ts";
import { createWakeUp } from "./wake-up.ts";
import { type MailboxWatch, watchMailbox } from "./watch-mailbox.ts";

/** Watches an account's mailboxes while this process holds its lease; stands by while another one does. */
export interface AccountWatch {
  health(): AccountHealth;
  stop(): Promise<void>;
}

export interface AccountHealth {
  readonly account: string;
  /** standby: another process watches it. */
  readonly role: "watching" | "standby";
  /** When each mailbox last answered this process in full. */
  readonly mailboxes: readonly MailboxHealth[];
  /** Why the account is not tried as usual. */
  readonly paused?: string;
}

export interface MailboxHealth {
  readonly path: string;
  readonly lastContact?: Date;
  /** Why the last contact failed; absent when it did not. */
  readonly fault?: string;
}

export interface AccountWatchOptions {
  readonly account: MailAccount;
  readonly office: Pick<Office, "store" | "clock">;
  /** Names this process among all that share the work. */
  readonly worker: string;
  readonly timings: MailTimings;
  readonly limits: FetchLimits;
  readonly log: Log;
  /** Takes kept mails at once. */
  readonly handOver?: HandOver;
  /** New raw mails are in the ledger; their Message-IDs, as far as they have one. */
  readonly onKept: (messageIds: readonly string[]) => void;
}

/** Refusals without a reason code are believed from the second on: some servers say a plain NO when they are only busy. */
const BELIEVED_REFUSALS = 2;

export function watchAccount(options: AccountWatchOptions): AccountWatch {
  const { account, office, worker, timings, log } = options;
  const { leases } = office.store;
  const alarm = createAlarm(options);
  const contacts = new Map<string, Date>();
  const faults = new Map<string, string>();
  const bell = createWakeUp();
  let watches: readonly MailboxWatch[] = [];
  let lease: Lease | undefined;
  /** This process may write until then; set before the lease is asked for, so that it errs on the early side. */
  let holdsUntil = 0;
  let stopped = false;
  let refusals = 0;

  /** The lease, as long as it is surely ours: saves work that the database would refuse. */
  function held(): Lease | undefined {
    return Date.now() < holdsUntil ? lease : undefined;
  }

  function onFault(path: string, fault: MailboxFault, failures: number): number {
    faults.set(path, fault.message);
    log.warn(
      { account: account.id, mailbox: path, fault: fault.kind, failures, reason: fault.message },
      "The mailbox could not be read.",
    );
    refusals = fault.kind === "credentials" ? refusals + 1 : 0;
    if (refusals >= BELIEVED_REFUSALS) {
      alarm.paused(fault.message);
      return timings.paused;
    }
    alarm.failed(path, fault.message);
    return Math.max(fault.retryAfterMs ?? 0, backOff(failures, timings.longestBackOff));
  }

  function open(path: string): MailboxWatch {
    return watchMailbox({
      ...options,
      path,
      lease: held,
      onFault: (fault, failures) => onFault(path, fault, failures),
      onContact: () => {
        contacts.set(path, office.clock.now());
        faults.delete(path);
        refusals = 0;
        alarm.contact(path);
      },
    });
  }

  async function takeTurn(): Promise<void> {
    const asked = Date.now();
    const renewed = lease && (await leases.renew(lease, timings.lease)) ? lease : undefined;
    lease = renewed ?? (await leases.acquire(`mailbox:${account.id}`, worker, timings.lease));
    if (lease) holdsUntil = asked + timings.lease;
    if (lease && watches.length === 0) watches = account.mailboxes.map(open);
    if (!lease && watches.length > 0) await closeAll();
  }

  async function closeAll(): Promise<void> {
    const open = watches;
    watches = [];
    await Promise.all(open.map((watch) => watch.stop()));
  }

  async function run(): Promise<void> {
    while (!stopped) {
      try {
        await takeTurn();
      } catch (error) {
        // Without the database nothing can be written; the watches stop by themselves when the lease runs out.
        log.warn({ account: account.id, err: error }, "The lease on the mailbox could not be renewed.");
      }
      await bell.wait(timings.lease / 3);
    }
    await closeAll();
    if (lease) await leases.release(lease).catch(() => undefined);
  }

  function pausedNow(): { paused?: string } {
    const paused = alarm.pausedBecause();
    return paused ? { paused } : {};
  }

  const running = run();
  return {
    health: () => ({
      account: account.id,
      role: held() ? "watching" : "standby",
      mailboxes: account.mailboxes.map((path) => {
        const [lastContact, fault] = [contacts.get(path), faults.get(path)];
        return { path, ...(lastContact && { lastContact }), ...(fault && { fault }) };
      }),
      ...pausedNow(),
    }),
    async stop() {
      stopped = true;
      bell.ring();
      await running;
    },
  };
}

/** 1 s, 2 s, 4 s … up to `longest`, each shortened by up to a half at random so that many clients do not come at once. */
export function backOff(failures: number, longest: number): number {
  return Math.min(longest, 1_000 * 2 ** Math.min(failures - 1, 20)) * (0.5 + Math.random() / 2);
}
