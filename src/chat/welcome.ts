import { ActivityTypes, type TurnContext } from "botbuilder";
import { type Reply, suggest } from "../../dialogs/reply.ts";
import { sampleQuestions } from "../../dialogs/sample-questions.ts";
import { textsOf } from "../../dialogs/texts/texts-of.ts";
import type { Language } from "../core/knowledge.ts";
import type { BotContext } from "./bot-context.ts";
import { conversationKey, firstLanguage, isAlone, memoryKey } from "./person-of.ts";
import { renderReply } from "./render-reply.ts";
import { vouchedPerson } from "./vouched-person.ts";

/** Greets once per conversation, when the bot and the people there first meet: one person with questions to tap, a team with how to call it. */
export async function welcome(bot: BotContext, context: TurnContext): Promise<void> {
  const { activity } = context;
  if (!isMeeting(context)) return;
  const language = firstLanguage(activity);
  await bot.conversations.remember(context, language);
  const isFirst = await bot.states.update(memoryKey(activity), (state) =>
    state.isWelcomed ? undefined : { ...state, isWelcomed: true },
  );
  if (!isFirst) return;
  const reply = isAlone(activity) ? greeting(bot, language) : introduction(language);
  await context.sendActivity(renderReply(reply, activity));
  await keepAddress(bot, context);
}

/** Teams says whose mailbox an account has: staff are told when its owner also writes by mail. */
async function keepAddress(bot: BotContext, context: TurnContext): Promise<void> {
  const { activity } = context;
  if (activity.channelId !== "msteams" || !isAlone(activity)) return;
  const { name, addresses } = await vouchedPerson(context);
  const [address] = addresses;
  if (!address) return;
  const person = { address, ...(name && { name }) };
  await bot.office.store.conversations.keepAddress(conversationKey(activity), person);
}

function greeting(bot: BotContext, language: Language): Reply {
  const texts = textsOf(language);
  const questions = sampleQuestions(bot.understander(), language);
  return {
    text: `${texts.welcome} ${texts.welcomeQuestions}`,
    outcome: "smalltalk",
    language,
    suggestions: questions.map(suggest),
    card: { kind: "welcome", title: texts.welcomeTitle, text: texts.welcomeQuestions, questions },
  };
}

/** Among several people the bot is asked by its name, and what is one person's belongs into their own chat. */
function introduction(language: Language): Reply {
  return { text: textsOf(language).welcomeTeam, outcome: "smalltalk", language };
}

/** Teams tells that the bot was added; other channels, that a person joined. */
function isMeeting({ activity }: TurnContext): boolean {
  if (activity.type === ActivityTypes.InstallationUpdate) return activity.action !== "upgrade";
  const added = activity.membersAdded ?? [];
  const botId = activity.recipient.id;
  return activity.channelId === "msteams" ? added.some(({ id }) => id === botId) : added.some(({ id }) => id !== botId);
}
