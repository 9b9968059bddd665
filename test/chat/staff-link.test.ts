import { randomUUID } from "node:crypto";
import { inOneWindow } from "../support/in-one-window.ts";
import { withChannel } from "./support/channel.ts";
import { message, post, withChatHouse } from "./support/chat-house.ts";
import { personInTeams } from "./support/talks.ts";

const house = withChatHouse();
const teams = withChannel();

async function member(name: string): Promise<string> {
  const id = randomUUID();
  const account = {
    id,
    email: `${id}@e-imza.example`,
    name,
    role: "agent",
    active: true,
    createdAt: new Date(),
  } as const;
  await house.office.store.staff.add(account);
  return id;
}

const until = () => new Date(house.office.clock.now().getTime() + 60_000);
const offer = (staff: string, code: string) => house.office.store.staff.offerTeamsCode(staff, code, until());

/** Somebody's own chat with the bot. */
const chatOf = (account: string = randomUUID()) => personInTeams(house, teams, { account }).say;

test("a code typed in one's own chat links the account, however it is written; the chat can be reached from then on", async () => {
  const id = await member("Zeynep Kaya");
  await offer(id, "abcd2345");
  const account = randomUUID();
  expect(await chatOf(account)("BAĞLA ABCD-2345")).toContain("bağlandı: Zeynep Kaya");
  expect(await house.office.store.staff.byTeamsId(account)).toMatchObject({ id, teamsName: "Ayşe Yılmaz" });
  expect(await house.office.store.conversations.ofAccount(account)).toMatchObject({ id: `msteams|a:${account}` });
  const [event] = (await house.office.store.events.list({ limit: 1, type: "staff.changed" })).items;
  expect(event).toMatchObject({ actor: { id }, detail: "Teams: Ayşe Yılmaz" });
});

test("a message delivered twice is told that it worked, in the language of its word", async () => {
  await offer(await member("Can Demir"), "efgh2345");
  const say = chatOf();
  expect(await say("link efgh 2345", { id: "same-1" })).toContain("now linked");
  expect(await say("link efgh 2345", { id: "same-1" })).toContain(
    "linked with your account at the desk already: Can Demir",
  );
});

test("a wrong code links nothing, and who tries many is stopped", () =>
  inOneWindow(async () => {
    await offer(await member("Hedef"), "jkmn2345");
    const say = chatOf();
    for (let tries = 0; tries < 5; tries += 1) expect(await say("bağla xxxx-yyyy")).toContain("geçerli değil");
    expect(await say("bağla jkmn-2345")).toContain("Çok fazla");
  }));

test("a Teams account is one member's only", async () => {
  const account = randomUUID();
  await offer(await member("Birinci"), "pqrs2345");
  await chatOf(account)("bağla pqrs-2345");
  await offer(await member("İkinci"), "tuvw2345");
  expect(await chatOf(account)("bağla tuvw-2345")).toContain("başka bir hesaba bağlı");
});

test("in a group, or where nobody vouches for the person, the words are no command", async () => {
  const id = await member("Gruptaki");
  await offer(id, "wxyz2345");
  const group = { id: "19:g@thread.v2", isGroup: true, conversationType: "groupChat", name: "" };
  await chatOf()("bağla wxyz-2345", { conversation: group });
  await post(house.url, message("bağla wxyz-2345", { serviceUrl: teams.serviceUrl }));
  expect((await house.office.store.staff.byId(id))?.teamsId).toBeUndefined();
});
