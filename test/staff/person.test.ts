import type { Requester } from "../../src/core/ticket.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { ticketFrom, withDesk } from "./desk.ts";

const desk = withDesk();
let talks = 0;

/** A ticket from somebody's own chat with the bot. */
async function fromTeams(requester: Requester, subject = "Sohbetten gelen konu") {
  talks += 1;
  const conversationId = `msteams|a:${talks}`;
  const person = { aadObjectId: `hesap-${talks}`, ...requester };
  await desk.office.store.conversations.remember(conversationId, {}, { ...person, alone: true });
  const { ticket } = await openTicket(desk.office, {
    subject,
    category: "general",
    priority: "normal",
    channel: "teams",
    requester: { conversationId, ...person },
    message: { channel: "teams", from: { kind: "requester" }, text: "Merhaba" },
    actor: { kind: "requester" },
  });
  return ticket.number;
}

/** A card on a ticket's page, as text; empty where there is none. */
const cardOn = (page: string, id: string) =>
  (page.split(`id="${id}"`)[1]?.split("</section>")[0] ?? "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const personOn = (page: string) => cardOn(page, "person");
const maybeOn = (page: string) => cardOn(page, "same-person");

test("names and addresses that match are suggested with the reason; one tap links, and the tickets stand together", async () => {
  const { ticket } = await ticketFrom(desk.office, {
    email: "isik.gunes@valilik.example",
    name: "IŞIK GÜNEŞ",
    subject: "Posta ile gelen",
  });
  const chatted = await fromTeams({ name: "Işık Güneş" });
  const agent = await desk.agent();
  const before = await agent.get(`/console/tickets/${chatted}`);
  expect(maybeOn(before.text)).toMatch(/Aynı kişi olabilir .*isik\.gunes@valilik\.example adres, adıyla uyuşuyor/);

  const answer = await agent.post(`/console/tickets/${chatted}/person/link`, { other: "isik.gunes@valilik.example" });
  expect(answer.headers.get("location")).toContain("done=linked");
  const after = (await agent.get(`/console/tickets/${chatted}`)).text;
  expect(maybeOn(after)).toBe("");
  expect(personOn(after)).toContain("Posta ile gelen");
  const { text } = await agent.get(`/console/tickets/${ticket.number}`);
  expect(personOn(text)).toContain("Sohbetten gelen konu");
  expect(text).toContain("e-postayla ve eşleştirilmiş sohbetinde");
  expect((await agent.get(`/console/tickets/${chatted}`)).text).toContain("aynı kişi olarak eşleştirdi");
});

test("an address typed into the chat is suggested as what it is, and is not the person's until staff say so", async () => {
  const { ticket } = await ticketFrom(desk.office, { email: "kurban@valilik.example", name: "Kurban Kişi" });
  const chatted = await fromTeams({ name: "Başka Biri", email: "kurban@valilik.example" });
  const agent = await desk.agent();
  const page = (await agent.get(`/console/tickets/${ticket.number}`)).text;
  expect(maybeOn(page)).toContain("bu adres sohbette yazılmış; kimin yazdığını doğrulayın");
  expect(personOn(page)).not.toContain("Sohbetten gelen konu");
  const theirs = personOn((await agent.get(`/console/tickets/${chatted}`)).text);
  expect(theirs).toContain("doğrulanmadı");
  expect(theirs).toContain("Bu kişinin başka bileti yok");
});

test("an address that Teams vouches for is suggested first, and links an account that has no ticket yet", async () => {
  const { store } = desk.office;
  await store.conversations.remember("msteams|a:v", {}, { aadObjectId: "hesap-v", name: "A. Yılmaz", alone: true });
  await store.conversations.keepAddress("msteams|a:v", { address: "vouched@valilik.example" });
  const { ticket } = await ticketFrom(desk.office, { email: "vouched@valilik.example", name: "Ayşe" });
  const agent = await desk.agent();
  const { text } = await agent.get(`/console/tickets/${ticket.number}`);
  expect(maybeOn(text)).toContain("Teams: A. Yılmaz");
  expect(text).toContain('name="other" value="teams:hesap-v"');
  const answer = await agent.post(`/console/tickets/${ticket.number}/person/link`, { other: "teams:hesap-v" });
  expect(answer.headers.get("location")).toContain("done=linked");
  const never = await agent.post(`/console/tickets/${ticket.number}/person/link`, { other: "teams:kimse" });
  expect(never.headers.get("location")).toContain("done=noSuchPerson");
});

test("a link is taken back from the ticket's page", async () => {
  const { ticket } = await ticketFrom(desk.office, { email: "geri@valilik.example", name: "Geri Alınan" });
  const chatted = await fromTeams({ name: "Geri Alınan" });
  const agent = await desk.agent();
  await agent.get(`/console/tickets/${ticket.number}`);
  await agent.post(`/console/tickets/${ticket.number}/person/link`, { other: chatted.replace("MI-", "mi ") });
  const { text } = await agent.get(`/console/tickets/${ticket.number}`);
  const identity = text.match(/name="identity" value="([^"]+)"/)?.[1] ?? "";
  expect(identity).toMatch(/^teams:/);
  const answer = await agent.post(`/console/tickets/${ticket.number}/person/unlink`, { identity });
  expect(answer.headers.get("location")).toContain("done=unlinked");
  const events = await desk.office.store.events.ofTicket(ticket.number);
  expect(events.map(({ type }) => type)).toEqual(["ticket.opened", "person.linked", "person.unlinked"]);
});

test.each([
  ["kimse", "noSuchPerson", "Eşleştirilecek kimse bulunamadı"],
  ["ayni@valilik.example", "sameIdentity", "başka bir adres ya da bilet yazın"],
])("%s is answered on the page with what to do", async (other, done, words) => {
  const { ticket } = await ticketFrom(desk.office, { email: "ayni@valilik.example", name: "Aynı Kişi" });
  const agent = await desk.agent();
  await agent.get(`/console/tickets/${ticket.number}`);
  const answer = await agent.post(`/console/tickets/${ticket.number}/person/link`, { other });
  const location = answer.headers.get("location") ?? "";
  expect(location).toContain(done);
  expect((await agent.get(location)).text).toContain(words);
});

test("a viewer neither links nor is offered to", async () => {
  const { ticket } = await ticketFrom(desk.office, { email: "izle@valilik.example", name: "İzlenen Kişi" });
  await fromTeams({ name: "İzlenen Kişi" });
  const viewer = await desk.agent("viewer");
  const { text } = await viewer.get(`/console/tickets/${ticket.number}`);
  expect(personOn(text)).not.toContain("Eşleştir");
  expect(maybeOn(text)).toBe("");
  const other = "baska@valilik.example";
  expect((await viewer.post(`/console/tickets/${ticket.number}/person/link`, { other })).status).toBe(403);
  expect(await desk.office.store.identities.ofPerson([`mail:${other}`])).toEqual([]);
});
