import {
  type Activity,
  BotAdapter,
  DeliveryModes,
  INVOKE_RESPONSE_KEY,
  type InvokeResponse,
  type ResourceResponse,
  TurnContext,
} from "botbuilder";
import type { Bot } from "../bot-context.ts";
import { WEB_CHANNEL } from "../person-of.ts";

/** What a turn from the browser brought forth. */
export interface WebTurn {
  readonly replies: readonly Partial<Activity>[];
  readonly invokeResponse?: InvokeResponse;
}

/** Runs the bot for the chat in the browser, in process: replies come back as the result, nothing is sent anywhere. */
export class WebAdapter extends BotAdapter {
  /** Runs one turn. The replies are those of `deliveryMode: expectReplies`, so a repeated message gets them again. */
  async run(activity: Partial<Activity>, bot: Bot): Promise<WebTurn> {
    const context = new TurnContext(this, { ...activity, deliveryMode: DeliveryModes.ExpectReplies } as Activity);
    await this.runMiddleware(context, bot);
    const response = context.turnState.get<{ value?: InvokeResponse } | undefined>(INVOKE_RESPONSE_KEY)?.value;
    const replies = context.bufferedReplyActivities.filter(({ type }) => type === "message");
    return { replies, ...(response && { invokeResponse: response }) };
  }

  override async sendActivities(): Promise<ResourceResponse[]> {
    throw new Error("Replies to the browser are held back by expectReplies; nothing is sent.");
  }

  override async updateActivity(): Promise<void> {
    throw new Error("The browser's messages are not changed afterwards.");
  }

  override async deleteActivity(): Promise<void> {
    throw new Error("The browser's messages are not taken back.");
  }

  override async continueConversation(): Promise<void> {
    throw new Error("A browser chat is reached through its transcript.");
  }
}

/** An activity of the browser chat. */
export function webActivity(conversation: string, language: string, more: Partial<Activity>): Partial<Activity> {
  return {
    channelId: WEB_CHANNEL,
    // Nothing is ever sent here; a reference must carry an address.
    serviceUrl: "urn:web-chat",
    conversation: { id: conversation, isGroup: false, conversationType: "personal", name: "" },
    from: { id: `web-${conversation}`, name: "" },
    recipient: { id: "bot", name: "" },
    locale: language === "en" ? "en-US" : "tr-TR",
    timestamp: new Date(),
    ...more,
  };
}
