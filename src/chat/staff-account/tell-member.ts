import type { Activity } from "botbuilder";
import type { Language } from "../../core/knowledge.ts";
import type { DeliveryResult } from "../../core/outbox.ts";
import type { Office } from "../../core/ports.ts";
import { plain } from "../cards/adaptive-card.ts";
import { type ReachOptions, reach } from "../reach.ts";
import { LINK_TEXTS } from "./link-texts.ts";

/** What a member of staff is told in their own chat with the bot. */
export interface MemberMessage {
  /** Object id of their account in the directory. */
  readonly to: string;
  readonly language: Language;
  readonly lines: readonly { readonly text: string; readonly link?: string }[];
}

/** Sends a message to a member's own chat with the bot. `failed` when there is none, or the bot was removed from it. */
export async function tellMember(
  options: ReachOptions & { readonly office: Office },
  message: MemberMessage,
): Promise<DeliveryResult> {
  const conversation = (await options.office.store.conversations.ofAccount(message.to))?.id;
  const known = conversation ? await options.conversations.find(conversation) : undefined;
  if (!conversation || !known) return { kind: "failed", reason: "The member has no chat with the bot." };
  return reach(options, { conversation, reference: known.reference }, render(message));
}

/** Text alone: it shows whole in the notification Teams raises. What people wrote is no Markdown. */
function render({ lines, language }: MemberMessage): Partial<Activity> {
  const { open, many } = LINK_TEXTS[language];
  const said = lines.map(({ text, link }) => (link ? `${plain(text)} · [${open}](${link})` : plain(text)));
  const [only = ""] = said;
  const text = said.length === 1 ? only : `${many(said.length)}\n\n${said.map((line) => `- ${line}`).join("\n")}`;
  return { type: "message", text, textFormat: "markdown", locale: language === "en" ? "en-US" : "tr-TR" };
}
