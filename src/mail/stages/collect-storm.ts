import { fold } from "../../language/fold.ts";
import { countSoftly } from "./count-softly.ts";
import { PASS, type Stage, type StormLimits } from "./stage.ts";

const HOUR_MS = 60 * 60_000;
/** A window's tallies outlive it, so that a backlog fetched late is still counted with its hour. */
const KEPT_MS = 2 * HOUR_MS;

/**
 * Far above what people send to an office, below what buries its list of tickets. After a circular to all provinces hundreds of
 * project leads write under one subject within the hour, and one of them sends a mail for each of his people.
 */
export const STORM_LIMITS: StormLimits = {
  address: 500,
  addressAndSubject: 100,
  subject: 600,
  domain: 2000,
  total: 10_000,
};

const WORDS: Readonly<Record<keyof StormLimits, string>> = {
  address: "aynı adresten",
  addressAndSubject: "aynı adresten aynı konuyla",
  subject: "aynı konuyla",
  domain: "aynı alan adından",
  total: "toplam",
};

/** Which mails they are, in words people can act on. */
function labelOf(kind: keyof StormLimits, { address, subject }: { address: string; subject: string }): string {
  const about = `“${subject.slice(0, 100)}” konusuyla`;
  const words: Readonly<Record<keyof StormLimits, string>> = {
    address: `${address} adresinden`,
    addressAndSubject: `${address} adresinden ${about}`,
    subject: about,
    domain: `${address.split("@").at(-1) ?? ""} alan adından`,
    total: "her yerden",
  };
  return `${words[kind]} gelen e-postalar`;
}

/**
 * What headers do not stop, counters do: mails of one address, subject, domain or altogether, per hour of arrival. Beyond the
 * limit nothing is lost and nothing answered: the mails go into one ticket for staff. Answers in a thread are not counted.
 */
export const collectStorm: Stage = {
  name: "Yoğunluk",
  async run({ row, mail, subject, ticket, silence }, context) {
    if (ticket) return PASS;
    const address = mail.from?.address ?? "";
    const about = fold(subject).trim().slice(0, 200);
    const hour = row.internalDate.toISOString().slice(0, 13);
    const keys: Readonly<Record<keyof StormLimits, string>> = {
      address,
      addressAndSubject: about && `${address}|${about}`,
      subject: about,
      domain: address.split("@").at(-1) ?? "",
      total: "all",
    };
    const kinds = (Object.keys(STORM_LIMITS) as (keyof StormLimits)[]).filter((kind) => keys[kind] !== "");
    const limits = context.stormLimits ?? STORM_LIMITS;
    const counts = await Promise.all(
      kinds.map((kind) => {
        const key = `mail.received:${kind}:${keys[kind]}:${hour}`;
        return countSoftly(key, { limit: limits[kind], ttlMs: KEPT_MS }, context);
      }),
    );
    const kind = kinds.find((candidate, index) => (counts[index] ?? 0) > limits[candidate]);
    if (!kind) return PASS;
    const note = `Bir saatte ${WORDS[kind]} ${limits[kind]} e-postadan fazlası geldi.`;
    const label = labelOf(kind, { address, subject });
    const storm = { key: `${kind}:${keys[kind]}:${hour}`, label };
    return { learned: { storm, silence: silence ?? "yoğunluk sınırı aşıldı" }, note };
  },
};
