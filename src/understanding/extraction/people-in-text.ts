import type { FieldValue, RequestField } from "../../core/request.ts";
import { fold, isSameText } from "../../language/fold.ts";
import type { Finding } from "./finding.ts";
import { findingsIn, type LineInText } from "./findings.ts";
import { inTurn } from "./in-turn.ts";
import { findKind, namesAContact, tellsOfMine } from "./kind.ts";
import { listedNames } from "./listed-names.ts";
import type { RequestWords } from "./request-words.ts";
import { SHAREABLE, saidOfAll } from "./said-of-all.ts";
import type { FoundPerson } from "./types.ts";

/** What a person is told apart by. */
const KEYS = ["name", "nationalId", "registryNumber"] as const;
type Key = (typeof KEYS)[number];
/** Values of one field told of one person: nobody has more. */
const MOST_VALUES = 30;
const SHORTEST_HEADING = 10;
const LONGEST_HEADING = 150;
const LONGEST_PASSAGE = 4_000;
/** How much less sure is what was said once for all people of a mail. */
const SHARED = 0.6;

export interface PeopleInText {
  readonly people: readonly FoundPerson[];
  /** Names with something said of them and no number: people of a table beside the text, or nobody. */
  readonly mentioned: readonly FoundPerson[];
  /** What was said before or without any person: of all of them, or of the writer. */
  readonly shared: Partial<Record<RequestField, FieldValue>>;
  /** Everything said without a person, as an answer says it. */
  readonly loose: Partial<Record<RequestField, FieldValue>>;
}

interface Draft {
  readonly heading: string | undefined;
  /** Said above the group they stand in ("Vodafone kullananlar:"). */
  readonly ofGroup: readonly Finding[];
  readonly spared: Set<RequestField>;
  readonly findings: Finding[];
  readonly values: Map<Finding["field"], Map<string, Finding>>;
  readonly lines: Set<number>;
}

/**
 * People in running text, forms and lists: values in reading order; whoever is named again, or has another T.C. kimlik no or sicil,
 * is the next person. In: the lines of the text. Out: people with at least one number of their own, or a labelled name.
 */
export function peopleInText(lines: readonly string[], words: RequestWords): PeopleInText {
  const drafts: Draft[] = [];
  const byName = new Map<string, Draft>();
  const loose: Finding[] = [];
  const ofAll: Finding[] = [];
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

  const listed = listedNames(lines, words);
  const foundIn = (at: number): readonly Finding[] => {
    const name = listed.get(at);
    if (name) return [name];
    const [before = "", line = "", next = ""] = [lines[at - 1], lines[at], lines[at + 1]];
    const found = findingsIn({ line, before, next }, words);
    return isAboutContact(line, found, words) ? [] : found;
  };
  const read = (at: number, found: readonly Finding[]) => {
    const line = lines[at] ?? "";
    if (found.length === 0 && isHeading(line, words)) heading = line;
    // A line of one person belongs to that person whole, also what stands in it before the name.
    const first = repeats(found) ? undefined : found.find((finding) => startsNext(current, finding, at));
    if (first) begin(first);
    for (const finding of found) take(finding, at);
  };
  /** Before anybody is named it may be of all as well. */
  const isSaidOfGroup = (at: number, found: readonly Finding[]) => {
    const [before = "", line = "", next = ""] = [lines[at - 1], lines[at], lines[at + 1]];
    if (!isOfGroup({ line, before, next }, found)) return false;
    ofGroup = found;
    return current !== undefined;
  };
  for (const paragraph of paragraphsOf(lines)) {
    let isAboutAll = false;
    const found = paragraph.map((at) => {
      const told = saidOfAll({ line: lines[at] ?? "", found: foundIn(at), isAboutAll }, words);
      isAboutAll = told.goesOn;
      ofAll.push(...told.ofAll);
      for (const [name, fields] of told.spared) {
        for (const field of fields) byName.get(fold(name))?.spared.add(field);
      }
      return [at, told.others] as const;
    });
    const turn = inTurn(found.flatMap(([line, findings]) => findings.map((finding) => ({ finding, line }))));
    if (turn) for (const { finding, line } of turn) take(finding, line);
    else for (const [at, findings] of found) if (!isSaidOfGroup(at, findings)) read(at, findings);
  }

  const people = drafts.filter(isSomebody).map((draft) => toPerson(draft, lines));
  const others = drafts.filter((draft) => !isSomebody(draft));
  const told = onceTold([...loose, ...others.flatMap(({ findings }) => findings)]);
  const all = onceTold(ofAll);
  return {
    people,
    mentioned: others.filter(({ values }) => values.has("name")).map((draft) => toPerson(draft, lines)),
    shared: sharedOf({ ...told, ...all }),
    loose: { ...all, ...told },
  };
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

/** "B) Sim kartını değiştirenler:" is said of those below it. */
function isHeading(line: string, words: RequestWords): boolean {
  return line.length >= SHORTEST_HEADING && line.length <= LONGEST_HEADING && findKind(line, words, true) !== undefined;
}

/** "Vodafone kullananlar:", or "Vodafone" at the top of a paragraph: said of those below it, up to the next such line. */
function isOfGroup({ line, before, next }: LineInText, found: readonly Finding[]): boolean {
  const isAtTop = before.trim() === "" && next.trim() !== "" && /^[^.,!?\d]{1,40}$/.test(line);
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

function add(draft: Draft, finding: Finding, line: number): void {
  const known = valuesOf(draft, finding.field);
  const same = known.get(finding.value);
  if (!same && known.size >= MOST_VALUES) return;
  draft.lines.add(line);
  if (same && (same.confidence >= finding.confidence || same.isLabelled)) return;
  known.set(finding.value, finding);
  draft.findings.push(finding);
}

/** What is known of a field of a person, by its values. */
function valuesOf(draft: Draft, field: Finding["field"]): Map<string, Finding> {
  const known = draft.values.get(field) ?? new Map<string, Finding>();
  draft.values.set(field, known);
  return known;
}

function isKeyOf(field: string): field is Key {
  return (KEYS as readonly string[]).includes(field);
}

/** Whether a finding cannot be of the person being read. */
function startsNext(current: Draft | undefined, finding: Finding, line: number): boolean {
  if (!current) return false;
  const values = valuesOf(current, finding.field);
  if (values.size === 0 || values.has(finding.value)) return false;
  if (finding.field === "phone") return !KEYS.some((key) => current.values.get(key)?.size) && !current.lines.has(line);
  if (!isKeyOf(finding.field)) return false;
  if (finding.field !== "name") return true;
  const known = [...values.values()];
  // A run of capitals that may be no name at all ends nobody's turn who waits for their numbers.
  if (finding.isGuess && known.some(({ isGuess }) => !isGuess) && !hasNumber(current)) return false;
  return !isMention(current, finding) && known.every(({ value }) => !isSamePerson(value, finding.value));
}

function hasNumber({ values }: Draft): boolean {
  return (["nationalId", "phone", "registryNumber"] as const).some((field) => values.get(field)?.size);
}

/** A name in running text after a labelled one is a mention (a chief, a clerk), not the next person of a form. */
function isMention(current: Draft, finding: Finding): boolean {
  return !finding.isLabelled && [...valuesOf(current, "name").values()].some(({ isLabelled }) => isLabelled);
}

function isSamePerson(a: string, b: string): boolean {
  return isSameText(a, b) || isSameText(a.split(" ").slice(-2).join(" "), b.split(" ").slice(-2).join(" "));
}

/** Several people in one line: then every finding decides for itself. */
function repeats(found: readonly Finding[]): boolean {
  return KEYS.some((key) => new Set(found.filter(({ field }) => field === key).map(({ value }) => value)).size > 1);
}

function isSomebody({ findings }: Draft): boolean {
  return findings.some(
    ({ field, isLabelled }) =>
      field === "nationalId" || field === "phone" || field === "registryNumber" || (field === "name" && isLabelled),
  );
}

function toPerson(draft: Draft, lines: readonly string[]): FoundPerson {
  const { heading, ofGroup, spared, findings, lines: places } = draft;
  const { fields, otherPhones } = fieldsOf(findings);
  for (const finding of ofGroup) {
    const { field, confidence } = finding;
    if (field !== "formerPhone") fields[field] ??= toValue({ ...finding, confidence: confidence * SHARED });
  }
  const passage = [...places]
    .sort((a, b) => a - b)
    .map((at) => lines[at] ?? "")
    .join("\n");
  return {
    fields,
    otherPhones: [...new Set(otherPhones)],
    passage: passage.slice(0, LONGEST_PASSAGE),
    ...(heading && { heading }),
    ...(spared.size > 0 && { spared: [...spared] }),
  };
}

/** The best value told of every field, and the numbers that are not asked for. */
function fieldsOf(findings: readonly Finding[]) {
  const fields: Partial<Record<RequestField, FieldValue>> = {};
  const otherPhones: string[] = [];
  for (const finding of findings) {
    if (finding.field === "formerPhone") {
      otherPhones.push(finding.value);
      continue;
    }
    const known = fields[finding.field];
    if (known && finding.field === "phone" && known.value !== finding.value) {
      // The number that is called the one, or labelled, is the one asked for; of two unlabelled ones the first.
      otherPhones.push(isBetter(finding, known) ? known.value : finding.value);
    }
    if (!known || isBetter(finding, known)) fields[finding.field] = toValue(finding);
  }
  return { fields, otherPhones };
}

function isBetter(finding: Finding, known: FieldValue): boolean {
  return known.problem !== undefined ? finding.problem === undefined : finding.confidence > known.confidence;
}

function toValue({ value, problem, confidence, quote }: Finding): FieldValue {
  return { value, confidence, source: { kind: "text", quote }, ...(problem && { problem }) };
}

/** What is said of one value only; a field with two values says nothing. */
function onceTold(findings: readonly Finding[]): PeopleInText["loose"] {
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
function sharedOf(told: PeopleInText["loose"]): PeopleInText["shared"] {
  const shared = (Object.entries(told) as [RequestField, FieldValue][])
    .filter(([field]) => SHAREABLE.has(field))
    .map(([field, value]) => [field, { ...value, confidence: value.confidence * SHARED }] as const);
  return Object.fromEntries(shared);
}
