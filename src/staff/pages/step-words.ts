import type { AskedQuestion } from "../../core/chat.ts";
import { decimal, percent } from "../design/numbers.ts";
import type { StaffVisit } from "../route.ts";
import { intentName } from "./intent-name.ts";

type Step = AskedQuestion["why"][number];

/** What each step of the bot wrote down, by the shapes of `understanding`. A detail of another shape is shown as it stands. */
const CANDIDATE = /^(\S+) ([\d.]+) \(likeness ([\d.]+)(?:, "([^"]*)")?\)(?: without (.*))?$/;
const SCOPE = /^(\S+): (\w+)=(\S+)$/;
const DATES = /^(\S+): valid (from|until) (\S+)$/;
const WISH = /^(\w+)(?:: "([^"]*)")?(?: \(([\d.]+)\))?$/;
const LEARNED = /^(.*) \((both|classifier)\)$/;
const BELIEF = /([\w-]+) ([\d.]+)/g;

/** What a step came to, in the reader's words: entries by their titles, patterns by the words they look for. */
export function stepDetail(visit: StaffVisit, { step, detail }: Step): string {
  const inWords = WORDS[step];
  return inWords?.(visit, detail) ?? detail;
}

/** Undefined for a detail of a shape it does not know. */
type InWords = (visit: StaffVisit, detail: string) => string | undefined;

const WORDS: Readonly<Record<string, InWords>> = {
  candidate(visit, detail) {
    const [, id, evidence, likeness, sign, strange] = CANDIDATE.exec(detail) ?? [];
    if (!id) return undefined;
    const { stepWords } = visit.texts.gaps;
    const parts = [
      stepWords.evidence(decimal(Number(evidence), visit)),
      stepWords.likeness(percent(Number(likeness), visit)),
      sign && stepWords.sign(patternWords(visit, sign)),
      strange && stepWords.strange(strange),
    ];
    return `${nameOf(visit, id)} (${parts.filter(Boolean).join("; ")})`;
  },
  scope(visit, detail) {
    const { stepWords } = visit.texts.gaps;
    const [, dated, end, day = ""] = DATES.exec(detail) ?? [];
    if (dated) return `${nameOf(visit, dated)} (${end === "from" ? stepWords.from(day) : stepWords.until(day)})`;
    const [, id, slot = "", value = ""] = SCOPE.exec(detail) ?? [];
    if (!id) return undefined;
    const asked: Readonly<Record<string, string>> = stepWords.asked;
    const { operator, lineType } = visit.texts.requests;
    const names: Readonly<Record<string, string>> = { ...asked, ...operator, ...lineType };
    const said = value.split("+").map((one) => names[one] ?? one);
    const slots: Readonly<Record<string, string>> = stepWords.slot;
    return `${nameOf(visit, id)} (${slots[slot] ?? slot}: ${said.join(", ")})`;
  },
  exact: nameOf,
  choice: (visit, detail) =>
    detail
      .split(", ")
      .map((id) => nameOf(visit, id))
      .join(", "),
  classifier(visit, detail) {
    const [, list, side] = LEARNED.exec(detail) ?? [];
    if (!list) return undefined;
    const { stepWords } = visit.texts.gaps;
    const beliefs = [...list.matchAll(BELIEF)].map(
      ([, label = "", belief]) => `${nameOf(visit, label)} ${percent(Number(belief), visit)}`,
    );
    return `${beliefs.join(", ")} (${side === "both" ? stepWords.both : stepWords.learned})`;
  },
  wish(visit, detail) {
    const [, intent, sign, belief] = WISH.exec(detail) ?? [];
    if (!intent) return undefined;
    const { stepWords } = visit.texts.gaps;
    const parts = [
      sign && stepWords.sign(patternWords(visit, sign)),
      belief && stepWords.belief(percent(Number(belief), visit)),
    ].filter(Boolean);
    return `${intentName(visit.texts, intent)}${parts.length > 0 ? ` (${parts.join("; ")})` : ""}`;
  },
  number(visit, detail) {
    const names: Readonly<Record<string, string>> = visit.texts.gaps.stepWords.number;
    return names[detail];
  },
};

/** An entry's title; what small talk or a wish is called. */
function nameOf(visit: StaffVisit, id: string): string {
  const entry = visit.staff.understander().entries.get(id);
  return entry ? `“${entry.title[visit.preferences.language]}”` : intentName(visit.texts, id);
}

/** "@money|@howMuch @monthly !@certificate" as its words: each concept by its first one. */
function patternWords({ staff, texts }: StaffVisit, pattern: string): string {
  const { concepts } = staff.knowledge.around.synonyms;
  const { stepWords } = texts.gaps;
  const wordOf = (mark: string) =>
    (mark.startsWith("@") ? (concepts[mark.slice(1)]?.[0] ?? mark.slice(1)) : mark)
      .replace(/^=/, "")
      .replaceAll("_", " ");
  const parts = pattern.split(/\s+/).filter(Boolean);
  const wanted = parts.filter((part) => !part.startsWith("!"));
  const unwanted = parts.filter((part) => part.startsWith("!")).map((part) => wordOf(part.slice(1)));
  const groups = wanted.map((part) => part.split("|").filter(Boolean).map(wordOf).join(stepWords.or));
  return `${groups.join(" + ")}${unwanted.length > 0 ? `, ${stepWords.not(unwanted.join(", "))}` : ""}`;
}
