import type { FieldValue, RequestField } from "../../core/request.ts";
import { fold } from "../../language/fold.ts";
import type { ToldByPlace } from "./by-place.ts";
import type { Finding } from "./finding.ts";
import { inTurn } from "./in-turn.ts";
import { findKind, kindOfLabel } from "./kind.ts";
import { type LineRead, readLines } from "./lines-in-text.ts";
import type { Known } from "./mentions.ts";
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
import { type SaidOfAll, SHAREABLE } from "./said-of-all.ts";
import type { Fields, FoundPerson } from "./types.ts";
import { rejoined } from "./wrapped-lines.ts";

const SHORTEST_HEADING = 10;
const LONGEST_HEADING = 150;
/** Characters of a line in which a number, a bullet and a rank may stand before a name. */
const FRONT = 24;
export interface PeopleInText {
  readonly people: readonly FoundPerson[];
  /** By folded name, those of whom something is said and no number: people of a table beside the text, or nobody. */
  readonly mentioned: ReadonlyMap<string, FoundPerson>;
  /** What is said of some by their place among all people of the mail. */
  readonly byPlace: readonly ToldByPlace[];
  /** What was said before or without any person: of all of them, or of the writer. */
  readonly shared: Fields;
  /** Everything said without a person, as an answer says it. */
  readonly loose: Fields;
}

/**
 * People in running text, forms and lists: values in reading order; whoever is named again, or has another T.C. kimlik no or sicil,
 * is the next person. In: the lines of the text, and whom the mail names beside it. Out: people with at least one number of their own,
 * or a labelled name.
 */
export function peopleInText(
  written: readonly string[],
  words: RequestWords,
  known: Known = { names: [] },
): PeopleInText {
  const lines = rejoined(written);
  const paragraphs = readLines(lines, words, known);
  const read = paragraphs.flat();
  const reading = new Reading(read, words);
  for (const paragraph of paragraphs) reading.read(paragraph);
  const { drafts, loose, letterhead } = reading;
  spare(
    read.flatMap(({ spared }) => spared),
    reading.byName,
  );
  const people = drafts.filter(isSomebody).map((draft) => toPerson(draft, lines));
  const others = drafts.filter((draft) => !isSomebody(draft));
  const headed = onceTold(letterhead);
  const told = onceTold([...loose, ...others.flatMap(({ findings }) => findings)]);
  const all = onceTold(read.flatMap(({ ofAll }) => ofAll));
  return {
    people,
    mentioned: byFoldedName(others.map((draft) => toPerson(draft, lines))),
    byPlace: read.flatMap(({ byPlace }) => byPlace),
    shared: sharedOf({ ...headed, ...told, ...all }),
    loose: { ...headed, ...all, ...told },
  };
}

/** The people of a text while its lines are read one after the other. */
class Reading {
  readonly drafts: Draft[] = [];
  readonly byName = new Map<string, Draft>();
  readonly loose: Finding[] = [];
  /** Offices in a line of their own before anybody: the letterhead, which counts where the letter itself tells none. */
  readonly letterhead: Finding[] = [];
  readonly #lines: ReadonlyMap<number, LineRead>;
  readonly #words: RequestWords;
  #ofGroup: readonly Finding[] = [];
  #current: Draft | undefined;
  #heading: string | undefined;
  #isHeadedByOffices = false;

  constructor(lines: readonly LineRead[], words: RequestWords) {
    this.#lines = new Map(lines.map((line) => [line.at, line]));
    this.#words = words;
  }

  read(paragraph: readonly LineRead[]): void {
    this.#leaveOffice(paragraph);
    const turn = inTurn(paragraph.flatMap(({ at, others }) => others.map((finding) => ({ finding, line: at }))));
    if (turn) for (const { finding, line } of turn) this.#take(finding, line);
    else for (const line of paragraph) if (!this.#isSaidOfGroup(line)) this.#readLine(line);
  }

  #readLine({ at, line, others }: LineRead): void {
    if (others.length === 0 && isHeading(line, this.#words)) this.#heading = line;
    if (!this.#current && isOfficeAlone(line, others)) {
      if (!isAddressed(others) && !this.#isAddressedAt(at + 1)) this.letterhead.push(...others);
      return;
    }
    const { found, offices } = officesOfNext(line, others);
    // Told before anybody it may be of all as well, unless another one is told of somebody else.
    const isBeforeAll =
      !this.#current && others.find(({ field }) => isKeyOf(field) || field === "unit")?.field === "unit";
    if (offices.length > 0 && (isBeforeAll || this.loose.some(({ field }) => field === "unit"))) {
      this.loose.push(...offices);
    }
    // A line of one person belongs to that person whole, also what stands in it before the name.
    const first = repeats(found) ? undefined : found.find((finding) => startsNext(this.#current, finding, at));
    if (first) this.#begin(first);
    for (const finding of found) this.#take(finding, at);
  }

  #take(finding: Finding, line: number): void {
    const isKey = isKeyOf(finding.field) || finding.field === "phone";
    if ((!this.#current && isKey) || startsNext(this.#current, finding, line) || this.#isKnown(finding)) {
      this.#begin(finding);
    }
    if (!this.#current) {
      this.loose.push(finding);
      return;
    }
    add(this.#current, finding, line);
    if (finding.field === "name") this.byName.set(fold(finding.value), this.#current);
  }

  /** Somebody who was named before is spoken of again. */
  #isKnown({ field, value }: Finding): boolean {
    return field === "name" && this.byName.has(fold(value));
  }

  #begin(finding: Finding): void {
    const known = finding.field === "name" ? this.byName.get(fold(finding.value)) : undefined;
    this.#current = known ?? {
      heading: this.#heading,
      ofGroup: this.#ofGroup,
      spared: new Set(),
      findings: [],
      values: new Map(),
      lines: new Set(),
    };
    if (!known) this.drafts.push(this.#current);
  }

  /** Before anybody is named it may be of all as well. */
  #isSaidOfGroup(line: LineRead): boolean {
    const isAtTop = line.before.trim() === "";
    const isOffice = isAtTop && this.#isOfficeAbovePerson(line);
    if (!isOffice && !isOfGroup(line.line, line.others, isAtTop && line.next.trim() !== "")) return false;
    this.#ofGroup = line.others;
    return isOffice || this.#current !== undefined;
  }

  /** An empty line below it parts an office from those it is said of only where the first one stood above everybody. */
  #isOfficeAbovePerson({ at, line, next, others }: LineRead): boolean {
    const isDirect = next.trim() !== "";
    const below = this.#lines.get(at + 1) ?? this.#lines.get(at + 2);
    if (!below || !isOfficeAlone(line, others) || isAddressed(others) || !startsWithPerson(below.found)) return false;
    if (isDirect) return true;
    if (!this.#current) {
      // Without another one it is the letterhead.
      this.#isHeadedByOffices = true;
      this.letterhead.push(...others);
    } else if (this.#isHeadedByOffices) this.letterhead.length = 0;
    return this.#isHeadedByOffices;
  }

  /** An office is said of the lines right below it, and of paragraphs that go on with the next person. */
  #leaveOffice([first]: readonly LineRead[]): void {
    if (!first || startsWithPerson(first.others)) return;
    this.#ofGroup = this.#ofGroup.filter(({ field }) => field !== "unit" && field !== "province");
  }

  #isAddressedAt(at: number): boolean {
    const below = this.#lines.get(at);
    return below !== undefined && isOfficeAlone(below.line, below.others) && isAddressed(below.others);
  }
}

/** Notes whom what is said of all leaves out. */
function spare(spared: SaidOfAll["spared"], byName: ReadonlyMap<string, Draft>): void {
  for (const [name, fields] of spared) for (const field of fields) byName.get(fold(name))?.spared.add(field);
}

function byFoldedName(people: readonly FoundPerson[]): ReadonlyMap<string, FoundPerson> {
  return new Map(people.flatMap((person) => (person.fields.name ? [[fold(person.fields.name.value), person]] : [])));
}

/** "B) Sim kartını değiştirenler:" is said of those below it. */
function isHeading(line: string, words: RequestWords): boolean {
  return (
    line.length >= SHORTEST_HEADING &&
    line.length <= LONGEST_HEADING &&
    (findKind(line, words, true) ?? kindOfLabel(line)) !== undefined
  );
}

/** "1- Ayşe Yılmaz   TC: …", "Ad Soyad: Ayşe Yılmaz": begins with whom it is about. */
function startsWithPerson([first]: readonly Finding[]): boolean {
  return first?.field === "name" && (first.isLabelled || first.start <= FRONT);
}

/** "Vodafone kullananlar:", or "Vodafone" at the top of a paragraph: said of those below it, up to the next such line. */
function isOfGroup(line: string, found: readonly Finding[], isAbove: boolean): boolean {
  const isAtTop = isAbove && /^[^.,!?\d]{1,40}$/.test(line);
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
