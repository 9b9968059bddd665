import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { TeamsAppOptions } from "../../src/staff/sign-in/teams-token.ts";
import { newTotpSecret, totpCode } from "../../src/staff/sign-in/totp.ts";
import { NOW } from "../support/office.ts";
import { story, violations, withBrowser } from "./browser.ts";
import { ticketFrom, withDesk } from "./desk.ts";

const APP = "11111111-2222-3333-4444-555555555555";
const TENANT = "99999999-8888-7777-6666-555555555555";
const TEAMS_WEB = "5e3ce6c0-2b1f-4285-8d4a-75ee78787346";
const ACCOUNT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
const PUBLIC_URL = "https://masa.example";
const TEAMS_HOSTS =
  "frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://teams.cloud.microsoft";
/** What a browser says of a page it loads into a frame. */
const IN_FRAME = { "sec-fetch-dest": "iframe" };

const entra: {
  server?: Server;
  options?: TeamsAppOptions;
  sign?: (claims: object, otherwise?: Otherwise) => Promise<string>;
} = {};
interface Otherwise {
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string;
  readonly foreignKey?: boolean;
}

/** A tenant of the test's own: its keys on a loopback port, tokens signed with them. */
beforeAll(async () => {
  const ours = await generateKeyPair("RS256");
  const theirs = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(ours.publicKey)), kid: "k1", use: "sig", alg: "RS256" };
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  entra.server = server;
  const keysUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
  entra.options = { appId: APP, tenantId: TENANT, keysUrl };
  entra.sign = (claims, { issuer, audience, expires, foreignKey } = {}) =>
    new SignJWT({ tid: TENANT, oid: ACCOUNT, scp: "access_as_user", azp: TEAMS_WEB, ...claims })
      .setProtectedHeader({ alg: "RS256", kid: "k1" })
      .setIssuedAt()
      .setIssuer(issuer ?? `https://login.microsoftonline.com/${TENANT}/v2.0`)
      .setAudience(audience ?? APP)
      .setExpirationTime(expires ?? "1h")
      .sign(foreignKey ? theirs.privateKey : ours.privateKey);
});
afterAll(() => entra.server?.close());

const desk = withDesk(() => ({ publicUrl: PUBLIC_URL, ...(entra.options && { teams: entra.options }) }));
const browser = withBrowser();
const token = (claims: object = {}, otherwise?: Otherwise) => entra.sign?.(claims, otherwise) ?? Promise.resolve("");

/** A member whose Teams account is linked. */
async function linked(name: string, teamsId = ACCOUNT) {
  const { staff } = desk.office.store;
  const id = desk.office.store.newId();
  const before = await staff.byTeamsId(teamsId);
  if (before) await staff.update(before.id, { teamsId: undefined });
  await staff.add({ id, email: `${id}@e-imza.example`, name, role: "agent", active: true, createdAt: NOW, teamsId });
  return id;
}

/** The tab as Teams opens it, and its form sent with a token. */
async function openTab(given: string | Promise<string>) {
  const client = desk.client();
  const page = await client.get("/console/teams?next=/console/reports", IN_FRAME);
  const proof = page.text.match(/name="proof" value="([^"]+)"/)?.[1] ?? "";
  const fields = { proof, token: await given, next: "/console/reports" };
  return { client, page, proof, answer: await client.post("/console/teams/sign-in", fields, IN_FRAME) };
}
const policyOf = ({ headers }: { headers: Headers }) => headers.get("content-security-policy") ?? "";
const cookiesOf = ({ headers }: { headers: Headers }) => headers.getSetCookie();

test("the tab may be framed by Teams alone, asks for no password, and keeps its cookies to the frame", async () => {
  const { page } = await openTab("");
  expect(policyOf(page)).toContain(TEAMS_HOSTS);
  expect(page.text).not.toContain('type="password"');
  expect(cookiesOf(page).find((cookie) => cookie.startsWith("signInProof="))).toMatch(
    /HttpOnly; SameSite=None; Secure; Partitioned/,
  );
});

test("a member whose account Teams vouches for is let in; every page of that session is for Teams' frame, and no other's", async () => {
  await linked("Sekmeden Giren");
  const { client, answer } = await openTab(token());
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/console/reports"]);
  expect(cookiesOf(answer).find((cookie) => cookie.startsWith("session="))).toMatch(
    /SameSite=None; Secure; Partitioned/,
  );
  const page = await client.get("/console/tickets", IN_FRAME);
  expect(page.text).toContain("Sekmeden Giren");
  expect(policyOf(page)).toContain(TEAMS_HOSTS);
  const { ticket } = await ticketFrom(desk.office, { html: "<p>Merhaba</p>" });
  const [message] = await desk.office.store.messages.ofTicket(ticket.number);
  const mail = await client.get(`/console/messages/${message?.id}/html`, IN_FRAME);
  expect(policyOf(mail)).toContain(TEAMS_HOSTS.replace("ancestors", "ancestors 'self'"));
  const [event] = (await desk.office.store.events.list({ limit: 1, type: "staff.signedIn" })).items;
  expect(event).toMatchObject({ actor: { name: "Sekmeden Giren" }, detail: "Teams" });
});

test("a session of the browser stays out of every frame", async () => {
  const agent = await desk.agent();
  expect(policyOf(await agent.get("/console/tickets", IN_FRAME))).toContain("frame-ancestors 'none'");
  expect(policyOf(await desk.client().get("/console/sign-in"))).toContain("frame-ancestors 'none'");
});

test("a change needs the session's own form, in a frame as anywhere", async () => {
  await linked("Korunan");
  const { client } = await openTab(token());
  client.csrf = "";
  const { ticket } = await ticketFrom(desk.office);
  const take = { version: "1", assignee: "x", "was.assignee": "" };
  expect((await client.post(`/console/tickets/${ticket.number}/changes`, take, IN_FRAME)).status).toBe(400);
  expect((await desk.office.store.tickets.byNumber(ticket.number))?.assignee).toBeUndefined();
});

test("nobody signs a frame in from a page of their own", async () => {
  await linked("Tuzak");
  const client = desk.client();
  const fields = { proof: "uydurma", token: await token(), next: "/console/tickets" };
  const answer = await client.post("/console/teams/sign-in", fields, IN_FRAME);
  expect(answer.status).toBe(401);
  expect(client.cookies.has("session")).toBe(false);
});

test.each<[string, object, Otherwise]>([
  ["of another tenant", { tid: "00000000-0000-0000-0000-000000000000" }, {}],
  [
    "another tenant issued",
    {},
    { issuer: "https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0" },
  ],
  ["for another app", {}, { audience: "22222222-2222-3333-4444-555555555555" }],
  ["that has expired", {}, { expires: "-10m" }],
  ["signed by another", {}, { foreignKey: true }],
  ["that another program asked for", { azp: "22222222-2222-3333-4444-555555555555" }, {}],
  ["of an app and no person", { scp: undefined, roles: ["x"] }, {}],
  ["with an id that is none", { oid: "ayse" }, {}],
])("a token %s opens nothing", async (_what, claims, otherwise) => {
  await linked("Hedef");
  const { client, answer } = await openTab(token(claims, otherwise));
  expect(answer.status).toBe(401);
  expect(answer.text).toContain("Konsol burada açılamadı");
  expect((await client.get("/console/tickets", IN_FRAME)).headers.get("location")).toMatch(/^\/console\/teams\?next=/);
});

test("tokens of the first version, made out to the app's api, are good too", async () => {
  await linked("Birinci Sürüm");
  const first = { issuer: `https://sts.windows.net/${TENANT}/`, audience: `api://masa.example/${APP}` };
  expect((await openTab(token({ azp: undefined, appid: TEAMS_WEB }, first))).answer.status).toBe(303);
});

test("who has no account at the desk, or a closed one, is told what to do", async () => {
  const stranger = await openTab(token({ oid: "bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee" }));
  expect(stranger.answer.status).toBe(403);
  expect(stranger.answer.text).toContain("Hesabım");
  const id = await linked("Ayrılan");
  await desk.office.store.staff.update(id, { active: false });
  expect((await openTab(token())).answer.status).toBe(403);
});

test("who has a second step takes it in the tab as well", async () => {
  const id = await linked("İki Adımlı");
  const totpSecret = newTotpSecret();
  await desk.office.store.staff.update(id, { totpSecret });
  const { client, answer } = await openTab(token());
  expect(answer.text).toContain("altı haneli");
  expect(policyOf(answer)).toContain(TEAMS_HOSTS);
  expect((await client.get("/console/tickets", IN_FRAME)).status).toBe(303);
  const late = await desk
    .client()
    .post("/console/sign-in/code", { code: "123456", next: "/console/tickets" }, IN_FRAME);
  expect(late.headers.get("location")).toMatch(/^\/console\/teams\?next=/);
  const code = totpCode(totpSecret, Math.floor(NOW.getTime() / 30_000));
  const entered = await client.post("/console/sign-in/code", { code, next: "/console/tickets" }, IN_FRAME);
  expect(entered.status).toBe(303);
  expect(policyOf(await client.get("/console/tickets", IN_FRAME))).toContain(TEAMS_HOSTS);
});

test("signing out in the tab stays in the tab, and does not sign in again by itself", async () => {
  await linked("Çıkan");
  const { client } = await openTab(token());
  await client.get("/console/tickets", IN_FRAME);
  const out = await client.post("/console/sign-out", {}, IN_FRAME);
  expect(cookiesOf(out)[0]).toMatch(/^session=; .*Partitioned; Max-Age=0/);
  const after = await client.get(out.headers.get("location") ?? "", IN_FRAME);
  const page = await client.get(after.headers.get("location") ?? "", IN_FRAME);
  expect(page.text).toContain("Oturumunuz kapatıldı");
  expect(page.text).not.toContain("data-teams-form");
});

/** What Teams answers to its tab, by the protocol of Microsoft's library, around a frame of ours. */
const hostPage = (
  frame: string,
  given: string,
) => `<!doctype html><title>Teams</title><style>body{margin:0;display:grid;grid-template-rows:48px 1fr;height:100vh;font:14px sans-serif;background:#ebebeb}iframe{border:0;width:100%;height:100%}</style><header>Microsoft Teams</header>
<iframe src="${frame}" title="Masa"></iframe><script>addEventListener("message", ({ data, source, origin }) => {
  if (data?.func === undefined) return;
  const answer = (args) => source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args, isPartialResponse: false }, origin);
  if (data.func === "initialize") answer(["content", "web", JSON.stringify({ apiVersion: 4, supports: {} }), "2.0.1"]);
  if (data.func === "authentication.getAuthToken") answer(${given});
});</script>`;

story("in a page of Teams the console opens by itself with the person's account, and works there", async () => {
  await linked("Teams Kullanıcısı");
  const { ticket } = await ticketFrom(desk.office, { subject: "Sekmede çözülen" });
  const page = await browser.open({ ignoreHTTPSErrors: true });
  const given = `[true, ${JSON.stringify(await token())}]`;
  await page.route("https://teams.microsoft.com/**", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: hostPage(`${desk.url}/console/teams?next=/console/tickets/${ticket.number}`, given),
    }),
  );
  await page.goto("https://teams.microsoft.com/v2/");
  const tab = page.frameLocator("iframe");
  await tab.getByRole("heading", { name: "Sekmede çözülen" }).waitFor();
  await tab.getByRole("button", { name: "Üzerime al" }).click();
  await tab.getByText("Kaydedildi.").waitFor();
  expect((await desk.office.store.tickets.byNumber(ticket.number))?.status).toBe("new");
  expect((await desk.office.store.tickets.byNumber(ticket.number))?.assignee).toBeDefined();
});

story("without an answer of Teams the tab offers the browser; a page of anybody else gets nothing", async () => {
  const page = await browser.open();
  const host = (name: string) =>
    page.route(`https://${name}/**`, (route) =>
      route.fulfill({
        contentType: "text/html",
        body: hostPage(`${desk.url}/console/teams`, '[false, "consent_required"]'),
      }),
    );
  await host("teams.microsoft.com");
  await host("kotu.example");
  await page.goto("https://teams.microsoft.com/v2/");
  const link = page.frameLocator("iframe").getByRole("link", { name: "Tarayıcıda aç" });
  await link.waitFor();
  expect(await link.getAttribute("href")).toBe(`${PUBLIC_URL}/console/tickets`);
  const refused = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/console/teams"));
  await page.goto("https://kotu.example/");
  expect((await refused).failure()?.errorText).toBe("net::ERR_BLOCKED_BY_RESPONSE");
  expect(await page.locator("iframe").contentFrame().locator("[data-teams-fallback]").count()).toBe(0);
});

story("the tab's page can be used by everybody", async () => {
  const page = await browser.open();
  await page.goto(`${desk.url}/console/teams?done=signedOut`);
  expect(await violations(page)).toEqual([]);
});
