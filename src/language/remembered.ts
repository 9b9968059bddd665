/** Words remembered by one function; the common few thousand are most of what anybody writes. */
const MOST_WORDS = 20_000;
/** Longer ones come once and never again. */
const LONGEST_WORD = 40;

/** The same function of an object, computed once as long as the object is there. In: a pure function of what nobody changes any more. */
export function rememberedOf<Key extends object, Result>(work: (key: Key) => Result): (key: Key) => Result {
  const known = new WeakMap<Key, Result>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const result = work(key);
    known.set(key, result);
    return result;
  };
}

/** The same function of a word, or of other texts up to a length, computed once each. In: a pure function whose results nobody changes. */
export function remembered<Result>(
  work: (word: string) => Result,
  { most = MOST_WORDS, longest = LONGEST_WORD } = {},
): (word: string) => Result {
  const known = new Map<string, Result>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined || known.has(word)) return found as Result;
    const result = work(word);
    if (word.length > longest) return result;
    if (known.size >= most) known.clear();
    known.set(word, result);
    return result;
  };
}
