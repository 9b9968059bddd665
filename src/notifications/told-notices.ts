import type { Notice, NoticeWay } from "../core/notices.ts";
import type { DeliveryResult } from "../core/outbox.ts";
import type { Office } from "../core/ports.ts";
import type { ToldNotice } from "./notice-texts.ts";

/** What a batch still has to tell by one way, with what it is about; what was told that way before is left out. */
export async function untold(
  { store }: Pick<Office, "store">,
  batch: string,
  way: NoticeWay,
): Promise<readonly ToldNotice[]> {
  const all = await store.notices.ofBatch(batch);
  const waiting = all.filter(({ ways, told }) => ways.includes(way) && !told?.includes(way));
  const found = await Promise.all(waiting.map((notice) => withContent(store, notice)));
  return found.flatMap((one) => one ?? []);
}

async function withContent(store: Office["store"], notice: Notice): Promise<ToldNotice | undefined> {
  const [event, ticket] = await Promise.all([
    store.events.byId(notice.event),
    notice.ticket ? store.tickets.byNumber(notice.ticket) : undefined,
  ]);
  return event && { notice, event, ...(ticket && { ticket }) };
}

/** Where the console shows what a notice is about; without a public address there is no way there. */
export function linkTo(publicUrl: string | undefined, { event, notice }: ToldNotice): string | undefined {
  return publicUrl && new URL(pathOf(event, notice), publicUrl).href;
}

function pathOf(event: ToldNotice["event"], { ticket }: Notice): string {
  if ("request" in event) return `/console/requests/${event.request}`;
  if (ticket) return `/console/tickets/${ticket}`;
  if ("entry" in event) return `/console/knowledge/${encodeURIComponent(event.entry)}`;
  return event.type === "mail.quarantined" ? "/console/mails" : "/console/health";
}

export function idsOf(told: readonly ToldNotice[]): string[] {
  return told.map(({ notice }) => notice.id);
}

export function wrongKind(kind: string): DeliveryResult {
  return { kind: "failed", reason: `No notice can be made of ${kind}.` };
}
