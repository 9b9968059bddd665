import { ownPath } from "../../src/staff/answers.ts";
import { addStaff, ensureFirstAccount } from "../../src/staff/sign-in/accounts.ts";
import { startSession } from "../../src/staff/sign-in/sessions.ts";
import { inOneWindow } from "../support/in-one-window.ts";
import { PASSWORD, withDesk } from "./desk.ts";

const desk = withDesk();

test("the first start makes one administrator, and only the first", async () => {
  const first = await ensureFirstAccount(desk.office);
  expect(first?.password).toMatch(/^(?:[a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  expect(await ensureFirstAccount(desk.office)).toBeUndefined();

  const client = desk.client();
  expect(await client.signIn(first?.email ?? "", first?.password ?? "")).toBe(303);
  expect((await client.get("/console/tickets")).text).toContain("Burada bekleyen bilet yok");
});

test("a page asked for without a session leads to the sign-in, and on to the page after it", async () => {
  const answer = await desk.client().get("/console/tickets?status=open");
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("/console/sign-in?next=%2Fconsole%2Ftickets%3Fstatus%3Dopen");
});

test.each([
  ["/console/tickets?q=ışık", "/console/tickets?q=%C4%B1%C5%9F%C4%B1k"],
  ["/console/reports?report=bot#s", "/console/reports?report=bot#s"],
  ["//kotu.example/console", "/console/tickets"],
  ["https://kotu.example/console", "/console/tickets"],
  ["/console/../../kotu", "/console/tickets"],
  ["/consolex", "/console/tickets"],
  ["\\\\kotu.example\\console", "/console/tickets"],
  [null, "/console/tickets"],
])("after the sign-in, %j leads to %s", (wanted, path) => {
  expect(ownPath(wanted)).toBe(path);
});

test("a wrong password and an unknown address get the same answer", async () => {
  await addStaff(desk.office, { email: "Bilinen@E-Imza.example", name: "Bilinen", role: "agent", password: PASSWORD });
  const wrong = desk.client();
  const unknown = desk.client();
  expect(await wrong.signIn("bilinen@e-imza.example", "yanlış parola yanlış")).toBe(401);
  expect(await unknown.signIn("yok@e-imza.example", "yanlış parola yanlış")).toBe(401);
});

test("after ten tries of one account from one place even the right password has to wait", () =>
  inOneWindow(async () => {
    const email = "denenen@e-imza.example";
    await addStaff(desk.office, { email, name: "Denenen", role: "agent", password: PASSWORD });
    const client = desk.client();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await client.signIn(email, "yanlış parola yanlış")).toBe(401);
    }
    expect(await client.signIn(email, PASSWORD)).toBe(429);
  }));

test("signing out ends the session on the server", async () => {
  const client = await desk.agent();
  const session = client.cookies.get("session") ?? "";
  await client.post("/console/sign-out", {});
  client.cookies.set("session", session);
  expect((await client.get("/console/tickets")).status).toBe(303);
});

test("a form without the session's own token changes nothing", async () => {
  const client = await desk.agent();
  client.csrf = "başka bir oturumun anahtarı";
  expect((await client.post("/console/sign-out", {})).status).toBe(400);
});

test("the session cookie cannot be read by scripts nor be sent along by other sites", async () => {
  const client = desk.client();
  const page = await client.get("/console/sign-in");
  expect(page.headers.getSetCookie().every((cookie) => /HttpOnly; SameSite=Lax/.test(cookie))).toBe(true);
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self'");
});

test("after a password change the other sessions are over and the old password is refused", async () => {
  const email = "degistiren@e-imza.example";
  await addStaff(desk.office, { email, name: "Değiştiren", role: "agent", password: PASSWORD });
  const here = desk.client();
  const elsewhere = desk.client();
  await here.signIn(email, PASSWORD);
  await elsewhere.signIn(email, PASSWORD);

  const answer = await here.post("/console/account/password", { current: PASSWORD, next: "yepyeni uzun bir cümle" });

  expect(answer.status).toBe(303);
  expect((await here.get("/console/tickets")).status).toBe(200);
  expect((await elsewhere.get("/console/tickets")).status).toBe(303);
  expect(await desk.client().signIn(email, PASSWORD)).toBe(401);
});

test("a new password of one's own and a session one ended stand in the audit log, in the reader's words", async () => {
  const email = "izlenen@e-imza.example";
  const { member } = await addStaff(desk.office, { email, name: "İzlenen Görevli", role: "lead", password: PASSWORD });
  const [here, elsewhere] = [desk.client(), desk.client()];
  await elsewhere.signIn(email, PASSWORD);
  await here.signIn(email, PASSWORD);
  const [other] = (await here.get("/console/account")).text.match(/\/console\/account\/sessions\/[^/"]+\/end/) ?? [];
  await here.post(other ?? "", {});
  await here.post("/console/account/password", { current: PASSWORD, next: "yepyeni uzun bir cümle" });

  const { items } = await desk.office.store.events.list({ type: "staff.changed", limit: 50 });
  const own = items.filter((event) => "subject" in event && event.subject === member.id);
  const actor = { kind: "staff", id: member.id, name: "İzlenen Görevli" };
  expect(own).toMatchObject([
    { actor, detail: "password" },
    { actor, detail: "sessionEnded" },
  ]);
  const { text } = await here.get("/console/audit?type=staff.changed");
  expect(text).toContain("açık bir oturumu sonlandırdı");
  expect(JSON.stringify(own) + text).not.toContain("yepyeni");
});

test("HEAD is answered as GET without the page, behind the same guard; what streams says no more than that it is there", async () => {
  const head = (path: string, cookie = "") =>
    fetch(`${desk.url}${path}`, { method: "HEAD", redirect: "manual", headers: { cookie } });
  const agent = await desk.agent();
  const cookie = [...agent.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  for (const [path, mine] of [
    ["/console", cookie],
    ["/console/tickets", cookie],
    ["/console/sign-in", ""],
    ["/console/tickets", ""],
  ] as const) {
    const [asked, got] = [
      await head(path, mine),
      await fetch(`${desk.url}${path}`, { redirect: "manual", headers: { cookie: mine } }),
    ];
    expect([path, asked.status, asked.headers.get("location")]).toEqual([
      path,
      got.status,
      got.headers.get("location"),
    ]);
    expect(await asked.text()).toBe("");
  }
  const live = await head("/console/live", cookie);
  expect([live.status, await live.text()]).toEqual([200, ""]);
});

test("where Teams cannot vouch for anybody, its tab offers the browser and asks for nothing", async () => {
  const page = await desk.client().get("/console/teams?next=/console/reports");
  expect(page.text).toContain("yalnız tarayıcıda açılıyor");
  expect(page.text).toContain('href="/console/reports"');
  expect(page.text).not.toContain("<input");
  expect((await desk.client().post("/console/teams/sign-in", { token: "x" })).status).toBe(405);
});

test("a wrong current password is told as that, and nothing is changed", async () => {
  const agent = await desk.agent("agent", "Parolayı Şaşıran");
  const answer = await agent.post("/console/account/password", { current: "değil bu", next: "başka uzun bir parola" });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("Şimdiki parolanız yanlış; hiçbir şey değişmedi.");
});

test("a session is told by its own browser, not by the one it says it is like", async () => {
  const engine = "AppleWebKit/537.36 (KHTML, like Gecko)";
  const browsers = {
    "Edge 142, Windows": `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${engine} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
    "Chrome 142, Windows": `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${engine} Chrome/142.0.0.0 Safari/537.36`,
    "Safari 18, Mac OS": `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${engine} Version/18.1 Safari/605.1.15`,
  };
  const agent = await desk.agent("agent", "Çok Tarayıcılı");
  const own = (await desk.office.store.staff.list()).find(({ name }) => name === "Çok Tarayıcılı")?.id ?? "";
  for (const userAgent of Object.values(browsers)) await startSession(desk.office, own, { userAgent });
  const page = (await agent.get("/console/account")).text;
  for (const name of Object.keys(browsers)) expect(page).toContain(`<td class="small">${name} `);
});
