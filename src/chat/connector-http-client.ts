import type { ConnectorClientOptions } from "botframework-connector";
import type { ServiceUrlCheck } from "./service-hosts.ts";

type HttpClient = NonNullable<ConnectorClientOptions["httpClient"]>;
type ConnectorRequest = Parameters<HttpClient["sendRequest"]>[0];

/**
 * The connector's way out: one try of `limitMs` at most (its own client waits for ever), and only to allowed hosts,
 * so that no stored or forged reply address makes the bot call elsewhere. Throws `TimeoutError`, or an Error that
 * says the host is not allowed.
 */
export function connectorHttpClient(mayCall: ServiceUrlCheck, limitMs: number): HttpClient {
  return {
    async sendRequest(request) {
      if (!mayCall(request.url)) throw new Error("The bot may not send to this host: it is not on the allow-list.");
      const answer = await fetch(request.url, {
        method: request.method,
        headers: headersOf(request),
        ...(typeof request.body === "string" && { body: request.body }),
        redirect: "error",
        signal: AbortSignal.timeout(limitMs),
      });
      const headers = request.headers.clone();
      for (const name of headers.headerNames()) headers.remove(name);
      for (const [name, value] of answer.headers) headers.set(name, value);
      return { request, status: answer.status, headers, bodyAsText: await answer.text() };
    },
  };
}

function headersOf(request: ConnectorRequest): [string, string][] {
  return request.headers.headersArray().map(({ name, value }) => [name, value]);
}
