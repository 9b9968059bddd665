import { bilingual } from "./bilingual.ts";

/** For every error code: what happened, and what to do about it. */
export const errorTexts = bilingual(
  {
    badRequest: { title: "İstek anlaşılamadı", remedy: "Geldiğiniz sayfaya dönüp bir daha deneyin." },
    notSignedIn: { title: "Oturumunuz açık değil", remedy: "Devam etmek için oturum açın." },
    wrongCredentials: { title: "E-posta ya da parola yanlış", remedy: "İkisini de denetleyip yeniden yazın." },
    notAllowed: { title: "Buna yetkiniz yok", remedy: "Gerekiyorsa yöneticinizden yetki isteyin." },
    notFound: {
      title: "Aradığınız kayıt yok",
      remedy: "Adresi ya da numarayı denetleyin; kayıt birleştirilmiş veya silinmiş olabilir.",
    },
    stale: {
      title: "Bu arada başkası değiştirdi",
      remedy: "Güncel durumu görüp kararınızı verin; yazdıklarınız duruyor.",
    },
    moveNotAllowed: {
      title: "Bu geçiş yapılamaz",
      remedy: "Kaydın şu anki durumu buna izin vermiyor. İzin verilen durumlardan birini seçin.",
    },
    tooLarge: { title: "Gönderilen çok büyük", remedy: "Metni kısaltın ya da bölerek gönderin." },
    tooManyRequests: { title: "Çok fazla deneme yapıldı", remedy: "15 dakika sonra yeniden deneyin." },
    conflict: { title: "Bu kayıt zaten var", remedy: "Var olan kaydı kullanın." },
    fileUnreadable: {
      title: "Ek açılamadı",
      remedy:
        "E-posta, eki ayırmaya yetecek süre ve bellekte okunamadı; yapısı bozuk ya da olağan dışı olabilir. Biletteki “Bu e-posta neden burada?” bağlantısından özgün e-postayı indirip e-posta programınızda açın ya da gönderenden eki yeniden isteyin.",
    },
    busy: {
      title: "Şu anda çok sayıda ek açılıyor",
      remedy: "Birkaç saniye bekleyip eki yeniden açın.",
    },
    unavailable: {
      title: "Hizmet şu an kullanılamıyor",
      remedy: "Birkaç dakika sonra yeniden deneyin; sürerse sistem yöneticisine haber verin.",
    },
    unexpected: {
      title: "Beklenmeyen bir hata oldu",
      remedy: "Yeniden deneyin; sürerse sistem yöneticisine haber verin.",
    },
    kept: "Yazdıklarınız bu sekmede saklı; geldiğiniz sayfada yerine konur.",
    toForm: "Yazdıklarıma dön",
    toTickets: "Biletlere dön",
    toSignIn: "Oturum aç",
  },
  {
    badRequest: {
      title: "The request could not be understood",
      remedy: "Go back to the page you came from and try once more.",
    },
    notSignedIn: { title: "You are not signed in", remedy: "Sign in to continue." },
    wrongCredentials: { title: "The address or the password is wrong", remedy: "Check both and type them again." },
    notAllowed: {
      title: "You are not allowed to do this",
      remedy: "Ask your administrator for the permission if you need it.",
    },
    notFound: {
      title: "There is no such record",
      remedy: "Check the address or the number; the record may have been merged or erased.",
    },
    stale: {
      title: "Somebody changed this meanwhile",
      remedy: "Look at the current state and decide; what you wrote is kept.",
    },
    moveNotAllowed: {
      title: "This move is not possible",
      remedy: "The record's present state does not allow it. Choose one of the allowed states.",
    },
    tooLarge: { title: "What was sent is too large", remedy: "Shorten the text or send it in parts." },
    tooManyRequests: { title: "Too many attempts", remedy: "Try again in 15 minutes." },
    conflict: { title: "This record is already there", remedy: "Use the one that exists." },
    fileUnreadable: {
      title: "The attachment could not be opened",
      remedy:
        "The mail could not be read in the time and memory set aside for taking out a file; its structure may be broken or unusual. Download the raw mail under “Why is this mail here?” on the ticket and open it in your mail program, or ask the sender to send the file again.",
    },
    busy: {
      title: "Many attachments are being opened at the moment",
      remedy: "Wait a few seconds and open the attachment again.",
    },
    unavailable: {
      title: "The service is not available at the moment",
      remedy: "Try again in a few minutes; if it goes on, tell the system administrator.",
    },
    unexpected: {
      title: "Something unexpected went wrong",
      remedy: "Try again; if it goes on, tell the system administrator.",
    },
    kept: "What you wrote is kept in this tab; it is put back on the page you came from.",
    toForm: "Back to what I wrote",
    toTickets: "Back to the tickets",
    toSignIn: "Sign in",
  },
);
