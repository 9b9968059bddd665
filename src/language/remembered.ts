/** Words remembered by one function; the common few thousand are most of what anybody writes. */
const MOST_WORDS = 20_000;
/** Longer ones come once and never again. */
const LONGEST_WORD = 40;

/** The same function of a word, computed once a word. In: a pure function whose results nobody changes. */
export function remembered<Result>(work: (word: string) => Result): (word: string) => Result {
  const known = new Map<string, Result>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined || known.has(word)) return found as Result;
    const result = work(word);
    if (word.length > LONGEST_WORD) return result;
    if (known.size >= MOST_WORDS) known.clear();
    known.set(word, result);
    return result;
  };
}
