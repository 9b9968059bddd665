import type { Filter } from "../entrance.ts";
import type { SenderKeys } from "../sender-keys.ts";
import { holding } from "./part.ts";

/**
 * Filters for the mails that came from these addresses. While mails of a former version have no key yet, those are looked through:
 * slowly, for whoever is to be erased must not be missed.
 */
export function createMailsFrom(keys: SenderKeys, areAllKeyed: () => Promise<boolean>) {
  return async (addresses: readonly string[]): Promise<readonly Filter[]> => {
    if (addresses.length === 0) return [];
    const keyed = { senderKeys: { $in: addresses.map(keys.ofAddress) } };
    if (await areAllKeyed()) return [keyed];
    const unkeyed = { senderKeys: { $exists: false } };
    return [keyed, ...addresses.map((address) => ({ from: holding(address), ...unkeyed }))];
  };
}
