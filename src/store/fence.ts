import type { ClientSession, Connection } from "mongoose";
import { AppError } from "../core/errors.ts";
import type { Lease } from "../core/leases.ts";
import { inTransaction } from "./in-transaction.ts";
import type { Models } from "./models.ts";

/** How a write is sent: in a transaction, or by itself and journaled. */
export type WriteOptions =
  | { readonly session: ClientSession }
  | { readonly writeConcern: { readonly w: "majority"; readonly j: true } };

export const JOURNALED = { writeConcern: { w: "majority", j: true } } as const;

/**
 * Makes a transaction depend on a lease: it touches the lease under its token, so that it cannot commit once another holder
 * has taken it over, be the process that runs it as late as it likes (fencing). Throws `stale` when the lease is lost.
 */
export async function touchLease({ leases }: Models, lease: Lease, session: ClientSession): Promise<void> {
  const { name, owner, token } = lease;
  const touched = await leases.updateOne({ _id: name, owner, token }, { $inc: { writes: 1 } }, { session });
  if (touched.matchedCount === 0) throw new AppError("stale", `The lease ${name} belongs to another holder now.`);
}

/** Runs a write that holds only while the lease does; without a lease the write runs as it is. */
export async function fenced<Result>(
  connection: Connection,
  models: Models,
  lease: Lease | undefined,
  write: (options: WriteOptions) => Promise<Result>,
): Promise<Result> {
  if (!lease) return write(JOURNALED);
  const underLease = async (session: ClientSession) => {
    const result = await write({ session });
    // Last, for a renewal of the lease waits as long as the transaction has touched it.
    await touchLease(models, lease, session);
    return result;
  };
  return inTransaction(connection, underLease, JOURNALED);
}
