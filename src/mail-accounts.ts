import type { Config } from "./config.ts";
import type { MailAccount } from "./mail/account.ts";
import { createTokenSource } from "./mail/oauth-token.ts";

/** The mailbox account the settings name; none means the embedded demo mailbox. */
export function mailAccounts(config: Config): readonly MailAccount[] {
  if (!config.IMAP_HOST || !config.IMAP_USER) return [];
  const since = config.IMAP_SINCE;
  return [
    {
      id: config.IMAP_USER,
      host: config.IMAP_HOST,
      port: config.IMAP_PORT,
      secure: config.IMAP_SECURE,
      user: config.IMAP_USER,
      auth: mailLogin(config),
      mailboxes: config.IMAP_MAILBOX,
      since: since === "now" || since === "all" ? since : new Date(since),
      sweepSeconds: config.IMAP_SWEEP_SECONDS,
    },
  ];
}

function mailLogin(config: Config): MailAccount["auth"] {
  if (config.IMAP_AUTH === "password") return { kind: "password", password: config.IMAP_PASS ?? "" };
  const tokens = createTokenSource({
    tokenUrl: config.OAUTH_TOKEN_URL ?? "",
    clientId: config.OAUTH_CLIENT_ID ?? "",
    clientSecret: config.OAUTH_CLIENT_SECRET ?? "",
    scope: config.OAUTH_SCOPE ?? "",
  });
  return { kind: "oauth2", tokens };
}
