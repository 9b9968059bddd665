import { type EvidenceEvent, type MailEvidence, saysUndelivered } from "../../core/mail-evidence.ts";
import { maskPersonalData } from "../../core/personal-data.ts";
import { turkishDateTime } from "../../core/turkish-time.ts";
import { asciiLower } from "../../language/turkish-case.ts";
import type { Address, AnyMail, EnclosedMail, MailInHand } from "../reading/mail-in-hand.ts";

const MARK = /^(?:x-)?rem-|^x-kep/;
const IS_REGISTERED = /(?:^|[@.])kep\.tr$/;

/** Whether a mail says that it is registered mail (KEP): by its headers (EN 319 532-3), or by where it comes from. */
export function isRegistered(mail: AnyMail): boolean {
  return mail.headers.some(({ name }) => MARK.test(name)) || isFromProvider(mail);
}

/** All registered mailboxes and their providers' own addresses in Türkiye are under this domain. */
export function isFromProvider({ from }: AnyMail): boolean {
  return IS_REGISTERED.test(asciiLower(from?.address ?? ""));
}

/** The mail inside the envelope of registered mail; undefined when none has an author. */
export function innerOf({ enclosed }: MailInHand): EnclosedMail | undefined {
  return enclosed.find(({ from }) => from?.address);
}

/** Who wrote a mail: of registered mail the author inside, whose provider vouches for addresses of registered mailboxes only. */
export function authorOf(mail: MailInHand): Address | undefined {
  const inner = isFromProvider(mail) ? innerOf(mail)?.from : undefined;
  return inner && IS_REGISTERED.test(asciiLower(inner.address)) ? inner : mail.from;
}

/** The evidence in a mail as it is kept with the message: no ids, nobody's numbers. */
export function evidenceOf({ evidence = [] }: MailInHand): readonly MailEvidence[] {
  return evidence.map(({ event, at, reason }) => ({
    event,
    ...(at && { at }),
    ...(reason && { reason: maskPersonalData(reason) }),
  }));
}

const WORDS: Readonly<Record<EvidenceEvent, string>> = {
  submitted: "gönderenin KEP sağlayıcısı iletiyi kabul etti",
  notSubmitted: "gönderenin KEP sağlayıcısı iletiyi kabul etmedi, ileti yola çıkmadı",
  relayed: "alıcının KEP sağlayıcısı iletiyi devraldı",
  notRelayed: "ileti alıcının KEP sağlayıcısına ulaştırılamadı",
  delivered: "ileti alıcının KEP hesabına teslim edildi",
  notDelivered: "ileti alıcının KEP hesabına teslim edilemedi",
  notified: "bekleyen ileti alıcıya haber verildi",
  notNotified: "bekleyen ileti alıcıya haber verilemedi",
  retrieved: "alıcı iletiyi aldı (okudu ya da okumuş sayıldı)",
  notRetrieved: "alıcı iletiyi süresi içinde almadı",
  accepted: "alıcı iletiyi kabul etti",
  refused: "alıcı iletiyi reddetti",
  handedOutside: "ileti KEP dışına, olağan e-postaya aktarıldı",
  notHandedOutside: "ileti KEP dışına aktarılamadı",
  cameFromOutside: "ileti KEP dışından geldi",
  other: "türü tanınmayan bir delil",
};

/** "KEP delili: ileti alıcının KEP hesabına teslim edildi (27.11.2026 14:05)." Nobody checked its signature; whoever shows it says so. */
export function evidenceSentence({ event, at, reason }: MailEvidence): string {
  return `KEP delili: ${WORDS[event]}${at ? ` (${turkishDateTime(at)})` : ""}${reason ? `; neden: ${reason}` : ""}.`;
}

/** The piece that says the mail did not arrive, when one does. */
export function undelivered(evidence: readonly MailEvidence[]): MailEvidence | undefined {
  return evidence.find(saysUndelivered);
}
