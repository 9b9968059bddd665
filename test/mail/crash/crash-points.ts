import type { Store, Transaction } from "../../../src/core/ports.ts";

/** A moment in the life of a mail at which the process can be killed. */
export interface CrashPoint {
  /** "mails.keepAll", "transact", "transaction.finishMail" … */
  readonly step: string;
  readonly when: "before" | "after";
  /** At the n-th time the step is reached. */
  readonly count: number;
  /** What the process sends itself; SIGKILL unless said otherwise. */
  readonly signal?: "SIGKILL" | "SIGSTOP";
}

/**
 * Steps in the middle of a transaction. A database holds what an abandoned transaction touched for a minute or two
 * (MongoDB 60 s, the stand-in over 100 s) before it rolls back: a run with these takes its time.
 */
export const STEPS_INSIDE: readonly string[] = [
  "transaction.insertTicket",
  "transaction.insertMessage",
  "transaction.append",
  "transaction.finishMail",
];

/** Every other step by which intake and outbox touch the database, in the order a mail meets them. */
export const STEPS: readonly string[] = [
  "leases.acquire",
  "mails.start",
  "mails.unknownUids",
  "mails.keepNew",
  "mails.see",
  "mails.withoutRaw",
  "mails.keepAll",
  "mails.claim",
  "mails.begin",
  "mails.raw",
  "mails.unended",
  "messages.byContentKey",
  "nextNumber",
  "transact",
  "outbox.claim",
  "messages.setDelivery",
  "outbox.settle",
];

/** Steps that are a transaction of their own: a write fenced by the mailbox's lease. */
const FENCED: ReadonlySet<string> = new Set(["mails.start", "mails.keepNew", "mails.see", "mails.keepAll"]);

/** Asks the process to die as soon as no transaction is open. */
export const DIE_SOON = "SIGUSR2";

type AnyMethod = (...given: unknown[]) => unknown;

/**
 * The store, with a kill -9 of this very process waiting at one of its steps. A kill outside of a transaction first lets the
 * transactions of other mails end, so that none is abandoned by the way: those are killed at their own steps.
 */
export function armed(store: Store, point: CrashPoint | undefined): Store {
  let left = point?.count ?? 0;
  let isDying = false;
  let openTransactions = 0;

  async function die(): Promise<void> {
    isDying = true;
    while (openTransactions > 0 && !STEPS_INSIDE.includes(point?.step ?? "")) await pause();
    process.kill(process.pid, point?.signal ?? "SIGKILL");
    isDying = false;
  }
  process.once(DIE_SOON, () => void die());

  async function reach(): Promise<void> {
    left -= 1;
    if (left === 0) await die();
  }

  function guard(name: string, method: AnyMethod): AnyMethod {
    const counted = FENCED.has(name) ? inTransaction(method) : method;
    if (name !== point?.step) return counted;
    return async (...given) => {
      if (point.when === "before") await reach();
      const result = await counted(...given);
      if (point.when === "after") await reach();
      return result;
    };
  }

  /** Begins no transaction while the process is about to die, and tells how many are open. */
  function inTransaction(method: AnyMethod): AnyMethod {
    return async (...given) => {
      while (isDying) await pause();
      openTransactions += 1;
      try {
        return await method(...given);
      } finally {
        openTransactions -= 1;
      }
    };
  }

  function guarded<Part extends object>(part: Part, prefix: string): Part {
    return new Proxy(part, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        return typeof value === "function" ? guard(`${prefix}${String(key)}`, value.bind(target) as AnyMethod) : value;
      },
    });
  }

  const transact = inTransaction((work) =>
    store.transact((transaction: Transaction) =>
      (work as (transaction: Transaction) => Promise<unknown>)(guarded(transaction, "transaction.")),
    ),
  );
  return {
    ...store,
    nextNumber: guard("nextNumber", store.nextNumber as AnyMethod) as Store["nextNumber"],
    transact: guard("transact", transact) as Store["transact"],
    mails: guarded(store.mails, "mails."),
    messages: guarded(store.messages, "messages."),
    outbox: guarded(store.outbox, "outbox."),
    leases: guarded(store.leases, "leases."),
  };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2));
}
