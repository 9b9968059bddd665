import { AppError } from "../core/errors.ts";
import type { Transaction } from "../core/ports.ts";
import type { RequestEntry } from "../core/request.ts";

/** Reads an entry inside a transaction; throws `notFound`, or `stale` when the caller saw another version. */
export async function loadRequest(transaction: Transaction, number: string, version?: number): Promise<RequestEntry> {
  const entry = await transaction.request(number);
  if (!entry) throw new AppError("notFound", `There is no request entry ${number}.`, { number });
  if (version !== undefined && version !== entry.version) {
    throw new AppError("stale", `Request entry ${number} was changed meanwhile.`, { number, version: entry.version });
  }
  return entry;
}
