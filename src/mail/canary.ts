import { randomBytes } from "node:crypto";
import type { Log, Office } from "../core/ports.ts";
import type { ComposedMail } from "./compose-mail.ts";
import type { MessageIdSigner } from "./message-id.ts";
import type { Mailer } from "./smtp-mailer.ts";

/** How often a mail is sent to ourselves, and how soon it must be back. Milliseconds. */
export interface CanarySettings {
  readonly everyMs: number;
  readonly withinMs: number;
}

/**
 * A mail to our own address that must come back through the mailbox: the one check that sees the whole way, a full mailbox
 * and a lost forwarding rule included. Says so once when it stays away, and once when it is back.
 */
export interface Canary {
  /** In: whether this process watches the mailbox now; others do not send, because they would not see it come back. */
  start(isWatching: () => boolean): void;
  /** Message-IDs that came in through the mailbox. */
  arrived(messageIds: readonly string[]): void;
  stop(): void;
}

export interface CanaryOptions {
  readonly office: Pick<Office, "store" | "clock">;
  /** Asked at every look; nothing while it is switched off. */
  readonly settings: () => Promise<CanarySettings | undefined>;
  readonly account: string;
  /** The address that delivers into the account; the mail is from it and to it. */
  readonly address: string;
  readonly mailer: Mailer;
  readonly messageIds: MessageIdSigner;
  readonly log: Log;
}

/** No ticket has this number; it makes the Message-ID one of ours, by which the mail is known and filed as our own. */
const NO_TICKET = "MI-2000-000000";
/** The longest pause between two looks: what is switched on or off shows after it. */
const IDLE_LOOK_MS = 5_000;

export function createCanary(options: CanaryOptions): Canary {
  const { office, settings, account, address, mailer, messageIds, log } = options;
  let out: { readonly messageId: string; readonly since: number } | undefined;
  let isMissed = false;
  let nextSend = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function tell(type: "mailbox.silent" | "mailbox.recovered", detail: string): Promise<void> {
    const event = { type, at: office.clock.now(), actor: { kind: "system" }, account, detail } as const;
    await office.store.transact((transaction) => transaction.append(event));
  }

  async function send(): Promise<void> {
    const messageId = messageIds.create(NO_TICKET, `canary-${randomBytes(6).toString("hex")}`);
    out = { messageId, since: Date.now() };
    const result = await mailer.send(canaryMail(messageId, address, office.clock.now()));
    if (result.kind !== "sent") log.warn({ account, result: result.kind }, "The mailbox check could not be sent.");
  }

  async function noticeAbsence(settings: CanarySettings): Promise<void> {
    if (!out || isMissed || Date.now() - out.since < settings.withinMs) return;
    isMissed = true;
    const minutes = Math.round(settings.withinMs / 60_000);
    await tell(
      "mailbox.silent",
      `Kendimize gönderdiğimiz deneme e-postası ${minutes} dakikada posta kutusuna ulaşmadı.`,
    );
  }

  /** Out: when to look again, in milliseconds. */
  async function look(isWatching: boolean): Promise<number> {
    const wanted = await settings();
    if (!wanted || !isWatching || isStopped) {
      out = undefined;
      // Nobody waits for it any more; switched on again, it begins anew.
      if (!wanted) [isMissed, nextSend] = [false, 0];
      return IDLE_LOOK_MS;
    }
    await noticeAbsence(wanted);
    // An interval that was shortened holds at once.
    nextSend = Math.min(nextSend, Date.now() + wanted.everyMs);
    const isAwaited = out !== undefined && !isMissed;
    if (!isAwaited && !isStopped && Date.now() >= nextSend) {
      nextSend = Date.now() + wanted.everyMs;
      await send();
    }
    // Often enough to notice an absence in time, and a changed setting soon.
    return Math.min(wanted.everyMs / 4, wanted.withinMs / 4, IDLE_LOOK_MS);
  }

  return {
    start(isWatching) {
      isStopped = false;
      const lookNow = async (): Promise<void> => {
        const wait = await look(isWatching()).catch((error: unknown) => {
          log.error({ account, err: error }, "The mailbox check failed.");
          return IDLE_LOOK_MS;
        });
        if (!isStopped) timer = setTimeout(lookNow, wait);
      };
      void lookNow();
    },
    arrived(ids) {
      if (!out || !ids.includes(out.messageId)) return;
      out = undefined;
      if (!isMissed) return;
      isMissed = false;
      tell("mailbox.recovered", "Deneme e-postası yeniden ulaşıyor.").catch((error: unknown) =>
        log.error({ account, err: error }, "The recovery of a mailbox could not be written."),
      );
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

function canaryMail(messageId: string, address: string, date: Date): ComposedMail {
  const text = "Posta kutusunun çalıştığını denetleyen otomatik e-posta. / Automatic mailbox check.\n";
  return {
    from: { name: "", address },
    to: [address],
    subject: "Posta kutusu denetimi / mailbox check",
    messageId,
    date,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    text,
    html: `<p>${text}</p>`,
  };
}
