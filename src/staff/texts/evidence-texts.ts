import { bilingual } from "./bilingual.ts";

/** What the console says of evidence of registered mail (KEP). */
export const evidenceTexts = bilingual(
  {
    event: {
      submitted: "KEP: gönderenin sağlayıcısı kabul etti",
      notSubmitted: "KEP: gönderenin sağlayıcısı kabul etmedi",
      relayed: "KEP: alıcının sağlayıcısı devraldı",
      notRelayed: "KEP: alıcının sağlayıcısına ulaştırılamadı",
      delivered: "KEP: teslim edildi",
      notDelivered: "KEP: teslim edilemedi",
      notified: "KEP: alıcıya haber verildi",
      notNotified: "KEP: alıcıya haber verilemedi",
      retrieved: "KEP: alıcı aldı",
      notRetrieved: "KEP: alıcı süresinde almadı",
      accepted: "KEP: alıcı kabul etti",
      refused: "KEP: alıcı reddetti",
      handedOutside: "KEP: olağan e-postaya aktarıldı",
      notHandedOutside: "KEP: olağan e-postaya aktarılamadı",
      cameFromOutside: "KEP: KEP dışından geldi",
      other: "KEP delili: türü tanınmadı",
    },
    at: "Ne zaman (sağlayıcının söylediği)",
    reason: "Neden (sağlayıcının söylediği)",
    unchecked:
      "Delilin imzası ve zaman damgası burada denetlenmedi. Hukuki bir işlemden önce delil dosyasını KEP sağlayıcınızın doğrulama aracıyla doğrulayın.",
  },
  {
    event: {
      submitted: "KEP: accepted by the sender's provider",
      notSubmitted: "KEP: refused by the sender's provider",
      relayed: "KEP: taken over by the recipient's provider",
      notRelayed: "KEP: did not reach the recipient's provider",
      delivered: "KEP: delivered",
      notDelivered: "KEP: not delivered",
      notified: "KEP: recipient notified",
      notNotified: "KEP: recipient could not be notified",
      retrieved: "KEP: retrieved by the recipient",
      notRetrieved: "KEP: not retrieved in time",
      accepted: "KEP: accepted by the recipient",
      refused: "KEP: refused by the recipient",
      handedOutside: "KEP: handed over to ordinary mail",
      notHandedOutside: "KEP: could not be handed over to ordinary mail",
      cameFromOutside: "KEP: came from outside KEP",
      other: "KEP evidence of an unknown kind",
    },
    at: "When (says the provider)",
    reason: "Why (says the provider)",
    unchecked:
      "The signature and the time stamp of the evidence were not checked here. Before you rely on it in law, verify the evidence file with your KEP provider's tool.",
  },
);
