import { AppError } from "../core/errors.ts";
import { actorOf } from "./agent-of.ts";
import type { StaffVisit } from "./route.ts";

/**
 * Sends a mail through the stages again: a quarantined one, or one that was set aside and shall be a ticket. Throws `notFound`, or
 * `conflict` when it is neither, or its raw bytes are not kept.
 */
export async function reopenMail(visit: StaffVisit, id: string): Promise<void> {
  const { staff, now } = visit;
  const { store } = staff.office;
  if (!(await store.mails.byId(id))) throw new AppError("notFound", "There is no such mail.", { mail: id });
  if (!(await store.mails.reopen(id))) {
    throw new AppError(
      "conflict",
      "Only a mail in quarantine or set aside, whose raw bytes are kept, can be sent through again.",
      { mail: id },
    );
  }
  const actor = actorOf(visit);
  await store.transact((transaction) => transaction.append({ type: "mail.reprocessed", at: now, actor, mail: id }));
  staff.mailReopened?.();
}
