import { addStaff } from "../../src/staff/sign-in/accounts.ts";
import { totpCode, totpStep } from "../../src/staff/sign-in/totp.ts";
import { type Client, PASSWORD, withDesk } from "./desk.ts";

const wall = { now: new Date("2026-11-23T07:00:00Z") };
const desk = withDesk({}, () => wall.now);
const stepNow = () => Math.floor(wall.now.getTime() / 30_000);

/** RFC 6238 appendix B, the SHA-1 rows, cut to six digits; the secret is "12345678901234567890". */
test.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1234567890, "005924"],
  [20000000000, "353130"],
])("at second %d the standard's code is %s", (second, code) => {
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  expect(totpCode(secret, Math.floor(second / 30))).toBe(code);
  expect(totpStep(secret, code, new Date((second + 30) * 1000))).toBe(Math.floor(second / 30));
  expect(totpStep(secret, code, new Date((second + 90) * 1000))).toBeUndefined();
});

async function withSecondStep(email: string): Promise<{ client: Client; secret: string; codes: string[] }> {
  await addStaff(desk.office, { email, name: "Adımlı Görevli", role: "agent", password: PASSWORD });
  const client = desk.client();
  await client.signIn(email, PASSWORD);
  const page = await client.get("/console/account/second-step");
  const secret = page.text.match(/name="secret" value="([A-Z2-7]{32})"/)?.[1] ?? "";
  expect((await client.post("/console/account/second-step", { secret, code: "000000" })).status).toBe(400);
  const shown = await client.post("/console/account/second-step", { secret, code: totpCode(secret, stepNow()) });
  return {
    client,
    secret,
    codes: [...shown.text.matchAll(/<li>([0-9a-f-]{19})<\/li>/g)].map(([, code]) => code ?? ""),
  };
}

test("with the second step on, the password alone opens nothing; a code does, once", async () => {
  const email = "adimli@e-imza.example";
  const { secret } = await withSecondStep(email);
  wall.now = new Date(wall.now.getTime() + 60_000);
  const code = totpCode(secret, stepNow());

  const first = desk.client();
  expect(await first.signIn(email, PASSWORD)).toBe(200);
  expect((await first.get("/console/tickets")).status).toBe(303);
  expect((await first.post("/console/sign-in/code", { code: "123456", next: "" })).status).toBe(401);
  expect((await first.post("/console/sign-in/code", { code, next: "" })).status).toBe(303);
  expect((await first.get("/console/tickets")).status).toBe(200);

  const replay = desk.client();
  await replay.signIn(email, PASSWORD);
  expect((await replay.post("/console/sign-in/code", { code, next: "" })).status).toBe(401);
});

test("a recovery code stands in for the phone, once", async () => {
  const email = "telefonsuz@e-imza.example";
  const { codes } = await withSecondStep(email);
  expect(codes).toHaveLength(8);
  const lost = desk.client();
  await lost.signIn(email, PASSWORD);
  expect((await lost.post("/console/sign-in/code", { code: codes[0] ?? "", next: "" })).status).toBe(303);
  expect((await lost.get("/console/account")).text).toContain("7 kurtarma kodu kaldı");
  const again = desk.client();
  await again.signIn(email, PASSWORD);
  expect((await again.post("/console/sign-in/code", { code: codes[0] ?? "", next: "" })).status).toBe(401);
});

test("the secret lies sealed in the database, and the password is needed to turn the step off", async () => {
  const email = "kapatan@e-imza.example";
  const { client, secret } = await withSecondStep(email);
  const account = await desk.office.store.staff.byEmail(email);
  expect(account?.totpSecret).toBe(secret);
  expect(JSON.stringify(await desk.office.store.staff.list())).not.toContain(secret);
  expect((await client.post("/console/account/second-step/off", { current: "yanlış" })).status).toBe(400);
  expect((await client.post("/console/account/second-step/off", { current: PASSWORD })).status).toBe(303);
  expect((await desk.office.store.staff.byEmail(email))?.totpSecret).toBeUndefined();
  const { items } = await desk.office.store.events.list({ type: "staff.changed", limit: 50 });
  const own = items.filter((event) => "subject" in event && event.subject === account?.id);
  expect(own).toMatchObject([{ detail: "secondStepOff" }, { detail: "secondStepOn" }]);
  expect(JSON.stringify(own)).not.toContain(secret);
});

test("without a begun sign-in a code opens nothing", async () => {
  const { secret } = await withSecondStep("baska@e-imza.example");
  const stranger = desk.client();
  expect((await stranger.post("/console/sign-in/code", { code: totpCode(secret, stepNow()), next: "" })).status).toBe(
    401,
  );
});
