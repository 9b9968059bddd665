import type { FieldValue, RequestField } from "../../core/request.ts";
import { joinedEssence } from "./joined-essence.ts";
import { groupLaidOver } from "./laid-over.ts";
import type { FoundPerson } from "./types.ts";

/** The same person, read from several places of one mail, becomes one; the surer value of a field stays. Linear in the people. */
export function mergePeople<Person extends FoundPerson>(found: readonly Person[]): Person[] {
  const people: Person[] = [];
  const byKey = new Map<string, number>();
  for (const person of found) {
    const keys = keysOf(person);
    const at = keys.map((key) => byKey.get(key)).find((index) => index !== undefined && fits(people[index], person));
    const index = at ?? people.length;
    const known = people[index];
    people[index] = known ? merged(known, person) : person;
    for (const key of keysOf(people[index] ?? person)) if (!byKey.has(key)) byKey.set(key, index);
  }
  return people;
}

function keysOf({ fields }: FoundPerson): string[] {
  const { nationalId, phone, name } = fields;
  return [
    ...(nationalId ? [`id ${nationalId.value}`] : []),
    ...(phone && !phone.problem ? [`phone ${phone.value}`] : []),
    ...(name ? [`name ${joinedEssence(name.value)}`] : []),
  ];
}

/** Two right numbers that differ are two people, whatever else agrees. */
function fits(known: FoundPerson | undefined, next: FoundPerson): boolean {
  if (!known) return false;
  const differ = (field: RequestField) => {
    const [a, b] = [known.fields[field], next.fields[field]];
    return a !== undefined && b !== undefined && a.value !== b.value;
  };
  if (differ("nationalId")) return false;
  const names = [known.fields.name, next.fields.name].map((name) => name && joinedEssence(name.value));
  const sameName = names[0] !== undefined && names[0] === names[1];
  const sameId =
    known.fields.nationalId !== undefined && known.fields.nationalId.value === next.fields.nationalId?.value;
  return sameId || (sameName ? !differ("phone") : names[0] === undefined || names[1] === undefined);
}

function merged<Person extends FoundPerson>(known: Person, next: Person): Person {
  const fields: Partial<Record<RequestField, FieldValue>> = { ...known.fields };
  for (const [name, value] of Object.entries(next.fields) as [RequestField, FieldValue][]) {
    const old = fields[name];
    const isSaidAtLast = old?.source.isConcluded && !value.source.isConcluded;
    if (!old || (old.problem && !value.problem) || isSaidAtLast) fields[name] = value;
  }
  const kind = known.kind ?? next.kind;
  const otherPhones = [...new Set([...known.otherPhones, ...next.otherPhones])];
  // Under two headings, what the first says goes before.
  const ofGroup = next.ofGroup ? groupLaidOver(next.ofGroup, known.ofGroup) : known.ofGroup;
  return { ...known, fields, otherPhones, ...(kind && { kind }), ...(ofGroup && { ofGroup }) };
}
