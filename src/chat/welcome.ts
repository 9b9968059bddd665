import { ActivityTypes, type TurnContext } from "botbuilder";
import { sampleQuestions } from "../../dialogs/sample-questions.ts";
import { textsOf } from "../../dialogs/texts/texts-of.ts";
import type { BotContext } from "./bot-context.ts";
import { firstLanguage, memoryKey } from "./person-of.ts";
import { renderReply } from "./render-reply.ts";

/** Greets a person once per conversation, with questions to tap, when the bot and the person first meet. */
export async function welcome(bot: BotContext, context: TurnContext): Promise<void> {
  const { activity } = context;
  if (!isMeeting(context)) return;
  const language = firstLanguage(activity);
  await bot.conversations.remember(context, language);
  const isFirst = await bot.states.update(memoryKey(activity), (state) =>
    state.isWelcomed ? undefined : { ...state, isWelcomed: true },
  );
  if (!isFirst) return;
  const texts = textsOf(language);
  const questions = sampleQuestions(bot.understander(), language);
  const reply = {
    text: `${texts.welcome} ${texts.welcomeQuestions}`,
    outcome: "smalltalk",
    language,
    suggestions: questions.map((question) => ({ title: question, value: question })),
    card: { kind: "welcome", title: texts.welcomeTitle, text: texts.welcomeQuestions, questions },
  } as const;
  await context.sendActivity(renderReply(reply, activity.channelId));
}

/** Teams tells that the bot was added; other channels, that a person joined. */
function isMeeting({ activity }: TurnContext): boolean {
  if (activity.type === ActivityTypes.InstallationUpdate) return activity.action !== "upgrade";
  const added = activity.membersAdded ?? [];
  const botId = activity.recipient.id;
  return activity.channelId === "msteams" ? added.some(({ id }) => id === botId) : added.some(({ id }) => id !== botId);
}
