import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import type { Activity } from "botbuilder";
import type { Server } from "restify";
import { type ChatDoor, type ChatDoorOptions, createChatDoor } from "../../../src/chat/chat-door.ts";
import type { Log } from "../../../src/core/ports.ts";
import { createMetrics } from "../../../src/http/metrics.ts";
import { close, createHttpServer, listen } from "../../../src/http/server.ts";
import { openKnowledge } from "../../../src/live-knowledge.ts";
import { type TestOffice, withOffice } from "../../support/office.ts";

/** A chat door on a real server, database and knowledge. */
export interface ChatHouse {
  readonly office: TestOffice;
  readonly url: string;
  readonly door: ChatDoor;
  /** Warnings and errors logged so far. */
  readonly complaints: { readonly fields: object; readonly sentence: string }[];
  /** Another door on the same database, as a second process would be; closed with the house. */
  another(options?: Partial<ChatDoorOptions>): Promise<{ readonly url: string; readonly door: ChatDoor }>;
}

/** Opens a house for the test file that calls it; `options` is asked when it opens, after earlier `beforeAll`s. */
export function withChatHouse(options: () => Partial<ChatDoorOptions> = () => ({})): ChatHouse {
  const office = withOffice();
  const servers: Server[] = [];
  const complaints: ChatHouse["complaints"] = [];
  const complain = (fields: object, sentence: string) => void complaints.push({ fields, sentence });
  const log: Log = { debug: () => undefined, info: () => undefined, warn: complain, error: complain };
  const main: { url?: string; door?: ChatDoor } = {};
  const knowledge = openKnowledge("knowledge");

  async function another(more: Partial<ChatDoorOptions> = {}) {
    const { understander, contact } = knowledge;
    const door = createChatDoor({ office, understander, contact, log, credentials: {}, ...options(), ...more });
    const server = createHttpServer(log, createMetrics());
    door.mount(server);
    await listen(server, "127.0.0.1", 0);
    servers.push(server);
    return { door, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }
  beforeAll(async () => {
    Object.assign(main, await another());
  });
  afterAll(async () => {
    await Promise.all(servers.map(close));
  });
  return {
    office,
    complaints,
    another,
    get url() {
      return main.url ?? "";
    },
    get door() {
      if (!main.door) throw new Error("The house opens in beforeAll; use it inside tests.");
      return main.door;
    },
  };
}

/** A message activity; every field may be given otherwise. */
export function message(text: string, more: Partial<Activity> = {}): Partial<Activity> {
  return {
    type: "message",
    id: randomUUID(),
    channelId: "emulator",
    serviceUrl: "http://127.0.0.1:9/",
    locale: "tr-TR",
    from: { id: "ayse", name: "Ayşe Yılmaz" },
    recipient: { id: "bot", name: "Bot" },
    conversation: { id: "c-1", isGroup: false, conversationType: "personal", name: "" },
    text,
    ...more,
  };
}

/** Sends any activity and returns the HTTP answer. */
export function post(url: string, activity: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof activity === "string" ? activity : JSON.stringify(activity),
  });
}

/** One reply as a test looks at it. */
export interface Said {
  readonly text: string;
  readonly outcome: string;
  readonly entries: readonly string[];
  readonly choices: readonly string[];
}

/** A talk whose replies come back in the response (`deliveryMode: expectReplies`). */
export function talkTo(url: () => string, more: Partial<Activity> = {}): (text: string) => Promise<Said> {
  const conversation = more.conversation ?? {
    id: randomUUID(),
    isGroup: false,
    conversationType: "personal",
    name: "",
  };
  return async (text) => {
    const response = await post(url(), message(text, { deliveryMode: "expectReplies", conversation, ...more }));
    const { activities } = (await response.json()) as { activities: Activity[] };
    return said(activities[0]);
  };
}

export function said(activity: Partial<Activity> | undefined): Said {
  const data = activity?.channelData as { outcome?: string; entries?: string[] } | undefined;
  return {
    text: activity?.text ?? "",
    outcome: data?.outcome ?? "",
    entries: data?.entries ?? [],
    choices: activity?.suggestedActions?.actions.map(({ value }) => String(value)) ?? [],
  };
}
