import { randomUUID } from "node:crypto";
import type { Activity } from "botbuilder";
import type { Channel } from "./channel.ts";
import { type ChatHouse, message, post } from "./chat-house.ts";

/** A conversation of one person alone with the bot. */
export function personal(id: string = randomUUID()): Activity["conversation"] {
  return { id, isGroup: false, conversationType: "personal", name: "" };
}

/** A conversation that others read, too. */
export function among(conversationType: "groupChat" | "channel", id: string = randomUUID()): Activity["conversation"] {
  return { id, isGroup: true, conversationType, name: "" };
}

/** An activity from Teams; what it is and says stands in `more`. */
export function fromTeams(teams: Channel, more: Partial<Activity>): Partial<Activity> {
  return message("", { channelId: "msteams", serviceUrl: teams.serviceUrl, ...more });
}

/** Somebody with an account of the directory, in their own chat with the bot. */
export interface PersonInTeams {
  readonly account: string;
  readonly from: Activity["from"];
  /** Id of their own chat. */
  readonly own: string;
  /** Writes there, or elsewhere when `more` says so; gives what the bot said last. */
  say(text: string, more?: Partial<Activity>): Promise<string>;
}

export function personInTeams(
  house: Pick<ChatHouse, "url">,
  teams: Channel,
  { name = "Ayşe Yılmaz", account = randomUUID() }: { readonly name?: string; readonly account?: string } = {},
): PersonInTeams {
  const own = `a:${account}`;
  const from = { id: `29:${account}`, name, aadObjectId: account };
  return {
    account,
    from,
    own,
    async say(text, more = {}) {
      await post(house.url, fromTeams(teams, { text, from, conversation: personal(own), ...more }));
      return teams.received.at(-1)?.text ?? "";
    },
  };
}

/** The ticket number in what the bot said; empty when there is none. */
export function numberIn(text: string): string {
  return text.match(/MI-\d{4}-\d{6}/)?.[0] ?? "";
}

/** What was written into a ticket after its first message. */
export async function addedTo({ office }: Pick<ChatHouse, "office">, number: string): Promise<readonly string[]> {
  return (await office.store.messages.ofTicket(number)).slice(1).map(({ text }) => text);
}

/** The last question whose answer was said not to help. */
export async function lastComplaint({ office }: Pick<ChatHouse, "office">) {
  return (await office.store.questions.list({ limit: 1, feedback: "notHelpful" })).items[0];
}
