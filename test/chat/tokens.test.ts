import type { Activity } from "botbuilder";
import { ServiceClientCredentialsFactory } from "botframework-connector";
import { withChannel } from "./support/channel.ts";
import { message, post, withChatHouse } from "./support/chat-house.ts";
import { APP_ID, type KeyServer, openKeyServer, type TokenChange } from "./support/key-server.ts";
import { personal } from "./support/talks.ts";

/** What the bot shows to the channel, without Entra. */
class OutboundToken extends ServiceClientCredentialsFactory {
  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === APP_ID;
  }
  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }
  override async createCredentials() {
    return {
      async signRequest<Request extends { headers: { set(name: string, value: string): void } }>(request: Request) {
        request.headers.set("authorization", "Bearer outbound");
        return request;
      },
    };
  }
}

const channel = withChannel();
let keys: KeyServer;
beforeAll(async () => {
  keys = await openKeyServer();
});
afterAll(() => keys.close());
const house = withChatHouse(() => ({
  credentials: keys.credentials,
  credentialsFactory: new OutboundToken(),
  extraServiceHosts: [new URL(channel.serviceUrl).host],
}));
beforeEach(() => {
  // botframework-connector prints each refused token's fault itself.
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

const question = (more: Partial<Activity> = {}) =>
  message("Sertifika bedeli ne kadar?", {
    serviceUrl: channel.serviceUrl,
    conversation: personal(),
    ...more,
  });

/** Status of a turn asked with this authorization header. */
async function statusWith(authorization: string | undefined, activity = question()): Promise<number> {
  const response = await post(house.url, activity, authorization ? { authorization } : {});
  await response.text();
  return response.status;
}

test("a signed token is let in, and the reply carries the bot's own", async () => {
  expect(await statusWith(await keys.token(channel.serviceUrl))).toBe(200);
  expect(channel.received).toMatchObject([{ authorization: "Bearer outbound", channelData: { outcome: "answer" } }]);
});

describe("anything else is 401 and runs no turn", () => {
  afterEach(() => expect(channel.received).toEqual([]));

  test("no token", async () => expect(await statusWith(undefined)).toBe(401));
  test("what is not a token", async () => expect(await statusWith("Bearer abc")).toBe(401));
  test("another scheme", async () => expect(await statusWith("Basic YTpi")).toBe(401));
  test("a token signed with another key", async () => {
    expect(await statusWith(await keys.forged(channel.serviceUrl))).toBe(401);
  });
  test("HS256 with the public key as secret", async () => {
    expect(await statusWith(await keys.confused(channel.serviceUrl))).toBe(401);
  });
  test("alg none", async () => {
    const [, payload] = (await keys.token(channel.serviceUrl)).split(".");
    const header = Buffer.from('{"alg":"none","kid":"key-1"}').toString("base64url");
    expect(await statusWith(`Bearer ${header}.${payload}.`)).toBe(401);
  });
  test.each<[string, TokenChange]>([
    ["another audience", { audience: "99999999-2222-3333-4444-555555555555" }],
    ["another issuer", { issuer: "https://evil.test" }],
    ["expired beyond the tolerance", { expires: "-10m" }],
    ["an unknown key", { keyId: "key-2" }],
    ["another serviceUrl than the activity", { serviceUrl: "https://smba.trafficmanager.net/" }],
    ["no serviceUrl claim", { serviceUrl: null }],
  ])("%s", async (_name, change) => {
    expect(await statusWith(await keys.token(channel.serviceUrl, change))).toBe(401);
  });
  test("a channel the key does not vouch for", async () => {
    const activity = question({ channelId: "slack" });
    expect(await statusWith(await keys.token(channel.serviceUrl), activity)).toBe(401);
  });
});

test("a good token for a host off the allow-list runs no turn", async () => {
  const serviceUrl = "http://169.254.169.254/";
  expect(await statusWith(await keys.token(serviceUrl), question({ serviceUrl }))).toBe(403);
});

test("the refusal tells nothing of the inside", async () => {
  const response = await post(house.url, question(), { authorization: await keys.forged(channel.serviceUrl) });
  expect(await response.json()).toEqual({
    code: "notSignedIn",
    message: "The request has no valid Bot Framework token.",
  });
});

test("a single-tenant bot answers its own tenant only", async () => {
  const credentials = { ...keys.credentials, MicrosoftAppType: "SingleTenant", MicrosoftAppTenantId: "tenant-1" };
  const { url } = await house.another({ credentials });
  const authorization = await keys.token(channel.serviceUrl);
  const ask = async (channelData: unknown) =>
    (await post(url, question({ channelId: "msteams", channelData }), { authorization })).status;
  expect(await ask({ tenant: { id: "tenant-1" } })).toBe(200);
  expect(await ask({ tenant: { id: "tenant-2" } })).toBe(403);
  expect(await ask({})).toBe(403);
});

test("keys that cannot be fetched are the service's fault, not the caller's", async () => {
  const away = await openKeyServer();
  const authorization = await away.token(channel.serviceUrl);
  await away.close();
  const { url } = await house.another({ credentials: away.credentials });
  expect((await post(url, question(), { authorization })).status).toBe(503);
});
