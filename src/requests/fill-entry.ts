import type { Actor } from "../core/person.ts";
import type { Office, Transaction } from "../core/ports.ts";
import type { FieldValue, RequestEntry, RequestField } from "../core/request.ts";
import { gapsOf } from "../core/request-completeness.ts";
import { isSameText } from "../language/fold.ts";
import type { Fields } from "../understanding/extraction/types.ts";
import { loadRequest } from "./load-request.ts";
import { withState } from "./with-state.ts";

/**
 * Puts values a reply brought where the entry has none, a wrong or an unsure one. What staff confirmed stays. An entry that waited
 * and has all it needs goes back to `received`. Out: whether anything was filled.
 */
export async function fillEntry(
  office: Office,
  transaction: Transaction,
  number: string,
  fields: Fields,
  actor: Actor,
): Promise<boolean> {
  const entry = await loadRequest(transaction, number);
  const fresh = (Object.entries(fields) as [RequestField, FieldValue][]).filter(
    ([field, value]) => isBetter(entry.fields[field], value) && !isTheirOwnLead(entry, field, value),
  );
  if (fresh.length === 0) return false;
  const at = office.clock.now();
  const filled = { ...entry, fields: { ...entry.fields, ...Object.fromEntries(fresh) }, updatedAt: at };
  const isDone = filled.state === "needsInfo" && gapsOf(filled).length === 0;
  await transaction.updateRequest(isDone ? withState(filled, { to: "received", by: "sistem", at }) : filled);
  const common = { at, request: entry.number, ticket: entry.ticket };
  const names = fresh.map(([field]) => field).join(", ");
  await transaction.append({ ...common, type: "request.filled", actor, detail: names });
  if (isDone) {
    const detail = "needsInfo → received";
    await transaction.append({ ...common, type: "request.moved", actor: { kind: "system" }, detail });
  }
  return true;
}

/** Whoever answers for themselves has written too, and is no lead by that. */
function isTheirOwnLead({ fields: { name } }: RequestEntry, field: RequestField, { value }: FieldValue): boolean {
  return field === "projectLead" && name !== undefined && isSameText(name.value, value);
}

function isBetter(known: FieldValue | undefined, next: FieldValue): boolean {
  if (!known) return true;
  if (known.confirmedBy || next.problem) return false;
  return known.problem !== undefined || next.confidence > known.confidence + 0.2;
}
