import { AppError } from "../core/errors.ts";
import type { Office } from "../core/ports.ts";
import { assertRequestMove, type RequestEntry, type RequestState } from "../core/request.ts";
import { assertComplete } from "../core/request-completeness.ts";
import { type Agent, actorOf, assertMay } from "./agent.ts";
import { loadRequest } from "./load-request.ts";
import { withState } from "./with-state.ts";

export interface RequestMove {
  readonly number: string;
  readonly version: number;
  readonly to: RequestState;
  readonly by: Agent;
  /** Needed for `rejected` and `invalidated`: the person will ask why. */
  readonly reason?: string;
  /** When the certificate was activated, for a move to `active`; now unless told. */
  readonly activatedAt?: Date;
}

const NEED_REASON: readonly RequestState[] = ["rejected", "invalidated"];

/**
 * Moves an entry along the table in core, with its history and its event in one write. Throws `stale`, `moveNotAllowed`,
 * `notAllowed`, `badRequest` without a needed reason, or `conflict` naming the fields that are missing or wrong.
 */
export async function moveRequest(office: Office, move: RequestMove): Promise<RequestEntry> {
  assertMay(move.by, "requests.write");
  const at = office.clock.now();
  if (NEED_REASON.includes(move.to) && !move.reason?.trim()) {
    throw new AppError("badRequest", `A move to ${move.to} needs a reason.`, { field: "reason" });
  }
  return office.store.transact(async (transaction) => {
    const entry = await loadRequest(transaction, move.number, move.version);
    assertRequestMove(entry.state, move.to, move.by.role);
    assertComplete(entry, move.to);
    const { to, reason, activatedAt } = move;
    const change = { to, by: move.by.name, at, ...(reason && { reason }), ...(activatedAt && { activatedAt }) };
    const updated = await transaction.updateRequest(withState(entry, change));
    const event = { type: "request.moved", at, actor: actorOf(move.by), request: entry.number } as const;
    const detail = `${entry.state} → ${to}`;
    await transaction.append({ ...event, ticket: entry.ticket, detail }, await transaction.ticket(entry.ticket));
    return updated;
  });
}
