import { createRequire } from "node:module";
import type { Activity } from "botbuilder";
import { withChannel } from "./support/channel.ts";
import { post, said, withChatHouse } from "./support/chat-house.ts";
import { among, fromTeams, personal } from "./support/talks.ts";

const house = withChatHouse();
const teams = withChannel();

const inTeams = (conversation: Activity["conversation"], more: Partial<Activity>) =>
  fromTeams(teams, {
    locale: "en-US",
    from: { id: "29:ayse", name: "Ayşe", aadObjectId: "aad-ayse" },
    conversation,
    ...more,
  });
const feedback = async (id: string) => {
  const { items } = await house.office.store.questions.list({ limit: 50 });
  return items.find(({ conversation }) => conversation === `msteams|${id}`);
};

describe("welcome", () => {
  test("comes once, in Turkish, when the bot is added, with questions to tap", async () => {
    const conversation = personal();
    await post(house.url, inTeams(conversation, { type: "installationUpdate", action: "add" }));
    const added = { type: "conversationUpdate", membersAdded: [{ id: "bot", name: "Bot" }] };
    await post(house.url, inTeams(conversation, added));
    expect(teams.received).toHaveLength(1);
    expect(teams.received[0]?.text).toContain("Merhaba!");
    expect(said(teams.received[0]).choices).toHaveLength(3);
  });

  test("asks Teams once whose mailbox the account has, which proves who writes by mail", async () => {
    const conversation = personal();
    teams.members.set("29:ayse", "Ayse.Yilmaz@kurum.example");
    await post(house.url, inTeams(conversation, { type: "installationUpdate", action: "add" }));
    const { conversations } = house.office.store;
    expect(await conversations.accountsWith("ayse.yilmaz@kurum.example")).toEqual([
      { id: "aad-ayse", name: "29:ayse" },
    ]);
    expect(await conversations.ofAccount("aad-ayse")).toMatchObject({ address: "ayse.yilmaz@kurum.example" });
    teams.members.clear();
  });

  test("tells a team how to call the bot, and how its staff get tickets there", async () => {
    const conversation = among("channel");
    const added = { type: "conversationUpdate", membersAdded: [{ id: "bot", name: "Bot" }] };
    await post(house.url, inTeams(conversation, added));
    expect(teams.received[0]?.text).toContain("“triyaj”");
    expect(teams.received[0]?.attachments ?? []).toEqual([]);
  });

  test("is not said to a member who joins a team", async () => {
    const conversation = among("channel");
    await post(
      house.url,
      inTeams(conversation, { type: "conversationUpdate", membersAdded: [{ id: "29:can", name: "" }] }),
    );
    expect(teams.received).toEqual([]);
  });
});

test("a person whose Teams is in English and who writes Turkish is answered in Turkish", async () => {
  await post(house.url, inTeams(personal(), { text: "Sertifika bedeli ne kadar?" }));
  expect(teams.received[0]?.text).toContain("Kaynak:");
});

test("in a channel, the mention of the bot is not part of the question", async () => {
  const conversation = among("channel");
  const mention = { type: "mention", text: "<at>Mobil İmza</at>", mentioned: { id: "bot", name: "Mobil İmza" } };
  const text = "<at>Mobil İmza</at>&nbsp;Sertifika bedeli ne kadar?";
  await post(house.url, inTeams(conversation, { text, entities: [mention] }));
  expect(said(teams.received[0])).toMatchObject({ outcome: "answer", entries: ["certificate-fee"] });
});

test("among several people choices are a card's buttons, for Teams takes suggestions in a chat with one person only", async () => {
  const conversation = among("groupChat");
  await post(house.url, inTeams(conversation, { text: "Mobil imza yurt dışında çalışır mı?" }));
  expect(said(teams.received[0]).outcome).toBe("unknown");
  expect(teams.received[0]?.suggestedActions).toBeUndefined();
  const [card] = teams.received[0]?.attachments ?? [];
  const [choice] = card?.content?.body?.[0]?.actions ?? [];
  expect(choice?.data).toEqual({ msteams: { type: "imBack", value: choice?.title } });
  await post(house.url, inTeams(conversation, { text: choice?.title }));
  expect(said(teams.received[1]).outcome).not.toBe("unknown");
});

describe("the thumbs of Teams", () => {
  const rate = (conversation: Activity["conversation"], replyToId: string, actionValue: unknown) =>
    post(
      house.url,
      inTeams(conversation, {
        type: "invoke",
        name: "message/submitAction",
        replyToId,
        value: { actionName: "feedback", actionValue },
      }),
    );

  test("rate the answer they stand under, also when another came after it", async () => {
    const conversation = personal();
    await post(house.url, inTeams(conversation, { text: "Sertifika bedeli ne kadar?" }));
    await post(house.url, inTeams(conversation, { text: "Sertifika kaç yıl geçerli?" }));
    const like = await rate(conversation, "sent-1", { reaction: "like", feedback: '{"feedbackText":"çok iyi"}' });
    expect(like.status).toBe(200);
    const { items } = await house.office.store.questions.list({ limit: 1, feedback: "helpful" });
    expect(items[0]).toMatchObject({ text: "Sertifika bedeli ne kadar?", feedbackText: "çok iyi" });
    expect(teams.received).toHaveLength(2);
  });

  test("down, a person is offered", async () => {
    const conversation = personal();
    await post(house.url, inTeams(conversation, { text: "Sertifika bedeli ne kadar?" }));
    await rate(conversation, "sent-1", { reaction: "dislike" });
    expect((await feedback(conversation.id))?.feedback).toBe("notHelpful");
    expect(said(teams.received.at(-1)).choices).toContain("Destek talebi aç");
    await post(house.url, inTeams(conversation, { text: "evet" }));
    expect(teams.received.at(-1)?.text).toContain("Takip numaranız");
  });

  test("say nothing we know: 400, and an invoke we do not know: 501", async () => {
    expect((await rate(personal(), "sent-1", { reaction: "clap" })).status).toBe(400);
    expect(
      (await post(house.url, inTeams(personal(), { type: "invoke", name: "composeExtension/query" }))).status,
    ).toBe(501);
  });
});

test("every card is one that Adaptive Cards knows whole", async () => {
  const conversation = personal();
  await post(house.url, inTeams(conversation, { type: "installationUpdate", action: "add" }));
  for (const text of ["Mobil imza başvurusu nasıl yapılır?", "destek talebi aç", "talebim ne durumda"]) {
    await post(house.url, inTeams(conversation, { text }));
  }
  const kit = createRequire(`${process.cwd()}/package.json`)("adaptivecards/dist/adaptivecards.min.js");
  const cards = teams.received.flatMap(({ attachments }) => attachments ?? []).map(({ content }) => content);
  expect(cards).toHaveLength(3);
  for (const json of cards) {
    const card = new kit.AdaptiveCard();
    const context = new kit.SerializationContext();
    card.parse(json, context);
    expect([context.eventCount, card.validateProperties().validationEvents]).toEqual([0, []]);
  }
});
