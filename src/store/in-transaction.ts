import type { ClientSession, Connection } from "mongoose";

/** How a transaction is committed; as the connection says when left out. */
export interface TransactionSettings {
  readonly writeConcern?: { readonly w: "majority"; readonly j: true };
}

/** Transactions under way on a connection, those nobody waits for among them. */
const underWay = new WeakMap<Connection, Set<Promise<unknown>>>();

/** Runs work in one transaction, again when another writer was in the way. */
export async function inTransaction<Result>(
  connection: Connection,
  work: (session: ClientSession) => Promise<Result>,
  settings?: TransactionSettings,
): Promise<Result> {
  const running = underWay.get(connection) ?? new Set();
  underWay.set(connection, running);
  const done = run(connection, work, settings);
  running.add(done);
  try {
    return await done;
  } finally {
    running.delete(done);
  }
}

/**
 * Resolves when no transaction is under way any more; to be awaited before the connection is closed: one that is cut off stays
 * open on the server for a while, and holds up whoever writes the same documents.
 */
export async function transactionsEnded(connection: Connection): Promise<void> {
  await Promise.allSettled(underWay.get(connection) ?? []);
}

async function run<Result>(
  connection: Connection,
  work: (session: ClientSession) => Promise<Result>,
  settings?: TransactionSettings,
): Promise<Result> {
  const session = await connection.startSession();
  try {
    return await session.withTransaction(() => work(session), settings);
  } finally {
    await session.endSession();
  }
}
