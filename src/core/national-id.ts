/** What cannot be right about a T.C. kimlik no. */
export type NationalIdFault = "length" | "checksum";

/**
 * The digits of a T.C. kimlik no in any spelling ("100 000 001 46", "100-000-001-46"): everything but digits is dropped.
 * In: what was written. Out: digits only, "" when there are none.
 */
export function nationalIdDigits(text: string): string {
  return text.replace(/\D+/g, "");
}

/**
 * Checks the eleven digits: the first is not 0, d10 = (7·(d1+d3+d5+d7+d9) − (d2+d4+d6+d8)) mod 10 and d11 = (d1+…+d10) mod 10.
 * Source: tr.wikipedia.org/wiki/Türkiye_Cumhuriyeti_Kimlik_Numarası (the rule of the Nüfus ve Vatandaşlık İşleri, which publishes none itself).
 * In: digits only. Out: undefined when they are right, else what is wrong.
 */
export function nationalIdFault(digits: string): NationalIdFault | undefined {
  if (!/^[1-9]\d{10}$/.test(digits)) return "length";
  const digit = [...digits].map(Number);
  const sum = (places: readonly number[]) => places.reduce((total, place) => total + (digit[place] ?? 0), 0);
  const odd = sum([0, 2, 4, 6, 8]);
  const even = sum([1, 3, 5, 7]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  const eleventh = (odd + even + tenth) % 10;
  return digit[9] === tenth && digit[10] === eleventh ? undefined : "checksum";
}

export function isNationalId(digits: string): boolean {
  return nationalIdFault(digits) === undefined;
}
