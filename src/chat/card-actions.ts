import type { Activity } from "botbuilder";
import { z } from "zod";
import { ownTickets, ticketLine } from "../../dialogs/own-tickets.ts";
import { textsOf } from "../../dialogs/texts/texts-of.ts";
import type { BotContext } from "./bot-context.ts";
import { type AdaptiveCard, CARD_TYPE } from "./cards/adaptive-card.ts";
import { REFRESH_TICKETS, ticketsCard } from "./cards/tickets-card.ts";
import { firstLanguage, personOf } from "./person-of.ts";

const PRESSED = z.object({
  action: z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()).nullish() }),
});

/** The Bot Framework's answer to Action.Execute: a card in the old one's place, or what went wrong. */
export type CardAnswer =
  | { readonly statusCode: 200; readonly type: typeof CARD_TYPE; readonly value: AdaptiveCard }
  | {
      readonly statusCode: 400 | 403;
      readonly type: "application/vnd.microsoft.error";
      readonly value: { readonly code: string; readonly message: string };
    };

type Press = (bot: BotContext, activity: Activity, data: Readonly<Record<string, unknown>>) => Promise<CardAnswer>;

/** The table: which button does what. */
const VERBS: Readonly<Record<string, Press>> = {
  [REFRESH_TICKETS]: refreshTickets,
};

/** Answers a press of an Action.Execute button. */
export async function pressCard(bot: BotContext, activity: Activity): Promise<CardAnswer> {
  const parsed = PRESSED.safeParse(activity.value);
  const press = parsed.success ? VERBS[parsed.data.action.verb] : undefined;
  if (!parsed.success || !press) return refused(400, "BadRequest", "This button is not known.");
  return press(bot, activity, parsed.data.action.data ?? {});
}

async function refreshTickets(bot: BotContext, activity: Activity): Promise<CardAnswer> {
  const language = firstLanguage(activity);
  const texts = textsOf(language);
  const tickets = await ownTickets({ office: bot.office, person: personOf(activity) });
  const items = tickets.map((ticket) => ticketLine(ticket, texts, language));
  return shown(ticketsCard({ kind: "tickets", title: texts.myTicketsTitle, items }, texts));
}

function shown(value: AdaptiveCard): CardAnswer {
  return { statusCode: 200, type: CARD_TYPE, value };
}

function refused(statusCode: 400 | 403, code: string, message: string): CardAnswer {
  return { statusCode, type: "application/vnd.microsoft.error", value: { code, message } };
}
