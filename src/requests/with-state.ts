import { certificateEnd } from "../core/certificate.ts";
import type { RequestEntry, RequestState } from "../core/request.ts";

export interface StateChange {
  readonly to: RequestState;
  /** Name of whoever moves it. */
  readonly by: string;
  readonly at: Date;
  readonly reason?: string;
  /** When the certificate was activated, for a move to `active`; `at` unless told. */
  readonly activatedAt?: Date;
}

/** The entry in another state, its history one step longer; one that becomes active gets the end of its certificate. */
export function withState(entry: RequestEntry, { to, by, at, reason, activatedAt }: StateChange): RequestEntry {
  const { remindedDays: _reminded, ...rest } = entry;
  return {
    ...(to === "active" ? rest : entry),
    state: to,
    history: [...entry.history, { from: entry.state, to, by, at, ...(reason && { reason }) }],
    ...(to === "active" && { certificateEndsAt: certificateEnd(activatedAt ?? at) }),
    updatedAt: at,
  };
}
