import type { Actor } from "../core/person.ts";
import type { Office, Transaction } from "../core/ports.ts";
import type { RequestEntry } from "../core/request.ts";
import type { ExtractedPerson } from "../understanding/extraction/types.ts";
import { keysOf } from "./match-entry.ts";

/**
 * A line, SIM or number change makes the certificate unusable (memo, "… durumunda mobil imzası kullanılamayacaktır"): every active
 * entry of the person is flagged at once. Out: the flag for the entry that tells of the change; undefined without a certificate.
 */
export async function flagLineChange(
  office: Office,
  transaction: Transaction,
  input: { readonly entry: RequestEntry; readonly person: ExtractedPerson; readonly actor: Actor },
): Promise<string | undefined> {
  const { entry, person, actor } = input;
  const at = office.clock.now();
  const same = await transaction.requestsOfPerson(keysOf(person));
  const active = same.filter(({ state }) => state === "active");
  for (const holder of active) {
    const flag = `Hat değişikliği bildirildi (${entry.number}): sertifika kullanılamaz.`;
    await transaction.updateRequest({ ...holder, flag, updatedAt: at });
    const event = { type: "request.flagged", at, actor, request: holder.number, ticket: holder.ticket } as const;
    await transaction.append({ ...event, detail: entry.number }, await transaction.ticket(holder.ticket));
  }
  const numbers = active.map(({ number }) => number).join(", ");
  return numbers && `Etkin sertifikası var (${numbers}): hat değişikliğiyle kullanılamaz olur.`;
}
