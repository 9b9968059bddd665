import type { RequestState } from "../../src/core/request.ts";
import type { TicketStatus } from "../../src/core/ticket.ts";

/** How people reach the office, as the knowledge says it. */
export interface OfficeContact {
  readonly mail: string;
  readonly phone: string;
  readonly callCentre: string;
}

const TICKET_STATUS: Readonly<Record<TicketStatus, string>> = {
  new: "alındı, sırada",
  open: "inceleniyor",
  pending: "yanıtlandı, sizden bilgi bekleniyor",
  solved: "çözüldü",
  closed: "kapatıldı",
};

const REQUEST_STATE: Readonly<Record<RequestState, string>> = {
  received: "alındı",
  underReview: "e-İmza Bürosunca inceleniyor",
  sentToKamuSm: "Kamu SM'ye yönlendirildi",
  formSent: "Kamu SM başvuru formunu e-postayla gönderdi",
  formSigned: "form e-İmza ile imzalandı",
  operatorFormsReceived: "operatör formları Proje Sorumlusunda",
  documentsReceived: "evrak e-İmza Şefliğine ulaştı",
  active: "sertifika kullanımda",
  expired: "sertifikanın süresi doldu",
  invalidated: "sertifika kullanılamıyor",
  needsInfo: "sizden bilgi bekleniyor",
  rejected: "kabul edilmedi",
  cancelled: "iptal edildi",
};

/** Every sentence the bot says, in Turkish. The English twin must have the same keys, or it does not compile. */
export const tr = {
  sourceTitle: "Mobil İmza Bilgi Notu (Taşra)",
  source: (title: string) => `Kaynak: ${title}`,

  welcomeTitle: "Mobil İmza Yardımcısı",
  welcome:
    "Merhaba! Mobil imza ücreti, sertifikası, başvurusu ve irtibat bilgileri hakkındaki sorularınızı Mobil İmza Bilgi Notu'na göre yanıtlarım. Yanıtı orada yoksa bunu açıkça söyler, isterseniz destek talebi açarım. (You can also write in English.)",
  welcomeQuestions: "Örneğin şunları sorabilirsiniz:",
  welcomeTeam:
    "Merhaba! Burada adımla (@) seslenip mobil imza sorunuzu yazabilirsiniz; kişisel konular ve talepleriniz için bana özel sohbetten yazın. e-İmza Şefliği görevlileri “triyaj” yazarsa yeni talepler bu kanala kart olarak gelir.",
  greeting: "Merhaba! Mobil imza hakkında ne öğrenmek istersiniz?",
  thanks: "Rica ederim. Başka bir sorunuz olursa yazmanız yeterli.",
  goodbye: "İyi çalışmalar! Yeni bir sorunuz olursa buradayım.",
  aboutBot:
    "Ben Mobil İmza yardımcısıyım; bir insan değil, bir yazılımım. Sorularınızı yalnızca Mobil İmza Bilgi Notu'na göre yanıtlarım, bilmediğim konuda sizi bir görevliye ulaştırırım.",
  help: "Mobil imzayla ilgili sorunuzu kendi sözlerinizle yazın. “Destek talebi aç” yazarsanız bir görevli ilgilenir; “talebim ne durumda” yazarsanız taleplerinizi gösteririm.",
  nothingToCancel: "Peki. Başka bir sorunuz olursa yazabilirsiniz.",
  writeQuestion: "Sorunuzu yazabilirsiniz; mobil imzayla ilgili bildiğimi hemen söylerim.",
  writeWords: "Devam edebilmem için birkaç sözcük yazar mısınız? Vazgeçtiyseniz “vazgeç” yazın.",
  attachmentNotTaken: (contact: OfficeContact, ticket?: string) =>
    `Buraya gönderilen dosya, görsel, ses ve çıkartmaları alamıyorum; gerekliyse ${contact.mail} adresine e-postayla gönderin${named(ticket)}.`,
  nothingEnclosed: (contact: OfficeContact, ticket?: string) =>
    `Ekten söz ediyorsunuz ama buradan dosya alamıyorum; ekinizi ${contact.mail} adresine e-postayla gönderin${named(ticket)}.`,

  unknown: (contact: OfficeContact) =>
    `Bu sorunun yanıtı Mobil İmza Bilgi Notu'nda yer almıyor, bu yüzden kesin bir şey söyleyemem. ${reach(contact)}`,
  unknownClause: (clause: string) => `“${clause}” sorusunun yanıtı Mobil İmza Bilgi Notu'nda yer almıyor.`,
  known: "Bu konuda bilinen:",
  reach,
  readUpTo: (characters: number) =>
    `Mesajınızın yalnızca ilk ${characters.toLocaleString("tr-TR")} karakterini okuyabildim; sorunuz sonraysa kısaca yeniden yazın.`,
  clarify: "Hangisini öğrenmek istiyorsunuz?",
  chooseOne: "Hangisini öğrenmek istiyorsunuz? Numarasını yazmanız yeterli:",
  tellingAll: "Hepsini birden yazayım:",
  noneOfThese:
    "Peki, bunlardan biri değil. Sorunuzu başka sözcüklerle yazar mısınız? İsterseniz destek talebi açayım, bir görevli yanıtlasın.",
  noNationalId:
    "T.C. kimlik numaranızı yazmanıza gerek yok; onunla kayıt sorgulayamam. Talep numaranız varsa (MI-… veya TL-…) onu, yoksa sorunuzu yazabilirsiniz.",
  nothingToChoose: "Şu anda seçebileceğiniz bir liste yok. Ne öğrenmek istediğinizi birkaç sözcükle yazar mısınız?",
  nothingMore: "Bu konuda bilgi notunda yazanların tamamı:",
  clarifyUnknown: "Belki bunlardan birini soruyorsunuz:",
  clarifyClause: (clause: string) => `“${clause}” derken hangisini kastettiniz?`,

  openTicket: "Destek talebi aç",
  cancel: "Vazgeç",
  myTickets: "Taleplerim ne durumda?",

  offerPerson: (contact: OfficeContact) =>
    `Elbette. Sizin için bir destek talebi açabilirim; konuşmamızı da ekler, bir görevliye iletirim. Beklemek istemezseniz e-İmza Şefliğine doğrudan da ulaşabilirsiniz: ${contact.phone}, ${contact.mail}; Çağrı Merkezi: ${contact.callCentre}.`,
  askMatter: (contact: OfficeContact) =>
    `Destek talebi açayım, bir görevli ilgilensin. Konu nedir? Bir iki cümleyle yazmanız yeterli. Acilse e-İmza Şefliği: ${contact.phone}, ${contact.mail}.`,
  askOtherMatter: (number: string) =>
    `${number} numaralı talebiniz zaten açık. Başka bir konu için talep açmak istiyorsanız konuyu bir iki cümleyle yazın; istemiyorsanız “vazgeç” yazmanız yeterli.`,
  askMatterStill: "Destek talebiniz için de konuyu yazabilirsiniz.",
  askMatterAgain: "Talebi açabilmem için konuyu birkaç sözcükle yazar mısınız? Vazgeçtiyseniz “vazgeç” yazın.",
  wantsPerson: "Bir görevliyle görüşmek istiyor",
  apology: (contact: OfficeContact) =>
    `Sizi uğraştırdığım için üzgünüm. İsterseniz hemen destek talebi açayım, bir görevli ilgilensin. Beklemek istemezseniz e-İmza Şefliğine doğrudan ulaşabilirsiniz: ${contact.phone}, ${contact.mail}.`,
  offerToReach:
    "Size ulaşılmasını istiyorsanız destek talebi açayım; yazdığınız iletişim bilgisini talebe eklerim, bir görevli ilgilenir.",
  personComing: (number: string, contact: OfficeContact) =>
    `${number} numaralı talebiniz görevlilerde; yanıt bu sohbete gelecek. Beklemek istemezseniz e-İmza Şefliğine doğrudan ulaşabilirsiniz: ${contact.phone}, ${contact.mail}; Çağrı Merkezi: ${contact.callCentre}.`,
  askReach:
    "Bu sayfayı kapatırsanız da size ulaşabilelim diye e-posta adresinizi ya da telefonunuzu yazabilirsiniz. Zorunlu değil; yalnızca görevliler görür.",
  writeReach: "E-posta adresinizi ya da telefonunuzu yazmanız yeterli.",
  noReach: "Gerek yok",
  reachKept: (shown: string, number: string) =>
    `Teşekkürler. İletişim bilginizi (${shown}) ${number} numaralı talebinize ekledim.`,
  answeredByMail: "Yanıt bu sohbete geleceği gibi e-posta adresinize de gönderilir.",
  reachMistyped: {
    email:
      "Bu e-posta adresi eksik ya da hatalı görünüyor. “ad.soyad@icisleri.gov.tr” biçiminde yeniden yazar mısınız? İstemezseniz “gerek yok” yazın.",
    phone:
      "Bunu telefon numarası olarak okuyamadım. “0532 000 00 00” biçiminde yeniden yazar mısınız? İstemezseniz “gerek yok” yazın.",
  },
  reachNotRead: (number: string) =>
    `Bunu da okuyamadım, bu yüzden talebe eklemedim. İletişim bilginizi dilediğiniz zaman “${number}: …” diye yazabilirsiniz.`,
  reachNotWanted: "Peki. Yanıt bu sohbete gelecek; sayfayı aynı tarayıcıda yeniden açınca görürsünüz.",
  reachMessage: (text: string) => `İletişim bilgisi: ${text}`,
  ticketOpened: (number: string) =>
    `Destek talebiniz açıldı. Takip numaranız: ${number}. Yanıt bu sohbete gelecek; gelişme oldukça haber vereceğim.`,
  talkIncluded: "Konuşmamızı da talebe ekledim.",
  addHint: (number: string) => `Eklemek istediğiniz bir şey olursa “${number}: …” diye yazın.`,
  ticketNotOpened: "Peki, destek talebi açmadım. Başka bir sorunuz olursa yazabilirsiniz.",
  answerBeside: "Bu konuda bildiğimi görmek için aşağıdaki başlığı seçebilirsiniz.",
  offerStands: "Peki. Destek talebi açmamı isterseniz “evet” yazın ya da düğmeyi seçin.",
  alreadyOpen: (number: string) =>
    `Bu konuda açık bir talebiniz var: ${number}. Yenisini açmadım; eklemek istediğiniz bir şey varsa “${number}: …” diye yazabilirsiniz.`,
  conversationHeading: "Sohbet",
  questionMark: "Soru",
  answerMark: "Yanıt",

  statusNone: (contact: OfficeContact) =>
    `Bu sohbetten açılmış bir destek talebi göremiyorum. Talep numaranız varsa (MI-… veya TL-…) yazın, durumuna bakayım. Numaranız yoksa e-İmza Şefliğine sorabilirsiniz: ${contact.phone}, ${contact.mail}.`,
  statusNoneInGroup: "Bu grupta açtığınız bir destek talebi göremiyorum.",
  askInPrivate: "Kişisel taleplerinizi başkalarının okuduğu yerde göstermem; onlar için bana özel sohbetten yazın.",
  statusNotYours: (number: string, contact: OfficeContact) =>
    `${number} numarasıyla size ait bir kayıt bulamadım. Yalnızca bu sohbetten açtığınız ve görevlilerin sizinle eşleştirdiği taleplerin durumunu gösterebilirim. Numarayı kontrol edip yeniden yazabilir ya da e-İmza Şefliğinden bilgi alabilirsiniz: ${contact.phone}, ${contact.mail}.`,
  statusOne: (number: string, subject: string, status: string, updated: string) =>
    `${number} – ${subject}. Durum: ${status} (son işlem: ${updated}).`,
  statusMany: "Size ait taleplerin durumu:",
  myTicketsTitle: "Talepleriniz",
  requestLine: (number: string, state: string) => `Başvuru ${number}: ${state}`,
  refresh: "Yenile",
  ticketStatus: TICKET_STATUS,
  requestState: REQUEST_STATE,

  addTo: (number: string) => `${number} numaralı talebe ekle`,
  addShort: "Bilgi ekle",
  askAddition: (number: string) =>
    `${number} numaralı talebinize ne eklemek istersiniz? Yazdığınız mesajı ekleyeceğim.`,
  offerAddition: (number: string) =>
    `Bunu ${number} numaralı talebinize ekleyeyim mi? Ayrı bir konuysa yeni bir destek talebi açabilirim.`,
  addYes: "Evet, ekle",
  closeAsked: (number: string) =>
    `Talepleri görevliler kapatır; isteğinizi ${number} numaralı talebinize ekledim, bir görevli görecek.`,
  added: (number: string) => `${number} numaralı talebinize eklendi; bir görevli görecek.`,
  addedAndReopened: (number: string) => `${number} numaralı talebinize eklendi ve talep yeniden açıldı.`,
  continuedIn: (closed: string, number: string) =>
    `${closed} numaralı talep kapatılmıştı; yazdıklarınızla yeni bir talep açtım. Takip numaranız: ${number}.`,
  notAdded: "Peki, talebe bir şey eklemedim.",
  openPage: "Sayfayı aç",

  helpful: "Yararlı oldu",
  notHelpful: "Yararlı olmadı",
  thanksForHelpful: "Teşekkür ederim, yararlı olduğuma sevindim.",
  sorryNotHelpful: (contact: OfficeContact) =>
    `Yardımcı olamadığım için üzgünüm; değerlendirmeniz görevlilere iletildi. Neyin eksik ya da yanlış olduğunu yazarsanız onu da iletirim. İsterseniz destek talebi açayım, bir görevli yanıtlasın. Doğrudan ulaşmak için: ${contact.phone}, ${contact.mail}.`,
  reasonKept: "Açıklamanızı değerlendirmenizle birlikte görevlilere ilettim.",

  failed: (contact: OfficeContact) =>
    `Şu anda bir arıza nedeniyle yanıt veremiyorum. Biraz sonra yeniden yazın ya da e-İmza Şefliğine ulaşın: ${contact.phone}, ${contact.mail}.`,
  agentReplied: (number: string, agent: string) => `${number} numaralı talebinize yanıt (${agent}):`,
  agentRepliedByMail: (number: string, agent: string) =>
    `${number} numaralı talebinize yanıt (${agent}); e-posta adresinize de gönderiliyor:`,
  someAgent: "e-İmza Şefliği",
  statusChanged: (number: string, status: string) => `${number} numaralı talebinizin durumu: ${status}.`,
  solvedHint: (number: string) => `Sorununuz sürüyorsa “${number}: …” diye yazmanız yeterli; talep yeniden açılır.`,
};

export type Texts = typeof tr;

function named(ticket: string | undefined): string {
  return ticket ? `, konu satırına ${ticket} yazın` : "";
}

function reach(contact: OfficeContact): string {
  return `e-İmza Şefliğine sorabilirsiniz: ${contact.mail}, ${contact.phone}; Çağrı Merkezi: ${contact.callCentre}. İsterseniz destek talebi açayım.`;
}
