const ALPHABET = new Intl.Collator("tr");

/** Order of the Turkish alphabet (Ç after C, İ after I, Ş after S), for `sort`: negative when `a` comes first. */
export function inTurkishOrder(a: string, b: string): number {
  return ALPHABET.compare(a, b);
}
