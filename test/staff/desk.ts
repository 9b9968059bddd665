import { request } from "node:http";
import type { AddressInfo } from "node:net";
import restify, { type Server } from "restify";
import type { KnowledgeEntry } from "../../src/core/knowledge.ts";
import type { Role } from "../../src/core/person.ts";
import { takeRequests } from "../../src/requests/take-requests.ts";
import type { StaffOptions } from "../../src/staff/options.ts";
import { addStaff } from "../../src/staff/sign-in/accounts.ts";
import { createStaffDoor, type StaffDoor } from "../../src/staff/staff-door.ts";
import type { Reach } from "../../src/store/newest-first.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { createRequestExtractor } from "../../src/understanding/extraction/extract-requests.ts";
import { loadQuestionWording } from "../../src/understanding/extraction/question-wording.ts";
import { loadKnowledge } from "../../src/understanding/load-knowledge.ts";
import type { Understander } from "../../src/understanding/types.ts";
import { noKnowledge } from "../support/no-knowledge.ts";
import { type TestOffice, withOffice } from "../support/office.ts";

export const PASSWORD = "uzun bir parola cümlesi";

const ENTRY: KnowledgeEntry = {
  id: "ucret",
  kind: "fact",
  title: { tr: "Aylık ücret", en: "Monthly fee" },
  category: "fees",
  questions: { tr: ["Mobil imza aylık ne kadar?"], en: ["How much is it a month?"] },
  answer: { tr: "Faturalı hatta aylık 4 TL yansır. https://www.e-icisleri.gov.tr/MobilImza/", en: "4 TL a month." },
  source: "Bilgi notu, Turkcell başvuruları",
  related: [],
  version: 1,
};

/** Knowledge of one entry; the desk only reads it. */
const knowledge: Understander = { ...noKnowledge, version: "test-knowledge", entries: new Map([[ENTRY.id, ENTRY]]) };

const extractor = createRequestExtractor("knowledge");
const wording = loadQuestionWording("knowledge");

export interface Desk {
  readonly office: TestOffice;
  readonly url: string;
  /** Adds an account and signs it in; gives the browser-like client. */
  agent(role?: Role, name?: string): Promise<Client>;
  client(): Client;
}

/** A staff door on a real server and a real database, for the test file that calls it. */
export function withDesk(
  change: Partial<StaffOptions> | (() => Partial<StaffOptions>) = {},
  now?: () => Date,
  reach?: Reach,
): Desk {
  const office = withOffice(now, reach);
  const running: { server?: Server; url?: string; door?: StaffDoor } = {};
  beforeAll(async () => {
    const server = restify.createServer({ handleUncaughtExceptions: false });
    const door = createStaffDoor({
      office,
      log: {
        debug: () => undefined,
        info: () => undefined,
        warn: () => undefined,
        error: (fields) => console.error(fields),
      },
      understander: () => knowledge,
      knowledge: {
        office,
        around: loadKnowledge("knowledge"),
        understander: () => knowledge,
        build: async () => knowledge,
        refresh: async () => undefined,
      },
      categories: () => [
        { id: "general", title: { tr: "Genel", en: "General" } },
        { id: "fees", title: { tr: "Ücret ve fatura", en: "Fees and billing" } },
        { id: "application", title: { tr: "Başvuru", en: "Application" } },
      ],
      smtpConfigured: false,
      healthLines: async () => [{ name: "database", ok: true, detail: { tr: "yanıt veriyor", en: "answers" } }],
      attachments: async () => [],
      readField: extractor.readField,
      questionWording: () => wording,
      ...(typeof change === "function" ? change() : change),
    });
    door.mount(server);
    door.start();
    running.door = door;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    running.server = server;
    running.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await running.door?.stop();
    running.server?.server.closeAllConnections();
    await new Promise<void>((resolve) => (running.server ? running.server.close(() => resolve()) : resolve()));
  });
  const url = () => running.url ?? "";
  let added = 0;
  return {
    office,
    get url() {
      return url();
    },
    client: () => new Client(url()),
    async agent(role = "agent", name = "Ayşe Yılmaz") {
      added += 1;
      const email = `gorevli${added}@e-imza.example`;
      await addStaff(office, { email, name, role, password: PASSWORD });
      const client = new Client(url());
      await client.signIn(email, PASSWORD);
      return client;
    },
  };
}

/** A very small browser: keeps cookies, follows nothing, knows the CSRF token of the last page. */
export class Client {
  readonly cookies = new Map<string, string>();
  csrf = "";
  readonly #url: string;
  constructor(url: string) {
    this.#url = url;
  }

  async get(
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; text: string; headers: Headers }> {
    return this.#send(path, { headers });
  }

  async post(
    path: string,
    fields: Record<string, string> | URLSearchParams,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; text: string; headers: Headers }> {
    const body = new URLSearchParams(fields);
    if (!body.has("csrf")) body.set("csrf", this.csrf);
    return this.#send(path, { method: "POST", body, headers });
  }

  /** Bytes of an answer as they travel, gzipped. */
  async weight(path: string): Promise<number> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Promise((resolve, reject) => {
      request(new URL(path, this.#url), { headers: { cookie, "accept-encoding": "gzip" } }, (response) => {
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on("end", () => resolve(bytes));
      })
        .on("error", reject)
        .end();
    });
  }

  async signIn(email: string, password: string): Promise<number> {
    const page = await this.get("/console/sign-in");
    const proof = page.text.match(/name="proof" value="([^"]+)"/)?.[1] ?? "";
    const answer = await this.post("/console/sign-in", { proof, email, password, next: "/console/tickets" });
    if (answer.status === 303) await this.get("/console/account");
    return answer.status;
  }

  async #send(path: string, init: RequestInit): Promise<{ status: number; text: string; headers: Headers }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(new URL(path, this.#url), {
      ...init,
      redirect: "manual",
      headers: { ...(init.headers as Record<string, string>), cookie, "accept-language": "tr-TR,tr;q=0.9" },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = (line.split(";")[0] ?? "").split("=");
      if (name) this.cookies.set(name, value ?? "");
    }
    const text = await response.text();
    this.csrf = text.match(/name="csrf" value="([^"]+)"/)?.[1] ?? this.csrf;
    return { status: response.status, text, headers: response.headers };
  }
}

/** Opens a ticket as a mail would. */
export function ticketFrom(
  office: TestOffice,
  change: { subject?: string; text?: string; html?: string; email?: string; name?: string; category?: string } = {},
) {
  const {
    subject = "Mobil imza ücreti hakkında",
    text = "Faturama 8 TL yansıdı.",
    email = "ali@valilik.example",
    name = "Ali Demir",
    html,
  } = change;
  return openTicket(office, {
    subject,
    category: change.category ?? "fees",
    priority: "normal",
    channel: "mail",
    requester: { email, name },
    message: { channel: "mail", from: { kind: "requester", email, name }, text, ...(html && { html }) },
    actor: { kind: "requester", name },
  });
}

/** Opens a ticket with a project lead's mail and takes the people out of it, as the mail door does. */
export async function listFrom(office: TestOffice, text: string) {
  const sender = { email: "sorumlu@valilik.example", name: "Zeynep Kaya" };
  const extraction = await extractor.extract({ subject: "Mobil imza başvurusu", text, sender });
  const opened = await openTicket(office, {
    subject: "Mobil imza başvurusu",
    category: "application",
    priority: "normal",
    channel: "mail",
    requester: sender,
    message: { channel: "mail", from: { kind: "requester", ...sender }, text },
    actor: { kind: "requester", name: sender.name },
    alsoWrite: async (transaction, ticket) => {
      await takeRequests(office, transaction, {
        ticket,
        origin: `test:${ticket.number}`,
        extraction,
        actor: { kind: "system" },
      });
    },
  });
  return { ticket: opened.ticket, requests: await office.store.requests.ofTicket(opened.ticket.number) };
}
