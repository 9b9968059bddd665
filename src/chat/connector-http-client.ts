import type { ConnectorClientOptions } from "botframework-connector";
import type { ChannelHttp } from "./channel-http.ts";
import type { ServiceUrlCheck } from "./service-hosts.ts";

type HttpClient = NonNullable<ConnectorClientOptions["httpClient"]>;

/**
 * The way out of the connector's own client, for what is not a plain send (members, updates of cards): with a time
 * limit, which that client has none of, and to allowed hosts only.
 */
export function connectorHttpClient(http: ChannelHttp, mayCall: ServiceUrlCheck): HttpClient {
  return {
    async sendRequest(request) {
      if (!mayCall(request.url)) throw new Error("The bot may not send to this host: it is not on the allow-list.");
      const answer = await http({
        url: request.url,
        method: request.method,
        headers: Object.fromEntries(request.headers.headersArray().map(({ name, value }) => [name, value])),
        ...(typeof request.body === "string" && { body: request.body }),
      });
      const headers = request.headers.clone();
      for (const name of headers.headerNames()) headers.remove(name);
      for (const [name, value] of Object.entries(answer.headers)) headers.set(name, String(value));
      return { request, status: answer.status, headers, bodyAsText: answer.body };
    },
  };
}
