import { REQUEST_FIELDS, type RequestField } from "../../../src/core/request.ts";
import { fold } from "../../../src/language/fold.ts";
import { lower } from "../../../src/language/turkish-case.ts";
import type { ExtractedPerson, Fields, RequestExtractor } from "../../../src/understanding/extraction/types.ts";
import type { ExpectedMail, ExpectedPerson } from "./expected-mails.ts";

export interface Score {
  /** Found and right, found and wrong, wanted and not found. */
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export interface Scores {
  readonly people: Score;
  readonly kind: Score;
  readonly fields: Readonly<Record<RequestField, Score>>;
  /** One line for every difference; people are made up, so values may be shown. */
  readonly differences: readonly string[];
}

type Counts = { right: number; wrong: number; missed: number };
const zero = (): Counts => ({ right: 0, wrong: 0, missed: 0 });
const ratio = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
export const precision = ({ right, wrong }: Score) => ratio(right, right + wrong);
export const recall = ({ right, missed }: Score) => ratio(right, right + missed);

/** Compares what is extracted with what is expected, person by person: those with the same number, else the same name. */
export async function scoreExtraction(extractor: RequestExtractor, mails: readonly ExpectedMail[]): Promise<Scores> {
  const fields = Object.fromEntries(REQUEST_FIELDS.map((field) => [field, zero()])) as Record<RequestField, Counts>;
  const scores = { people: zero(), kind: zero(), fields, differences: [] as string[] };
  for (const { name, mail, people: expected, loose } of mails) {
    const extraction = await extractor.extract(mail);
    const found = [...extraction.people];
    if (loose) compareFields(extraction.loose, loose, scores, `${name}: told of nobody`);
    for (const wanted of expected) {
      const at = found.findIndex((person) => isSame(person, wanted));
      const [person] = at < 0 ? [] : found.splice(at, 1);
      if (person) comparePerson(person, wanted, scores, name);
      else {
        scores.people.missed += 1;
        scores.differences.push(`${name}: ${wanted.name ?? "?"} not found`);
      }
    }
    scores.people.wrong += found.length;
    const values = found.map((extra) => JSON.stringify(Object.values(extra.fields).map(({ value }) => value)));
    scores.differences.push(...values.map((value) => `${name}: nobody like ${value}`));
  }
  return scores;
}

interface OpenScores {
  readonly people: Counts;
  readonly kind: Counts;
  readonly fields: Record<RequestField, Counts>;
  readonly differences: string[];
}

function comparePerson(person: ExtractedPerson, wanted: ExpectedPerson, scores: OpenScores, mail: string): void {
  const { people, kind, differences } = scores;
  const who = `${mail}: ${wanted.name ?? "?"}`;
  people.right += 1;
  kind[person.kind === wanted.kind ? "right" : "wrong"] += 1;
  if (person.kind !== wanted.kind) differences.push(`${who} kind ${person.kind}, not ${wanted.kind}`);
  compareFields(person.fields, wanted, scores, who);
}

/** Names are kept in the capitals they were written in. */
function isSameName(field: RequestField, found: string, right: string): boolean {
  return (field === "name" || field === "projectLead") && lower(found) === lower(right);
}

type Wanted = Readonly<Partial<Record<RequestField, string>>>;

function compareFields(read: Fields, wanted: Wanted, { fields, differences }: OpenScores, who: string): void {
  for (const field of REQUEST_FIELDS) {
    const [found, right] = [read[field]?.value, wanted[field]];
    if (found === right || (found && right && isSameName(field, found, right))) {
      if (found !== undefined) fields[field].right += 1;
      continue;
    }
    if (found !== undefined) fields[field].wrong += 1;
    if (right !== undefined) fields[field].missed += 1;
    differences.push(`${who} ${field} is ${found ?? "-"}, not ${right ?? "-"}`);
  }
}

function isSame({ fields }: ExtractedPerson, wanted: ExpectedPerson): boolean {
  const { nationalId, phone, name } = wanted;
  if (nationalId && fields.nationalId) return fields.nationalId.value === nationalId;
  if (phone && fields.phone?.value === phone) return true;
  return name !== undefined && fields.name !== undefined && fold(fields.name.value) === fold(name);
}
