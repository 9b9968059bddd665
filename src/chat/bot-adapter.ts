import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  type ConversationReference,
  type InvokeResponse,
  type TurnContext,
} from "botbuilder";
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  type ServiceClientCredentialsFactory,
} from "botframework-connector";
import { AppError } from "../core/errors.ts";
import { connectorHttpClient } from "./connector-http-client.ts";
import type { ServiceUrlCheck } from "./service-hosts.ts";
import { within } from "./time-limit.ts";
import { keepUnknownEntityFields } from "./wire-fix.ts";

/** How long one send to a channel may take. Teams waits 15 s for the whole turn. */
const SEND_LIMIT_MS = 10_000;
/** How long the channel's signing keys may take to come; they are fetched once a day. */
const KEYS_LIMIT_MS = 8_000;

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
 * CloudAdapter without its own request handling, which sends internal messages to the caller and answers a bad
 * signature with 500.
 */
export class BotAdapter extends CloudAdapter {
  readonly #appId: string;

  constructor({ credentials, mayCall, credentialsFactory, sendLimitMs = SEND_LIMIT_MS }: BotAdapterOptions) {
    keepUnknownEntityFields();
    const httpClient = connectorHttpClient(mayCall, sendLimitMs);
    super(
      new ConfigurationBotFrameworkAuthentication(credentials, credentialsFactory, undefined, undefined, {
        httpClient,
      }),
    );
    this.#appId = credentials.MicrosoftAppId ?? "";
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
  run(identity: AuthenticateRequestResult, activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    return this.processActivity(identity, activity, logic);
  }

  /** Runs a turn that the bot begins itself, in a conversation it was in before. */
  reach(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    return this.continueConversationAsync(this.#appId, reference, logic);
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
