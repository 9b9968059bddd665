import { bilingual } from "./bilingual.ts";

/** The tab in Teams, before the console shows. */
export const teamsTabTexts = bilingual(
  {
    title: "Masa",
    lead: "Konsol, Teams hesabınızla açılıyor…",
    notHere: "Konsol burada açılamadı",
    notHereText: "Tarayıcıda açıp oturum açabilirsiniz; orada da aynı biletlerle çalışırsınız.",
    notSetUp: "Konsol bu kurulumda yalnız tarayıcıda açılıyor",
    notLinked: "Teams hesabınız masadaki hesabınıza bağlı değil",
    notLinkedText:
      "Bu sekme e-İmza Şefliği görevlileri içindir. Görevliyseniz konsolu tarayıcıda açın, “Hesabım” sayfasından bağlama kodu alıp bottaki sohbetinize yazın; sonra burayı yenileyin.",
    signedOut: "Oturumunuz kapatıldı",
    signedOutText: "Yeniden açmak için dokunun.",
    again: "Yeniden dene",
    inBrowser: "Tarayıcıda aç",
  },
  {
    title: "Desk",
    lead: "The console opens with your Teams account…",
    notHere: "The console could not be opened here",
    notHereText: "You can open it in the browser and sign in there, with the same tickets.",
    notSetUp: "Here the console opens in the browser only",
    notLinked: "Your Teams account is not linked with an account at the desk",
    notLinkedText:
      "This tab is for the staff of the e-signature office. If you are staff, open the console in the browser, get a code on the page “My account” and type it into your chat with the bot; then reload this tab.",
    signedOut: "You are signed out",
    signedOutText: "Tap to sign in again.",
    again: "Try again",
    inBrowser: "Open in the browser",
  },
);
