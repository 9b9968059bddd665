import type { ClientSession, Connection } from "mongoose";

/** Transactions under way on a connection, those nobody waits for among them. */
const underWay = new WeakMap<Connection, Set<Promise<unknown>>>();

/** Runs the store's own work in one transaction, again when another writer was in the way. */
export async function inTransaction<Result>(
  connection: Connection,
  work: (session: ClientSession) => Promise<Result>,
): Promise<Result> {
  const running = underWay.get(connection) ?? new Set();
  underWay.set(connection, running);
  const done = run(connection, work);
  running.add(done);
  try {
    return await done;
  } finally {
    running.delete(done);
  }
}

/**
 * Resolves when no such transaction is under way any more; to be awaited before the connection is closed: one that is cut off stays
 * open on the server for a while, and holds up whoever writes the same documents.
 */
export async function transactionsEnded(connection: Connection): Promise<void> {
  await Promise.allSettled(underWay.get(connection) ?? []);
}

async function run<Result>(connection: Connection, work: (session: ClientSession) => Promise<Result>): Promise<Result> {
  const session = await connection.startSession();
  try {
    return await session.withTransaction(() => work(session));
  } finally {
    await session.endSession();
  }
}
