import { erasePerson } from "../../src/requests/erase-person.ts";
import { changeTicket } from "../../src/tickets/change-ticket.ts";
import { ticketFrom, withDesk } from "./desk.ts";

const desk = withDesk();
const admin = { id: "y", name: "Yönetici", role: "admin" } as const;
const actor = { kind: "staff", id: "someone", name: "Biri" } as const;
const LEAD = "Aynı konu olabilir";

/** The tickets that a ticket's page says may be the same matter. */
function alikeOn(page: string): string[] {
  const banner = page.match(new RegExp(`<strong>${LEAD}</strong>[\\s\\S]*?</ul>`))?.[0] ?? "";
  return [...banner.matchAll(/<a href="\/console\/tickets\/(MI-\d{4}-\d{6})"/g)].map(([, number]) => number ?? "");
}

test("open tickets of the same matter are shown before work starts, finished ones are not", async () => {
  const agent = await desk.agent();
  const subject = "Operatör değişikliği bildirimi";
  const { ticket } = await ticketFrom(desk.office, { subject, email: "bir@valilik.example" });
  const { ticket: alike } = await ticketFrom(desk.office, {
    subject: `${subject} hakkında`,
    email: "iki@valilik.example",
  });
  const { ticket: solved } = await ticketFrom(desk.office, { subject, email: "uc@valilik.example" });
  const changes = { status: "solved" } as const;
  await changeTicket(desk.office, { ticket: solved.number, version: solved.version, actor, changes });
  await ticketFrom(desk.office, { subject: "Bambaşka bir soru", email: "dort@valilik.example" });
  expect(alikeOn((await agent.get(`/console/tickets/${ticket.number}`)).text)).toEqual([alike.number]);
});

test("an erased ticket looks like no other, and none looks like it", async () => {
  const agent = await desk.agent();
  const { ticket: erased } = await ticketFrom(desk.office, { subject: "Kaydım", email: "gidecek@valilik.example" });
  const { ticket: other } = await ticketFrom(desk.office, {
    subject: "Silindi mi kaydım",
    email: "kalan@valilik.example",
  });
  await erasePerson(desk.office, { who: "gidecek@valilik.example", by: admin });
  expect((await desk.office.store.tickets.byNumber(erased.number))?.status).toBe("new");
  expect(alikeOn((await agent.get(`/console/tickets/${erased.number}`)).text)).toEqual([]);
  expect(alikeOn((await agent.get(`/console/tickets/${other.number}`)).text)).toEqual([]);
});
