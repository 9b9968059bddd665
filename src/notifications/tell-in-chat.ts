import type { Language } from "../core/knowledge.ts";
import type { DeliveryResult } from "../core/outbox.ts";
import type { StaffAccount } from "../core/staff-ports.ts";
import type { Deliverer } from "./deliver.ts";
import { mailNotices, type NoticeMailOptions } from "./mail-notices.ts";
import { noticeLine, type ToldNotice } from "./notice-texts.ts";
import { idsOf, linkTo, untold, wrongKind } from "./told-notices.ts";

/** A message to one of the staff in their own chat with the bot. */
export interface StaffMessage {
  /** Object id of their account. */
  readonly to: string;
  readonly language: Language;
  readonly lines: readonly { readonly text: string; readonly link?: string }[];
}

export interface NoticeChatOptions extends NoticeMailOptions {
  /** `failed` says that this chat takes no message any more: the bot was removed, or never met the person. */
  readonly sendChat: (message: StaffMessage) => Promise<DeliveryResult>;
}

/** With the waits between, some four minutes: what must be told at once is then mailed rather than tried on. */
const TRIES_BEFORE_MAIL = 5;

/**
 * Tells one member in Teams what is for that way. Where Teams does not take it, what is not mailed anyway goes by mail; what was told
 * before is not told again.
 */
export function createNoticeTeller(options: NoticeChatOptions): Deliverer {
  const { store, clock } = options.office;
  return async ({ effect, attempts }) => {
    if (effect.kind !== "staff.chat") return wrongKind(effect.kind);
    const member = await store.staff.byId(effect.staff);
    if (!member?.active) return { kind: "failed", reason: "The member is no longer here." };
    const waiting = await untold(options.office, effect.batch, "teams");
    // What was mailed instead, at an earlier try, has been told.
    const told = waiting.filter(({ notice }) => notice.ways.includes("mail") || !notice.told?.includes("mail"));
    if (told.length === 0) return { kind: "sent" };
    const result = await tell(options, member, told);
    if (result.kind === "sent") {
      await store.notices.markTold(idsOf(told), "teams", clock.now());
      return result;
    }
    if (result.kind === "retry" && attempts < TRIES_BEFORE_MAIL) return result;
    const orphans = told.filter(({ notice }) => !notice.ways.includes("mail"));
    return mailNotices(options, { key: effect.key, member, told: orphans });
  };
}

async function tell(
  { sendChat, publicUrl }: NoticeChatOptions,
  { teamsId, notices }: StaffAccount,
  told: readonly ToldNotice[],
): Promise<DeliveryResult> {
  if (!teamsId) return { kind: "failed", reason: "No Teams account is linked." };
  const language = notices?.language ?? "tr";
  const lines = told.map((one) => {
    const link = linkTo(publicUrl, one);
    return { text: noticeLine(one, language), ...(link && { link }) };
  });
  return sendChat({ to: teamsId, language, lines });
}
