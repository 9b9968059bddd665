/** Shorter words are too near each other. */
const SHORTEST = 5;
const LONGEST = 20;
const MOST_WORDS = 4;
const MOST_WAYS = 3;

/**
 * Mends slips of the fingers in short texts: "biirmi" is "birimi". In: the folded words that are known. Out: what gives a folded text
 * with every long word that is not known replaced by a known one that is a single slip away, in all ways; none where a word stays unknown.
 */
export function slipMender(known: ReadonlySet<string>): (text: string) => readonly string[] {
  const long = [...known].filter((word) => word.length >= SHORTEST - 1);
  const mend = (word: string) => {
    if (known.has(word)) return [word];
    if (word.length < SHORTEST || word.length > LONGEST) return [];
    return long.filter((other) => other[0] === word[0] && isOneSlip(word, other)).slice(0, MOST_WAYS);
  };
  return (text) => {
    const words = text.split(" ");
    if (words.length > MOST_WORDS) return [];
    return words
      .map(mend)
      .reduce<string[]>((ways, meant) => ways.flatMap((way) => meant.map((word) => `${way} ${word}`)), [""])
      .map((way) => way.slice(1));
  };
}

/** Two letters exchanged, one wrong, one too many or one missing. */
function isOneSlip(written: string, meant: string): boolean {
  const longer = written.length - meant.length;
  if (Math.abs(longer) > 1) return false;
  let at = 0;
  while (at < written.length && written[at] === meant[at]) at += 1;
  if (longer === 1) return written.slice(at + 1) === meant.slice(at);
  if (longer === -1) return written.slice(at) === meant.slice(at + 1);
  const isExchanged = written[at] === meant[at + 1] && written[at + 1] === meant[at];
  return (
    written.slice(at + 1) === meant.slice(at + 1) || (isExchanged && written.slice(at + 2) === meant.slice(at + 2))
  );
}
