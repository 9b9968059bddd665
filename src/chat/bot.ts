import { type Activity, ActivityTypes, type TurnContext } from "botbuilder";
import { answerMessage } from "./answer-message.ts";
import type { Bot, BotContext, BotOptions } from "./bot-context.ts";
import { createConversationStates } from "./conversation-states.ts";
import { createOrder } from "./in-order.ts";
import { answerInvoke } from "./invokes.ts";
import type { KnownConversations } from "./known-conversations.ts";
import { noteQuestions } from "./note-questions.ts";
import { conversationKey, memoryKey } from "./person-of.ts";
import { linkCommand, obeyLinkCommand } from "./staff-account/link-command.ts";
import type { TriageChannels } from "./triage/triage-channels.ts";
import { obeyTriageCommand, triageCommand } from "./triage/triage-command.ts";
import { welcome } from "./welcome.ts";

/** The bot itself, the same for Teams, Bot Framework clients and the browser: one activity at a time per conversation. */
export function createBot(options: BotOptions, conversations: KnownConversations, triage: TriageChannels): Bot {
  const bot: BotContext = {
    ...options,
    conversations,
    triage,
    states: createConversationStates(options.office.store.chatStates, (questions) => noteQuestions(options, questions)),
  };
  const inOrder = createOrder();
  return (context) => inOrder(memoryKey(context.activity), () => onActivity(bot, context));
}

async function onActivity(bot: BotContext, context: TurnContext): Promise<void> {
  const { activity } = context;
  switch (activity.type) {
    case ActivityTypes.Message: {
      const triage = triageCommand(context);
      if (triage) return obeyTriageCommand(bot.office, bot.triage, context, triage);
      const link = linkCommand(context);
      return link ? obeyLinkCommand(bot.office, bot.conversations, context, link) : answerMessage(bot, context);
    }
    case ActivityTypes.Invoke:
      return answerInvoke(bot, context);
    case ActivityTypes.ConversationUpdate:
    case ActivityTypes.InstallationUpdate:
      return hasLeft(activity) ? leave(bot, activity) : greet(bot, context);
    default:
      return;
  }
}

/** A greeting that cannot be sent is not the channel's fault: it is logged, and the person may still ask. */
async function greet(bot: BotContext, context: TurnContext): Promise<void> {
  try {
    await welcome(bot, context);
  } catch (error) {
    bot.log.warn({ err: error, channel: context.activity.channelId }, "A person could not be welcomed.");
  }
}

/** Whether the bot was taken out of the conversation. */
function hasLeft({ type, action, membersRemoved, recipient }: Activity): boolean {
  if (type === ActivityTypes.InstallationUpdate) return action === "remove" || action === "remove-upgrade";
  return membersRemoved?.some((member) => member.id === recipient.id) ?? false;
}

function leave(bot: BotContext, activity: Activity): Promise<void> {
  return bot.conversations.lose(conversationKey(activity), "the bot was removed");
}
