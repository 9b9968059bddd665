import type { Store } from "./core/ports.ts";
import type { Check, Checks } from "./http/health.ts";
import type { MailHealth } from "./mail/mail-door.ts";

/** A mailbox not heard of for this long is a fault: the sweep runs every minute. */
const SILENT_AFTER_SECONDS = 15 * 60;

/** The parts of the product whose health is told. */
export const HEALTH_PARTS = ["database", "mailbox"] as const;

/** What must hold for the product to be ready. */
export function readinessChecks(store: Store, mail: () => MailHealth) {
  return {
    database: async () => {
      await store.ping();
      return { ok: true, detail: "Veritabanı yanıt veriyor / the database answers" };
    },
    mailbox: async () => mailboxCheck(mail()),
  } satisfies Checks & Record<(typeof HEALTH_PARTS)[number], unknown>;
}

/** Seconds since the last good contact with each account's least recently seen mailbox. */
export function mailboxAges({ accounts }: MailHealth): Readonly<Record<string, number>> {
  return Object.fromEntries(
    accounts
      .filter((account) => account.role === "watching")
      .map(({ account, mailboxes }) => [
        account,
        Math.max(
          ...mailboxes.map(({ lastContact }) => (lastContact ? (Date.now() - lastContact.getTime()) / 1000 : Infinity)),
        ),
      ]),
  );
}

function mailboxCheck(health: MailHealth): Check {
  const paused = health.accounts.find((account) => account.paused);
  const ages = mailboxAges(health);
  const ageSeconds = Math.max(0, ...Object.values(ages));
  const age = Number.isFinite(ageSeconds) ? Math.round(ageSeconds) : null;
  if (paused)
    return { ok: false, detail: `Posta hesabı durdu / the mail account is paused: ${paused.paused}`, ageSeconds: age };
  if (age === null)
    return { ok: false, detail: "Posta kutusuna henüz ulaşılmadı / no contact with the mailbox yet", ageSeconds: age };
  if (age > SILENT_AFTER_SECONDS) {
    return {
      ok: false,
      detail: "Posta kutusundan ses yok; sunucuya ve ağa bakın / the mailbox is silent",
      ageSeconds: age,
    };
  }
  return { ok: true, detail: health.demo ? "Deneme kutusu / demo mailbox" : "Posta kutusu / mailbox", ageSeconds: age };
}
