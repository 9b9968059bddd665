import type { FieldValue, RequestField } from "../../core/request.ts";
import { isSameText } from "../../language/fold.ts";
import type { Finding } from "./finding.ts";
import type { FoundPerson, SaidOfGroup } from "./types.ts";

/** What a person is told apart by. */
const KEYS = ["name", "nationalId", "registryNumber"] as const;
type Key = (typeof KEYS)[number];
/** Values of one field told of one person: nobody has more. */
const MOST_VALUES = 30;
const LONGEST_PASSAGE = 4_000;
/** How much less sure is what was said once for all people of a mail. */
export const SHARED = 0.6;

/** A person while a text is being read. */
export interface Draft {
  /** Said above the group they stand in ("Vodafone kullananlar:"). */
  readonly ofGroup: SaidOfGroup;
  readonly spared: Set<RequestField>;
  readonly findings: Finding[];
  readonly values: Map<Finding["field"], Map<string, Finding>>;
  readonly lines: Set<number>;
}

/** Takes a finding for this person's; the surer of two tellings of one value stays. */
export function add(draft: Draft, finding: Finding, line: number): void {
  const known = valuesOf(draft, finding.field);
  const same = known.get(finding.value);
  if (!same && known.size >= MOST_VALUES) return;
  draft.lines.add(line);
  if (same && !isSaidAtLast(finding, same) && (same.confidence >= finding.confidence || same.isLabelled)) return;
  known.set(finding.value, finding);
  draft.findings.push(finding);
}

/** What is known of a field of a person, by its values. */
function valuesOf(draft: Draft, field: Finding["field"]): Map<string, Finding> {
  const known = draft.values.get(field) ?? new Map<string, Finding>();
  draft.values.set(field, known);
  return known;
}

export function isKeyOf(field: string): field is Key {
  return (KEYS as readonly string[]).includes(field);
}

/** Whether a finding cannot be of the person being read. */
export function startsNext(current: Draft | undefined, finding: Finding, line: number): boolean {
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
export function repeats(found: readonly Finding[]): boolean {
  return KEYS.some((key) => new Set(found.filter(({ field }) => field === key).map(({ value }) => value)).size > 1);
}

/** Has a number of their own, or a name that is called one. */
export function isSomebody({ findings }: Draft): boolean {
  return findings.some(
    ({ field, isLabelled }) =>
      field === "nationalId" || field === "phone" || field === "registryNumber" || (field === "name" && isLabelled),
  );
}

/** The person with the best of what was told, and the lines it was read from. */
export function toPerson(draft: Draft, lines: readonly string[]): FoundPerson {
  const { ofGroup, spared, findings, lines: places } = draft;
  const { fields, otherPhones } = fieldsOf(findings);
  const passage = [...places]
    .sort((a, b) => a - b)
    .map((at) => lines[at] ?? "")
    .join("\n");
  return {
    fields,
    otherPhones: [...new Set(otherPhones)],
    passage: passage.slice(0, LONGEST_PASSAGE),
    ofGroup,
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

/** Was only concluded before. */
function isSaidAtLast(finding: Finding, known: Pick<Finding, "isConcluded">): boolean {
  return known.isConcluded === true && !finding.isConcluded;
}

function isBetter(finding: Finding, known: FieldValue): boolean {
  if (isSaidAtLast(finding, known.source)) return true;
  if (finding.isConcluded && !known.source.isConcluded) return false;
  return known.problem !== undefined ? finding.problem === undefined : finding.confidence > known.confidence;
}

export function toValue({ value, problem, confidence, quote, isConcluded }: Finding): FieldValue {
  const source = { kind: "text", quote, ...(isConcluded && { isConcluded }) } as const;
  return { value, confidence, source, ...(problem && { problem }) };
}
