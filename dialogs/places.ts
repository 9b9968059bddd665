const PLACES: readonly RegExp[] = [
  /^(?:ilk\w*|birinci\w*|first)$/,
  /^(?:ikinci\w*|second)$/,
  /^(?:ucuncu\w*|third)$/,
  /^(?:dorduncu\w*|fourth)$/,
];
const LAST = /^(?:son|sonuncu\w*|last)$/;

/** Whether a word says a place in a list ("ikincisi", "sonuncusu"). Folded. */
export function isPlace(form: string): boolean {
  return LAST.test(form) || PLACES.some((pattern) => pattern.test(form));
}

/** What stands at the place a word says; nothing where it says none or the list is shorter. */
export function atPlace<Item>(items: readonly Item[], form: string): Item | undefined {
  return LAST.test(form) ? items.at(-1) : items[PLACES.findIndex((pattern) => pattern.test(form))];
}
