import { bilingual } from "./bilingual.ts";

/** What the console says of a mail's signature. */
export const signatureTexts = bilingual(
  {
    verdict: {
      confirmed: "İmza: sağlam, gönderenin; iptal durumu denetlenmedi",
      intact: "İmza: sağlam, imzalayan doğrulanmadı",
      noAddress: "İmza: sağlam, sertifikada adres yok",
      otherAddress: "İmza: sertifikadaki adres gönderenin değil",
      expired: "İmza: sertifika o tarihte geçerli değildi",
      unchecked: "İmza: denetlenemedi",
      changed: "İmza: uyuşmuyor, yolda değişmiş olabilir",
    },
    encrypted: "Şifreli e-posta",
    advice: {
      confirmed:
        "İçerik imzalandığı gibi; sertifika gönderenin adresini taşıyor ve büronun güvendiği bir köke bağlanıyor. Sertifikanın iptal edilip edilmediği denetlenmedi; hukuki sonuç doğuran bir işlemden önce ayrıca doğrulayın.",
      intact:
        "İçerik imzalandığı gibi. Kimin imzaladığını ise yalnız sertifikanın kendisi söylüyor; bu, gönderene inanmak için yetmez.",
      noAddress:
        "İçerik imzalandığı gibi. Sertifikada e-posta adresi olmadığı için imzanın bu adrese ait olduğu anlaşılamaz; ada bakarak işlem yapmadan önce gönderene sorun.",
      otherAddress:
        "İçerik imzalandığı gibi, ama imza başka bir adrese ait. Başkasının adına yazılmış olabilir; işlem yapmadan önce gönderene bildiğiniz bir yoldan sorun. KEP iletilerinde zarfı sağlayıcı imzalar; orada bu olağandır.",
      expired:
        "İçerik imzalandığı gibi, ama sertifika imza anında ya da e-posta geldiğinde geçerli değildi. İmza önemliyse gönderenden geçerli bir sertifikayla yeniden imzalamasını isteyin.",
      changed:
        "İmza içerikle uyuşmuyor: e-posta yolda değiştirilmiş, bir sunucu biçimini bozmuş ya da imza sahte olabilir. İçeriğe dayanarak işlem yapmadan önce gönderene bildiğiniz bir yoldan sorun.",
    },
    reason: {
      encrypted: "İçerik şifreli, burada açılamaz. Gönderenden şifrelemeden yeniden göndermesini isteyin.",
      partial:
        "İmza e-postanın yalnız bir bölümünü kapsıyor; kalanı başkası eklemiş olabilir (örneğin bir e-posta listesi). Gönderenden doğrudan göndermesini isteyin.",
      damaged: "İmza eksik ya da bozuk geldi. İmza önemliyse gönderenden yeniden göndermesini isteyin.",
      tooBig: "İmza dosyası denetlenemeyecek kadar büyük. Özgün e-postayı indirip kendi e-posta programınızda açın.",
      noCertificate: "İmzalayanın sertifikası e-postada yok. Gönderenden imzaya sertifikasını da eklemesini isteyin.",
      algorithm:
        "İmza, burada tanınmayan ya da artık güvenli olmayan bir yöntemle atılmış. Gönderenden SHA-256 ile imzalamasını isteyin.",
    },
    chain: {
      trusted: "Güvenilen bir köke bağlanıyor",
      untrusted: "Güvenilen köklerin hiçbirine bağlanmıyor",
      noAnchors: "Denetlenmedi: güvenilen kök tanımlı değil",
    },
    weak: "zayıf yöntem",
    weakHint: "SHA-1 ya da kısa anahtar; çok emekle taklit edilebilir.",
    said: "Aşağıdakiler sertifikanın ve imzalayanın söyledikleridir.",
    signer: "İmzalayan",
    emails: "Adresi",
    issuer: "Veren",
    valid: "Geçerlilik",
    span: (from: string, to: string) => `${from} – ${to}`,
    signedAt: "İmza anı (imzalayanın söylediği)",
    oddTime: "imza anı uyuşmuyor",
    timingName: "İmza anı ve geliş",
    timing: {
      ahead: "İmza anı, e-postanın gelişinden sonra görünüyor: imzalayanın saati yanlış ya da an uydurulmuş.",
      old: "İmza, e-posta gelmeden günler önce atılmış: eski bir e-posta yeniden gönderilmiş olabilir. Güncel olup olmadığını gönderene sorun.",
    },
    chainName: "Sertifika zinciri",
    revocation: "İptal durumu",
    revocationUnknown: "Denetlenmedi: e-posta okunurken hiçbir yerden iptal bilgisi indirilmez.",
    method: "Yöntem",
  },
  {
    verdict: {
      confirmed: "Signature: intact, the sender's; revocation not checked",
      intact: "Signature: intact, signer not verified",
      noAddress: "Signature: intact, no address in the certificate",
      otherAddress: "Signature: the certificate's address is not the sender's",
      expired: "Signature: the certificate was not valid at the time",
      unchecked: "Signature: could not be checked",
      changed: "Signature: does not match, may be changed on its way",
    },
    encrypted: "Encrypted mail",
    advice: {
      confirmed:
        "The content is as it was signed; the certificate names the sender's address and leads to a root the office trusts. Whether the certificate was revoked was not checked; verify it separately before you act on it in law.",
      intact:
        "The content is as it was signed. Who signed it is only what the certificate says of itself; that is not enough to believe the sender.",
      noAddress:
        "The content is as it was signed. The certificate has no mail address, so that nothing says the signature belongs to this sender; ask the sender before you act on the name.",
      otherAddress:
        "The content is as it was signed, but by another address. It may be written in somebody else's name; ask the sender by a way you know before you act. Envelopes of registered mail (KEP) are signed by their provider; there this is usual.",
      expired:
        "The content is as it was signed, but the certificate was not valid when it was signed or when the mail came. If the signature matters, ask the sender to sign again with a valid certificate.",
      changed:
        "The signature does not match the content: it was changed on its way, a server damaged its form, or the signature is forged. Ask the sender by a way you know before you act on it.",
    },
    reason: {
      encrypted: "The content is encrypted and cannot be opened here. Ask the sender to send it again unencrypted.",
      partial:
        "The signature covers only a part of the mail; somebody else may have added the rest (a mailing list, for example). Ask the sender to send it directly.",
      damaged: "The signature came incomplete or damaged. If it matters, ask the sender to send the mail again.",
      tooBig: "The signature file is too large to be checked. Download the raw mail and open it in your mail program.",
      noCertificate:
        "The signer's certificate is not in the mail. Ask the sender to include the certificate in the signature.",
      algorithm:
        "The signature was made in a way that is not known here or no longer safe. Ask the sender to sign with SHA-256.",
    },
    chain: {
      trusted: "Leads to a trusted root",
      untrusted: "Leads to none of the trusted roots",
      noAnchors: "Not checked: no trusted root is set up",
    },
    weak: "weak method",
    weakHint: "SHA-1 or a short key; it can be forged with much effort.",
    said: "What follows is what the certificate and the signer say.",
    signer: "Signer",
    emails: "Address",
    issuer: "Issued by",
    valid: "Valid",
    span: (from: string, to: string) => `${from} – ${to}`,
    signedAt: "Signed at (says the signer)",
    oddTime: "signing time does not fit",
    timingName: "Signing time and arrival",
    timing: {
      ahead: "It was signed after the mail came, so it says: the signer's clock is wrong, or the time is made up.",
      old: "It was signed days before the mail came: an old mail may have been sent again. Ask the sender whether it still holds.",
    },
    chainName: "Certificate chain",
    revocation: "Revocation",
    revocationUnknown: "Not checked: nothing is downloaded from anywhere while a mail is read.",
    method: "Method",
  },
);
