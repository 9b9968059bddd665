import { isSameText } from "../../language/fold.ts";
import { laidOver } from "./laid-over.ts";
import type { PeopleInText } from "./people-in-text.ts";
import { readField } from "./read-field.ts";
import type { RequestWords } from "./request-words.ts";
import type { Fields, RequestMaterial } from "./types.ts";

/** What the writer's signature and address tell of a matter of their own. */
export function withSender(
  fields: Fields,
  { sender }: RequestMaterial,
  { signature, words }: { readonly signature: PeopleInText; readonly words: RequestWords },
): Fields {
  const { name, email } = sender ?? {};
  const read = name ? readField(words, "name", name) : undefined;
  const source = { kind: "sender" } as const;
  const known = {
    ...(email && { email: { value: email, source: { ...source, quote: email }, confidence: 0.9 } }),
    ...(read && !read.problem && name && { name: { ...read, source: { ...source, quote: name }, confidence: 0.7 } }),
    ...signature.shared,
    ...withoutDeskPhone(signature.people[0]?.fields ?? {}),
  };
  return laidOver(known, fields);
}

/** The telephone of an office, in a signature, is nobody's mobile. */
function withoutDeskPhone({ phone, ...others }: Fields): Fields {
  return phone && !phone.problem ? { phone, ...others } : others;
}

/** Whoever sends a list of others is their project lead (memo: requests come through the Proje Sorumluları). */
export function withLead(fields: Fields, { sender }: RequestMaterial): Fields {
  if (!sender?.name || fields.projectLead || (fields.name && isSameText(fields.name.value, sender.name))) return fields;
  const source = { kind: "sender", quote: sender.name } as const;
  return { ...fields, projectLead: { value: sender.name, source, confidence: 0.7 } };
}
