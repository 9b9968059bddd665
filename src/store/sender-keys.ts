import { asciiLower } from "../language/turkish-case.ts";
import type { Cipher } from "./cipher.ts";

/** An address wherever it stands in a header: bare, or in angle brackets after a name. */
const ADDRESS = /[^\s<>()[\]:;,"@]+@[^\s<>()[\]:;,"@]+/g;

/** What mails are found by from their senders: a blind index an address, so that no second copy of the address lies in an index. */
export interface SenderKeys {
  /** Of every address in a From header, as it came. */
  ofHeader(from: string): string[];
  ofAddress(address: string): string;
}

export function createSenderKeys(cipher: Pick<Cipher, "blindIndex">): SenderKeys {
  const ofAddress = (address: string) => cipher.blindIndex(`sender:${asciiLower(address)}`);
  return {
    ofAddress,
    ofHeader: (from) => [...new Set((from.match(ADDRESS) ?? []).map(bare).map(ofAddress))],
  };
}

/** Without the quotes and the full stop that a header may have around an address. */
function bare(address: string): string {
  return address.replace(/^'+|['.]+$/g, "");
}
