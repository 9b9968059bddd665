import type { RequestField, RequestKind } from "../../../src/core/request.ts";
import type { RequestMaterial } from "../../../src/understanding/extraction/types.ts";

/** A mail with the entries it should give, fields by their normalised values. */
export interface ExpectedMail {
  readonly name: string;
  readonly mail: RequestMaterial;
  readonly people: readonly ExpectedPerson[];
  /** Values told without a person; left out where none are wanted or it does not matter. */
  readonly loose?: Readonly<Partial<Record<RequestField, string>>>;
}
export type ExpectedPerson = { readonly kind: RequestKind } & Readonly<Partial<Record<RequestField, string>>>;

/** The same person where a mail does not tell these of them. */
export function without(person: ExpectedPerson, ...fields: readonly (keyof ExpectedPerson)[]): ExpectedPerson {
  return Object.fromEntries(
    Object.entries(person).filter(([name]) => !fields.includes(name as keyof ExpectedPerson)),
  ) as ExpectedPerson;
}
