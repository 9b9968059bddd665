/** A Turkish phone number. `e164` is "+90" and ten digits. */
export interface TurkishPhone {
  readonly kind: "mobile" | "fixed" | "service";
  readonly e164: string;
}

const EXTENSION = /(?:dahili|dah\.?|ext\.?|iç hat)\s*:?\s*\d+\s*$/i;
const KINDS: readonly [pattern: RegExp, kind: TurkishPhone["kind"]][] = [
  [/^5\d{9}$/, "mobile"],
  [/^[2-4]\d{9}$/, "fixed"],
  [/^(?:8\d|9\d)\d{8}$/, "service"],
];

/**
 * Reads one Turkish phone number in any spelling: "0 532 000 00 00", "+90 (532) 000-00-00", "90532…", "(0532) 000.00.00", "532…".
 * The numbering plan gives 5xx to mobile, 2xx–4xx to geographic and 8xx–9xx to service numbers (BTK, Numaralandırma Yönetmeliği;
 * ITU-T E.164 for +90). A number's operator cannot be read off it: numbers are ported.
 * In: the text of one number. Out: undefined when it is not one.
 */
export function readTurkishPhone(text: string): TurkishPhone | undefined {
  const number = text.replace(EXTENSION, "");
  if (/\p{L}/u.test(number)) return undefined;
  const national = nationalDigits(number.replace(/\D+/g, ""));
  const kind = KINDS.find(([pattern]) => pattern.test(national))?.[1];
  return kind && { kind, e164: `+90${national}` };
}

/** "0532 000 00 00" for "+905320000000"; other text comes back as it is. */
export function formatTurkishPhone(e164: string): string {
  return e164.replace(/^\+90(\d{3})(\d{3})(\d{2})(\d{2})$/, "0$1 $2 $3 $4");
}

function nationalDigits(digits: string): string {
  return digits
    .replace(/^00/, "")
    .replace(/^90(?=0?\d{10}$)/, "")
    .replace(/^0(?=\d{10}$)/, "");
}
