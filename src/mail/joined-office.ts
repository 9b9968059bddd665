import type { Office, Transaction } from "../core/ports.ts";

/** Ticket numbers drawn before a transaction begins, one after the other. */
export interface ReservedNumbers {
  readonly year: number;
  readonly first: number;
  readonly count: number;
}

/**
 * The office inside a transaction that is already open: whatever a use case writes in a transaction of its own joins this one, so
 * that many mails are written together or not at all. Tickets take the reserved numbers.
 */
export function joinedOffice(office: Office, transaction: Transaction, reserved: ReservedNumbers): Office {
  const { store } = office;
  let taken = 0;
  return {
    ...office,
    store: {
      ...store,
      transact: (work) => work(transaction),
      async nextNumber(series, year, count = 1) {
        const isReserved = series === "ticket" && year === reserved.year && taken + count <= reserved.count;
        if (!isReserved) return store.nextNumber(series, year, count);
        taken += count;
        return reserved.first + taken - count;
      },
      mails: { ...store.mails, finish: transaction.finishMail },
    },
  };
}
