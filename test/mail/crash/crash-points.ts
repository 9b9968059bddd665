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
  "messages.byContentKey",
  "nextNumber",
  "transact",
  "outbox.claim",
  "messages.setDelivery",
  "outbox.settle",
];

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
    left -= 1;
    if (left !== 0) return;
    isDying = true;
    while (openTransactions > 0 && !STEPS_INSIDE.includes(point?.step ?? "")) await pause();
    process.kill(process.pid, point?.signal ?? "SIGKILL");
    isDying = false;
  }

  function guard(name: string, method: AnyMethod): AnyMethod {
    if (name !== point?.step) return method;
    return async (...given) => {
      if (point.when === "before") await die();
      const result = await method(...given);
      if (point.when === "after") await die();
      return result;
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

  const transact: Store["transact"] = async (work) => {
    while (isDying) await pause();
    openTransactions += 1;
    try {
      return await store.transact((transaction: Transaction) => work(guarded(transaction, "transaction.")));
    } finally {
      openTransactions -= 1;
    }
  };
  return {
    ...store,
    nextNumber: guard("nextNumber", store.nextNumber as AnyMethod) as Store["nextNumber"],
    transact: guard("transact", transact as AnyMethod) as Store["transact"],
    mails: guarded(store.mails, "mails."),
    messages: guarded(store.messages, "messages."),
    outbox: guarded(store.outbox, "outbox."),
    leases: guarded(store.leases, "leases."),
  };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2));
}
