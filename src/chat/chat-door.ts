import type { ConfigurationBotFrameworkAuthenticationOptions } from "botbuilder";
import type { ServiceClientCredentialsFactory } from "botframework-connector";
import type { Server } from "restify";
import type { DeliveryResult, OutboxItem } from "../core/outbox.ts";
import { createBot } from "./bot.ts";
import { BotAdapter } from "./bot-adapter.ts";
import type { BotOptions } from "./bot-context.ts";
import { createDeliverer } from "./deliver.ts";
import { mountMessages } from "./messages-route.ts";
import { serviceUrlCheck } from "./service-hosts.ts";

export interface ChatDoorOptions extends BotOptions {
  /** The Bot Framework's own settings; without `MicrosoftAppId` the bot answers this machine only. */
  readonly credentials: ConfigurationBotFrameworkAuthenticationOptions;
  /** More hosts (with port) the bot may answer to, beside Microsoft's. */
  readonly extraServiceHosts?: readonly string[];
  readonly credentialsFactory?: ServiceClientCredentialsFactory;
  /** How long one send may take, ms. */
  readonly sendLimitMs?: number;
}

export interface ChatDoor {
  mount(server: Server): void;
  /** Carries `chat.message` and `chat.status` into the requester's conversation. */
  deliver(item: OutboxItem): Promise<DeliveryResult>;
  health(): { readonly ok: boolean; readonly detail: string };
}

/** The chat door: Teams and other Bot Framework clients at `POST /api/messages`. */
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
  const bot = createBot(options);
  const tenants =
    isSingleTenant(credentials) && credentials.MicrosoftAppTenantId ? [credentials.MicrosoftAppTenantId] : [];
  return {
    mount: (server) => mountMessages(server, { adapter, bot, mayCall, isAnonymous, tenants }),
    deliver: createDeliverer({ office: options.office, adapter, log: options.log }),
    health: () => ({
      ok: true,
      detail: isAnonymous ? "no MicrosoftAppId: answers this machine only" : "Bot Framework tokens are checked",
    }),
  };
}

function isSingleTenant(credentials: ConfigurationBotFrameworkAuthenticationOptions): boolean {
  const type = (credentials as { MicrosoftAppType?: string }).MicrosoftAppType;
  return type !== undefined && type !== "MultiTenant";
}
