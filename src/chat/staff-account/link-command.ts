import type { TurnContext } from "botbuilder";
import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/knowledge.ts";
import type { Office } from "../../core/ports.ts";
import type { TeamsAccount } from "../../core/staff-ports.ts";
import { fold } from "../../language/fold.ts";
import type { KnownConversations } from "../known-conversations.ts";
import { messageText } from "../message-text.ts";
import { isAlone } from "../person-of.ts";
import { LINK_TEXTS } from "./link-texts.ts";

/** "bağla abcd-2345", "link abcd2345": the words the account page shows. */
const COMMAND = /^(bagla|link) ([a-z2-9]{4})[ -]?([a-z2-9]{4})$/;
const WINDOW_MS = 15 * 60_000;
const MOST_TRIES = 5;

interface LinkCommand {
  readonly language: Language;
  readonly code: string;
  readonly teams: TeamsAccount;
}

/** A code that a member of staff got on their account page, typed in their own chat in Teams; nothing for any other message. */
export function linkCommand({ activity }: TurnContext): LinkCommand | undefined {
  const { aadObjectId: id, name } = activity.from;
  if (activity.channelId !== "msteams" || !isAlone(activity) || !id) return undefined;
  const [, word, ...parts] = fold(messageText(activity)).trim().match(COMMAND) ?? [];
  if (!word) return undefined;
  return { language: word === "link" ? "en" : "tr", code: parts.join(""), teams: { id, ...(name && { name }) } };
}

/** Links the Teams account with the account the code was given for, and remembers the chat, so that notices find it. */
export async function obeyLinkCommand(
  office: Office,
  conversations: KnownConversations,
  context: TurnContext,
  command: LinkCommand,
): Promise<void> {
  await conversations.remember(context, command.language);
  await context.sendActivity(await link(office, command));
}

async function link({ store, clock }: Office, { code, teams, language }: LinkCommand): Promise<string> {
  const texts = LINK_TEXTS[language];
  if ((await store.tallies.count(`teamsLink:${teams.id}`, WINDOW_MS)) > MOST_TRIES) return texts.tooMany;
  const at = clock.now();
  try {
    const member = await store.staff.takeTeamsCode(code, teams, at);
    if (!member) return whyNot();
    const { id: subject, name } = member;
    const actor = { kind: "staff", id: subject, name } as const;
    const detail = `Teams: ${teams.name ?? teams.id}`;
    await store.transact((transaction) => transaction.append({ type: "staff.changed", at, actor, subject, detail }));
    return texts.linked(name);
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return texts.taken;
    throw error;
  }

  /** A message delivered twice brings a code that was taken a moment ago. */
  async function whyNot(): Promise<string> {
    const known = await store.staff.byTeamsId(teams.id);
    return known ? texts.already(known.name) : texts.wrong;
  }
}
