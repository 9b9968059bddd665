import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Activity } from "botbuilder";

/** How the channel answers a send; `hang` never answers. */
export type Answer = { readonly status: number; readonly body?: unknown } | "hang";

/** A Bot Framework channel of the test's own: takes what the bot sends and keeps it. */
export interface Channel {
  readonly serviceUrl: string;
  /** Activities in the order they came; `changed` names the earlier one that is replaced. */
  readonly received: (Partial<Activity> & { readonly authorization?: string; readonly changed?: string })[];
  answer: Answer;
  /** E-mail addresses of members by id, as Teams tells them. */
  readonly members: Map<string, string>;
  close(): Promise<void>;
}

/** A channel for the test file that calls it: opened before its tests, empty and willing before each, closed after them. */
export function withChannel(): Channel {
  const opened: { channel?: Channel } = {};
  const channel = (): Channel => {
    if (!opened.channel) throw new Error("The channel opens in beforeAll; use it inside tests.");
    return opened.channel;
  };
  beforeAll(async () => {
    opened.channel = await openChannel();
  });
  beforeEach(() => {
    channel().received.length = 0;
    channel().answer = { status: 200 };
  });
  afterAll(() => opened.channel?.close());
  return {
    get serviceUrl() {
      return channel().serviceUrl;
    },
    get received() {
      return channel().received;
    },
    get members() {
      return channel().members;
    },
    get answer() {
      return channel().answer;
    },
    set answer(answer) {
      channel().answer = answer;
    },
    close: () => channel().close(),
  };
}

/** Opens a channel on a loopback port; messages get ids "sent-1", "sent-2" … */
async function openChannel(): Promise<Channel> {
  const received: Channel["received"] = [];
  const members = new Map<string, string>();
  const channel: { answer: Answer } = { answer: { status: 200 } };
  const server = createServer(async (request, response) => {
    const id = decodeURIComponent(request.url?.split("/").at(-1) ?? "");
    const said = request.method === "GET" ? member(id) : take(request, id, await bodyOf(request));
    if (said === "hang") return;
    response.writeHead(said.status, { "content-type": "application/json" });
    response.end(JSON.stringify(said.body));
  });
  function member(id: string): Answer {
    const email = members.get(id);
    return email
      ? { status: 200, body: { id, name: id, email } }
      : { status: 404, body: { error: { code: "MemberNotFoundInConversation" } } };
  }
  function take(request: IncomingMessage, id: string, body: string): Answer {
    if (channel.answer === "hang" || channel.answer.status >= 300) return channel.answer;
    const { authorization } = request.headers;
    received.push({
      ...(JSON.parse(body) as Partial<Activity>),
      ...(authorization && { authorization }),
      ...(request.method === "PUT" && { changed: id }),
    });
    return { status: channel.answer.status, body: channel.answer.body ?? { id: `sent-${received.length}` } };
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    members,
    get answer() {
      return channel.answer;
    },
    set answer(answer) {
      channel.answer = answer;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
