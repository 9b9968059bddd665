import { withDesk } from "./desk.ts";

const desk = withDesk();
const TEAMS = { id: "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", name: "Ayşe Yılmaz (EGM)" };

const codeIn = (text: string) => text.match(/bağla ([a-z2-9]{4}-[a-z2-9]{4})/)?.[1]?.replace("-", "") ?? "";

test("the account page gives a code that links a Teams account once, and takes the link back", async () => {
  const { staff } = desk.office.store;
  const client = await desk.agent("agent", "Bağlayan Görevli");
  const first = codeIn((await client.post("/console/account/teams", {})).text);
  const second = codeIn((await client.post("/console/account/teams", {})).text);
  const now = desk.office.clock.now();
  expect(await staff.takeTeamsCode(first, TEAMS, now)).toBeUndefined();
  expect(await staff.takeTeamsCode(second, TEAMS, now)).toMatchObject({ name: "Bağlayan Görevli" });
  expect(await staff.takeTeamsCode(second, TEAMS, now)).toBeUndefined();

  const { text } = await client.get("/console/account");
  expect(text).toContain("Ayşe Yılmaz (EGM)");
  await client.post("/console/account/teams/unlink", {});
  expect(await staff.byTeamsId(TEAMS.id)).toBeUndefined();
  const { items } = await desk.office.store.events.list({ limit: 5, type: "staff.changed" });
  expect(items[0]).toMatchObject({ actor: { name: "Bağlayan Görevli" }, detail: "Teams: –" });
});

test("a code is good for ten minutes", async () => {
  const client = await desk.agent("agent", "Geç Kalan");
  const code = codeIn((await client.post("/console/account/teams", {})).text);
  const late = new Date(desk.office.clock.now().getTime() + 10 * 60_000);
  expect(await desk.office.store.staff.takeTeamsCode(code, { id: "x" }, late)).toBeUndefined();
});

test("of several who come with one code at the same moment, one is linked", async () => {
  const client = await desk.agent("agent", "Yarışan");
  const code = codeIn((await client.post("/console/account/teams", {})).text);
  const now = desk.office.clock.now();
  const tries = ["a", "b", "c"].map((id) => desk.office.store.staff.takeTeamsCode(code, { id }, now));
  expect((await Promise.all(tries)).filter((member) => member !== undefined)).toHaveLength(1);
});

test("the list of accounts tells nobody whose Teams account is whose", async () => {
  const members = JSON.stringify([await desk.office.store.staff.list(), await desk.office.store.staff.entries()]);
  expect(members).not.toMatch(/teams/i);
});
