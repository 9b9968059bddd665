import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import { asciiLower } from "../../language/turkish-case.ts";

/** The app's registration in Entra ID, whose tokens Teams brings. */
export interface TeamsAppOptions {
  /** MicrosoftAppId */
  readonly appId: string;
  /** MicrosoftAppTenantId: nobody from elsewhere is let in. */
  readonly tenantId: string;
  /** Where the tenant's signing keys are; Entra's address unless told. */
  readonly keysUrl?: string;
}

/** Checks the token that Teams gives its tab. Out: the object id of the person's account. */
export type TeamsTokenCheck = (token: string) => Promise<string>;

const KEYS_LIMIT_MS = 5_000;
/** Teams on the desktop and on phones, and in a browser: no other program may bring a token here. */
const TEAMS_CLIENTS: readonly string[] = [
  "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
  "5e3ce6c0-2b1f-4285-8d4a-75ee78787346",
];
const SCOPE = "access_as_user";

const CLAIMS = z.object({
  tid: z.string(),
  oid: z.guid(),
  scp: z.string().refine((scopes) => scopes.split(" ").includes(SCOPE)),
  /** Which program asked for the token: `azp` in version 2 of the tokens, `appid` in version 1. */
  azp: z.string().optional(),
  appid: z.string().optional(),
});

/**
 * A check for tokens of one app and tenant (Microsoft identity platform access tokens, v1 and v2).
 * The check throws `wrongCredentials` for a token that does not hold, `unavailable` when the keys cannot be had.
 */
export function createTeamsTokenCheck(
  { appId, tenantId, keysUrl }: TeamsAppOptions,
  publicUrl: string,
): TeamsTokenCheck {
  const address = keysUrl ?? `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`;
  const keys = createRemoteJWKSet(new URL(address), { timeoutDuration: KEYS_LIMIT_MS });
  const expected = {
    issuer: [`https://login.microsoftonline.com/${tenantId}/v2.0`, `https://sts.windows.net/${tenantId}/`],
    audience: [appId, apiOf(appId, publicUrl)],
    algorithms: ["RS256"],
    requiredClaims: ["exp", "oid", "tid"],
    clockTolerance: 60,
  };
  return async (token) => {
    const { payload } = await jwtVerify(token, keys, expected).catch((error: unknown) => {
      throw refusalOf(error);
    });
    const claims = CLAIMS.safeParse(payload);
    const client = claims.data?.azp ?? claims.data?.appid ?? "";
    if (!claims.success || claims.data.tid !== tenantId || !TEAMS_CLIENTS.includes(client)) {
      throw new AppError("wrongCredentials", "The token is not one that Teams brings for this app.");
    }
    return asciiLower(claims.data.oid);
  };
}

/** How the app's own API is called in its registration and in the manifest. */
function apiOf(appId: string, publicUrl: string): string {
  return `api://${new URL(publicUrl).host}/${appId}`;
}

/** What is wrong with the token is the caller's; keys that do not come are not. */
function refusalOf(error: unknown): AppError {
  const isToken =
    error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== "ERR_JOSE_GENERIC";
  return isToken
    ? new AppError("wrongCredentials", "The token of Teams does not hold.")
    : new AppError("unavailable", "The tenant's signing keys could not be fetched.");
}
