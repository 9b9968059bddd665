/** What stands in the place of a subject or a text that a mail did not have. Written for people to read, not to be understood. */
export const NO_SUBJECT = "(konu yok)";
export const NO_TEXT = "(E-postada okunabilir metin yok; varsa ekleri ve özgün hâli kayıtta.)";

/** What somebody really wrote: nothing, where only our own words stand in its place. */
export function written(text: string): string {
  return text === NO_SUBJECT || text === NO_TEXT ? "" : text;
}
