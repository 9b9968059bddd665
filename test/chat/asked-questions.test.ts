import type { AskedQuestion } from "../../src/core/chat.ts";
import { erasePerson } from "../../src/requests/erase-person.ts";
import { NOW } from "../support/office.ts";
import { talkTo, withChatHouse } from "./support/chat-house.ts";
import { personal } from "./support/talks.ts";

const house = withChatHouse();
const questions = () => house.office.store.questions;

function asked(conversation: string): AskedQuestion {
  return {
    id: house.office.store.newId(),
    text: "Sertifika bedeli ne kadar?",
    outcome: "answer",
    entries: ["certificate-fee"],
    confidence: 0.9,
    language: "tr",
    conversation,
    channel: "teams",
    knowledgeVersion: "1",
    why: [],
    askedAt: NOW,
  };
}

test("questions of one moment are written together, each once", async () => {
  const list = Array.from({ length: 120 }, () => asked("emulator|many"));
  await Promise.all([...list, ...list.slice(0, 5)].map((question) => questions().add(question)));
  const { items } = await questions().list({ limit: 200 });
  expect(items.filter(({ conversation }) => conversation === "emulator|many")).toHaveLength(120);
});

test("a word on a question that is just being written is not lost", async () => {
  const list = Array.from({ length: 50 }, () => asked("emulator|full"));
  const written = Promise.all(list.map((question) => questions().add(question)));
  // So many are written at once.
  await new Promise((turn) => setImmediate(turn));
  expect(await questions().giveFeedback(list.at(-1)?.id ?? "", "notHelpful")).toBe(true);
  await written;
});

test("stopping the door writes what still waits", async () => {
  const question = asked("emulator|late");
  // Its own time to be written never comes.
  const timers = jest.spyOn(globalThis, "setTimeout").mockReturnValueOnce(undefined as never);
  const written = questions().add(question);
  timers.mockRestore();
  expect(await questions().byId(question.id)).toBeUndefined();
  await house.door.stop();
  expect(await questions().byId(question.id)).toEqual(question);
  await written;
});

test("a question that a crash took is noted by whoever goes on with the conversation", async () => {
  const conversation = personal();
  const lost = asked(`emulator|${conversation.id}`);
  const state = {
    memory: { exchanges: [], lastQuestion: lost.id },
    dialogs: { dialogStack: [] },
    answered: [],
    asked: [lost],
  };
  await house.office.store.chatStates.write(`emulator|${conversation.id}`, state, 0);
  const say = talkTo(() => house.url, { conversation });
  expect((await say("Yararlı oldu")).outcome).toBe("smalltalk");
  expect(await questions().byId(lost.id)).toEqual({ ...lost, feedback: "helpful" });
});

test("an erased conversation is erased in the memory of the process too", async () => {
  const conversation = personal();
  const say = talkTo(() => house.url, { conversation });
  const secret = "Yurt dışı görevimde Kırmızı Köşk'te mobil imza çalışır mı?";
  await say(secret);
  const number = (await say("destek talebi aç")).text.match(/MI-\d{4}-\d{6}/)?.[0] ?? "";
  const by = { id: "y", name: "Yönetici", role: "admin" } as const;
  const { erased } = await erasePerson(house.office, { who: number, by });
  expect(erased).toMatchObject({ tickets: 1, chatStates: 1, questions: 2 });

  const key = `emulator|${conversation.id}`;
  expect((await say("destek talebi aç")).text).not.toContain("Kırmızı Köşk");
  const state = (await house.office.store.chatStates.read([key])).get(key);
  expect(state?.version).toBe(1);
  expect(JSON.stringify(state?.value)).not.toContain("Kırmızı Köşk");
  const { items } = await questions().list({ limit: 200 });
  expect(items.filter((item) => item.conversation === key).map(({ text }) => text)).not.toContain(secret);
});
