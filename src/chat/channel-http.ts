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
 * node:http instead of fetch, which costs a chat turn four times as much CPU; a plain timer instead of an abort signal and
 * events instead of an iterator for the same reason. Throws an `AbortError` at the limit.
 */
export function createChannelHttp(limitMs: number): ChannelHttp {
  const options = { keepAlive: true, maxSockets: MOST_SOCKETS };
  const agents = { "http:": new HttpAgent(options), "https:": new HttpsAgent(options) };

  function exchange(wanted: ChannelRequest, until: number): Promise<ChannelAnswer> {
    return new Promise((resolve, reject) => {
      const { url, method, headers, body } = wanted;
      const target = new URL(url);
      const isPlain = target.protocol === "http:";
      const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
      const request = (isPlain ? httpRequest : httpsRequest)(target, {
        method,
        headers: { ...headers, ...length },
        agent: isPlain ? agents["http:"] : agents["https:"],
      });
      const timer = setTimeout(() => request.destroy(tooLate()), Math.max(0, until - Date.now()));
      request.on("close", () => clearTimeout(timer));
      request.on("error", (error: NodeJS.ErrnoException) => {
        // The channel closed a kept connection in the moment it was used again: the request was never read.
        if (request.reusedSocket && error.code === "ECONNRESET") resolve(exchange(wanted, until));
        else reject(error);
      });
      request.on("response", (response) => read(response, resolve, reject));
      request.end(body);
    });
  }
  return (wanted) => exchange(wanted, Date.now() + limitMs);
}

const tooLate = () => new DOMException("The channel did not answer in time.", "AbortError");

function read(
  response: IncomingMessage,
  resolve: (answer: ChannelAnswer) => void,
  reject: (error: Error) => void,
): void {
  const chunks: Buffer[] = [];
  response.on("data", (chunk: Buffer) => chunks.push(chunk));
  response.on("error", reject);
  response.on("end", () => {
    const body = Buffer.concat(chunks).toString();
    resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
  });
}
