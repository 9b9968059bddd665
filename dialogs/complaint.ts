import { formsOf } from "../src/language/tokens.ts";
import { saysOnly } from "./says-only.ts";

/** The reply, what it does for the asker, and how the bot is spoken to: what a complaint about an answer is made of. Folded. */
const ABOUT_REPLY =
  /^(?:cevap\w*|cevab\w*|yanit\w*|bilgi|bilgin|bilginiz|bilgiler|soru\w*|sordug\w*|dedig\w*|bot|robot|sen|siz|bu|bunu|bunlar|benim|beni|bana|ben|ise|isime|hic|hicbir|bir|sey|seyi|pek|cok|yine|hala|da|de|ki|ya|ama|yani|boyle|answer\w*|reply|this|that|it|is|was|the|my|your|question|me|i|you|at|all|still)$/;
/** What is wrong of itself. */
const WRONG =
  /^(?:yanlis\w*|hatali\w*|sacma\w*|alakasiz\w*|ilgisiz\w*|yetersiz\w*|eksik\w*|kotu|berbat|yararsiz|faydasiz|gereksiz|wrong|incorrect|useless|unhelpful|nonsense)$/;
/** What is right, told to be not so. */
const RIGHT =
  /^(?:dogru|yeterli|faydali|yararli|yardimci|ilgili|alakali|cevab\w*|yanit\w*|sordug\w*|helpful|right|correct|useful|helped|help|answered)$/;
const NOT = /^(?:degil\w*|olmad[iu]\w*|olmuyor\w*|olamad\w*|not|isn|doesn|didn|wasn|don|t|does|did|no|never)$/;
/** What an answer failed to do, or the asker to see: yaramadı, vermedin, anlamadım, anlatamadım, çözülmedi, bulamadım. */
const FAILED =
  /^(?:yara|ver|anla|anlat|yanitla|cevapla|coz|cozul|karsila|bul|kavra)(?:[ae])?m(?:[ae]d[iu]\w*|iyor\w*|uyor\w*)$/;
const BESIDE =
  /^(?:maalesef|malesef|tesekkur\w*|ederim|sagol\w*|thanks|sorry|yardim\w*|verdig\w*|veriyor\w*|verdin\w*|biliyorsun\w*|soyledig\w*|soyluyor\w*|understand|understood|answer)$/;
const MOST_WORDS = 8;

/** Whether a message says nothing but that the last answer did not help ("bu cevap yanlış", "işime yaramadı", "anlamadım"). */
export function isComplaint(text: string): boolean {
  const forms = formsOf(text);
  if (forms.length > MOST_WORDS) return false;
  const isAllOfIt = saysOnly(forms, [ABOUT_REPLY, WRONG, RIGHT, NOT, FAILED, BESIDE]);
  return isAllOfIt && (forms.some((form) => WRONG.test(form) || FAILED.test(form)) || deniesRight(forms));
}

/** Whether a message begins with such a complaint and goes on with its reason ("işime yaramadı çünkü yenilemeyi soruyorum"). */
export function complainsFirst(text: string): boolean {
  const head = text.split(/çünkü|cunku|\bbecause\b|[,.;:!]/iu)[0] ?? "";
  return head.length < text.length && isComplaint(head);
}

/** "Doğru değil", "yardımcı olmadı", "not helpful", "I don't understand". */
function deniesRight(forms: readonly string[]): boolean {
  const isDenied = forms.some((form) => NOT.test(form));
  return isDenied && forms.some((form) => RIGHT.test(form) || /^understand/.test(form));
}

/** Anger at how it goes, whatever the matter. */
const ANGER =
  /^(?:rezalet\w*|rezil\w*|berbat\w*|sacma\w*|salak\w*|aptal\w*|of+|yeter|bikt\w*|sinir\w*|dalga|yazik|ayip|lanet\w*|kizgin\w*|versene\w*|soylesene\w*|baksana\w*|ridiculous|stupid|awful|terrible|idiot|garbage|joke)$/;
const AROUND_ANGER =
  /^(?:bune\w*|ne|nasil|bicim|sistem\w*|program\w*|uygulama|hizmet\w*|artik|gercekten|resmen|tam|mi|misin\w*|geciyor\w*|gecmeyin\w*|oldum|oluyorum|ettiniz|etti|diyorum|allah|allahim|askina|gibi|kadar|a|so|such|what|system|really|enough)$/;
/** "Bu ne biçim sistem", "cevap verin artık". */
const ANGRY_PAIRS = /\b(?:ne bicim|cevap ver(?:in|iniz)? artik|yeter artik|dalga mi|fed up)\b/;

/** Whether a message is nothing but anger: there is no matter in it to answer, and somebody to be brought. */
export function isAngry(text: string): boolean {
  const forms = formsOf(text);
  if (forms.length > MOST_WORDS) return false;
  const isAllOfIt = saysOnly(forms, [ANGER, AROUND_ANGER, ABOUT_REPLY, WRONG, FAILED, BESIDE, /^ver(?:in|iniz)?$/]);
  const isAnger = forms.some((form) => ANGER.test(form)) || ANGRY_PAIRS.test(forms.join(" "));
  return isAllOfIt && (isAnger || forms.some((form) => FAILED.test(form)));
}
