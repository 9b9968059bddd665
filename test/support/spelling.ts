/* How people write names and numbers. */

export const upper = (text: string) => text.toLocaleUpperCase("tr");

const PLAIN: Readonly<Record<string, string>> = {
  ç: "c",
  ğ: "g",
  ı: "i",
  ö: "o",
  ş: "s",
  ü: "u",
  â: "a",
  Ç: "C",
  Ğ: "G",
  İ: "I",
  Ö: "O",
  Ş: "S",
  Ü: "U",
};
/** Without Turkish letters. */
export const plain = (text: string) => text.replace(/[çğıöşüâÇĞİÖŞÜ]/g, (letter) => PLAIN[letter] ?? letter);

interface Named {
  readonly name: string;
}
export const given = ({ name }: Named) => name.split(" ").slice(0, -1).join(" ");
export const surname = ({ name }: Named) => name.split(" ").at(-1) ?? "";
/** "Ömer Faruk TAŞ" */
export const withCapitalSurname = (person: Named) => `${given(person)} ${upper(surname(person))}`;

/** A phone (E.164) written by a pattern: "#" stands for its next digit, of ten ("532…"). */
export const spelt = ({ phone }: { readonly phone: string }, pattern: string) => inPlaces(phone.slice(3), pattern);
/** A T.C. kimlik no written by a pattern, of eleven digits. */
export const idSpelt = ({ nationalId }: { readonly nationalId: string }, pattern: string) =>
  inPlaces(nationalId, pattern);

function inPlaces(digits: string, pattern: string): string {
  let at = 0;
  return pattern.replace(/#/g, () => digits[at++] ?? "");
}
