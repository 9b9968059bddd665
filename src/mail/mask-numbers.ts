const MASK = "•••";
const ELEVEN_DIGITS = /(?<!\d)[1-9]\d{10}(?!\d)/g;
/** Turkish mobile numbers in the spellings people use: 0532 000 00 00, +90 (532) 000-00-00, 5320000000. */
const MOBILE = /(?<!\d)(?:\+?90[\s.-]?|0)?\(?5\d{2}\)?[\s.-]?\d{3}[\s.-]?\d{2}[\s.-]?\d{2}(?!\d)/g;

/** Covers T.C. kimlik numbers: eleven digits that fulfil both checksums. Nothing we send carries one. */
export function maskNationalIds(text: string): string {
  return text.replace(ELEVEN_DIGITS, (digits) => (isNationalId(digits) ? MASK : digits));
}

/** Covers personal numbers in a quotation: T.C. kimlik numbers and mobile phones. Landlines of offices stay. */
export function maskPersonalNumbers(text: string): string {
  return maskNationalIds(text).replace(MOBILE, MASK);
}

/** The two check digits of a T.C. kimlik no: from the odd and even places, and from the sum of the first ten. */
function isNationalId(text: string): boolean {
  const digits = [...text].map(Number);
  const sum = (places: readonly number[]): number => places.reduce((total, place) => total + (digits[place] ?? 0), 0);
  const tenth = (((sum([0, 2, 4, 6, 8]) * 7 - sum([1, 3, 5, 7])) % 10) + 10) % 10;
  return tenth === digits[9] && sum([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) % 10 === digits[10];
}
