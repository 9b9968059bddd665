/**
 * Why a mailbox cannot be used right now.
 * credentials: it refuses who we are, so trying again soon is useless and may lock the account · outage: anything that passes.
 */
export type FaultKind = "credentials" | "outage";

/** A failed contact with a mailbox. */
export class MailboxFault extends Error {
  override readonly name = "MailboxFault";
  readonly kind: FaultKind;
  /** Set when the server said how long to stay away, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(kind: FaultKind, message: string, more: { cause?: unknown; retryAfterMs?: number | undefined } = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.kind = kind;
    this.retryAfterMs = more.retryAfterMs;
  }
}

/** Response codes (RFC 5530) that say the account itself is refused. Others, UNAVAILABLE before all, pass. */
const REFUSED = new Set(["AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "EXPIRED", "PRIVACYREQUIRED", "CONTACTADMIN"]);
const PASSING = new Set(["UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "ALERT", "CLIENTBUG"]);
/** Exchange refuses so while it is busy or the mailbox is throttled; the password is right. */
const PASSING_TEXT = /authenticated but not connected|too many|try again|temporar|back-?off|throttl/i;
const BACK_OFF = /Suggested Backoff Time: (\d+) milliseconds/i;

/** What imapflow's many kinds of error come to; a MailboxFault passes through. */
export function mailboxFault(error: unknown): MailboxFault {
  if (error instanceof MailboxFault) return error;
  const { authenticationFailed, serverResponseCode, responseText, response, code, throttleReset } = error as {
    authenticationFailed?: boolean;
    serverResponseCode?: string;
    responseText?: string;
    response?: unknown;
    code?: string;
    throttleReset?: number;
  };
  const said = `${responseText ?? ""} ${typeof response === "string" ? response : ""}`;
  const [, suggested] = BACK_OFF.exec(said) ?? [];
  const retryAfterMs = throttleReset ?? (suggested ? Number(suggested) : undefined);
  const message = error instanceof Error ? error.message : String(error);
  const detail = [message, serverResponseCode, code].filter(Boolean).join(", ");
  const refused =
    authenticationFailed === true &&
    !PASSING_TEXT.test(said) &&
    (serverResponseCode ? REFUSED.has(serverResponseCode) || !PASSING.has(serverResponseCode) : true);
  return new MailboxFault(refused ? "credentials" : "outage", detail, { cause: error, retryAfterMs });
}
