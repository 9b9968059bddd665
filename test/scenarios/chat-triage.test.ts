import { randomUUID } from "node:crypto";
import type { Activity } from "botbuilder";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { withChannel } from "../chat/support/channel.ts";
import { post, withChatHouse } from "../chat/support/chat-house.ts";
import { among, fromTeams } from "../chat/support/talks.ts";

const house = withChatHouse(() => ({
  publicUrl: "https://destek.example",
  categoryTitle: (id, language) => `${id} (${language})`,
}));
const teams = withChannel();

const inTeam = (from: string, more: Partial<Activity>): Partial<Activity> =>
  fromTeams(teams, {
    from: { id: from, name: from },
    conversation: { ...among("channel", "19:desk@thread.tacv2;messageid=1"), name: "Masa" },
    ...more,
  });
const mentioned = (text: string) => ({
  text: `<at>Mobil İmza</at> ${text}`,
  entities: [{ type: "mention", text: "<at>Mobil İmza</at>", mentioned: { id: "bot", name: "Mobil İmza" } }],
});

async function colleague(name: string, role: "agent" | "viewer" = "agent"): Promise<string> {
  const id = randomUUID();
  const email = `${id}@e-imza.example`;
  await house.office.store.staff.add({ id, email, name, role, active: true, createdAt: new Date() });
  teams.members.set(`29:${name}`, email);
  return `29:${name}`;
}

async function newTicket(subject: string): Promise<string> {
  const { ticket } = await openTicket(house.office, {
    subject,
    category: "fees",
    priority: "normal",
    channel: "mail",
    requester: { email: "ayse@egm.example", name: "Ayşe Yılmaz" },
    message: { channel: "mail", from: { kind: "requester" }, text: "Numaram 0532 123 45 67, faturam yüksek geldi." },
    actor: { kind: "requester" },
  });
  return ticket.number;
}

const bringCard = (ticket: string) =>
  house.door.deliver({
    id: randomUUID(),
    effect: { kind: "staff.card", ticket, key: randomUUID() },
    state: "waiting",
    attempts: 0,
    nextAttemptAt: new Date(),
    createdAt: new Date(),
  });

interface Card {
  readonly body: readonly unknown[];
  readonly actions?: readonly {
    readonly title: string;
    readonly verb?: string;
    readonly data?: object;
    readonly card?: Card;
  }[];
}
const cardIn = (activity: Partial<Activity> | undefined) => activity?.attachments?.[0]?.content as Card;
const dataOf = (card: Card, verb: string): object =>
  (card.actions ?? [])
    .flatMap((action) => [action, ...(action.card?.actions ?? [])])
    .find((action) => action.verb === verb)?.data ?? {};

async function press(from: string, verb: string, data: object) {
  const value = { action: { type: "Action.Execute", verb, data } };
  const response = await post(house.url, inTeam(from, { type: "invoke", name: "adaptiveCard/action", value }));
  return (await response.json()) as { statusCode: number; value: Card & { message?: string } };
}

test("a stranger cannot make a channel the triage channel", async () => {
  await post(house.url, inTeam("29:stranger", mentioned("triyaj")));
  expect(teams.received.at(-1)?.text).toContain("yalnızca masada hesabı olan görevliler");
  await bringCard(await newTicket("Kimse görmez"));
  expect(teams.received).toHaveLength(1);
});

describe("in a channel that staff made the triage channel", () => {
  let zeynep: string;
  beforeAll(async () => {
    zeynep = await colleague("Zeynep Kaya");
    await post(house.url, inTeam(zeynep, mentioned("TRİYAJ")));
  });

  test("a new ticket comes as a card of its own, personal numbers covered, and is changed in place", async () => {
    const number = await newTicket("Faturama 8 TL yansıdı");
    expect(await bringCard(number)).toEqual({ kind: "sent" });
    const [posted] = teams.received;
    expect(posted?.conversation?.id).toBe("19:desk@thread.tacv2");
    const text = JSON.stringify(cardIn(posted));
    expect(text).toContain("Faturama 8 TL yansıdı");
    expect(text).toContain("fees (tr)");
    expect(text).toContain(`https://destek.example/console/tickets/${number}`);
    expect(text).not.toContain("123 45 67");
    await bringCard(number);
    expect(teams.received[1]).toMatchObject({ changed: "sent-1" });
  });

  test("it is taken, answered and solved from the card", async () => {
    const number = await newTicket("Sertifika yenileme");
    await bringCard(number);
    const taken = await press(zeynep, "triage.claim", dataOf(cardIn(teams.received[0]), "triage.claim"));
    expect(JSON.stringify(taken.value)).toContain("Zeynep Kaya");
    expect(taken.value.actions?.map(({ title }) => title)).toEqual(["Yanıtla", "Çözüldü", "Masada aç"]);
    const answer = { ...dataOf(taken.value, "triage.answer"), answer: "Kamu SM formunu bekleyin." };
    const answered = await press(zeynep, "triage.answer", answer);
    expect(JSON.stringify(answered.value)).toContain("Beklemede");
    const solved = await press(zeynep, "triage.solve", dataOf(answered.value, "triage.solve"));
    expect(solved.value.actions?.map(({ title }) => title)).toEqual(["Yeniden aç", "Kapat", "Masada aç"]);
    expect(JSON.stringify(solved.value)).toMatch(/Son yanıt.*Zeynep Kaya/);
    const ticket = await house.office.store.tickets.byNumber(number);
    expect(ticket?.status).toBe("solved");
    const thread = await house.office.store.messages.ofTicket(number);
    expect(thread.map(({ direction, text }) => [direction, text])).toContainEqual(["out", "Kamu SM formunu bekleyin."]);
  });

  test("what is solved is opened again or closed from the card, and what is closed is left alone", async () => {
    const number = await newTicket("Kapanacak");
    await bringCard(number);
    const status = async () => (await house.office.store.tickets.byNumber(number))?.status;
    let { value } = await press(zeynep, "triage.solve", dataOf(cardIn(teams.received[0]), "triage.solve"));
    ({ value } = await press(zeynep, "triage.reopen", dataOf(value, "triage.reopen")));
    expect(await status()).toBe("open");
    ({ value } = await press(zeynep, "triage.solve", dataOf(value, "triage.solve")));
    const close = dataOf(value, "triage.close");
    ({ value } = await press(zeynep, "triage.close", close));
    expect(await status()).toBe("closed");
    expect(value.actions?.map(({ title }) => title)).toEqual(["Masada aç"]);
    expect(JSON.stringify((await press(zeynep, "triage.close", close)).value)).toContain("siz bakarken değişti");
  });

  test("a press that Teams delivers again sends no second answer", async () => {
    const number = await newTicket("Yinelenen basış");
    await bringCard(number);
    const data = { ...dataOf(cardIn(teams.received[0]), "triage.answer"), answer: "Bir kez." };
    await press(zeynep, "triage.answer", data);
    await press(zeynep, "triage.answer", data);
    const thread = await house.office.store.messages.ofTicket(number);
    expect(thread.filter(({ text }) => text === "Bir kez.")).toHaveLength(1);
  });

  test("a press on an outdated card changes nothing and brings the fresh one", async () => {
    const can = await colleague("Can Demir");
    const number = await newTicket("İki görevli");
    await bringCard(number);
    const card = cardIn(teams.received[0]);
    await press(zeynep, "triage.claim", dataOf(card, "triage.claim"));
    const late = await press(can, "triage.claim", dataOf(card, "triage.claim"));
    const text = JSON.stringify(late.value);
    expect(text).toContain("siz bakarken değişti");
    expect(text).toContain("Zeynep Kaya");
  });

  test("an empty answer is not sent", async () => {
    const number = await newTicket("Boş yanıt");
    await bringCard(number);
    const data = { ...dataOf(cardIn(teams.received[0]), "triage.answer"), answer: "   " };
    expect(JSON.stringify((await press(zeynep, "triage.answer", data)).value)).toContain("Yanıt boş olamaz");
    expect(await house.office.store.messages.ofTicket(number)).toHaveLength(1);
  });

  test("who may not work on tickets may not press either", async () => {
    const viewer = await colleague("Seyirci", "viewer");
    const number = await newTicket("Yetki");
    await bringCard(number);
    const data = dataOf(cardIn(teams.received[0]), "triage.claim");
    for (const person of [viewer, "29:stranger"]) {
      expect(await press(person, "triage.claim", data)).toMatchObject({ statusCode: 403 });
    }
    expect((await house.office.store.tickets.byNumber(number))?.assignee).toBeUndefined();
  });

  test("who linked their Teams account is known by it, whatever address Teams has for them", async () => {
    const id = randomUUID();
    const account = { id, email: `${id}@baska.example`, name: "Bağlı Görevli", role: "agent", active: true } as const;
    await house.office.store.staff.add({ ...account, createdAt: new Date(), teamsId: "hesap-1" });
    const number = await newTicket("Bağlı hesap");
    await bringCard(number);
    const value = {
      action: { type: "Action.Execute", verb: "triage.claim", data: dataOf(cardIn(teams.received[0]), "triage.claim") },
    };
    const from = { id: "29:bagli", name: "Bağlı", aadObjectId: "hesap-1" };
    await post(house.url, inTeam("29:bagli", { type: "invoke", name: "adaptiveCard/action", value, from }));
    expect((await house.office.store.tickets.byNumber(number))?.assignee).toBe(id);
  });

  test("a channel that removed the bot gets no more cards", async () => {
    const number = await newTicket("Son kart");
    teams.answer = { status: 403, body: { error: { code: "BotNotInConversationRoster" } } };
    expect(await bringCard(number)).toEqual({ kind: "sent" });
    teams.answer = { status: 200 };
    await bringCard(number);
    expect(teams.received).toEqual([]);
  });
});
