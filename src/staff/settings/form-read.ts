/** What a form asks for, or what is wrong with it, by the names of its fields. */
export type FormRead<Value, Fault extends string> =
  | { readonly value: Value }
  | { readonly faults: Readonly<Record<string, Fault>> };
