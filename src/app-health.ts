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

/** The mailbox that was longest without a contact, when it said why. */
function brokenMailbox({ accounts }: MailHealth) {
  const mailboxes = accounts.filter(({ role }) => role === "watching").flatMap((account) => account.mailboxes);
  const silent = mailboxes.filter(({ fault }) => fault !== undefined);
  return silent.toSorted((a, b) => (a.lastContact?.getTime() ?? 0) - (b.lastContact?.getTime() ?? 0))[0];
}

function mailboxHealth(health: MailHealth): PartHealth {
  const paused = health.accounts.find((account) => account.paused);
  const ages = mailboxAges(health);
  const ageSeconds = Math.max(0, ...Object.values(ages));
  const age = Number.isFinite(ageSeconds) ? Math.round(ageSeconds) : null;
  const is = (ok: boolean, tr: string, en: string) => ({ ok, detail: { tr, en }, ageSeconds: age });
  if (paused)
    return is(
      false,
      `Posta sunucusu hesabı kabul etmiyor (${paused.paused}): IMAP_USER ile parola ya da OAUTH_* ayarlarını denetleyip yeniden başlatın`,
      `The mail server refuses the account (${paused.paused}): check IMAP_USER and the password or OAUTH_* settings, and start again`,
    );
  const broken = (age ?? Infinity) > SILENT_AFTER_SECONDS ? brokenMailbox(health) : undefined;
  if (broken)
    return is(
      false,
      `“${broken.path}” klasöründen e-posta alınamıyor (${broken.fault}): klasörün adını (IMAP_MAILBOX), sunucuyu ve ağı denetleyin`,
      `No mail comes in from the mailbox “${broken.path}” (${broken.fault}): check its name (IMAP_MAILBOX), the server and the network`,
    );
  if (age === null) return is(false, "Posta kutusuna henüz ulaşılmadı", "No contact with the mailbox yet");
  if (age > SILENT_AFTER_SECONDS)
    return is(
      false,
      "Posta kutusundan ses yok; sunucuya ve ağa bakın",
      "The mailbox is silent; look at its server and the network",
    );
  return health.demo ? is(true, "Deneme kutusu", "Demo mailbox") : is(true, "Posta kutusuna bağlı", "Connected");
}
