import { bilingual } from "./bilingual.ts";

/** Who a ticket's requester is, and with whom staff say they are one person. */
export const personTexts = bilingual(
  {
    identities: "Bilinen kimlikleri",
    kind: { mail: "E-posta", teams: "Teams", chat: "Web" },
    ofThisTicket: "bu bilet",
    typed: "Sohbette yazdığı adres, doğrulanmadı:",
    others: "Bu kişinin öteki biletleri",
    noOthers: "Bu kişinin başka bileti yok.",
    unlink: "Eşleştirmeyi kaldır",
    erase: "Bu kişinin verilerini sil…",
    erased: (when: string) =>
      `Bu biletin kişisel verileri silindi (${when}); yalnızca numarası, tarihleri ve durumu kaldı.`,
    maybe: "Aynı kişi olabilir",
    maybeLead: "Emin olmadan eşleştirmeyin; aynı adı taşıyan başkaları olabilir.",
    moreMaybe: (count: number) => `${count} kişi daha`,
    reason: {
      vouchedAddress: "Teams'e göre bu adres o hesabın",
      typedAddress: "bu adres sohbette yazılmış; kimin yazdığını doğrulayın",
      nameInAddress: "adres, adıyla uyuşuyor",
      sameName: "adı aynı",
    },
    link: "Eşleştir",
    linkByHand: "Başka bir kimlikle eşleştir",
    other: "E-posta adresi ya da kişinin bir bileti",
    otherHint: "Örneğin ad.soyad@kurum.gov.tr ya da MI-2026-000123",
    consequence:
      "Eşleştirilen kişi bütün biletlerini sohbette görür; e-posta biletlerine verilen yanıtlar sohbetine de gider. Kayda geçer, geri alınabilir.",
    alsoInChat: "e-postayla ve eşleştirilmiş sohbetinde",
    linked: "Eşleştirildi. Kişinin biletleri artık birlikte görünüyor.",
    alreadyLinked: "Bu ikisi zaten eşleştirilmiş.",
    unlinked: "Eşleştirme kaldırıldı.",
    noSuchPerson:
      "Eşleştirilecek kimse bulunamadı. Tam bir e-posta adresi ya da kişinin kendi biletinin numarasını yazın.",
    sameIdentity: "Bu, kişinin bilinen kimliğinin kendisi; başka bir adres ya da bilet yazın.",
    groupTalk: "Bu bilet, başkalarının da okuduğu bir sohbetten açılmış ya da sohbete ulaşılamıyor; eşleştirilemez.",
  },
  {
    identities: "Known by",
    kind: { mail: "E-mail", teams: "Teams", chat: "Web" },
    ofThisTicket: "this ticket",
    typed: "Address typed in the chat, not verified:",
    others: "Other tickets of this person",
    noOthers: "This person has no other ticket.",
    unlink: "Take the link back",
    erase: "Erase this person's data…",
    erased: (when: string) =>
      `The personal data of this ticket were erased (${when}); its number, dates and state are left.`,
    maybe: "May be the same person",
    maybeLead: "Link only when you are sure; others may have the same name.",
    moreMaybe: (count: number) => (count === 1 ? "1 more person" : `${count} more people`),
    reason: {
      vouchedAddress: "Teams says this address is that account's",
      typedAddress: "this address was typed in the chat; check who did",
      nameInAddress: "the address fits the name",
      sameName: "the same name",
    },
    link: "Link",
    linkByHand: "Link with another identity",
    other: "E-mail address, or a ticket of the person",
    otherHint: "Such as name.surname@agency.gov.tr or MI-2026-000123",
    consequence:
      "The person then sees all of their tickets in the chat, and answers to their mail tickets go to the chat too. It is recorded and can be taken back.",
    alsoInChat: "by mail, and in the linked chat",
    linked: "Linked. The person's tickets are now listed together.",
    alreadyLinked: "These two are linked already.",
    unlinked: "The link was taken back.",
    noSuchPerson:
      "Nobody to link was found. Type a whole e-mail address, or the number of a ticket of the person's own.",
    sameIdentity: "That is what the person is known by here; type another address or ticket.",
    groupTalk: "The ticket was opened in a chat that others read, or that cannot be reached; it cannot be linked.",
  },
);
