import type { FieldValue, RequestField } from "../../core/request.ts";
import { fold } from "../../language/fold.ts";
import type { Finding } from "./finding.ts";
import { findingsIn, type LineInText } from "./findings.ts";
import { inTurn } from "./in-turn.ts";
import { namesAContact, tellsOfMine } from "./kind.ts";
import { listedNames } from "./listed-names.ts";
import {
  add,
  type Draft,
  isKeyOf,
  isSomebody,
  repeats,
  SHARED,
  startsNext,
  toPerson,
  toValue,
} from "./person-draft.ts";
import type { RequestWords } from "./request-words.ts";
import { type SaidOfAll, SHAREABLE, saidOfAll } from "./said-of-all.ts";
import { textHeadings } from "./text-headings.ts";
import type { Fields, FoundPerson } from "./types.ts";

export interface PeopleInText {
  readonly people: readonly FoundPerson[];
  /** By folded name, those of whom something is said and no number: people of a table beside the text, or nobody. */
  readonly mentioned: ReadonlyMap<string, FoundPerson>;
  /** What was said before or without any person: of all of them, or of the writer. */
  readonly shared: Fields;
  /** Everything said without a person, as an answer says it. */
  readonly loose: Fields;
}

/**
 * People in running text, forms and lists: values in reading order; whoever is named again, or has another T.C. kimlik no or sicil,
 * is the next person. In: the lines of the text. Out: people with at least one number of their own, or a labelled name.
 */
export function peopleInText(lines: readonly string[], words: RequestWords): PeopleInText {
  const drafts: Draft[] = [];
  const byName = new Map<string, Draft>();
  const loose: Finding[] = [];
  const listed = listedNames(lines, words);
  const headings = textHeadings(lines, new Set(listed.keys()), words);
  let current: Draft | undefined;
  const begin = (finding?: Finding) => {
    const known = finding?.field === "name" ? byName.get(fold(finding.value)) : undefined;
    const fresh = { spared: new Set<RequestField>(), findings: [], values: new Map(), lines: new Set<number>() };
    current = known ?? { ofGroup: headings.meet(), ...fresh };
    if (!known) drafts.push(current);
  };

  const take = (finding: Finding, line: number) => {
    const isKey = isKeyOf(finding.field) || finding.field === "phone";
    if ((!current && isKey) || startsNext(current, finding, line)) begin(finding);
    if (current) {
      add(current, finding, line);
      if (finding.field === "name") byName.set(fold(finding.value), current);
    } else loose.push(finding);
  };

  const around = (at: number): LineInText => ({
    line: lines[at] ?? "",
    before: lines[at - 1] ?? "",
    next: lines[at + 1] ?? "",
  });
  const foundIn = (at: number): readonly Finding[] => {
    const name = listed.get(at);
    if (name) return [name];
    const place = around(at);
    const found = findingsIn(place, words);
    return isAboutContact(place.line, found, words) ? [] : found;
  };
  const read = (at: number, found: readonly Finding[]) => {
    const line = lines[at] ?? "";
    if (found.length === 0) headings.passSentence(line);
    // A line of one person belongs to that person whole, also what stands in it before the name.
    const first = repeats(found) ? undefined : found.find((finding) => startsNext(current, finding, at));
    if (first) begin(first);
    for (const finding of found) take(finding, at);
  };
  /** Before anybody is named, what no other heading says otherwise may be of all as well. */
  const pass = (at: number) => {
    const saidOnce = headings.pass(at);
    if (!current) loose.push(...saidOnce);
  };
  const said = paragraphsOf(lines).map((paragraph) =>
    saidInTurn(paragraph, (at, isAboutAll) =>
      headings.has(at) ? NOTHING : saidOfAll({ line: lines[at] ?? "", found: foundIn(at), isAboutAll }, words),
    ),
  );
  for (const paragraph of said) {
    const turn = inTurn(paragraph.flatMap(({ at, others }) => others.map((finding) => ({ finding, line: at }))));
    for (const { at, others } of paragraph) {
      if (headings.has(at)) pass(at);
      else if (!turn) read(at, others);
    }
    for (const { finding, line } of turn ?? []) take(finding, line);
  }

  spare(
    said.flat().flatMap(({ spared }) => spared),
    byName,
  );
  const people = drafts.filter(isSomebody).map((draft) => toPerson(draft, lines));
  const others = drafts.filter((draft) => !isSomebody(draft));
  const told = onceTold([...loose, ...others.flatMap(({ findings }) => findings)]);
  const all = onceTold(said.flat().flatMap(({ ofAll }) => ofAll));
  return {
    people,
    mentioned: byFoldedName(others.map((draft) => toPerson(draft, lines))),
    shared: sharedOf({ ...told, ...all }),
    loose: { ...all, ...told },
  };
}

/** The lines of a paragraph, each with whether a sentence about all goes on in it. */
function saidInTurn(paragraph: readonly number[], read: (at: number, isAboutAll: boolean) => SaidOfAll) {
  let isAboutAll = false;
  return paragraph.map((at) => {
    const said = read(at, isAboutAll);
    isAboutAll = said.goesOn;
    return { at, ...said };
  });
}

/** Notes whom what is said of all leaves out. */
function spare(spared: SaidOfAll["spared"], byName: ReadonlyMap<string, Draft>): void {
  for (const [name, fields] of spared) for (const field of fields) byName.get(fold(name))?.spared.add(field);
}

function byFoldedName(people: readonly FoundPerson[]): ReadonlyMap<string, FoundPerson> {
  return new Map(people.flatMap((person) => (person.fields.name ? [[fold(person.fields.name.value), person]] : [])));
}

/** The places of lines that stand together. */
function paragraphsOf(lines: readonly string[]): number[][] {
  const paragraphs: number[][] = [[]];
  lines.forEach((line, at) => {
    if (line.trim() === "") paragraphs.push([]);
    else paragraphs.at(-1)?.push(at);
  });
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** "Sorularınız için 0532 … numarasından Ayşe Yılmaz'a ulaşabilirsiniz" asks nothing for anybody. */
function isAboutContact(line: string, found: readonly Finding[], words: RequestWords): boolean {
  const isOfPerson = found.some(
    ({ field, isLabelled }) => isLabelled || field === "nationalId" || field === "registryNumber",
  );
  return found.length > 0 && !isOfPerson && namesAContact(line, words) && !tellsOfMine(line, words);
}

const NOTHING: SaidOfAll = { ofAll: [], spared: [], others: [], goesOn: false };

/** What is said of one value only; a field with two values says nothing. */
function onceTold(findings: readonly Finding[]): Fields {
  const told: Partial<Record<RequestField, FieldValue>> = {};
  const clashing = new Set<RequestField>();
  for (const finding of findings) {
    const { field, value } = finding;
    if (field === "formerPhone" || finding.problem) continue;
    const known = told[field];
    if (known && known.value !== value) clashing.add(field);
    told[field] ??= toValue(finding);
  }
  for (const field of clashing) delete told[field];
  return told;
}

/** What holds for all people of a mail, less surely. */
function sharedOf(told: Fields): Fields {
  const shared = (Object.entries(told) as [RequestField, FieldValue][])
    .filter(([field]) => SHAREABLE.has(field))
    .map(([field, value]) => [field, { ...value, confidence: value.confidence * SHARED }] as const);
  return Object.fromEntries(shared);
}
