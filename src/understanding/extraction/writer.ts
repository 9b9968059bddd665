import { looksLikeName } from "./names.ts";
import { readField } from "./read-field.ts";
import type { RequestWords } from "./request-words.ts";
import type { RequestMaterial } from "./types.ts";

/** "Ayşe Yılmaz / Çorum Valiliği", "Ayşe Yılmaz - BİDB": what follows is no part of the name. */
const BEHIND_NAME = /\s+[-–—/|]\s+.*$|,\s.*@.*$/u;

/**
 * The person who writes a mail, by the name in its head. Out: first and last name without a title; undefined when it is the name of an
 * office or its mailbox ("Kırşehir Valiliği", "Yazı İşleri"), an address, or half a name.
 */
export function writerOf(sender: RequestMaterial["sender"], words: RequestWords): string | undefined {
  const read = readField(words, "name", (sender?.name ?? "").replace(BEHIND_NAME, ""));
  return read && !read.problem && looksLikeName(read.value, words) ? read.value : undefined;
}
