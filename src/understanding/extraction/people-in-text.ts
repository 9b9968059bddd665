import type { FieldValue, RequestField } from "../../core/request.ts";
import { fold } from "../../language/fold.ts";
import type { ToldByPlace } from "./by-place.ts";
import type { Finding } from "./finding.ts";
import { inTurn } from "./in-turn.ts";
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
import type { TextHeadings } from "./text-headings.ts";
import type { Fields, FoundPerson } from "./types.ts";
import { rejoined } from "./wrapped-lines.ts";

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
  const { paragraphs, headings } = readLines(lines, words, known);
  const read = paragraphs.flat();
  const reading = new Reading(headings);
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
  /** Offices in a line of their own before anybody: they count where the text itself tells none. */
  letterhead: Finding[] = [];
  readonly #headings: TextHeadings;
  #current: Draft | undefined;

  constructor(headings: TextHeadings) {
    this.#headings = headings;
  }

  read(paragraph: readonly LineRead[]): void {
    const turn = inTurn(paragraph.flatMap(({ at, others }) => others.map((finding) => ({ finding, line: at }))));
    for (const line of paragraph) {
      if (this.#headings.has(line.at)) this.#pass(line.at);
      else if (!turn) this.#readLine(line);
    }
    for (const { finding, line } of turn ?? []) this.#take(finding, line);
  }

  /** Before anybody is named, what no other heading says otherwise may be of all as well. */
  #pass(heading: number): void {
    const saidOnce = this.#headings.pass(heading);
    if (!this.#current) this.loose.push(...saidOnce);
  }

  #readLine({ at, line, others }: LineRead): void {
    if (others.length === 0) this.#headings.passSentence(line);
    if (!this.#current && isOfficeAlone(line, others)) {
      // Above who is written to stands who writes: nobody's own office, in their province all the same.
      if (!isAddressed(others)) this.letterhead.push(...others);
      else this.letterhead = this.letterhead.filter(({ field }) => field === "province");
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
      ofGroup: this.#headings.meet(),
      spared: new Set(),
      findings: [],
      values: new Map(),
      lines: new Set(),
    };
    if (!known) this.drafts.push(this.#current);
  }
}

/** Notes whom what is said of all leaves out. */
function spare(spared: SaidOfAll["spared"], byName: ReadonlyMap<string, Draft>): void {
  for (const [name, fields] of spared) for (const field of fields) byName.get(fold(name))?.spared.add(field);
}

function byFoldedName(people: readonly FoundPerson[]): ReadonlyMap<string, FoundPerson> {
  return new Map(people.flatMap((person) => (person.fields.name ? [[fold(person.fields.name.value), person]] : [])));
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
