import { readdir } from "node:fs/promises";
import { type AddressInfo, connect } from "node:net";
import os from "node:os";
import { text } from "node:stream/consumers";
import type { Server } from "restify";
import { AppError } from "../../src/core/errors.ts";
import { mountHealth } from "../../src/http/health.ts";
import { createMetrics } from "../../src/http/metrics.ts";
import { close, createHttpServer, listen } from "../../src/http/server.ts";
import { createLog } from "../../src/log.ts";

let server: Server;
let base: string;
let databaseIsWell = true;
let hangs = false;

beforeAll(async () => {
  const metrics = createMetrics();
  server = createHttpServer(createLog("silent"), metrics);
  mountHealth(server, {
    database: async () => {
      if (hangs) await new Promise(() => undefined);
      if (!databaseIsWell) throw new Error("no answer from the database");
      return { ok: true, detail: "answers" };
    },
  });
  metrics.mount(server, {
    tickets: async () => ({ new: 3 }),
    mails: async () => ({ ticket: 2 }),
    outbox: async () => ({}),
    mailboxAge: () => ({ demo: 4 }),
  });
  server.get("/refused", async () => {
    throw new AppError("stale", "Changed meanwhile.", { version: 4 });
  });
  server.get("/broken", async () => {
    throw new Error("secret: 10000000146");
  });
  server.post("/echo", async (request, response) => {
    response.send(200, request.body);
  });
  await listen(server, "127.0.0.1", 0);
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => close(server));

const json = async (path: string, init?: RequestInit) => {
  const response = await fetch(base + path, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

test("a refusal has its code, its sentence and its details", async () => {
  expect(await json("/refused")).toEqual({
    status: 409,
    body: { code: "stale", message: "Changed meanwhile.", details: { version: 4 } },
  });
});

test("a bug is answered with a 500 that tells nothing", async () => {
  const { status, body } = await json("/broken");
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toContain("10000000146");
});

test.each([
  ["an unknown address", "/nowhere", {}, 404],
  ["broken JSON", "/echo", { method: "POST", body: "{", headers: { "content-type": "application/json" } }, 400],
  [
    "a body that is too large",
    "/echo",
    { method: "POST", body: JSON.stringify("x".repeat(1_100_000)), headers: { "content-type": "application/json" } },
    413,
  ],
  [
    "a compressed body, which restify would die of",
    "/echo",
    { method: "POST", body: "junk", headers: { "content-type": "application/json", "content-encoding": "gzip" } },
    415,
  ],
])("%s is refused in the same shape", async (_name, path, init, status) => {
  const answer = await json(path, init);
  expect(answer.status).toBe(status);
  expect(answer.body).toEqual({ code: expect.any(String), message: expect.any(String) });
});

test("a monitor that asks by HEAD is told alive and ready, without a body", async () => {
  for (const path of ["/healthz", "/readyz"]) {
    const response = await fetch(base + path, { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  }
  databaseIsWell = false;
  expect((await fetch(`${base}/readyz`, { method: "HEAD" })).status).toBe(503);
  databaseIsWell = true;
});

test.each(["GET / HTTP/1.1\r\nHost: [", "GET http://[bad HTTP/1.1\r\nHost: a", "GET /healthz HTTP/1.1\r\nHost: a b"])(
  "an address that is none is refused, and the product lives: %j",
  async (head) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.end(`${head}\r\nConnection: close\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
    expect((await json("/healthz")).status).toBe(200);
  },
);

test("a form arrives as it was sent, however often a field is repeated", async () => {
  const sent = Array.from({ length: 30 }, (_, index) => `ticket=${index}`).join("&");
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const response = await fetch(`${base}/echo`, { method: "POST", body: sent, headers });
  expect(await response.json()).toBe(sent);
});

test("an upload is not kept: no file is written, nothing is read", async () => {
  const uploads = async () => (await readdir(os.tmpdir())).filter((name) => name.startsWith("upload_")).length;
  const before = await uploads();
  const body = new FormData();
  body.append("file", new Blob(["x".repeat(100_000)]), "a.bin");
  await fetch(`${base}/echo`, { method: "POST", body });
  expect(await uploads()).toBe(before);
});

test("alive is not ready: without its database the product says what is missing", async () => {
  expect((await json("/readyz")).status).toBe(200);
  databaseIsWell = false;
  expect(await json("/healthz")).toMatchObject({ status: 200 });
  expect(await json("/readyz")).toMatchObject({
    status: 503,
    body: { status: "notReady", checks: { database: { ok: false, detail: "no answer from the database" } } },
  });
  databaseIsWell = true;
});

test("a check that hangs is told as such before a probe gives up", async () => {
  hangs = true;
  expect(await json("/readyz")).toMatchObject({ status: 503, body: { checks: { database: { ok: false } } } });
  hangs = false;
});

test("metrics name routes by their pattern and read the desk's numbers", async () => {
  await fetch(`${base}/healthz?who=ayse`);
  const page = await (await fetch(`${base}/metrics`)).text();
  expect(page).toContain('helpdesk_tickets{status="new"} 3');
  expect(page).toContain('helpdesk_mailbox_age_seconds{account="demo"} 4');
  expect(page).toContain('route="GET /healthz"');
  expect(page).not.toContain("ayse");
});

test("a port in use is said with its remedy", async () => {
  const second = createHttpServer(createLog("silent"), createMetrics());
  await expect(listen(second, "127.0.0.1", Number(new URL(base).port))).rejects.toThrow(/PORT/);
});
