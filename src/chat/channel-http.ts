import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";

export interface ChannelRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ChannelAnswer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** One HTTP exchange with a channel. */
export type ChannelHttp = (request: ChannelRequest) => Promise<ChannelAnswer>;

const MOST_SOCKETS = 64;

/**
 * HTTP to channels over kept connections: `limitMs` in all for one exchange, no redirects followed.
 * node:http instead of fetch, which costs a chat turn four times as much CPU. Throws an `AbortError` at the limit.
 */
export function createChannelHttp(limitMs: number): ChannelHttp {
  const options = { keepAlive: true, maxSockets: MOST_SOCKETS };
  const agents = { "http:": new HttpAgent(options), "https:": new HttpsAgent(options) };
  return ({ url, method, headers, body }) =>
    new Promise((resolve, reject) => {
      const target = new URL(url);
      const isPlain = target.protocol === "http:";
      const send = isPlain ? httpRequest : httpsRequest;
      const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
      const request = send(target, {
        method,
        headers: { ...headers, ...length },
        agent: isPlain ? agents["http:"] : agents["https:"],
        signal: AbortSignal.timeout(limitMs),
      });
      request.on("error", reject);
      request.on("response", (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      });
      request.end(body);
    });
}
