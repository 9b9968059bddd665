import type { DeliveryResult } from "../../core/outbox.ts";
import type { Log } from "../../core/ports.ts";
import type { BotAdapter } from "../bot-adapter.ts";
import { attachment } from "../cards/attachment.ts";
import { ChannelRefusal } from "../channel-sender.ts";
import { within } from "../time-limit.ts";
import { triageCard } from "./triage-card.ts";
import type { TriageChannel, TriageChannels } from "./triage-channels.ts";
import { type TriageSurroundings, triageView } from "./triage-view.ts";

const REACH_LIMIT_MS = 20_000;

export interface CardPosterOptions extends TriageSurroundings {
  readonly adapter: BotAdapter;
  readonly channels: TriageChannels;
  readonly log: Log;
}

/**
 * Brings a ticket's card in every triage channel up to date: posted the first time, changed in place ever after.
 * Returns `retry` when a channel could not be reached; a channel the bot was removed from is dropped.
 */
export function createCardPoster(options: CardPosterOptions): (ticketNumber: string) => Promise<DeliveryResult> {
  return async (number) => {
    const channels = await options.channels.list();
    if (channels.length === 0) return { kind: "sent" };
    const ticket = await options.office.store.tickets.byNumber(number);
    if (!ticket) return { kind: "failed", reason: "There is no such ticket." };
    const faults: string[] = [];
    for (const channel of channels) {
      const view = await triageView(options, ticket, channel.language);
      const fault = await post(options, channel, number, triageCard(view)).catch((error: unknown) => error as Error);
      if (fault instanceof Error) faults.push(fault.message);
    }
    return faults.length === 0 ? { kind: "sent" } : { kind: "retry", reason: faults.join("; ") };
  };
}

async function post(
  { adapter, channels, log }: CardPosterOptions,
  channel: TriageChannel,
  number: string,
  card: ReturnType<typeof triageCard>,
): Promise<void> {
  const message = { type: "message", attachments: [attachment(card)] };
  const known = await channels.cardOf(channel.id, number);
  const work = adapter.reach(channel.reference, async (context) => {
    if (known) {
      await context.updateActivity({ ...message, id: known });
      return;
    }
    const sent = await context.sendActivity(message);
    if (sent?.id) await channels.keepCard(channel.id, number, sent.id);
  });
  try {
    await within(REACH_LIMIT_MS, work);
  } catch (error) {
    if (!(error instanceof ChannelRefusal) || error.statusCode !== 403) throw error;
    log.warn({ code: error.code }, "The bot was removed from a triage channel; no more cards go there.");
    await channels.remove(channel.id);
  }
}
