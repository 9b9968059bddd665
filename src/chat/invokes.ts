import { ActivityTypes, type TurnContext } from "botbuilder";
import { z } from "zod";
import type { BotContext } from "./bot-context.ts";
import { pressCard } from "./card-actions.ts";
import { memoryKey } from "./person-of.ts";
import { offerPersonAfterRating } from "./rating.ts";

/** Teams' thumbs: real Teams sends `feedback` as JSON text, other clients as plain text or not at all. */
const RATING = z.object({
  actionName: z.literal("feedback"),
  actionValue: z.object({ reaction: z.enum(["like", "dislike"]), feedback: z.unknown().optional() }),
});

/** Answers what a channel asks beside messages: ratings and card buttons. Anything else is not implemented (501). */
export async function answerInvoke(bot: BotContext, context: TurnContext): Promise<void> {
  switch (context.activity.name) {
    case "message/submitAction":
      return answerRating(bot, context);
    case "adaptiveCard/action":
      return respond(context, 200, await pressCard(bot, context));
    default:
      return respond(context, 501);
  }
}

async function answerRating(bot: BotContext, context: TurnContext): Promise<void> {
  const { activity } = context;
  const parsed = RATING.safeParse(activity.value);
  if (!parsed.success) return respond(context, 400);
  const { reaction, feedback } = parsed.data.actionValue;
  await respond(context, 200);
  await rate(bot, context, reaction === "like" ? "helpful" : "notHelpful", commentOf(feedback));
}

async function rate(
  bot: BotContext,
  context: TurnContext,
  feedback: "helpful" | "notHelpful",
  comment: string | undefined,
): Promise<void> {
  const { state } = await bot.states.load(memoryKey(context.activity));
  const message = context.activity.replyToId;
  const question = state.rateable?.find(([id]) => id === message)?.[1] ?? state.memory.lastQuestion;
  if (!question) return;
  await bot.office.store.questions.giveFeedback(question, feedback, comment);
  if (feedback === "notHelpful") await offerPersonAfterRating(bot, context);
}

/** What was written beside the thumb. In: a text, JSON text `{"feedbackText":"…"}`, or such an object. */
function commentOf(feedback: unknown): string | undefined {
  const value = typeof feedback === "string" ? parsedOrText(feedback) : feedback;
  const text = typeof value === "string" ? value : (value as { feedbackText?: unknown } | undefined)?.feedbackText;
  return typeof text === "string" && text.trim() !== "" ? text.trim().slice(0, 2_000) : undefined;
}

function parsedOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function respond(context: TurnContext, status: number, body?: unknown): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } });
}
