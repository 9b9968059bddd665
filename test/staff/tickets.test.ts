import { turkishLocalTime } from "../../src/core/turkish-time.ts";
import { addMessage } from "../../src/tickets/add-message.ts";
import { changeTicket } from "../../src/tickets/change-ticket.ts";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { ticketFrom, withDesk } from "./desk.ts";

const desk = withDesk();

const reply = (text: string, version: number, more = {}) => ({
  mode: "reply",
  text,
  version: String(version),
  status: "pending",
  ...more,
});

test("a reply is filed, waits in the outbox and sets the status", async () => {
  const agent = await desk.agent();
  const { ticket } = await ticketFrom(desk.office);
  await agent.get(`/console/tickets/${ticket.number}`);

  const answer = await agent.post(
    `/console/tickets/${ticket.number}/messages`,
    reply("Aylık 4 TL yansır.", ticket.version),
  );

  expect(answer.headers.get("location")).toMatch(/\?done=sent&message=/);
  const messages = await desk.office.store.messages.ofTicket(ticket.number);
  expect(messages.at(-1)).toMatchObject({
    direction: "out",
    text: "Aylık 4 TL yansır.",
    to: ["ali@valilik.example"],
    delivery: { state: "waiting" },
  });
  expect((await desk.office.store.tickets.byNumber(ticket.number))?.status).toBe("pending");
  expect((await desk.office.store.outbox.counts()).waiting).toBeGreaterThan(0);
});

test("who answers past a change of another is told, with everything typed still there", async () => {
  const [first, second] = [await desk.agent("agent", "Birinci Görevli"), await desk.agent("agent", "İkinci Görevli")];
  const { ticket } = await ticketFrom(desk.office);
  await first.get(`/console/tickets/${ticket.number}`);
  const seen =
    (await second.get(`/console/tickets/${ticket.number}`)).text.match(/name="seen" value="([^"]+)"/)?.[1] ?? "";
  await first.post(`/console/tickets/${ticket.number}/messages`, reply("Ben yanıtladım.", ticket.version));

  const told = await second.post(
    `/console/tickets/${ticket.number}/messages`,
    reply("İkincinin uzun <yanıtı>", ticket.version, { seen }),
  );

  expect(told.status).toBe(409);
  expect(told.text).toContain("Birinci Görevli bu arada bilette bir şey yaptı");
  expect(told.text).toContain("İkincinin uzun &lt;yanıtı&gt;</textarea>");
  expect(told.text).toContain("Ben yanıtladım.");
  const version = told.text.match(/name="version" value="(\d+)"/)?.[1] ?? "";
  const sent = await second.post(
    `/console/tickets/${ticket.number}/messages`,
    reply("İkincinin uzun <yanıtı>", Number(version)),
  );
  expect(sent.status).toBe(303);
});

test("only the field an agent changed is changed, and a stale change is shown beside the current value", async () => {
  const agent = await desk.agent();
  const { ticket } = await ticketFrom(desk.office);
  await agent.get(`/console/tickets/${ticket.number}`);
  const was = {
    "was.status": "new",
    "was.priority": "normal",
    "was.category": "fees",
    "was.assignee": "",
    "was.tags": "",
  };
  const form = {
    ...was,
    status: "new",
    priority: "high",
    category: "fees",
    assignee: "",
    tags: "",
    version: String(ticket.version),
  };

  expect((await agent.post(`/console/tickets/${ticket.number}/changes`, form)).headers.get("location")).toContain(
    "done=saved",
  );
  const events = await desk.office.store.events.ofTicket(ticket.number);
  expect(events.at(-1)).toMatchObject({
    type: "ticket.changed",
    changes: [{ field: "priority", from: "normal", to: "high" }],
  });

  const late = await agent.post(`/console/tickets/${ticket.number}/changes`, { ...form, priority: "urgent" });
  expect(late.status).toBe(409);
  expect(late.text).toMatch(/Öncelik.*Yüksek.*Acil/s);
});

test("what is put off, linked or split a moment too late is shown to be done all the same, not refused", async () => {
  const agent = await desk.agent();
  const [{ ticket: one }, { ticket: other }] = [await ticketFrom(desk.office), await ticketFrom(desk.office)];
  const actor = { kind: "staff", id: "x", name: "Hızlı Görevli" } as const;
  await changeTicket(desk.office, { ticket: one.number, version: 1, actor, changes: { priority: "high" } });
  const path = `/console/tickets/${one.number}`;
  await agent.get(path);

  const late = await agent.post(`${path}/snooze`, { version: "1", until: "tomorrow" });
  expect(late.status).toBe(409);
  expect(late.text).toContain("Ertele: Yarın sabah");
  expect(late.text).toContain("Hızlı Görevli");
  expect(late.text).toContain('name="until" value="tomorrow"');
  const again = await agent.post(`${path}/snooze`, { version: "2", until: "tomorrow" });
  expect(again.status).toBe(303);

  const linked = await agent.post(`${path}/join`, { version: "1", other: other.number, how: "link" });
  expect(linked.status).toBe(409);
  expect(linked.text).toContain(`Yalnızca bağla: ${other.number}`);
});

test("a ticket is put off till any moment; one that cannot be is told why, and stands in its field", async () => {
  const agent = await desk.agent();
  const { ticket } = await ticketFrom(desk.office);
  const path = `/console/tickets/${ticket.number}`;
  const page = await agent.get(path);
  expect(page.text).toMatch(/<input id="snooze-at" name="at" type="datetime-local" min="[^"]+" max="[^"]+"/);
  for (const [at, why] of [
    ["2020-01-01T09:00", "geçmişte"],
    ["2099-01-01T09:00", "bir yıldan uzağa"],
    ["2026-02-31T09:00", "böyle bir gün yok"],
  ] as const) {
    const { text } = await agent.post(`${path}/snooze`, { version: "1", until: "chosen", at });
    expect(text).toContain(why);
    expect(text).toMatch(new RegExp(`<details class="menu left" open>.*value="${at}" required aria-invalid="true"`));
  }
  expect((await desk.office.store.tickets.byNumber(ticket.number))?.snoozedUntil).toBeUndefined();
  const at = turkishLocalTime(new Date(desk.office.clock.now().getTime() + 3 * 86_400_000));
  expect((await agent.post(`${path}/snooze`, { version: "1", until: "chosen", at })).status).toBe(303);
  const kept = (await desk.office.store.tickets.byNumber(ticket.number))?.snoozedUntil;
  expect(kept).toEqual(new Date(`${at}:00+03:00`));
  const late = await agent.post(`${path}/snooze`, { version: "1", until: "chosen", at });
  expect(late.status).toBe(409);
  expect(late.text).toContain(`name="at" value="${at}"`);
});

test("a status that is no longer possible is said to be so, with what else was wanted still to be saved", async () => {
  const agent = await desk.agent();
  const { ticket } = await ticketFrom(desk.office);
  const actor = { kind: "system" } as const;
  await changeTicket(desk.office, { ticket: ticket.number, version: 1, actor, changes: { status: "closed" } });
  await agent.get(`/console/tickets/${ticket.number}`);
  const wanted = { version: "1", "was.status": "new", status: "solved" };
  const late = await agent.post(`/console/tickets/${ticket.number}/changes`, wanted);
  expect(late.text).toContain("artık yapılamaz");
  expect(late.text).not.toContain("Gördüm, benimkini kaydet");
  const more = await agent.post(`/console/tickets/${ticket.number}/changes`, {
    ...wanted,
    "was.priority": "normal",
    priority: "low",
  });
  expect(more.text).toContain("Gördüm, benimkini kaydet");
  expect(more.text).not.toContain('name="status" value="solved"');
});

test("a move the table does not know is refused with a page that says so", async () => {
  const agent = await desk.agent();
  const { ticket } = await ticketFrom(desk.office);
  const actor = { kind: "system" } as const;
  const closed = await changeTicket(desk.office, {
    ticket: ticket.number,
    version: ticket.version,
    actor,
    changes: { status: "closed" },
  });
  const answer = await agent.post(`/console/tickets/${ticket.number}/changes`, {
    "was.status": "closed",
    status: "open",
    version: String(closed.version),
  });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain("Bu geçiş yapılamaz");
});

test("a viewer sees the thread and can write nothing", async () => {
  const viewer = await desk.agent("viewer");
  const { ticket } = await ticketFrom(desk.office);
  const page = await viewer.get(`/console/tickets/${ticket.number}`);
  expect(page.text).toContain("Faturama 8 TL yansıdı.");
  expect(page.text).not.toContain("<textarea");
  expect((await viewer.post(`/console/tickets/${ticket.number}/messages`, reply("yazamaz", 1))).status).toBe(403);
});

test("a message that is not known to be the requester's says so, and one not delivered says why in a line of its own", async () => {
  const agent = await desk.agent();
  const { ticket } = await ticketFrom(desk.office);
  const message = {
    channel: "mail",
    from: { kind: "participant", email: "ali@valilik.example" },
    text: "Numaram değişti",
  } as const;
  await addMessage(desk.office, { ticket: ticket.number, message, actor: { kind: "requester" }, reopens: true });
  const answer = await replyToRequester(desk.office, {
    ticket: ticket.number,
    version: ticket.version + 1,
    agent: { id: "a", name: "Görevli" },
    text: "Yanıt",
  });
  const reason = "Alıcının adresi kabul edilmedi; adres denetlenmeli (EENVELOPE RCPT TO 550).";
  await desk.office.store.messages.setDelivery(answer.message.id, { state: "failed", at: new Date(), reason });

  const { text } = await agent.get(`/console/tickets/${ticket.number}`);

  expect(text.match(/talep sahibi olduğu doğrulanmadı/g)).toHaveLength(1);
  expect(text).toContain(`<div class="small muted">${reason}</div>`);
});

test("what a stranger writes never becomes markup", async () => {
  const agent = await desk.agent();
  const evil = `<script>alert(1)</script>"><img src=x onerror=alert(2)>`;
  const { ticket } = await ticketFrom(desk.office, { subject: evil, text: evil, name: evil });
  for (const path of [
    `/console/tickets/${ticket.number}`,
    "/console/tickets?q=alert",
    `/console/tickets?q=${encodeURIComponent(evil)}`,
  ]) {
    const page = await agent.get(path);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<script>alert|<img src=x/);
  }
});

test("the mail as it looked comes in a document of its own that can run and fetch nothing", async () => {
  const agent = await desk.agent();
  const { ticket, message } = await ticketFrom(desk.office, {
    html: "<p>Merhaba <img src='https://izleyen.example/a.png'></p>",
  });
  expect((await agent.get(`/console/tickets/${ticket.number}`)).text).toContain(`sandbox="allow-popups`);
  const frame = await agent.get(`/console/messages/${message.id}/html`);
  expect(frame.headers.get("content-security-policy")).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'",
  );
});

test("T.C. numbers and mobile numbers are masked until somebody looks, and the look is written down", async () => {
  const agent = await desk.agent("agent", "Bakan Görevli");
  const { ticket, message } = await ticketFrom(desk.office, {
    subject: "10000000146 için",
    text: "Kimlik 10000000146, cep 0532 123 45 67.",
  });
  const pages = [await agent.get(`/console/tickets/${ticket.number}`), await agent.get("/console/tickets?status=all")];
  for (const page of pages) expect(page.text).not.toMatch(/10000000146|123 45 67/);

  const shown = await agent.post(`/console/messages/${message.id}/reveal`, {});

  expect(shown.text).toContain("Kimlik 10000000146, cep 0532 123 45 67.");
  const events = await desk.office.store.events.ofTicket(ticket.number);
  expect(events.at(-1)).toMatchObject({
    type: "personalData.revealed",
    actor: { name: "Bakan Görevli" },
    subject: message.id,
  });
});

test("search finds a Turkish word in any spelling, and says when it finds nothing", async () => {
  const agent = await desk.agent();
  const { ticket } = await ticketFrom(desk.office, { subject: "IŞIKLI köprü sorusu" });
  for (const q of ["ışıklı", "isikli kopru", ticket.number, `mi 2026 ${Number(ticket.number.slice(-6))}`]) {
    expect((await agent.get(`/console/tickets?status=all&q=${encodeURIComponent(q)}`)).text).toContain("IŞIKLI köprü");
  }
  expect((await agent.get("/console/tickets?status=all&q=bulunmayansozcuk")).text).toContain("Aramaya uyan bilet yok");
});

test("the pages speak English once it was chosen", async () => {
  const agent = await desk.agent();
  agent.cookies.set("language", "en");
  const page = await agent.get("/console/tickets");
  expect(page.text).toContain(`<html lang="en"`);
  expect(page.text).toContain("In the queue");
});

test("sorted by what is due the soonest comes first, page after page, and what waits for the requester is not there", async () => {
  const { store } = desk.office;
  const number = async (subject: string) => (await ticketFrom(desk.office, { subject })).ticket;
  const [slow, urgent, waiting] = [await number("Sıra olağan"), await number("Sıra acil"), await number("Sıra bekler")];
  const actor = { kind: "staff", id: "1", name: "Ayşe" } as const;
  const change = (one: { number: string; version: number }, changes: object) =>
    changeTicket(desk.office, { ticket: one.number, version: one.version, actor, changes });
  await change(urgent, { priority: "urgent" });
  await change(waiting, { status: "pending" });

  const query = { q: "sıra", sort: "due", limit: 1 } as const;
  const first = await store.tickets.list(query);
  const second = await store.tickets.list({ ...query, ...(first.nextCursor && { cursor: first.nextCursor }) });
  expect([...first.items, ...second.items].map((one) => one.number)).toEqual([urgent.number, slow.number]);
  expect(second.nextCursor).toBeUndefined();
  expect(first.items[0]).not.toHaveProperty("nextDueAt");

  const { text } = await (await desk.agent()).get("/console/tickets?q=s%C4%B1ra&sort=due");
  expect(text.indexOf(urgent.number)).toBeLessThan(text.indexOf(slow.number));
  expect(text).toContain('aria-sort="ascending"');
});

test("what was put off is not counted among what waits for the office", async () => {
  const counted = async () => {
    const { text } = await (await desk.agent()).get("/console/tickets");
    return (name: string) => Number(text.match(new RegExp(`data-count="${name}">(\\d+)`))?.[1]);
  };
  const before = await counted();
  const { ticket } = await ticketFrom(desk.office);
  await changeTicket(desk.office, {
    ticket: ticket.number,
    version: ticket.version,
    actor: { kind: "staff", id: "1", name: "Ayşe" },
    changes: { snoozedUntil: new Date(Date.now() + 365 * 24 * 60 * 60_000) },
  });
  const after = await counted();
  expect(after("active")).toBe(before("active"));
  expect(after("snoozed")).toBe(before("snoozed") + 1);
});

test("a number that leads nowhere, and a tag as long as a sentence, stand where they were typed with what to do", async () => {
  const agent = await desk.agent();
  const { ticket } = await ticketFrom(desk.office, { subject: "Yanlış yazılan" });
  const path = `/console/tickets/${ticket.number}`;
  await agent.get(path);
  const join = (other: string) => agent.post(`${path}/join`, { version: String(ticket.version), other, how: "merge" });
  const nowhere = (await join("2026-999999")).text;
  expect(nowhere).toContain("Böyle bir bilet yok");
  expect(nowhere).toMatch(
    /name="other" value="2026-999999"[^>]* aria-invalid="true" aria-describedby="join-hint said"/,
  );
  expect((await join(ticket.number)).text).toContain("Bu, açık olan biletin kendi numarası.");
  const tags = `acele, ${"uzun ".repeat(20)}`;
  const refused = (await agent.post(`${path}/changes`, { version: String(ticket.version), tags, "was.tags": "" })).text;
  expect(refused).toContain("Bir etiket en çok 50 harf olabilir");
  expect(refused).toContain(`name="tags" value="${tags}" aria-invalid="true"`);
  expect((await desk.office.store.tickets.byNumber(ticket.number))?.tags).toEqual([]);
});
