import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Activity } from "botbuilder";

/** How the channel answers a send; `hang` never answers. */
export type Answer = { readonly status: number; readonly body?: unknown } | "hang";

/** A Bot Framework channel of the test's own: takes what the bot sends and keeps it. */
export interface Channel {
  readonly serviceUrl: string;
  readonly received: (Partial<Activity> & { readonly authorization?: string })[];
  answer: Answer;
  close(): Promise<void>;
}

/** Opens a channel on a loopback port; messages get ids "sent-1", "sent-2" … */
export async function openChannel(): Promise<Channel> {
  const received: Channel["received"] = [];
  const channel: { answer: Answer } = { answer: { status: 200 } };
  const server = createServer(async (request, response) => {
    const activity = JSON.parse(await bodyOf(request)) as Partial<Activity>;
    const { authorization } = request.headers;
    if (channel.answer === "hang") return;
    if (channel.answer.status < 300) received.push({ ...activity, ...(authorization && { authorization }) });
    response.writeHead(channel.answer.status, { "content-type": "application/json" });
    response.end(JSON.stringify(channel.answer.body ?? { id: `sent-${received.length}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
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
