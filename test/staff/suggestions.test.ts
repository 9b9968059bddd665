import { NO_SUBJECT, NO_TEXT } from "../../src/core/wordless.ts";
import { openKnowledge } from "../../src/live-knowledge.ts";
import { changeTicket, type TicketChanges } from "../../src/tickets/change-ticket.ts";
import { ticketFrom, withDesk } from "./desk.ts";

const real = openKnowledge("knowledge");
const desk = withDesk({ understander: real.understander, categories: real.categories });
const actor = { kind: "staff", id: "someone", name: "Biri" } as const;

const change = async (number: string, changes: TicketChanges) => {
  const { version = 0 } = (await desk.office.store.tickets.byNumber(number)) ?? {};
  return changeTicket(desk.office, { ticket: number, version, actor, changes });
};
const idOf = async (name: string) => (await desk.office.store.staff.list()).find((one) => one.name === name)?.id ?? "";
const cardOf = (text: string) => text.split('class="card suggestions"')[1]?.split('<details class="card')[0] ?? "";

test("somebody is suggested for a ticket nobody works on, with the reason; one click assigns, nothing does by itself", async () => {
  const [agent, viewer] = [await desk.agent("agent", "Deneyimli Görevli"), await desk.agent("viewer")];
  await desk.agent("agent", "Yeni Görevli");
  const experienced = await idOf("Deneyimli Görevli");
  for (let solved = 0; solved < 3; solved += 1) {
    const { ticket } = await ticketFrom(desk.office, { email: `baska${solved}@valilik.example` });
    await change(ticket.number, { assignee: experienced, status: "solved" });
  }
  const { ticket: busy } = await ticketFrom(desk.office, { subject: "Başka konu", category: "certificate" });
  await change(busy.number, { assignee: experienced });

  const { ticket } = await ticketFrom(desk.office, { subject: "Faturamda yanlışlık", email: "yeni@valilik.example" });
  const path = `/console/tickets/${ticket.number}`;
  const card = cardOf((await agent.get(path)).text);
  expect(card).toContain("Deneyimli Görevli (siz)");
  expect(card).toContain("bu konu grubunda son 90 günde 3 bilet çözdü · 1 açık işi var");
  expect((await desk.office.store.tickets.byNumber(ticket.number))?.assignee).toBeUndefined();
  expect(cardOf((await viewer.get(path)).text)).toBe("");

  const version = card.match(/name="version" value="(\d+)"/)?.[1] ?? "";
  await agent.post(`${path}/changes`, { version, "was.assignee": "", assignee: experienced });
  expect((await desk.office.store.tickets.byNumber(ticket.number))?.assignee).toBe(experienced);
  expect(cardOf((await agent.get(path)).text)).not.toContain("Ata");
});

test("category and priority are suggested where the words say another, until somebody has decided", async () => {
  const agent = await desk.agent();
  const { ticket } = await ticketFrom(desk.office, {
    subject: "Sertifika süresi",
    text: "Acil: sertifika kaç yıl geçerli?",
    category: "fees",
    email: "kategori@valilik.example",
  });
  const path = `/console/tickets/${ticket.number}`;
  const card = cardOf((await agent.get(path)).text);
  expect(card).toMatch(/Konu grubu: <strong>Sertifika/);
  expect(card).toMatch(/Öncelik: <strong>Acil/);
  await change(ticket.number, { category: "certificate" });
  await change(ticket.number, { category: "fees", priority: "low" });
  const after = cardOf((await agent.get(path)).text);
  expect(after).not.toContain("Konu grubu");
  expect(after).not.toContain("Öncelik");
});

test("a mail without words is neither understood nor like another", async () => {
  const agent = await desk.agent();
  const wordless = { subject: NO_SUBJECT, text: NO_TEXT, category: "general" };
  await ticketFrom(desk.office, { ...wordless, email: "bos1@valilik.example" });
  const { ticket } = await ticketFrom(desk.office, { ...wordless, email: "bos2@valilik.example" });
  const page = (await agent.get(`/console/tickets/${ticket.number}`)).text;
  expect(cardOf(page)).not.toContain("Konu grubu");
  expect(page).not.toContain("Aynı konu olabilir");
  const answers = (await agent.get(`/console/tickets/${ticket.number}/answers`)).text;
  expect(answers).not.toContain("eminlik");
});
