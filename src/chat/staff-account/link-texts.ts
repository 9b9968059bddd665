import type { Language } from "../../core/knowledge.ts";

const tr = {
  linked: (name: string) =>
    `Teams hesabınız masadaki hesabınıza bağlandı: ${name}. Bildirimlerinizi buradan da alabilirsiniz; neyin geleceğini konsolda “Hesabım” sayfasında seçin.`,
  already: (name: string) => `Teams hesabınız zaten masadaki hesabınıza bağlı: ${name}.`,
  wrong:
    "Bu kod geçerli değil ya da süresi doldu. Konsolda “Hesabım” sayfasından yeni bir kod alıp 10 dakika içinde buraya yazın.",
  taken: "Bu Teams hesabı masada başka bir hesaba bağlı. Önce o hesabın “Hesabım” sayfasından bağlantıyı kaldırın.",
  tooMany: "Çok fazla kod denendi. 15 dakika sonra yeniden deneyin.",
  open: "Masada aç",
  many: (count: number) => `${count} bildirim:`,
};

/** What is said to members of staff in their own chat. */
export type LinkTexts = typeof tr;

const en: LinkTexts = {
  linked: (name) =>
    `Your Teams account is now linked with your account at the desk: ${name}. You can get your notices here; choose which on the page “My account” of the console.`,
  already: (name) => `Your Teams account is linked with your account at the desk already: ${name}.`,
  wrong:
    "This code is not valid, or no longer. Get a new one on the page “My account” of the console and type it here within 10 minutes.",
  taken:
    "This Teams account is linked with another account at the desk. Take that link back first, on the other's page “My account”.",
  tooMany: "Too many codes were tried. Try again in 15 minutes.",
  open: "Open at the desk",
  many: (count) => `${count} notices:`,
};

export const LINK_TEXTS: Readonly<Record<Language, LinkTexts>> = { tr, en };
