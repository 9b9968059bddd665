import type { Transaction } from "../core/ports.ts";
import type { RequestEntry, RequestField } from "../core/request.ts";
import { gapsOf } from "../core/request-completeness.ts";
import type { PersonKeys } from "../core/request-ports.ts";
import { isSameText } from "../language/fold.ts";
import type { ExtractedPerson, Fields } from "../understanding/extraction/types.ts";

/** An entry that may still be filled: its matter is neither done nor given up. */
export function isOpen({ state }: RequestEntry): boolean {
  return !["active", "expired", "invalidated", "rejected", "cancelled"].includes(state);
}

/** What a person is recognised by. Values that cannot be right recognise nobody. */
export function keysOf({ fields, otherPhones }: Pick<ExtractedPerson, "fields" | "otherPhones">): PersonKeys {
  const right = (field: RequestField) => (fields[field]?.problem ? undefined : fields[field]?.value);
  const [nationalId, phone, registryNumber, name] = [
    right("nationalId"),
    right("phone"),
    right("registryNumber"),
    fields.name?.value,
  ];
  return {
    phones: [...(phone ? [phone] : []), ...otherPhones],
    ...(nationalId && { nationalId }),
    ...(registryNumber && { registryNumber }),
    ...(name && { name }),
  };
}

/** The entry among these that is about the same person: by a number, else by the name. */
export async function findEntryOf(
  transaction: Transaction,
  person: ExtractedPerson,
  among: readonly RequestEntry[],
): Promise<RequestEntry | undefined> {
  if (among.length === 0) return undefined;
  const same = await transaction.requestsOfPerson(keysOf(person));
  const byNumber = among.find(({ number }) => same.some((entry) => entry.number === number));
  const { name } = person.fields;
  return (
    byNumber ?? (name && among.find((entry) => entry.fields.name && isSameText(entry.fields.name.value, name.value)))
  );
}

/** The one entry that waits for some of these fields; undefined when several do, for nobody may guess whose they are. */
export function waitingEntry(entries: readonly RequestEntry[], fields: Fields): RequestEntry | undefined {
  const waiting = entries.filter(
    (entry) => isOpen(entry) && gapsOf(entry).some(({ field }) => fields[field] && !fields[field].problem),
  );
  return waiting.length === 1 ? waiting[0] : undefined;
}
