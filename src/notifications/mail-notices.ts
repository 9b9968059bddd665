import type { DeliveryResult, OutboxItem } from "../core/outbox.ts";
import type { StaffMember } from "../core/person.ts";
import type { Office } from "../core/ports.ts";
import type { Deliverer } from "./deliver.ts";
import { noticeMail, type ToldNotice } from "./notice-texts.ts";
import { idsOf, linkTo, untold, wrongKind } from "./told-notices.ts";

/** A mail to one of the staff; a second one with the same key carries the same Message-ID. */
export interface StaffMail {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface NoticeMailOptions {
  readonly office: Pick<Office, "store" | "clock">;
  readonly sendMail: (mail: StaffMail) => Promise<DeliveryResult>;
  /** Where the console is reached; without it mails carry no links. */
  readonly publicUrl?: string;
}

/** Sends one member the mail with what they are told. What was sent before is not sent again. */
export function createNoticeMailer(options: NoticeMailOptions): Deliverer {
  const { store } = options.office;
  return async ({ effect }: OutboxItem) => {
    if (effect.kind !== "staff.mail") return wrongKind(effect.kind);
    const member = await store.staff.byId(effect.staff);
    if (!member?.active) return { kind: "failed", reason: "The member is no longer here." };
    const told = await untold(options.office, effect.batch, "mail");
    return mailNotices(options, { key: effect.key, member, told });
  };
}

/** Mails these notices to their member and notes that they were told. */
export async function mailNotices(
  { office: { store, clock }, sendMail, publicUrl }: NoticeMailOptions,
  { key, member, told }: { readonly key: string; readonly member: StaffMember; readonly told: readonly ToldNotice[] },
): Promise<DeliveryResult> {
  if (told.length === 0) return { kind: "sent" };
  const mail = noticeMail(told, member.notices?.language ?? "tr", (one) => linkTo(publicUrl, one));
  const result = await sendMail({ key, to: member.email, ...mail });
  if (result.kind === "sent") await store.notices.markTold(idsOf(told), "mail", clock.now());
  return result;
}
