import type { TurnContext } from "botbuilder";
import { z } from "zod";
import { ownTickets, ticketLine } from "../../dialogs/own-tickets.ts";
import { textsOf } from "../../dialogs/texts/texts-of.ts";
import type { BotContext } from "./bot-context.ts";
import { type CardAnswer, refused, shown } from "./card-answer.ts";
import { REFRESH_TICKETS, ticketsCard } from "./cards/tickets-card.ts";
import { conversationKey, firstLanguage, memoryKey, personOf } from "./person-of.ts";
import { isTriageVerb, pressTriage } from "./triage/press-triage.ts";

const PRESSED = z.object({
  action: z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()).nullish() }),
});

/** Answers a press of an Action.Execute button. */
export async function pressCard(bot: BotContext, context: TurnContext): Promise<CardAnswer> {
  const parsed = PRESSED.safeParse(context.activity.value);
  if (!parsed.success) return refused(400, "BadRequest", "This is not a press of a button.");
  const { verb, data } = parsed.data.action;
  if (verb === REFRESH_TICKETS) return refreshTickets(bot, context);
  if (isTriageVerb(verb)) return pressTriage(bot, context, verb, data, await channelLanguage(bot, context));
  return refused(400, "BadRequest", "This button is not known.");
}

async function refreshTickets(bot: BotContext, { activity }: TurnContext): Promise<CardAnswer> {
  const language = firstLanguage(activity);
  const texts = textsOf(language);
  const { memory } = (await bot.states.load(memoryKey(activity))).state;
  const tickets = await ownTickets({ office: bot.office, person: personOf(activity), memory });
  const items = tickets.map((ticket) => ticketLine(ticket, texts, language));
  return shown(ticketsCard({ kind: "tickets", title: texts.myTicketsTitle, items }, texts));
}

async function channelLanguage(bot: BotContext, { activity }: TurnContext) {
  const top = conversationKey(activity).split(";")[0];
  return (await bot.triage.list()).find(({ id }) => id.split(";")[0] === top)?.language ?? "tr";
}
