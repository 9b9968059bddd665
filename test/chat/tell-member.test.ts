import { randomUUID } from "node:crypto";
import { withChannel } from "./support/channel.ts";
import { withChatHouse } from "./support/chat-house.ts";
import { among, personal, personInTeams } from "./support/talks.ts";

const house = withChatHouse();
const teams = withChannel();

/** Somebody who has a chat of their own with the bot. */
async function met() {
  const person = personInTeams(house, teams, { name: "Zeynep Kaya" });
  const write = (conversation = personal(person.own)) => person.say("Merhaba", { conversation });
  await write();
  teams.received.length = 0;
  return { ...person, write };
}

test("a member is told in their own chat, not in a group they wrote in last", async () => {
  const { account, write, own } = await met();
  await write(among("groupChat", "19:ekip@thread.v2"));
  teams.received.length = 0;
  const lines = [
    { text: "Size atandı: MI-2026-000001 Fatura", link: "https://yardim.example/console/tickets/MI-2026-000001" },
  ];
  expect(await house.door.tell({ to: account, language: "tr", lines })).toEqual({ kind: "sent" });
  expect(teams.received).toMatchObject([
    {
      conversation: { id: own },
      text: "Size atandı: MI-2026-000001 Fatura · [Masada aç](https://yardim.example/console/tickets/MI-2026-000001)",
    },
  ]);
});

test("several are one list, and what people wrote into a subject is no link", async () => {
  const { account } = await met();
  const lines = [{ text: "A [tıkla](https://kotu.example) *x*" }, { text: "B" }];
  await house.door.tell({ to: account, language: "en", lines });
  expect(teams.received[0]?.text).toBe("2 notices:\n\n- A \\[tıkla\\]\\(https://kotu.example\\) \\*x\\*\n- B");
});

test("a chat the bot was removed from is tried no more until the person writes again", async () => {
  const { account, write } = await met();
  const lines = [{ text: "A" }];
  teams.answer = { status: 403, body: { error: { code: "BotNotInConversationRoster" } } };
  expect(await house.door.tell({ to: account, language: "tr", lines })).toMatchObject({ kind: "failed" });
  teams.answer = { status: 200 };
  expect(await house.door.tell({ to: account, language: "tr", lines })).toMatchObject({ kind: "failed" });
  expect(teams.received).toEqual([]);
  await write();
  expect(await house.door.tell({ to: account, language: "tr", lines })).toEqual({ kind: "sent" });
});

test("a channel that is busy is for later", async () => {
  const { account } = await met();
  teams.answer = { status: 500 };
  expect(await house.door.tell({ to: account, language: "tr", lines: [{ text: "A" }] })).toMatchObject({
    kind: "retry",
  });
});

test("nobody is told who never met the bot", async () => {
  const answer = await house.door.tell({ to: randomUUID(), language: "tr", lines: [{ text: "A" }] });
  expect(answer).toMatchObject({ kind: "failed" });
});
