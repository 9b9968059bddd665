import {
  type MailSignature,
  type MailSigner,
  type SignatureVerdict,
  type UncheckedReason,
  verdictOn,
} from "../../core/mail-signature.ts";
import { turkishDateTime } from "../../core/turkish-time.ts";
import { judgeSignature } from "./judge-signature.ts";
import { PASS, type Stage } from "./stage.ts";

/** A signature is a remark beside the mail, whatever came of checking: it never decides whether a mail is read, or who is believed. */
export const noteSignature: Stage = {
  name: "İmza",
  run({ row, mail }) {
    if (!mail.signature) return PASS;
    const signature = judgeSignature(mail.signature, { from: mail.from?.address ?? "", receivedAt: row.internalDate });
    return { learned: { signature }, note: `S/MIME: ${sentences(signature)}` };
  },
};

const VERDICTS: Readonly<Record<Exclude<SignatureVerdict, "unchecked">, string>> = {
  confirmed: "İmza sağlam; sertifika gönderenin adresini taşıyor ve güvenilen bir köke bağlanıyor",
  intact:
    "İmza sağlam: içerik imzalandığı gibi. Kimin imzaladığı doğrulanmadı; adı yalnız sertifikanın kendisi söylüyor",
  noAddress: "İmza sağlam: içerik imzalandığı gibi. Sertifikada e-posta adresi yok; gönderenin olduğu anlaşılamaz",
  otherAddress: "İmza sağlam, ama sertifikadaki adres gönderenin adresi değil",
  expired: "İçerik imzalandığı gibi, ama sertifika o tarihte geçerli değildi",
  changed: "İmza içerikle uyuşmuyor: e-posta yolda değişmiş ya da imza sahte",
};

const REASONS: Readonly<Record<UncheckedReason, string>> = {
  encrypted: "Şifreli; burada açılamaz, gönderenden şifresiz hâli istenmeli",
  partial: "İmza denetlenemedi: e-postanın yalnız bir bölümünü kapsıyor",
  damaged: "İmza denetlenemedi: imza eksik ya da bozuk",
  tooBig: "İmza denetlenemedi: imza dosyası çok büyük",
  noCertificate: "İmza denetlenemedi: imzalayanın sertifikası e-postada yok",
  algorithm: "İmza denetlenemedi: imza yöntemi tanınmıyor ya da artık güvenli değil",
};

const CHAINS: Readonly<Record<NonNullable<MailSigner["chain"]>, string>> = {
  trusted: "zincir güvenilen bir köke bağlanıyor",
  untrusted: "zincir güvenilen köklerin hiçbirine bağlanmıyor",
  noAnchors: "zincir denetlenmedi: ayarlarda güvenilen kök tanımlı değil",
};

function sentences({ why, signers }: MailSignature): string {
  if (why) return `${REASONS[why]}.`;
  return signers.map((signer) => `${verdictSentence(signer)}. ${facts(signer)}`.trim()).join(" ");
}

function verdictSentence(signer: MailSigner): string {
  const verdict = verdictOn(signer);
  return verdict === "unchecked" ? REASONS[signer.why ?? "damaged"] : VERDICTS[verdict];
}

const TIMINGS: Readonly<Record<NonNullable<MailSigner["timing"]>, string>> = {
  ahead: "imza anı e-postanın gelişinden sonra: imzalayanın saati yanlış ya da uydurulmuş",
  old: "imza, e-posta gelmeden günler önce atılmış: eski bir e-posta yeniden gönderilmiş olabilir",
};

function facts({ name, emails, issuer, validFrom, validTo, signedAt, timing, chain, isWeak }: MailSigner): string {
  const parts = [
    name && `imzalayan: ${name}`,
    emails.length > 0 && `adresi: ${emails.join(", ")}`,
    issuer && `veren: ${issuer}`,
    validFrom && validTo && `geçerlilik: ${turkishDateTime(validFrom)} – ${turkishDateTime(validTo)}`,
    signedAt && `imza anı (imzalayanın söylediği): ${turkishDateTime(signedAt)}`,
    timing && TIMINGS[timing],
    isWeak && "yöntem zayıf (SHA-1 ya da kısa anahtar)",
    chain && CHAINS[chain],
    validTo && "iptal durumu denetlenmedi",
  ].filter(Boolean);
  return parts.length > 0 ? `(${parts.join("; ")})` : "";
}
