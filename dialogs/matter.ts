import { words } from "../src/language/tokens.ts";

/** Words of the call itself: the ticket, the person, the wish, the greeting. What is left of a message says what it is about. */
const CALL =
  /^(?:destek|sikayet\w*|ariza\w*|sorun\w*|problem\w*|complaint|tale[pb]\w*|kayit|kayd\w*|bilet\w*|ticket\w*|ac|acin\w*|acar|acma\w*|acmak|acalim|acil\w*|olustur\w*|iste\w*|bir|biri\w*|birisi\w*|bana|bize|beni|bizi|ben|sizin\w*|yetkili\w*|gorevli\w*|temsilci\w*|insan\w*|memur\w*|uzman\w*|personel\w*|kisi\w*|gercek|canli|musteri|gorus\w*|konus\w*|bagla\w*|aktar\w*|ara|arasin\w*|arayin\w*|arar\w*|aran\w*|donus|donsun\w*|lazim|gerek\w*|lutfen|acaba|rica|ederim|ediyorum|eder|evet|hayir|tamam|peki|merhaba\w*|selam\w*|iyi|gunler|calismalar|kolay|gelsin|konu|konuda|konum|yardim\w*|m[iu]|m[iu]s[iu]n\w*|m[iu]y[iu]m|ile|icin|hemen|simdi|yine|baska|daha|tane|yeni|ayri|farkli|diger|ikinci|another|de|da|var|i|want|would|like|need|please|open|create|raise|a|an|the|new|support|case|talk|speak|to|with|human|person|agent|someone|somebody|staff|real|call|me|can|could|you|hello|hi)$/;
/** How and when to be reached: told to the staff, yet no matter. */
const REACHING =
  /^(?:\d.*|numara\w*|telefon\w*|ne|zaman|gun\w*|cep|tel|no|adim|ismim|adres\w*|mail\w*|e|eposta\w*|posta\w*|dahili\w*|saat\w*|kadar|ulas\w*|musait\w*|once\w*|sonra\w*|ogle\w*|sabah\w*|aksam\w*|bugun|yarin|arasi\w*|ye|ya|e|a|te|ta|dan|den|my|number|is|phone|until|after|before|today|tomorrow|at)$/;
/** Said while somebody thinks, asks why they are asked, or tries what happens: no matter either. */
const EMPTY =
  /^(?:bilmi\w*|bilmem|bekle\w*|dur|neden|niye|nicin|ne|nasil|hmm?|h[aeiu]|ya|of+|sey|iste|yani|tamam\w*|hazir\w*|simdi|sonra|once|bi|bir|dakika|dk|saniye|evet|hayir|merhaba|selam|slm|lutfen|acil\w*|test\w*|deneme\w*|yardim\w*|why|what|how|wait|know|don|t|dont|not|sure|i|no|yes|ok|okay|hello|hi|help|a|e|o|bu|su|ki|yaz\w*)$/;
const LEAST_WORDS = 2;

/** Whether a call for a ticket or a person says what it is about ("sim kartım değişti destek talebi aç"), not only whom to call. */
export function tellsMatter(text: string): boolean {
  const left = words(text).filter(
    ({ text: word, form }) => !CALL.test(form) && !REACHING.test(form) && !word.includes("@"),
  );
  return left.length >= LEAST_WORDS;
}

/** Whether a message says anything that could be a matter; a single word ("form") could be any. */
export function hasSubstance(text: string): boolean {
  return words(text).filter(({ form }) => !EMPTY.test(form)).length >= LEAST_WORDS;
}
