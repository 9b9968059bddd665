import type { Duplex } from "node:stream";
import type { Request, Response, Server } from "restify";
import { AppError } from "../core/errors.ts";
import type { BotAdapter } from "./bot-adapter.ts";
import type { Bot } from "./bot-context.ts";
import { readActivity } from "./inbound-activity.ts";
import { isFromThisMachine } from "./loopback-guard.ts";
import { WEB_CHANNEL } from "./person-of.ts";
import type { ServiceUrlCheck } from "./service-hosts.ts";

/** Teams gives up at 15 s and delivers again; the turn then goes on after its answer. */
const ANSWER_WITHIN_MS = 12_000;
const JSON_TYPE = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

export interface MessagesRouteOptions {
  readonly adapter: BotAdapter;
  readonly bot: Bot;
  readonly mayCall: ServiceUrlCheck;
  /** Without an app id no token is checked, and only this machine is answered. */
  readonly isAnonymous: boolean;
  /** Tenants whose people are answered; all when empty. */
  readonly tenants: readonly string[];
}

/**
 * `POST /api/messages`: one Bot Framework activity in, the turn's result out. Upgrades to a web socket, which the
 * protocol knows too, are turned away: restify would leave them open unanswered.
 */
export function mountMessages(server: Server, options: MessagesRouteOptions): void {
  server.on("upgrade", (_request: unknown, socket: Duplex) => {
    socket.on("error", () => socket.destroy());
    socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
  });
  server.post("/api/messages", async (request: Request, response: Response) => {
    const result = await receive(options, request);
    if (result?.body === undefined) {
      response.sendRaw(result?.status ?? 200, "", { "content-length": "0" });
      return;
    }
    response.sendRaw(result.status, JSON.stringify(result.body), JSON_TYPE);
  });
}

async function receive(options: MessagesRouteOptions, request: Request) {
  const { adapter, bot, mayCall, isAnonymous } = options;
  if (isAnonymous && !isFromThisMachine({ peer: request.socket.remoteAddress, headers: request.headers })) {
    throw new AppError("notAllowed", "Without MicrosoftAppId the bot answers only this machine, without a proxy.");
  }
  const activity = readActivity(request.body);
  if (activity.channelId === WEB_CHANNEL)
    throw new AppError("badRequest", 'The channel id "web" is not for this door.');
  const identity = await adapter.identify(request.headers.authorization ?? "", activity);
  if (!mayCall(activity.serviceUrl)) {
    throw new AppError("notAllowed", "The bot does not answer to this serviceUrl: its host is not on the allow-list.");
  }
  assertTenant(options.tenants, activity);
  const turn = adapter.run(identity, activity, bot);
  const mustAnswerItself = activity.type === "invoke" || activity.deliveryMode === "expectReplies";
  return mustAnswerItself ? turn : orSoon(turn);
}

/** The turn's result, or nothing when it takes too long. */
async function orSoon<Result>(turn: Promise<Result>): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const soon = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ANSWER_WITHIN_MS).unref();
  });
  try {
    return await Promise.race([turn, soon]);
  } finally {
    clearTimeout(timer);
  }
}

/** A channel's token says nothing of the tenant; the activity does, and the channel vouches for it. */
function assertTenant(
  tenants: readonly string[],
  { conversation, channelData }: { conversation: { tenantId?: string }; channelData?: { tenant?: { id?: unknown } } },
): void {
  if (tenants.length === 0) return;
  const tenant = channelData?.tenant?.id ?? conversation.tenantId;
  if (typeof tenant !== "string" || !tenants.includes(tenant)) {
    throw new AppError("notAllowed", "This bot answers only people of its own organisation.");
  }
}
