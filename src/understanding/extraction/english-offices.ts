import type { FoundOffice } from "./places.ts";
import type { RequestWords } from "./request-words.ts";

const NAME = "\\p{Lu}[\\p{L}'’-]*";
const KIND =
  "(?:Directorate(?: General)?|Department|Presidency|Command|Governorship|District Governorship|Office|Branch)";
const OF = `(?:\\s+of\\s+${NAME}(?:(?:\\s+|\\s+and\\s+|,\\s+|\\s+for\\s+)${NAME}){0,6})`;
/** "I work at the Antalya Provincial Directorate of Migration Management", "officer in the Kars Governorship". */
const WORKS_AT = new RegExp(
  `(?<!\\p{L})(?:work(?:s|ing)?|serv(?:e|es|ing)|employed|assigned|officer|staff|personnel|colleagues?)\\s+(?:\\p{Ll}+\\s+){0,2}?(?:at|in|for|from|of)\\s+(?:the\\s+)?((?:${NAME}\\s+){0,4}${KIND}(?!\\p{L})${OF}?)`,
  "gu",
);

/** Offices with an English name that somebody is said to work at. */
export function findEnglishOffices(text: string, words: RequestWords): FoundOffice[] {
  if (!/[a-z] (?:at|in|for|from|of) /.test(text)) return [];
  return [...text.matchAll(WORKS_AT)].map(({ 0: whole, 1: office = "", index }) => {
    const province = words.provinceOf(office.split(" ")[0] ?? "");
    const start = index + whole.length - office.length;
    return { office: office.replace(/\s+/g, " "), start, quote: office, ...(province && { province }) };
  });
}
