/**
 * Lower case for what people write: İ becomes i, I becomes ı, and nothing is left of a combining dot.
 * In: any text. Out: NFC text in Turkish lower case. For protocol text use `asciiLower`.
 * @public
 */
export function lower(text: string): string {
  return text.normalize("NFC").toLocaleLowerCase("tr-TR");
}

/**
 * Lower case for protocol text (header names, addresses, keywords): only A–Z change, so "MIME" stays
 * free of ı and non-ASCII letters stay as they came.
 */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
