import type { MailboxStart, SeenMail } from "../core/mail-ports.ts";
import type { MailAccount } from "./account.ts";
import type { UidSearch } from "./mailbox-connection.ts";

/** Which mails of a mailbox are ours to take: the narrowest search that finds them all, and the test for each. */
export interface IntakeWindow {
  readonly search: UidSearch;
  wants(mail: Pick<SeenMail, "uid" | "internalDate">): boolean;
}

/** Server clocks go wrong: in a new epoch mails this much older than the start are still taken. */
const CLOCK_SLACK_MS = 10 * 60_000;
/** SEARCH SINCE knows days only, in a time zone of the server's choice (RFC 9051 §6.4.4). */
const DAY_MS = 24 * 60 * 60_000;

/** In: how far back the account goes, where its intake began, and the mailbox's epoch now. Pure. */
export function intakeWindow(since: MailAccount["since"], start: MailboxStart, uidValidity: string): IntakeWindow {
  if (since === "all") return { search: {}, wants: () => true };
  if (since === "now" && start.uidValidity === uidValidity) {
    return { search: { from: start.uidNext }, wants: (mail) => mail.uid >= start.uidNext };
  }
  const from = since === "now" ? start.at.getTime() - CLOCK_SLACK_MS : since.getTime();
  return { search: { sinceDay: new Date(from - DAY_MS) }, wants: (mail) => mail.internalDate.getTime() >= from };
}
