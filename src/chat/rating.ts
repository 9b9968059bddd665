import type { TurnContext } from "botbuilder";
import { suggest } from "../../dialogs/reply.ts";
import { textsOf } from "../../dialogs/texts/texts-of.ts";
import type { BotContext } from "./bot-context.ts";
import { memoryKey } from "./person-of.ts";
import { renderReply } from "./render-reply.ts";

/** After a thumb down: says sorry and offers a ticket, so that a plain "evet" opens it. */
export async function offerPersonAfterRating(bot: BotContext, context: TurnContext): Promise<void> {
  const key = memoryKey(context.activity);
  await bot.states.update(key, (state) => ({ ...state, memory: { ...state.memory, offersTicket: true } }));
  const { state } = await bot.states.load(key);
  const language = state.memory.language ?? "tr";
  const texts = textsOf(language);
  const reply = {
    text: texts.sorryNotHelpful(bot.contact()),
    outcome: "handoff",
    language,
    suggestions: [suggest(texts.openTicket)],
  } as const;
  await context.sendActivity(renderReply(reply, context.activity));
}
