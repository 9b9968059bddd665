import type { ConfigurationBotFrameworkAuthenticationOptions } from "botbuilder";
import type { ServiceClientCredentialsFactory } from "botframework-connector";
import type { Request, Server } from "restify";
import type { DeliveryResult, OutboxItem } from "../core/outbox.ts";
import { createBot } from "./bot.ts";
import { BotAdapter } from "./bot-adapter.ts";
import type { BotOptions } from "./bot-context.ts";
import { createDeliverer } from "./deliver.ts";
import { createKnownConversations } from "./known-conversations.ts";
import { mountMessages } from "./messages-route.ts";
import { mountNotices } from "./notices/notice-routes.ts";
import { serviceUrlCheck } from "./service-hosts.ts";
import { type MemberMessage, tellMember } from "./staff-account/tell-member.ts";
import { createCardPoster } from "./triage/post-card.ts";
import { createTriageChannels } from "./triage/triage-channels.ts";
import { mountWebAssets } from "./web/assets.ts";
import { createTranscripts } from "./web/transcript.ts";
import { mountWebRoutes } from "./web/web-routes.ts";
import { createWebTokens } from "./web/web-token.ts";

/** Where the card renderer of the browser chat lies, seen from the working folder. */
const CARDS_SCRIPT = "node_modules/adaptivecards/dist/adaptivecards.min.js";
/** Who may show the chat in a frame when nothing else is said. */
const FRAME_ANCESTORS = ["'self'", "https://*.icisleri.gov.tr"];

export interface ChatDoorOptions extends BotOptions {
  /** The Bot Framework's own settings; without `MicrosoftAppId` the bot answers this machine only. */
  readonly credentials: ConfigurationBotFrameworkAuthenticationOptions;
  /** More hosts (with port) the bot may answer to, beside Microsoft's. */
  readonly extraServiceHosts?: readonly string[];
  readonly credentialsFactory?: ServiceClientCredentialsFactory;
  /** How long one send may take, ms. */
  readonly sendLimitMs?: number;
  /** After how many days raw mails are erased, for the privacy notice; 0 or absent: no such limit. */
  readonly retentionDays?: number;
  /** The chat in the browser at `GET /`; absent: there is none. */
  readonly web?: WebChatOptions;
}

export interface WebChatOptions {
  /** Signs the tokens; the same in all processes. */
  readonly secret: Buffer;
  /** Path of adaptivecards.min.js. */
  readonly cardsScript?: string;
  /** Sites that may show the chat in a frame, as CSP sources. */
  readonly frameAncestors?: readonly string[];
  /** Who is asking, for the rate limits; the peer's address unless a proxy stands before. */
  readonly clientOf?: (request: Request) => string;
}

export interface ChatDoor {
  mount(server: Server): void;
  /** Carries `chat.message`, `chat.copy` and `chat.status` to the requester, `staff.card` into the triage channels. */
  deliver(item: OutboxItem): Promise<DeliveryResult>;
  /** Tells a member of staff something in their own chat with the bot; `failed` when they have none that takes it. */
  tell(message: MemberMessage): Promise<DeliveryResult>;
  /** Writes what was asked and still waits to be written. */
  stop(): Promise<void>;
  health(): { readonly ok: boolean; readonly detail: string };
}

/** The chat door: Teams and other Bot Framework clients at `POST /api/messages`, people with a browser at `GET /`. */
export function createChatDoor(options: ChatDoorOptions): ChatDoor {
  const { credentials, credentialsFactory, sendLimitMs, extraServiceHosts = [] } = options;
  const isAnonymous = !credentials.MicrosoftAppId;
  const mayCall = serviceUrlCheck({ loopbackOnly: isAnonymous, extraHosts: extraServiceHosts });
  const adapter = new BotAdapter({
    credentials,
    mayCall,
    ...(credentialsFactory && { credentialsFactory }),
    ...(sendLimitMs !== undefined && { sendLimitMs }),
  });
  const conversations = createKnownConversations(options.office.store.conversations, options.log);
  const triage = createTriageChannels(options.office.store.chatStates);
  const bot = createBot(options, conversations, triage);
  const tenants =
    isSingleTenant(credentials) && credentials.MicrosoftAppTenantId ? [credentials.MicrosoftAppTenantId] : [];
  const transcripts = createTranscripts(options.office.store.chatStates, options.office.clock.now);
  const deliver = createDeliverer({ office: options.office, adapter, conversations, transcripts, log: options.log });
  const postCard = createCardPoster({ ...options, adapter, channels: triage });
  return {
    mount(server) {
      mountMessages(server, { adapter, bot, mayCall, isAnonymous, tenants });
      mountNotices(server, () => ({ contact: options.contact(), retentionDays: options.retentionDays ?? 0 }));
      if (options.web) mountWeb(server, options.web);
    },
    deliver: (item) => (item.effect.kind === "staff.card" ? postCard(item.effect.ticket) : deliver(item)),
    tell: (message) => tellMember({ office: options.office, adapter, conversations, log: options.log }, message),
    stop: () => options.office.store.questions.flush(),
    health: () => ({
      ok: true,
      detail: isAnonymous ? "no MicrosoftAppId: answers this machine only" : "Bot Framework tokens are checked",
    }),
  };

  function mountWeb(server: Server, web: WebChatOptions): void {
    const { store, clock } = options.office;
    mountWebAssets(server, {
      cardsScript: web.cardsScript ?? CARDS_SCRIPT,
      frameAncestors: web.frameAncestors ?? FRAME_ANCESTORS,
    });
    mountWebRoutes(server, {
      bot,
      transcripts,
      tokens: createWebTokens(web.secret),
      tallies: store.tallies,
      now: () => clock.now(),
      clientOf: web.clientOf ?? ((request) => request.socket.remoteAddress ?? "unknown"),
    });
  }
}

function isSingleTenant(credentials: ConfigurationBotFrameworkAuthenticationOptions): boolean {
  const type = (credentials as { MicrosoftAppType?: string }).MicrosoftAppType;
  return type !== undefined && type !== "MultiTenant";
}
