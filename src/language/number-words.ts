const UNITS: Readonly<Record<string, number>> = {
  sifir: 0,
  bir: 1,
  iki: 2,
  uc: 3,
  dort: 4,
  bes: 5,
  alti: 6,
  yedi: 7,
  sekiz: 8,
  dokuz: 9,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
};
const TENS: Readonly<Record<string, number>> = {
  on: 10,
  yirmi: 20,
  otuz: 30,
  kirk: 40,
  elli: 50,
  altmis: 60,
  yetmis: 70,
  seksen: 80,
  doksan: 90,
  ten: 10,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** "altmisbes", "yetmisalti" */
const JOINED: ReadonlyMap<string, number> = new Map(
  Object.entries(TENS).flatMap(([word, tens]) =>
    Object.entries(UNITS).flatMap(([unit, number]) => (number > 0 ? [[word + unit, tens + number] as const] : [])),
  ),
);

const FIRST_WORDS: ReadonlySet<string> = new Set([...Object.keys(UNITS), ...Object.keys(TENS), ...JOINED.keys()]);

/** Whether a number in words may begin with this one: nearly all words are cleared by one look. */
export function beginsNumber(form: string): boolean {
  return FIRST_WORDS.has(form);
}

/** A number spelled out, and how many words it took. */
export interface SpelledNumber {
  readonly value: string;
  readonly words: number;
}

/**
 * Reads a number written in words at the start of a list of folded words: "yetmis alti yetmis" is 76,70 (two numbers
 * below a hundred in a row are lira and kuruş), "altmisbes" is 65. Out: the digits, or undefined when there is none.
 * A lone "bir"/"one" is an article more often than a number and is left alone.
 */
export function spelledNumber(forms: readonly string[]): SpelledNumber | undefined {
  const first = belowHundred(forms);
  if (!first || (first.words === 1 && (forms[0] === "bir" || forms[0] === "one"))) return undefined;
  const second = belowHundred(forms.slice(first.words));
  const isPrice = second !== undefined && first.number >= 10 && second.number >= 10;
  if (!isPrice) return { value: String(first.number), words: first.words };
  return { value: `${first.number},${second.number}`, words: first.words + second.words };
}

function belowHundred(forms: readonly string[]): { number: number; words: number } | undefined {
  const [first = "", second = ""] = forms;
  const joined = JOINED.get(first);
  if (joined !== undefined) return { number: joined, words: 1 };
  const tens = TENS[first];
  if (tens === undefined) {
    const unit = UNITS[first];
    return unit === undefined ? undefined : { number: unit, words: 1 };
  }
  const unit = UNITS[second];
  return unit === undefined || unit === 0 ? { number: tens, words: 1 } : { number: tens + unit, words: 2 };
}
