import type { OfficeContact } from "../../../dialogs/texts/tr.ts";

/** A heading and its paragraphs. */
export type Section = readonly [heading: string, ...paragraphs: string[]];

export interface Notice {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** What the notices say of this installation. */
export interface NoticeFacts {
  readonly contact: OfficeContact;
  /** After how many days the raw bytes of mails are erased; 0: never by time alone. */
  readonly retentionDays: number;
}

type NoticeIn = Readonly<Record<"tr" | "en", (facts: NoticeFacts) => Notice>>;

export const PRIVACY: NoticeIn = {
  tr: ({ contact, retentionDays }) => ({
    title: "Gizlilik",
    sections: [
      [
        "Ne saklanır?",
        "Sorduğunuz soru, bulunan yanıt ve verdiyseniz değerlendirmeniz; bot daha doğru yanıt versin diye.",
        "Konuşmanızın son soru ve yanıtları, şifrelenmiş olarak; “evet” dediğinizde neye evet dediğiniz bilinsin diye.",
        "Konuşmanın ve hesabınızın kimliği, görünen adınız ve Teams'in bildirdiği e-posta adresiniz; görevlinin yanıtı size ulaşsın, e-postayla da yazdıysanız görevli sizi tanıyabilsin diye.",
        "E-posta adresinizin ve sohbetinizin aynı kişiye ait olduğunu yalnızca bir görevli kaydedebilir; bu işlem kayda geçer ve geri alınabilir.",
        "Destek talebi açarsanız talebiniz, yazışmalarınız, talebe götüren konuşma ve size ulaşılsın diye yazdığınız e-posta adresi ya da telefon.",
      ],
      [
        "Ne gizlenir?",
        "T.C. kimlik numarası ve cep telefonu ekranlarda, kartlarda, kayıtlarda ve e-postalarda gizlenir; aslı şifrelenmiş olarak saklanır. Bir görevli aslını açarsa bu kayda geçer.",
        "Yanıtlar bu sistemin içinde bulunur: yazdıklarınız dışarıdaki bir yapay zekâ hizmetine gönderilmez.",
      ],
      [
        "Ne kadar saklanır?",
        retentionDays > 0
          ? `İşi biten e-postaların ham hâli ve ekleri ${retentionDays} gün sonra silinir.`
          : "E-postaların ham hâli ve ekleri için süreye bağlı bir silme ayarlanmamıştır.",
        "Sorular, konuşmalar ve talepler, silinmeleri istenene kadar kalır. Silindiklerinde geriye yalnızca talep numarası, tarihler ve durumlar kalır.",
      ],
      [
        "Kime sorulur?",
        `6698 sayılı Kanun'un 11. maddesindeki haklarınız (öğrenme, düzeltme, silme) için: ${reach(contact)}`,
      ],
    ],
  }),
  en: ({ contact, retentionDays }) => ({
    title: "Privacy",
    sections: [
      [
        "What is stored?",
        "The question you asked, the answer found and your rating, if you gave one; so that the bot answers better.",
        "The last questions and answers of your conversation, encrypted; so that a “yes” is understood.",
        "The id of the conversation and of your account, your display name and the mail address Teams has for you; so that a person's reply reaches you, and staff recognise you when you write by mail too.",
        "That your mail address and your chat are one person's is noted by staff only; it is recorded and can be taken back.",
        "If you open a support ticket: the ticket, its messages, the conversation that led to it, and the mail address or phone number you wrote to be reached at.",
      ],
      [
        "What is hidden?",
        "T.C. identity numbers and mobile numbers are masked on screens, cards, logs and mails; the originals are stored encrypted. When a member of staff reveals one, that is logged.",
        "Answers are found inside this system: what you write is not sent to any outside AI service.",
      ],
      [
        "For how long?",
        retentionDays > 0
          ? `The raw form of finished mails and their attachments are erased after ${retentionDays} days.`
          : "No time limit is set for the raw form of mails and their attachments.",
        "Questions, conversations and tickets stay until their erasure is asked for. What then remains is the ticket's number, its dates and its states.",
      ],
      [
        "Whom to ask?",
        `For your rights under article 11 of Law no. 6698 (access, correction, erasure): ${reach(contact)}`,
      ],
    ],
  }),
};

export const TERMS: NoticeIn = {
  tr: ({ contact }) => ({
    title: "Kullanım koşulları",
    sections: [
      [
        "Bu yardımcı ne yapar?",
        "Mobil imza sorularını Mobil İmza Bilgi Notu'na göre yanıtlar ve kaynağını gösterir. Notta yanıtı olmayanı bilmediğini söyler; dilerseniz destek talebi açar.",
        "Yanıtlar bilgilendirme içindir. Tereddüt ederseniz bir görevliye danışın.",
      ],
      [
        "Nasıl kullanılmalı?",
        "Yalnızca görevinizle ilgili mobil imza konuları için kullanın.",
        "PIN, parola ve SMS onay kodu yazmayın; görevliler bunları sizden istemez. Gerekmedikçe T.C. kimlik numarası yazmayın.",
        "Açtığınız talebi ve yazışmalarını e-İmza Şefliği görevlileri okur.",
      ],
      ["Kime sorulur?", reach(contact)],
    ],
  }),
  en: ({ contact }) => ({
    title: "Terms of use",
    sections: [
      [
        "What does this assistant do?",
        "It answers questions on the mobile signature as the official information note says and shows its source. What the note does not say, it says it does not know; if you like, it opens a support ticket.",
        "Answers are for information. When in doubt, ask a person.",
      ],
      [
        "How should it be used?",
        "Use it for mobile signature matters of your work only.",
        "Never write a PIN, a password or a code from an SMS; staff do not ask for them. Leave out your T.C. identity number unless it is needed.",
        "The ticket you open and its messages are read by the staff of the e-signature office.",
      ],
      ["Whom to ask?", reach(contact)],
    ],
  }),
};

function reach({ mail, phone }: OfficeContact): string {
  return `${mail}, ${phone}`;
}
