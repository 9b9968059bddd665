import type { Language } from "./core/knowledge.ts";
import type { Store } from "./core/ports.ts";
import type { Checks } from "./http/health.ts";
import type { MailHealth } from "./mail/mail-door.ts";

/** A mailbox not heard of for this long is a fault: the sweep runs every minute. */
const SILENT_AFTER_SECONDS = 15 * 60;

/** The parts of the product whose health is told. */
export const HEALTH_PARTS = ["database", "mailbox"] as const;

/** How a part is, in both languages; `ageSeconds` since the mailbox was last heard of, null before the first contact. */
export interface PartHealth {
  readonly ok: boolean;
  readonly detail: Readonly<Record<Language, string>>;
  readonly ageSeconds?: number | null;
}

type PartChecks = Readonly<Record<(typeof HEALTH_PARTS)[number], () => Promise<PartHealth>>>;

/** What must hold for the product to be ready. */
export function partChecks(store: Store, mail: () => MailHealth): PartChecks {
  return {
    database: async () => {
      await store.ping();
      return { ok: true, detail: { tr: "Veritabanı yanıt veriyor", en: "The database answers" } };
    },
    mailbox: async () => mailboxHealth(mail()),
  };
}

/** The same for `/readyz`, whose reader's language nobody knows: both, one after the other. */
export function readinessChecks(parts: PartChecks): Checks {
  return Object.fromEntries(
    HEALTH_PARTS.map((name) => [
      name,
      async () => {
        const { detail, ...health } = await parts[name]();
        return { ...health, detail: `${detail.tr} / ${detail.en}` };
      },
    ]),
  );
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

function mailboxHealth(health: MailHealth): PartHealth {
  const paused = health.accounts.find((account) => account.paused);
  const ages = mailboxAges(health);
  const ageSeconds = Math.max(0, ...Object.values(ages));
  const age = Number.isFinite(ageSeconds) ? Math.round(ageSeconds) : null;
  const is = (ok: boolean, tr: string, en: string) => ({ ok, detail: { tr, en }, ageSeconds: age });
  if (paused) return is(false, `Posta hesabı durdu: ${paused.paused}`, `The mail account is paused: ${paused.paused}`);
  if (age === null) return is(false, "Posta kutusuna henüz ulaşılmadı", "No contact with the mailbox yet");
  if (age > SILENT_AFTER_SECONDS)
    return is(
      false,
      "Posta kutusundan ses yok; sunucuya ve ağa bakın",
      "The mailbox is silent; look at its server and the network",
    );
  return health.demo ? is(true, "Deneme kutusu", "Demo mailbox") : is(true, "Posta kutusuna bağlı", "Connected");
}
