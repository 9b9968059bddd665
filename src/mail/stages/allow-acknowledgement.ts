import { countSoftly } from "./count-softly.ts";
import { type MailOnItsWay, PASS, type Stage, type StageContext } from "./stage.ts";

const HOUR_MS = 60 * 60_000;
/** An acknowledgement that comes later than this confuses more than it says. */
const LATEST_MS = 72 * HOUR_MS;
/** Acknowledgements per hour: to one address, to one domain, to all. Whoever gets more is a machine, or two desks greeting each other. */
const LIMITS = [
  { key: "address", what: "aynı adrese", limit: 10, keyOf: (address: string) => address },
  { key: "domain", what: "aynı alan adına", limit: 400, keyOf: (address: string) => address.split("@").at(-1) ?? "" },
  { key: "total", what: "ofisten", limit: 1200, keyOf: (_address: string) => "all" },
] as const;

/** Whether an acknowledgement may go out; runs last, so that only real ones are counted. */
export const allowAcknowledgement: Stage = {
  name: "Alındı bildirimi",
  async run(mail, context) {
    if (mail.ticket) return PASS;
    const silence = mail.silence ?? whyNot(mail, context) ?? (await overLimit(mail, context));
    return silence ? { learned: { silence }, note: `Gönderilmeyecek: ${silence}.` } : { note: "Gönderilecek." };
  },
};

function whyNot({ row, mail, requester, isForged }: MailOnItsWay, { office }: StageContext): string | undefined {
  if (!requester?.email) return "gönderenin adresi yok";
  if (isForged) return "gönderen adres sahte olabilir";
  if (mail.returnPath === "") return "boş Return-Path";
  if (office.clock.now().getTime() - row.internalDate.getTime() > LATEST_MS) return "e-posta üç günden eski";
  return undefined;
}

async function overLimit({ requester }: MailOnItsWay, context: StageContext): Promise<string | undefined> {
  const address = requester?.email ?? "";
  const counts = await Promise.all(
    LIMITS.map(({ key, limit, keyOf }) =>
      countSoftly(`mail.acknowledged:${key}:${keyOf(address)}`, { limit, ttlMs: HOUR_MS }, context),
    ),
  );
  const over = LIMITS.find(({ limit }, index) => (counts[index] ?? 0) > limit);
  return over && `son bir saatte ${over.what} ${over.limit} bildirim gitti`;
}
