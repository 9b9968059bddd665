import type { Lease } from "../core/leases.ts";
import type { StageNote } from "../core/mail.ts";
import type { Office } from "../core/ports.ts";

/** Sets a mail aside for people: its outcome and the event that tells of it, in one write. The raw mail stays. */
export async function quarantine(
  { store, clock }: Pick<Office, "store" | "clock">,
  mail: string,
  reason: string,
  decisions: readonly StageNote[] = [],
  lease?: Lease,
): Promise<void> {
  const at = clock.now();
  await store.transact(async (transaction) => {
    await transaction.finishMail(mail, { kind: "quarantined", reason, decisions, at });
    await transaction.append({ type: "mail.quarantined", at, actor: { kind: "system" }, mail, detail: reason });
  }, lease);
}
