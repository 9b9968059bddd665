import type { Role } from "../../src/core/person.ts";
import { requestSchema, ticketWithMessagesSchema } from "../../src/staff/api/schemas.ts";
import { createToken } from "../../src/staff/sign-in/api-tokens.ts";
import { listFrom, ticketFrom, withDesk } from "./desk.ts";

const desk = withDesk();

async function api(role: Role = "agent") {
  const { token } = await createToken(desk.office, { name: `${role} robotu`, role });
  return async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${desk.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
}

test("without a token there is a 401 with code and message, never a page", async () => {
  const response = await fetch(`${desk.url}/api/v1/tickets`);
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({ code: "notSignedIn", message: "Sign in first, or send a valid API token." });
});

test("a list goes on where its cursor says, and never gives more than 200", async () => {
  const call = await api();
  for (let count = 0; count < 5; count += 1) await ticketFrom(desk.office, { subject: `Sayfa ${count}` });
  const seen = new Set<unknown>();
  let path = "/api/v1/tickets?limit=2";
  for (;;) {
    const { body } = await call("GET", path);
    for (const { number } of body.items as { number: string }[]) seen.add(number);
    if (!body.nextCursor) break;
    path = `/api/v1/tickets?limit=2&cursor=${body.nextCursor}`;
  }
  expect(seen.size).toBe(5);
  expect((await call("GET", "/api/v1/tickets?limit=201")).status).toBe(400);
  expect((await call("GET", "/api/v1/tickets?cursor=uydurma")).status).toBe(400);
});

test("a ticket is answered, noted and changed; a stale version is a 409", async () => {
  const call = await api();
  const { ticket } = await ticketFrom(desk.office);
  const path = `/api/v1/tickets/${ticket.number}`;

  const reply = await call("POST", `${path}/replies`, { version: 1, text: "Aylık 4 TL.", status: "solved" });
  expect(reply).toMatchObject({
    status: 201,
    body: { ticket: { status: "solved", version: 2 }, message: { direction: "out" } },
  });
  expect((await call("POST", `${path}/notes`, { text: "Arandı." })).status).toBe(201);
  expect(await call("PATCH", path, { version: 1, priority: "high" })).toMatchObject({
    status: 409,
    body: { code: "stale", details: { version: 3 } },
  });
  expect(await call("PATCH", path, { version: 3, priority: "high", tags: ["ücret"] })).toMatchObject({
    status: 200,
    body: { priority: "high", tags: ["ücret"] },
  });

  const whole = await call("GET", path);
  expect(ticketWithMessagesSchema.strict().parse(whole.body).messages).toHaveLength(3);
});

test("one ticket is put into another, and its thread goes with it", async () => {
  const call = await api();
  const { ticket: source } = await ticketFrom(desk.office, {
    text: "aynı konu, ikinci e-posta",
    email: "baska@valilik.example",
  });
  const { ticket: into } = await ticketFrom(desk.office);

  const merged = await call("POST", `/api/v1/tickets/${source.number}/merge`, { version: 1, into: into.number });

  expect(merged).toMatchObject({
    status: 200,
    body: { number: into.number, participants: ["ali@valilik.example", "baska@valilik.example"] },
  });
  expect(await desk.office.store.messages.ofTicket(into.number)).toHaveLength(2);
  expect(await desk.office.store.tickets.byNumber(source.number)).toMatchObject({
    status: "closed",
    mergedInto: into.number,
  });
  expect((await desk.office.store.tickets.list({ q: "ikinci", limit: 5 })).items.map(({ number }) => number)).toContain(
    into.number,
  );
  expect((await call("POST", `/api/v1/tickets/${source.number}/merge`, { version: 2, into: into.number })).status).toBe(
    409,
  );
});

test("messages that are another matter become a ticket of their writer", async () => {
  const call = await api();
  const { ticket, message } = await ticketFrom(desk.office, { name: "İlk Kişi", email: "ilk@valilik.example" });
  const { ticket: second } = await ticketFrom(desk.office, {
    name: "Araya Giren",
    email: "araya@valilik.example",
    text: "Benim sorum başka.",
  });
  await call("POST", `/api/v1/tickets/${second.number}/merge`, { version: 1, into: ticket.number });
  const [, other] = await desk.office.store.messages.ofTicket(ticket.number);
  const version = (await desk.office.store.tickets.byNumber(ticket.number))?.version;

  const split = await call("POST", `/api/v1/tickets/${ticket.number}/split`, {
    version,
    messages: [other?.id],
    subject: "Başka soru",
  });

  expect(split).toMatchObject({
    status: 201,
    body: { requester: { email: "araya@valilik.example" }, links: [{ kind: "splitFrom", number: ticket.number }] },
  });
  expect((await desk.office.store.messages.ofTicket(ticket.number)).map(({ id }) => id)).toEqual([message.id]);
  expect(
    (
      await call("POST", `/api/v1/tickets/${ticket.number}/split`, {
        version: (version ?? 0) + 1,
        messages: [message.id],
        subject: "Hepsi",
      })
    ).status,
  ).toBe(400);
});

test("a request entry is corrected, confirmed and moved; personal numbers come masked", async () => {
  const call = await api();
  const { requests } = await listFrom(
    desk.office,
    "Ad Soyad: Ali Demir\nT.C. Kimlik No: 10000000146\nCep: 0532 123 45 67\nOperatör: Turkcell\nE-posta: ali@icisleri.gov.tr\n mobil imza başvurusu",
  );
  const path = `/api/v1/requests/${requests[0]?.number}`;
  const whole = await call("GET", path);
  expect(requestSchema.parse(whole.body).fields.nationalId?.value).toBe("10•••••••46");
  const confirm = { version: 1, change: { what: "confirm", field: "name" } };
  expect((await call("PATCH", path, confirm)).status).toBe(200);
  expect(await call("PATCH", path, confirm)).toMatchObject({ status: 409, body: { code: "stale" } });
  expect(
    (await call("PATCH", path, { version: 2, change: { what: "field", field: "province", value: "Ankara" } })).status,
  ).toBe(200);
  expect(await call("POST", `${path}/transitions`, { to: "underReview" })).toMatchObject({
    status: 200,
    body: { state: "underReview" },
  });
  expect(await call("POST", `${path}/transitions`, { to: "active" })).toMatchObject({
    status: 409,
    body: { code: "moveNotAllowed" },
  });
});

test("a role that may not is told 403; an unknown field, a wrong number and a broken body are refused", async () => {
  const [viewer, agent] = [await api("viewer"), await api()];
  const { ticket } = await ticketFrom(desk.office);
  const path = `/api/v1/tickets/${ticket.number}`;
  expect((await viewer("POST", `${path}/notes`, { text: "olmaz" })).status).toBe(403);
  expect((await agent("GET", "/api/v1/events")).status).toBe(403);
  expect((await agent("PATCH", path, { version: 1, olmayan: true })).status).toBe(400);
  expect((await agent("PATCH", path, { version: 1, assignee: "olmayan-kisi" })).status).toBe(400);
  expect((await agent("GET", "/api/v1/tickets/MI-2026-999999")).status).toBe(404);
  expect((await agent("GET", "/api/v1/tickets/..%2F..%2Fetc")).status).toBe(404);
});

test("the description is OpenAPI 3.1 and names every route that answers", async () => {
  const document = (await (await fetch(`${desk.url}/api/openapi.json`)).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { responses: object }>>;
  };
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      "/api/v1/tickets",
      "/api/v1/tickets/{number}",
      "/api/v1/tickets/{number}/replies",
      "/api/v1/requests/{number}",
      "/api/v1/mails/{id}/raw",
      "/api/v1/knowledge/gaps",
      "/api/v1/events",
    ]),
  );
  expect(JSON.stringify(document)).not.toContain("#/$defs");
});
