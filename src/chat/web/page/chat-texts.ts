import type { Language } from "../../../core/knowledge.ts";

const tr = {
  title: "Mobil İmza Yardımcısı",
  office: "e-İmza Şefliği",
  newChat: "Yeni sohbet",
  newStarted: "Yeni sohbet başladı.",
  backToChat: "Önceki sohbete dön",
  otherLanguage: "English",
  log: "Sohbet",
  you: "Siz",
  bot: "Yardımcı",
  placeholder: "Sorunuzu yazın…",
  input: "Mesajınız",
  send: "Gönder",
  suggestions: "Önerilen yanıtlar",
  typing: "Yardımcı yazıyor",
  failed: "Gönderilemedi.",
  retry: "Yeniden dene",
  offline: "Bağlantı kurulamıyor. İnternet bağlantınızı kontrol edin; bağlantı gelince kendiliğinden sürecek.",
  tooMany: "Çok hızlı yazdınız. Bir dakika sonra yeniden deneyin.",
  note: "T.C. kimlik numarası, PIN ve parola yazmayın.",
  noScript: "Bu sayfa JavaScript ile çalışır. Tarayıcınızda JavaScript'i açın ya da e-İmza Şefliğine e-posta yazın.",
};

/** What the chat page itself says; what the bot says stands in dialogs/texts. */
export type ChatTexts = typeof tr;

const en: ChatTexts = {
  title: "Mobile Signature Assistant",
  office: "e-İmza Şefliği",
  newChat: "New chat",
  newStarted: "A new chat has begun.",
  backToChat: "Back to the previous chat",
  otherLanguage: "Türkçe",
  log: "Conversation",
  you: "You",
  bot: "Assistant",
  placeholder: "Write your question…",
  input: "Your message",
  send: "Send",
  suggestions: "Suggested replies",
  typing: "The assistant is typing",
  failed: "Not sent.",
  retry: "Try again",
  offline: "No connection. Check your network; the chat goes on by itself when it is back.",
  tooMany: "That was too fast. Please try again in a minute.",
  note: "Do not write identity numbers, PINs or passwords.",
  noScript: "This page needs JavaScript. Switch it on in your browser, or write to the e-İmza Şefliği by e-mail.",
};

export const CHAT_TEXTS: Readonly<Record<Language, ChatTexts>> = { tr, en };
