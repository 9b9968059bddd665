import type { AddressObject, EmailAddress, Headers } from "mailparser";
import { asciiLower } from "../../language/turkish-case.ts";
import type { Address } from "./mail-in-hand.ts";
import { oneLine } from "./tame.ts";

const PLAIN_ADDRESS = /^[^\s@<>",;:()[\]\\]{1,100}@[^\s@<>",;:()\\]{1,255}$/u;

/**
 * The people a header names, groups opened. The address is what stands between the angle brackets, never the display name,
 * even when that looks like another address. In: mailparser's headers, the header's name, how many people to take.
 */
export function addressesIn(headers: Headers, name: string, most: number): Address[] {
  const value = headers.get(name) as AddressObject | readonly AddressObject[] | undefined;
  if (!value) return [];
  const objects = Array.isArray(value) ? value : [value as AddressObject];
  return objects
    .flatMap((object) => object.value.flatMap(members))
    .slice(0, most)
    .map(tamed);
}

function members(entry: EmailAddress): EmailAddress[] {
  return entry.group ? entry.group.flatMap(members) : [entry];
}

function tamed({ address = "", name }: EmailAddress): Address {
  const shown = asciiLower(oneLine(address));
  const isAddress = PLAIN_ADDRESS.test(shown);
  const label = oneLine(name).normalize("NFC") || (isAddress ? "" : shown);
  return { address: isAddress ? shown : "", ...(label && { name: label.slice(0, 200) }) };
}
