import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  type ConversationReference,
  DeliveryModes,
  INVOKE_RESPONSE_KEY,
  type InvokeResponse,
  type ResourceResponse,
  TurnContext,
} from "botbuilder";
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  type ConnectorClient,
  type ServiceClientCredentialsFactory,
} from "botframework-connector";
import { AppError } from "../core/errors.ts";
import { createChannelHttp } from "./channel-http.ts";
import { type ChannelSender, createChannelSender } from "./channel-sender.ts";
import { connectorHttpClient } from "./connector-http-client.ts";
import type { ServiceUrlCheck } from "./service-hosts.ts";
import { within } from "./time-limit.ts";
import { keepUnknownEntityFields } from "./wire-fix.ts";

/** How long one send to a channel may take. Teams waits 15 s for the whole turn. */
const SEND_LIMIT_MS = 10_000;
/** How long the channel's signing keys may take to come; they are fetched once a day. */
const KEYS_LIMIT_MS = 8_000;
/** Service addresses whose client is kept; Teams has one per region. */
const MOST_CLIENTS = 50;

export interface BotAdapterOptions {
  /** The Bot Framework's own settings (MicrosoftAppId …); empty for a bot without an id. */
  readonly credentials: ConfigurationBotFrameworkAuthenticationOptions;
  readonly mayCall: ServiceUrlCheck;
  /** Other outbound credentials than the settings give; for an environment whose token service is not Entra. */
  readonly credentialsFactory?: ServiceClientCredentialsFactory;
  readonly sendLimitMs?: number;
}

type Logic = (context: TurnContext) => Promise<void>;

/**
 * CloudAdapter with its own ways in and out: its request handler tells internal messages to the caller and answers a
 * bad signature with 500, and it makes a new connector client, with all its policies, for each turn.
 */
export class BotAdapter extends CloudAdapter {
  readonly #appId: string;
  readonly #sender: ChannelSender;
  readonly #clients = new Map<string, ConnectorClient>();

  constructor({ credentials, mayCall, credentialsFactory, sendLimitMs = SEND_LIMIT_MS }: BotAdapterOptions) {
    keepUnknownEntityFields();
    const http = createChannelHttp(sendLimitMs);
    const httpClient = connectorHttpClient(http, mayCall);
    super(
      new ConfigurationBotFrameworkAuthentication(credentials, credentialsFactory, undefined, undefined, {
        httpClient,
      }),
    );
    this.#appId = credentials.MicrosoftAppId ?? "";
    this.#sender = createChannelSender(http, mayCall);
  }

  /**
   * Checks the caller's token. Throws `notSignedIn` for any fault of it, `unavailable` when the channel's keys
   * cannot be had in time.
   */
  async identify(authorization: string, activity: Activity): Promise<AuthenticateRequestResult> {
    try {
      return await within(KEYS_LIMIT_MS, this.botFrameworkAuthentication.authenticateRequest(activity, authorization));
    } catch (error) {
      throw refusal(error);
    }
  }

  /** Runs the turn of an identified caller. Returns what the caller is answered, nothing for a plain 200. */
  async run(
    identity: AuthenticateRequestResult,
    activity: Activity,
    logic: Logic,
  ): Promise<InvokeResponse | undefined> {
    const context = new TurnContext(this, activity);
    context.turnState.set(this.BotIdentityKey, identity.claimsIdentity);
    context.turnState.set(this.ConnectorClientKey, await this.#clientFor(identity, activity.serviceUrl));
    await this.runMiddleware(context, logic);
    if (activity.deliveryMode === DeliveryModes.ExpectReplies) {
      return { status: 200, body: { activities: context.bufferedReplyActivities } };
    }
    if (activity.type !== ActivityTypes.Invoke) return undefined;
    return context.turnState.get<{ value: InvokeResponse } | undefined>(INVOKE_RESPONSE_KEY)?.value ?? { status: 501 };
  }

  /** Runs a turn that the bot begins itself, in a conversation it was in before. */
  reach(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    return this.continueConversationAsync(this.#appId, reference, logic);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const client = context.turnState.get<ConnectorClient>(this.ConnectorClientKey);
    const sent: ResourceResponse[] = [];
    for (const { id: _id, ...activity } of activities) {
      if (activity.type === ActivityTypes.InvokeResponse) {
        context.turnState.set(INVOKE_RESPONSE_KEY, activity);
        sent.push({ id: "" });
      } else {
        sent.push(await this.#sender.send(client, activity));
      }
    }
    return sent;
  }

  async #clientFor(
    { connectorFactory, audience }: AuthenticateRequestResult,
    serviceUrl: string,
  ): Promise<ConnectorClient> {
    const key = `${audience} ${serviceUrl}`;
    const known = this.#clients.get(key);
    if (known) return known;
    if (!connectorFactory) throw new Error("The authentication gave no way to answer.");
    const client = await connectorFactory.create(serviceUrl, audience ?? "");
    if (this.#clients.size >= MOST_CLIENTS) this.#clients.clear();
    this.#clients.set(key, client);
    return client;
  }
}

/** Faults of the token are the caller's; an unreachable key server is not. */
function refusal(error: unknown): AppError {
  const { name, statusCode } = error as { name?: string; statusCode?: number };
  const keysAreMissing =
    name === "FetchError" || name === "TimeoutError" || (error instanceof AuthenticationError && statusCode === 500);
  return keysAreMissing
    ? new AppError("unavailable", "The channel's signing keys could not be fetched; try again shortly.")
    : new AppError("notSignedIn", "The request has no valid Bot Framework token.");
}
