const UNREAD = /^(?:no.?reply|do.?not.?reply|yanitlamayin|bounces?|mailer-daemon|postmaster|nobody)(?:[@+._-]|$)/;

/** Whether an address says itself that nobody reads what is sent to it. In: lower case. */
export function isUnread(address: string | undefined): boolean {
  return UNREAD.test(address ?? "");
}
