import { z } from "zod";
import { MailboxFault } from "./mailbox-fault.ts";

/** OAuth 2.0 client credentials (RFC 6749 §4.4), as Exchange Online and others want them for mailboxes. */
export interface OauthClient {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
}

/** Gives access tokens; the same one until shortly before it ends. */
export interface TokenSource {
  token(): Promise<string>;
  /** The server refused the token: the next call asks for a new one. */
  forget(): void;
}

/** A token is renewed this long before it ends, so that it never ends between connecting and logging in. */
const RENEW_BEFORE_MS = 5 * 60_000;
const ANSWER_WITHIN_MS = 15_000;
const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().default(3600),
});

/**
 * A cached token of the client-credentials flow. Many callers at once cause one request.
 * Throws a MailboxFault: `credentials` when the server refuses the client (RFC 6749 §5.2), `outage` otherwise.
 */
export function createTokenSource(client: OauthClient, now: () => number = Date.now): TokenSource {
  let cached: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const { access_token, expires_in } = await requestToken(client);
    const life = expires_in * 1000;
    cached = { token: access_token, until: now() + life - Math.min(RENEW_BEFORE_MS, life / 2) };
    return access_token;
  }

  return {
    async token() {
      if (cached && now() < cached.until) return cached.token;
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    forget() {
      cached = undefined;
    },
  };
}

async function requestToken(client: OauthClient): Promise<z.infer<typeof tokenAnswer>> {
  let response: Response;
  try {
    response = await fetch(client.tokenUrl, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: client.clientId,
        client_secret: client.clientSecret,
        scope: client.scope,
      }),
      redirect: "error",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
  } catch (error) {
    throw new MailboxFault("outage", "The token server could not be reached.", { cause: error });
  }
  if (!response.ok) {
    await response.body?.cancel();
    const refused = response.status === 400 || response.status === 401 || response.status === 403;
    throw new MailboxFault(
      refused ? "credentials" : "outage",
      `The token server answered ${response.status}${refused ? "; check OAUTH_CLIENT_ID, OAUTH_CLIENT_SECRET and OAUTH_SCOPE" : ""}.`,
    );
  }
  const answer = tokenAnswer.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) throw new MailboxFault("outage", "The token server's answer has no access token in it.");
  return answer.data;
}
