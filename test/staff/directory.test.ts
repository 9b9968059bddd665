import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { addStaff } from "../../src/staff/sign-in/accounts.ts";
import type { DirectoryOptions } from "../../src/staff/sign-in/directory.ts";
import { type Client, PASSWORD, withDesk } from "./desk.ts";

/** A plain http address would not do for people; the provider is on this machine. */
const PUBLIC_URL = "http://console.example";
const options: { directory?: DirectoryOptions } = {};
const running: { provider?: ChildProcess; issuer?: string } = {};

beforeAll(async () => {
  const back = `${PUBLIC_URL}/console/sign-in/directory/return`;
  const provider = spawn(process.execPath, ["test/staff/openid-provider.mjs", back], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.provider = provider;
  const port = await new Promise<string>((resolve) =>
    createInterface({ input: provider.stdout }).once("line", resolve),
  );
  running.issuer = `http://127.0.0.1:${port}`;
  options.directory = { issuer: running.issuer, clientId: "masa", clientSecret: "gizli-gizli-gizli-gizli-gizli-gizli" };
});
afterAll(() => running.provider?.kill());

const desk = withDesk(() => ({ ...options, publicUrl: PUBLIC_URL }));

/** Follows the provider's own redirects as a browser does, up to the address it sends people back to. */
async function through(url: string): Promise<string> {
  const cookies = new Map<string, string>();
  let address = url;
  for (let hop = 0; hop < 10 && !address.startsWith(PUBLIC_URL); hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(address, { redirect: "manual", headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      cookies.set(name, value);
    }
    address = new URL(response.headers.get("location") ?? "", address).href;
  }
  return address;
}

async function signInAs(person: string, client: Client = desk.client()) {
  await fetch(`${running.issuer}/be?person=${person}`);
  const left = await client.get("/console/sign-in/directory?next=/console/reports");
  const back = new URL(await through(left.headers.get("location") ?? ""));
  return { client, back, answer: await client.get(back.pathname + back.search) };
}

test("somebody with a role in the directory is let in, with the highest of their roles", async () => {
  expect((await desk.client().get("/console/sign-in")).text).toContain("Kurum hesabıyla oturum aç");
  const { client, answer } = await signInAs("ayse");
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/console/reports"]);
  expect((await client.get("/console/account")).text).toMatch(/Ayşe Yılmaz · ayse\.yilmaz@kurum\.example · Şef/);

  await signInAs("ayse");
  expect((await desk.office.store.staff.list()).filter(({ name }) => name === "Ayşe Yılmaz")).toHaveLength(1);
});

test("the directory's object id links the person's Teams account, unless they linked it elsewhere", async () => {
  const { staff } = desk.office.store;
  const teamsId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
  await signInAs("ayse");
  expect(await staff.byTeamsId(teamsId)).toMatchObject({
    email: "ayse.yilmaz@kurum.example",
    teamsName: "Ayşe Yılmaz",
  });

  const ayse = (await staff.byTeamsId(teamsId))?.id ?? "";
  await staff.update(ayse, { teamsId: undefined });
  const { member } = await addStaff(desk.office, {
    email: "ikinci@kurum.example",
    name: "İkinci hesabı",
    role: "agent",
  });
  await staff.update(member.id, { teamsId });
  expect((await signInAs("ayse")).answer.status).toBe(303);
  expect((await staff.byTeamsId(teamsId))?.id).toBe(member.id);
});

test("an answer of the provider is good once, and only in the browser that asked for it", async () => {
  const { client, back } = await signInAs("ayse");
  expect((await client.get(back.pathname + back.search)).status).not.toBe(200);
  const fresh = await signInAs("ayse").then(({ back: other }) => desk.client().get(other.pathname + other.search));
  expect(fresh.headers.get("location")).toMatch(/^\/console\/sign-in\?next=/);
  const forged = await client
    .get("/console/sign-in/directory?next=/console")
    .then(() => client.get("/console/sign-in/directory/return?code=uydurma&state=uydurma"));
  expect(forged.status).toBe(401);
});

test("without a role of ours nobody comes in", async () => {
  const { client, answer } = await signInAs("misafir");
  expect(answer.status).toBe(403);
  expect((await client.get("/console/tickets")).status).toBe(303);
});

test("an address that a local account has does not open that account", async () => {
  await addStaff(desk.office, {
    email: "yerel@kurum.example",
    name: "Yerel Görevli",
    role: "viewer",
    password: PASSWORD,
  });
  const { answer } = await signInAs("taklit");
  expect(answer.status).toBe(409);
});

test("a closed account stays closed, whatever the directory says", async () => {
  await signInAs("ayse");
  const account = await desk.office.store.staff.byEmail("ayse.yilmaz@kurum.example");
  await desk.office.store.staff.update(account?.id ?? "", { active: false });
  expect((await signInAs("ayse")).answer.status).toBe(403);
});
