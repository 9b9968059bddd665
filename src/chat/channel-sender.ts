import { setTimeout as wait } from "node:timers/promises";
import type { Activity, ResourceResponse } from "botbuilder";
import type { ConnectorClient } from "botframework-connector";
import type { ChannelAnswer, ChannelHttp, ChannelRequest } from "./channel-http.ts";
import type { ServiceUrlCheck } from "./service-hosts.ts";

/** The channel said no. `statusCode` as in HTTP, `code` the channel's own word ("BotNotInConversationRoster"). */
export class ChannelRefusal extends Error {
  override readonly name = "ChannelRefusal";
  readonly statusCode: number;
  readonly code: string;

  constructor(statusCode: number, code: string) {
    super(`The channel answered ${statusCode} ${code}`.trim());
    this.statusCode = statusCode;
    this.code = code;
  }
}

/** Waits before the second and third try, ms; together with the tries within Teams' 15 s in all but the worst case. */
const WAITS = [400, 1_200] as const;
const LONGEST_WAIT_MS = 3_000;

export interface ChannelSender {
  send(client: ConnectorClient, activity: Partial<Activity>): Promise<ResourceResponse>;
}

/**
 * Posts activities to a channel (Bot Connector REST API v3, "Send to Conversation" and "Reply to Activity").
 * The connector's generated client does the same at six times the CPU and drops unknown fields on the way.
 * Tried again: a busy channel (429, Retry-After honoured), 502–504, a connection refused; nothing after a time-out,
 * since the message may have arrived.
 */
export function createChannelSender(http: ChannelHttp, mayCall: ServiceUrlCheck): ChannelSender {
  return {
    async send(client, activity) {
      const url = addressOf(activity);
      if (!mayCall(url)) throw new Error("The bot may not send to this host: it is not on the allow-list.");
      const headers = { accept: "application/json", "content-type": "application/json", ...(await tokenOf(client)) };
      const answer = await tried(http, { url, method: "POST", headers, body: JSON.stringify(activity) });
      if (answer.status >= 300) throw new ChannelRefusal(answer.status, codeOf(answer.body));
      return { id: idOf(answer.body) };
    },
  };
}

function addressOf({ serviceUrl = "", conversation, replyToId }: Partial<Activity>): string {
  const base = serviceUrl.endsWith("/") ? serviceUrl : `${serviceUrl}/`;
  const activities = `${base}v3/conversations/${encodeURIComponent(conversation?.id ?? "")}/activities`;
  return replyToId ? `${activities}/${encodeURIComponent(replyToId)}` : activities;
}

/** The bot's own token, as the client's credentials put it on a request; nothing for a bot without an app id. */
async function tokenOf(client: ConnectorClient): Promise<Record<string, string>> {
  const headers = new Map<string, string>();
  const { credentials } = client as unknown as { credentials: { signRequest(request: unknown): Promise<unknown> } };
  await credentials.signRequest({ headers });
  return Object.fromEntries(headers);
}

async function tried(http: ChannelHttp, request: ChannelRequest): Promise<ChannelAnswer> {
  for (const pause of WAITS) {
    const answer = await http(request).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ECONNREFUSED") throw error;
      return undefined;
    });
    if (answer && !isBusy(answer.status)) return answer;
    const asked = Number(answer?.headers["retry-after"]) * 1000;
    await wait(Number.isFinite(asked) ? Math.min(asked, LONGEST_WAIT_MS) : pause);
  }
  return http(request);
}

function isBusy(status: number): boolean {
  return status === 429 || (status >= 502 && status <= 504);
}

function idOf(body: string): string {
  return body.trim() === "" ? "" : ((JSON.parse(body) as { id?: string } | null)?.id ?? "");
}

function codeOf(body: string): string {
  try {
    return (JSON.parse(body) as { error?: { code?: string } }).error?.code ?? "";
  } catch {
    return "";
  }
}
