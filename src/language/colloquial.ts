/** How people write spoken endings, and the written ones they stand for; on folded words. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/([iu])yom$/, "$1yorum"],
  [/([iu])yoz$/, "$1yoruz"],
  [/([iu])yon$/, "$1yorsun"],
  [/([iu])yonuz$/, "$1yorsunuz"],
  [/([iu])yolar$/, "$1yorlar"],
  [/([iu])yo$/, "$1yor"],
  [/([iu])yomu$/, "$1yormu"],
  [/([ae])?[iu]?caz$/, "acagiz"],
  [/([ae])?[iu]?cez$/, "ecegiz"],
  [/([ae])?[iu]?cam$/, "acagim"],
  [/([ae])?[iu]?cem$/, "ecegim"],
  [/([^aeiu])cak$/, "$1acak"],
  [/([^aeiu])cek$/, "$1ecek"],
];

/** People and things that merely sound like spoken verbs. */
const NO_VERB = /^((ho|am|ko|tey)[cz]|gercek|cicek|bocek|ancak|sicak|bicak|kucak|ocak|bacak|ucak|yaprak)/;

/** "gidiyo" becomes "gidiyor", "yapcam" becomes "yapacagim"; any other word comes back as it is. Folded in, folded out. */
export function written(form: string): string {
  if (form.length < 5 || NO_VERB.test(form)) return form;
  for (const [spoken, ending] of SPOKEN) {
    if (spoken.test(form)) return form.replace(spoken, ending);
  }
  return form;
}

const VERB_ENDING =
  /([iu]yor(um|uz|sun|sunuz|lar|du|mus|mu)?|[ae]ca[kg](im|iz|lar|ti|mi)?|[ae]ce[kg](im|iz|ler|ti|mi)?|m[ae]l[iu](yim|yiz)?|[ae]bil(ir|iyor|di|en|mek|ecek).*|m[ae][kg]|[dt][iu](m|k|n|niz|nuz|lar|ler)|mist?[iu]?[mk]?|d[iu]g[iu]\w*|t[iu]g[iu]\w*|[iu]nc[ae])$/;

/** Whether a folded word looks like a verb: it says what is done, hardly ever what about. */
export function isVerbLike(form: string): boolean {
  return form.length > 5 && VERB_ENDING.test(form);
}

const FIRST_PERSON =
  /(m[ae]l[iu]y[iu][mz]|[ae]c[ae]g[iu][mz]|[ae]y[iu]m|[ae]l[iu]m|[iu]yoru[mz]|[ae]bilir[iu][mz]|[ae]m[ae]m|s[ae][mk])$/;

/** Whether a folded verb speaks of the writer ("gitmeliyim", "vereceğiz"), not of a thing ("gidiyor"). */
export function isFirstPerson(form: string): boolean {
  return form.length > 5 && FIRST_PERSON.test(form);
}

/** Whether a folded verb asks or says that something can be done ("alabilir", "kullanabiliyor"). */
export function isAbility(form: string): boolean {
  return /[ae]bil(ir|iyor|di|ecek|mek|me|sin|seler|se)/.test(form);
}

const STATED = /([dt][iu]([mk]|ler|lar)?|[iu]yor(um|uz|lar)?|m[iu]s(t[iu][mk]?)?)$/;

/** Whether a folded word can end a statement ("değiştirdim", "kullanıyorum"), not a question or a noun. */
export function endsStatement(form: string): boolean {
  return form === "yok" || form === "var" || (form.length > 4 && STATED.test(form));
}

const GLUED_PARTICLE =
  /(d[iu]|t[iu]|yor|[ae]c[ae]k|m[iu]s|var|yok|icin|gerek|lazim|sart|dahil|mumkun|l[iu]|[dt][ae]|[aeiu]r)m[iu](y[iu][mz]|s[iu]n([iu]z)?|d[iu]r)?$/;

/** "adımı" ends like "bitti mi" and asks nothing. */
const SHORTEST_ASKING = 5;

/** Whether a folded word has the asking "mi" written onto it ("başladımı", "varmı", "faturalımı"), as hurried people do. */
export function asksByEnding(form: string): boolean {
  return (form.length > SHORTEST_ASKING || /^(var|yok)m[iu]$/.test(form)) && GLUED_PARTICLE.test(form);
}
