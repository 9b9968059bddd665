import { isMasked, maskNumber, maskPersonalData, maskThisNumber } from "../core/personal-data.ts";
import { type FieldValue, PERSONAL_FIELDS, type PersonalField, type RequestEntry } from "../core/request.ts";
import type { UnmaskedRequest } from "../core/request-ports.ts";
import type { Cipher } from "./cipher.ts";
import { bytesOf, fromStored, toStored } from "./documents.ts";
import type { Stored } from "./models.ts";
import type { PersonalTerms } from "./personal-terms.ts";

/** A sealed value, with the key it is found by. */
interface SealedValue {
  readonly data: unknown;
  readonly key: string;
}

/** What a request document keeps beside the core's own shape. */
interface Sealed {
  readonly values: Readonly<Partial<Record<PersonalField, SealedValue>>>;
  readonly passage?: unknown;
}

/** How request entries are stored: personal values masked in their fields, the originals sealed beside them. */
export interface StoredRequests {
  /** The document of an entry; `before` is the stored one it replaces, whose sealed values stay where the new ones are masked. */
  toDocument(entry: RequestEntry, before?: object): Stored;
  fromDocument(document: object): RequestEntry;
  unmasked(document: object): UnmaskedRequest;
}

export function createStoredRequests(cipher: Cipher, terms: PersonalTerms): StoredRequests {
  const sealText = (text: string) => cipher.seal(Buffer.from(text));
  const openText = (data: unknown) => {
    const bytes = bytesOf(data);
    return bytes && cipher.open(bytes).toString();
  };

  function sealedValues(entry: RequestEntry, before: Sealed | undefined): Sealed["values"] {
    const values = PERSONAL_FIELDS.flatMap((field): [PersonalField, SealedValue][] => {
      const value = entry.fields[field]?.value;
      if (!value) return [];
      const kept = before?.values[field];
      if (kept && isMasked(value)) return [[field, kept]];
      return [[field, { data: sealText(value), key: terms.blindIndex(field, value) }]];
    });
    return Object.fromEntries(values);
  }

  function sealedPassage({ passage }: RequestEntry, before: Sealed | undefined): unknown {
    if (!passage) return undefined;
    return before?.passage && isMasked(passage) ? before.passage : sealText(passage);
  }

  return {
    toDocument(entry, before) {
      const sealedBefore = (before as Stored | undefined)?.sealed as Sealed | undefined;
      const values = sealedValues(entry, sealedBefore);
      const passage = sealedPassage(entry, sealedBefore);
      const { registryNumber, name } = entry.fields;
      const keys = [
        ...Object.values(values).map(({ key }) => key),
        ...terms.keysOf({
          ...(registryNumber && { registryNumber: registryNumber.value }),
          ...(name && { name: name.value }),
        }),
      ];
      const shown = masked(entry);
      return {
        ...toStored(shown),
        person: personOf(shown),
        sealed: { values, ...(passage !== undefined && { passage }) },
        personKeys: keys,
        searchTerms: [...new Set([...keys, ...terms.termsOf(searchedText(entry))])],
      };
    },
    fromDocument: (document) => fromStored<RequestEntry>(document),
    unmasked(document) {
      const sealed = (document as Stored).sealed as Sealed | undefined;
      const values = PERSONAL_FIELDS.flatMap((field): [PersonalField, string][] => {
        const value = openText(sealed?.values[field]?.data);
        return value === undefined ? [] : [[field, value]];
      });
      const passage = openText(sealed?.passage);
      return { values: Object.fromEntries(values), ...(passage !== undefined && { passage }) };
    },
  };
}

/** The entry as everybody may see it. A number is masked in the passage and the quotes however it was spelt there. */
function masked(entry: RequestEntry): RequestEntry {
  const numbers = PERSONAL_FIELDS.flatMap((field) => {
    const value = entry.fields[field]?.value;
    return value && !isMasked(value) ? [{ kind: field, value }] : [];
  });
  const hide = (text: string) =>
    numbers.reduce((left, { kind, value }) => maskThisNumber(left, kind, value), maskPersonalData(text));
  const fields = Object.entries(entry.fields).map(([name, field]): [string, FieldValue] => {
    const kind = PERSONAL_FIELDS.find((personal) => personal === name);
    const { quote, place } = field.source;
    const value = kind ? maskedValue(kind, field.value) : hide(field.value);
    return [
      name,
      {
        ...field,
        value,
        source: { ...field.source, ...(quote && { quote: hide(quote) }), ...(place && { place: hide(place) }) },
      },
    ];
  });
  return {
    ...entry,
    fields: Object.fromEntries(fields),
    history: entry.history.map((step) => (step.reason ? { ...step, reason: hide(step.reason) } : step)),
    ...(entry.passage && { passage: hide(entry.passage) }),
  };
}

/** Masking twice would hide the digits that tell people apart. */
function maskedValue(kind: PersonalField, value: string): string {
  return isMasked(value) ? value : maskNumber(kind, value);
}

/** Who the entry is about, for programs that read the collection. */
function personOf({ fields }: RequestEntry): Record<string, string> {
  const names = ["name", "nationalId", "registryNumber", "phone", "email"] as const;
  return Object.fromEntries(names.flatMap((name) => (fields[name] ? [[name, fields[name].value]] : [])));
}

function searchedText({ number, ticket, kind, fields }: RequestEntry): string {
  const { name, registryNumber, unit, province, email, operator } = fields;
  const values = [name, registryNumber, unit, province, email, operator].map((field) => field?.value);
  return [number, ticket, kind, ...values].filter(Boolean).join(" ");
}
