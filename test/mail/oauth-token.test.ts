import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createTokenSource } from "../../src/mail/oauth-token.ts";

/** A token server that counts, and answers as it is told. */
let server: Server;
let tokenUrl: string;
let asked: URLSearchParams[] = [];
let answer: { status: number; body: unknown };

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      asked.push(new URLSearchParams(body));
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  tokenUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  asked = [];
  answer = { status: 200, body: { access_token: "t1", expires_in: 3600 } };
});

const client = () => ({
  tokenUrl,
  clientId: "app",
  clientSecret: "s3cret",
  scope: "https://outlook.office365.com/.default",
});

test("the client asks with its credentials, once for many callers, and keeps the token", async () => {
  const source = createTokenSource(client());
  expect(await Promise.all([source.token(), source.token()])).toEqual(["t1", "t1"]);
  expect(await source.token()).toBe("t1");
  expect(asked.map((form) => Object.fromEntries(form))).toEqual([
    {
      grant_type: "client_credentials",
      client_id: "app",
      client_secret: "s3cret",
      scope: "https://outlook.office365.com/.default",
    },
  ]);
});

test("the token is renewed five minutes before it ends, and after a refusal", async () => {
  let now = 0;
  const source = createTokenSource(client(), () => now);
  await source.token();
  now = 54 * 60_000;
  await source.token();
  expect(asked).toHaveLength(1);
  now = 55 * 60_000;
  await source.token();
  expect(asked).toHaveLength(2);
  source.forget();
  await source.token();
  expect(asked).toHaveLength(3);
});

test.each([
  [400, { error: "invalid_client" }, "credentials"],
  [401, { error: "invalid_client" }, "credentials"],
  [500, {}, "outage"],
  [429, {}, "outage"],
  [200, { error: "no token" }, "outage"],
])("an answer of %i %j is a fault of %s", async (status, body, kind) => {
  answer = { status, body };
  await expect(createTokenSource(client()).token()).rejects.toMatchObject({ name: "MailboxFault", kind });
});

test("a failure is not kept: the next call asks again", async () => {
  const source = createTokenSource(client());
  answer = { status: 500, body: {} };
  await expect(source.token()).rejects.toThrow();
  answer = { status: 200, body: { access_token: "t2" } };
  expect(await source.token()).toBe("t2");
});

test("a token server that cannot be reached is an outage, and the secret is not in the message", async () => {
  const error: unknown = await createTokenSource({ ...client(), tokenUrl: "http://127.0.0.1:1/token" })
    .token()
    .catch((fault: unknown) => fault);
  expect(error).toMatchObject({ kind: "outage" });
  expect(String(error)).not.toContain("s3cret");
});
