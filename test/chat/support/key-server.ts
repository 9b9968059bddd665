import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from "jose";

export const APP_ID = "11111111-2222-3333-4444-555555555555";
const ISSUER = "https://issuer.test";

/** A token service as Bot Framework's: OpenID metadata and keys on a loopback port, tokens signed with them. */
export interface KeyServer {
  /** Settings of a bot that trusts this service alone. */
  readonly credentials: Readonly<Record<string, string>>;
  /** An authorization header for an activity of this service URL; claims and header may be given otherwise. */
  token(serviceUrl: string, otherwise?: TokenChange): Promise<string>;
  /** A token signed by another key that calls itself ours. */
  forged(serviceUrl: string): Promise<string>;
  /** HS256, signed with our public key as if it were a shared secret. */
  confused(serviceUrl: string): Promise<string>;
  close(): Promise<void>;
}

export interface TokenChange {
  readonly audience?: string;
  readonly issuer?: string;
  readonly expires?: string;
  readonly keyId?: string;
  /** Left out when null. */
  readonly serviceUrl?: string | null;
}

export async function openKeyServer(endorsements: readonly string[] = ["emulator", "msteams"]): Promise<KeyServer> {
  const ours = await generateKeyPair("RS256", { extractable: true });
  const theirs = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(ours.publicKey)), kid: "key-1", use: "sig", endorsements };
  const server = createServer((request, response) => {
    const body = request.url === "/keys" ? { keys: [jwk] } : { issuer: ISSUER, jwks_uri: `${origin()}/keys` };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const metadata = `${origin()}/.well-known/openid`;

  const claims = (serviceUrl: string, change: TokenChange = {}) => {
    const claimed = change.serviceUrl === undefined ? serviceUrl : change.serviceUrl;
    return new SignJWT(claimed === null ? {} : { serviceurl: claimed })
      .setIssuedAt()
      .setIssuer(change.issuer ?? ISSUER)
      .setAudience(change.audience ?? APP_ID)
      .setExpirationTime(change.expires ?? "1h");
  };
  return {
    credentials: {
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: "secret",
      ToChannelFromBotLoginUrl: "https://login.test",
      ToChannelFromBotOAuthScope: "https://scope.test",
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: "https://oauth.test",
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    },
    async token(serviceUrl, change) {
      const header = { alg: "RS256", kid: change?.keyId ?? "key-1" };
      return `Bearer ${await claims(serviceUrl, change).setProtectedHeader(header).sign(ours.privateKey)}`;
    },
    async forged(serviceUrl) {
      const header = { alg: "RS256", kid: "key-1" };
      return `Bearer ${await claims(serviceUrl).setProtectedHeader(header).sign(theirs.privateKey)}`;
    },
    async confused(serviceUrl) {
      const secret = new TextEncoder().encode(await exportSPKI(ours.publicKey));
      return `Bearer ${await claims(serviceUrl).setProtectedHeader({ alg: "HS256", kid: "key-1" }).sign(secret)}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
