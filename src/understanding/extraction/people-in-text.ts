import type { FieldValue, RequestField } from "../../core/request.ts";
import { fold } from "../../language/fold.ts";
import type { Finding } from "./finding.ts";
import { findingsIn, type LineInText } from "./findings.ts";
import { inTurn } from "./in-turn.ts";
import { findKind, kindOfLabel, namesAContact, tellsOfMine } from "./kind.ts";
import { listedNames } from "./listed-names.ts";
import { isAddressed, isOfficeAlone, officesOfNext } from "./offices-in-text.ts";
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
import type { Fields, FoundPerson } from "./types.ts";
import { rejoined } from "./wrapped-lines.ts";

const SHORTEST_HEADING = 10;
const LONGEST_HEADING = 150;
/** Characters of a line in which a number, a bullet and a rank may stand before a name. */
const FRONT = 24;
/** The line of an official letter that says whom to ask. */
const FOR_INFORMATION = /^\s*bilgi (?:için|almak için)(?: irtibat)?\s*[:;]/iu;
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
export function peopleInText(written: readonly string[], words: RequestWords): PeopleInText {
  const lines = rejoined(written);
  const drafts: Draft[] = [];
  const byName = new Map<string, Draft>();
  const loose: Finding[] = [];
  /** Offices in a line of their own before anybody: the letterhead, which counts where the letter itself tells none. */
  const letterhead: Finding[] = [];
  let ofGroup: readonly Finding[] = [];
  let current: Draft | undefined;
  let heading: string | undefined;
  const begin = (finding?: Finding) => {
    const known = finding?.field === "name" ? byName.get(fold(finding.value)) : undefined;
    current = known ?? { heading, ofGroup, spared: new Set(), findings: [], values: new Map(), lines: new Set() };
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
  const listed = listedNames(lines, words);
  const foundIn = (at: number): readonly Finding[] => {
    const name = listed.get(at);
    if (name) return [name];
    const place = around(at);
    const found = findingsIn(place, words);
    return isAboutContact(place.line, found, words) ? [] : found;
  };
  const read = (at: number, inOrder: readonly Finding[]) => {
    const line = lines[at] ?? "";
    if (inOrder.length === 0 && isHeading(line, words)) heading = line;
    if (!current && isOfficeAlone(line, inOrder)) {
      const below = foundIn(at + 1);
      const isOfReader = isOfficeAlone(lines[at + 1] ?? "", below) && isAddressed(below);
      if (!isAddressed(inOrder) && !isOfReader) letterhead.push(...inOrder);
      return;
    }
    const { found, offices } = officesOfNext(line, inOrder);
    // Told before anybody it may be of all as well, unless another one is told of somebody else.
    if (!current || loose.some(({ field }) => field === "unit")) loose.push(...offices);
    // A line of one person belongs to that person whole, also what stands in it before the name.
    const first = repeats(found) ? undefined : found.find((finding) => startsNext(current, finding, at));
    if (first) begin(first);
    for (const finding of found) take(finding, at);
  };
  /** Before anybody is named it may be of all as well. */
  const isSaidOfGroup = (at: number, found: readonly Finding[]) => {
    const place = around(at);
    const isOffice = isAboveGroup(place) && isOfficeAlone(place.line, found) && startsWithPerson(foundIn(at + 1));
    if (!isOffice && !isOfGroup(place, found)) return false;
    ofGroup = found;
    return isOffice || current !== undefined;
  };
  /** An office is said of the lines right below it, and of paragraphs that go on with the next person. */
  const leaveOffice = (paragraph: readonly Said[]) => {
    const [first] = paragraph;
    if (!first || startsWithPerson(first.others)) return;
    ofGroup = ofGroup.filter(({ field }) => field !== "unit" && field !== "province");
  };
  const said = paragraphsOf(lines).map((paragraph) =>
    saidInTurn(paragraph, (at, isAboutAll) =>
      saidOfAll({ line: lines[at] ?? "", found: foundIn(at), isAboutAll }, words),
    ),
  );
  for (const paragraph of said) {
    leaveOffice(paragraph);
    const turn = inTurn(paragraph.flatMap(({ at, others }) => others.map((finding) => ({ finding, line: at }))));
    if (turn) for (const { finding, line } of turn) take(finding, line);
    else for (const { at, others } of paragraph) if (!isSaidOfGroup(at, others)) read(at, others);
  }

  spare(
    said.flat().flatMap(({ spared }) => spared),
    byName,
  );
  const people = drafts.filter(isSomebody).map((draft) => toPerson(draft, lines));
  const others = drafts.filter((draft) => !isSomebody(draft));
  const headed = onceTold(letterhead);
  const told = onceTold([...loose, ...others.flatMap(({ findings }) => findings)]);
  const all = onceTold(said.flat().flatMap(({ ofAll }) => ofAll));
  return {
    people,
    mentioned: byFoldedName(others.map((draft) => toPerson(draft, lines))),
    shared: sharedOf({ ...headed, ...told, ...all }),
    loose: { ...headed, ...all, ...told },
  };
}

interface Said extends SaidOfAll {
  /** Its line. */
  readonly at: number;
}

/** The lines of a paragraph, each with whether a sentence about all goes on in it. */
function saidInTurn(paragraph: readonly number[], read: (at: number, isAboutAll: boolean) => SaidOfAll): Said[] {
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
  if (FOR_INFORMATION.test(line)) return true;
  const isOfPerson = found.some(
    ({ field, isLabelled }) => isLabelled || field === "nationalId" || field === "registryNumber",
  );
  return found.length > 0 && !isOfPerson && namesAContact(line, words) && !tellsOfMine(line, words);
}

/** "B) Sim kartını değiştirenler:" is said of those below it. */
function isHeading(line: string, words: RequestWords): boolean {
  return (
    line.length >= SHORTEST_HEADING &&
    line.length <= LONGEST_HEADING &&
    (findKind(line, words, true) ?? kindOfLabel(line)) !== undefined
  );
}

/** The top of a paragraph, with more of it below. */
function isAboveGroup({ before, next }: LineInText): boolean {
  return before.trim() === "" && next.trim() !== "";
}

/** "1- Ayşe Yılmaz   TC: …", "Ad Soyad: Ayşe Yılmaz": begins with whom it is about. */
function startsWithPerson([first]: readonly Finding[]): boolean {
  return first?.field === "name" && (first.isLabelled || first.start <= FRONT);
}

/** "Vodafone kullananlar:", or "Vodafone" at the top of a paragraph: said of those below it, up to the next such line. */
function isOfGroup(place: LineInText, found: readonly Finding[]): boolean {
  const { line } = place;
  const isAtTop = isAboveGroup(place) && /^[^.,!?\d]{1,40}$/.test(line);
  const isHeading = isAtTop
    ? found.every(({ field }) => field === "operator" || field === "lineType")
    : /:\s*$/.test(line);
  return (
    found.length > 0 &&
    isHeading &&
    found.every(({ field, isLabelled }) => SHAREABLE.has(field) && !isLabelled) &&
    new Set(found.map(({ field }) => field)).size === found.length
  );
}

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
