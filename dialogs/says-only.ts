/** Whether a message is made of such words alone: each fits one of the patterns. In: its folded words. */
export function saysOnly(forms: readonly string[], patterns: readonly RegExp[]): boolean {
  return forms.every((form) => patterns.some((pattern) => pattern.test(form)));
}
