import { type Activity, DeliveryModes, type TurnContext } from "botbuilder";
import { DialogContextError } from "botbuilder-dialogs";
import { converse } from "../../dialogs/converse.ts";
import { readMessage } from "../../dialogs/read-message.ts";
import { textsOf } from "../../dialogs/texts/texts-of.ts";
import type { Turn } from "../../dialogs/turn.ts";
import { turkishDay } from "../core/turkish-time.ts";
import { settlesLanguage } from "../language/detect-language.ts";
import type { BotContext } from "./bot-context.ts";
import { type ConversationState, isStale, type VersionedState } from "./conversation-states.ts";
import { hasAttachment, messageText } from "./message-text.ts";
import { noteQuestions } from "./note-questions.ts";
import { firstLanguage, memoryKey, personOf } from "./person-of.ts";
import { renderReply } from "./render-reply.ts";

/** How often a turn is worked out anew when another process answered in the same conversation meanwhile. */
const MOST_TRIES = 5;
/** How many answered activity ids are kept: far more than a channel delivers again. */
const ANSWERED_KEPT = 30;
const RATEABLE_KEPT = 20;

/**
 * Answers a message once: the state that says "answered" is written before anything is sent, under its version. When
 * another process was faster the turn is worked out anew on what that one left, and finds a repeated message answered.
 */
export async function answerMessage(bot: BotContext, context: TurnContext): Promise<void> {
  const { channelId } = context.activity;
  try {
    const answered = await tryToAnswer(bot, context).catch(async (error: unknown) => {
      bot.log.error({ err: error, channel: channelId }, "A chat turn failed.");
      await leaveDialogs(bot, context.activity);
      return apology(bot, context.activity);
    });
    if (answered) await afterwards(bot, context, answered);
  } catch (error) {
    bot.log.error({ err: error, channel: channelId }, "A chat reply could not be sent.");
  }
}

/** A turn whose state is saved and which has yet to be said. */
interface Answered {
  /** Absent when the turn failed and the replies only say so. */
  readonly turn?: Turn;
  readonly replies: Partial<Activity>[];
}

async function tryToAnswer(bot: BotContext, context: TurnContext, tries = 1): Promise<Answered | undefined> {
  const { activity } = context;
  const key = memoryKey(activity);
  const { state, version } = await bot.states.load(key);
  if (activity.id && state.answered.includes(activity.id)) {
    await answerAgain(context, state);
    return undefined;
  }
  try {
    const turn = newTurn(bot, context, { state, version });
    await converse(context, turn, state.dialogs);
    const replies = turn.replies.map((reply) => renderReply(reply, activity));
    const next = stateAfter(activity, state, turn, replies);
    await bot.states.save(key, next, version);
    return { turn, replies };
  } catch (error) {
    if (wasOvertaken(error) && tries < MOST_TRIES) return tryToAnswer(bot, context, tries + 1);
    throw error;
  }
}

/** Says the replies, and writes down what may be lost without harm to the person. */
async function afterwards(bot: BotContext, context: TurnContext, answered: Answered): Promise<void> {
  const { turn, replies } = answered;
  noteQuestions(bot, turn?.questions ?? []);
  const [sent] = await Promise.all([
    replies.length > 0 ? context.sendActivities(replies) : [],
    turn && bot.conversations.remember(context, turn.understanding.language),
  ]);
  for (const { outcome } of turn?.replies ?? []) bot.onOutcome?.(outcome);
  await keepRateable(
    bot,
    context,
    answered,
    sent.map((response) => response?.id),
  );
}

/** Teams rates a message by its id, which is known only after the send: the ids are kept beside the questions. */
async function keepRateable(
  bot: BotContext,
  { activity }: TurnContext,
  { turn }: Answered,
  ids: readonly (string | undefined)[],
): Promise<void> {
  if (activity.channelId !== "msteams") return;
  const rateable = (turn?.replies ?? []).flatMap(({ rates }, index) => {
    const id = ids[index];
    return rates && id ? [[id, rates] as const] : [];
  });
  if (rateable.length === 0) return;
  const change = (state: ConversationState) => ({
    ...state,
    rateable: [...(state.rateable ?? []), ...rateable].slice(-RATEABLE_KEPT),
  });
  await bot.states.update(memoryKey(activity), change).catch((error: unknown) => {
    bot.log.warn({ err: error }, "A message id could not be kept for its rating.");
  });
}

function newTurn(bot: BotContext, context: TurnContext, { state: { memory }, version }: VersionedState): Turn {
  const { activity } = context;
  const { office, contact } = bot;
  const understander = bot.understander();
  const text = messageText(activity);
  const { lastText, offered } = memory;
  const understanding = readMessage(understander, text, {
    today: turkishDay(office.clock.now()),
    language: memory.language ?? firstLanguage(activity),
    isLanguageSettled: memory.isLanguageSettled ?? false,
    ...(lastText !== undefined && { lastText }),
    ...(offered && { offered }),
  });
  return {
    office,
    understander,
    understanding,
    person: personOf(activity),
    contact: contact(),
    texts: textsOf(understanding.language),
    text,
    hasAttachment: hasAttachment(activity),
    assertCurrent: () => bot.states.assertCurrent(memoryKey(activity), version),
    key: `${memoryKey(activity)}|${activity.id ?? office.store.newId()}`,
    memory: {
      ...memory,
      language: understanding.language,
      isLanguageSettled: memory.isLanguageSettled || settlesLanguage(text),
    },
    replies: [],
    questions: [],
  };
}

function stateAfter(
  activity: Activity,
  state: ConversationState,
  { memory, questions }: Turn,
  replies: readonly Partial<Activity>[],
): ConversationState {
  const { lastReplies: _lastReplies, asked: _asked, ...rest } = state;
  const id = activity.id;
  const inResponse = activity.deliveryMode === DeliveryModes.ExpectReplies;
  return {
    ...rest,
    memory,
    ...(questions.length > 0 && { asked: questions }),
    answered: id ? [...state.answered, id].slice(-ANSWERED_KEPT) : state.answered,
    ...(id && inResponse && { lastReplies: { activity: id, replies } }),
  };
}

/** A message delivered again gets nothing, or the same replies where they are the response itself. */
async function answerAgain(context: TurnContext, { lastReplies }: ConversationState): Promise<void> {
  if (context.activity.deliveryMode !== DeliveryModes.ExpectReplies) return;
  if (lastReplies && lastReplies.activity === context.activity.id)
    await context.sendActivities([...lastReplies.replies]);
}

/** A dialog that fails must not catch every message from now on. What was talked about stays. */
async function leaveDialogs(bot: BotContext, activity: Activity): Promise<void> {
  const change = (state: ConversationState) => ({ ...state, dialogs: { dialogStack: [] } });
  await bot.states.update(memoryKey(activity), change).catch((error: unknown) => {
    bot.log.warn({ err: error }, "The dialogs of a conversation could not be left.");
  });
}

function apology(bot: BotContext, activity: Activity): Answered {
  const language = firstLanguage(activity);
  const text = textsOf(language).failed(bot.contact());
  return { replies: [renderReply({ text, outcome: "unknown", language }, activity)] };
}

/** A dialog's errors come wrapped. */
function wasOvertaken(error: unknown): boolean {
  return isStale(error instanceof DialogContextError ? error.error : error);
}
