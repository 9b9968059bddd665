import addressparser from "nodemailer/lib/addressparser";
import { asciiLower } from "../../language/turkish-case.ts";
import { decodeHeader } from "./encoded-words.ts";
import type { Address } from "./mail-in-hand.ts";

/** An address list is read this far, in characters. */
const LONGEST_LIST = 64 * 1024;
const PLAIN_ADDRESS = /^[^\s@<>",;:()[\]\\]{1,100}@[^\s@<>",;:()\\]{1,255}$/u;

/**
 * The people a header names (RFC 5322 §3.4), groups opened. The address is what stands between the angle brackets, never
 * the display name, even when that looks like another address. In: the header's bytes as latin-1 text.
 */
export function readAddresses(raw: string | undefined, most: number): Address[] {
  if (!raw) return [];
  // Encoded words stay encoded until the list is taken apart: a decoded comma or bracket must not become structure.
  const parsed = addressparser(raw.slice(0, LONGEST_LIST), { flatten: true });
  return parsed.slice(0, most).map(({ address = "", name = "" }) => {
    const said = decodeHeader(name);
    const shown = asciiLower(decodeHeader(address).replace(/^<|>$/g, ""));
    const isAddress = PLAIN_ADDRESS.test(shown);
    const label = said || (isAddress ? "" : shown);
    return { address: isAddress ? shown : "", ...(label && { name: label.slice(0, 200) }) };
  });
}
