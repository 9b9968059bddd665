import type { Finding } from "./finding.ts";

/** Less sure than a number beside its name: the order alone says whose it is. */
const IN_TURN = 0.75;

/**
 * "Ayşe Yılmaz ve Ali Kaya için … T.C. numaraları sırasıyla 1… ve 2…": as many numbers after as many names are theirs in turn. In: the
 * findings of one line in reading order. Out: the same, every name with its numbers behind it; undefined when they do not stand so.
 */
export function inTurn(found: readonly Finding[]): Finding[] | undefined {
  const groups = groupsOf(found.filter(({ field }) => field === "name" || field === "nationalId" || field === "phone"));
  const [names = [], ...numbers] = groups;
  const isInTurn =
    numbers.length > 0 &&
    numbers.length <= 2 &&
    names[0]?.field === "name" &&
    groups.every((group) => group.length === names.length && group.length > 1 && isDistinct(group)) &&
    new Set(groups.map(([first]) => first?.field)).size === groups.length;
  if (!isInTurn) return undefined;
  const grouped = new Set(groups.flat());
  const others = found.filter((finding) => !grouped.has(finding));
  const people = names.flatMap((name, at) => [name, ...numbers.flatMap((group) => ofTurn(group[at]))]);
  return [
    ...others.filter(({ start }) => start < (names[0]?.start ?? 0)),
    ...people,
    ...others.filter(({ start }) => start >= (names[0]?.start ?? 0)),
  ];
}

function ofTurn(finding: Finding | undefined): Finding[] {
  return finding ? [{ ...finding, confidence: Math.min(finding.confidence, IN_TURN) }] : [];
}

/** Findings of the same field that stand one after the other. */
function groupsOf(found: readonly Finding[]): Finding[][] {
  const groups: Finding[][] = [];
  for (const finding of found) {
    const last = groups.at(-1);
    if (last?.[0]?.field === finding.field) last.push(finding);
    else groups.push([finding]);
  }
  return groups;
}

function isDistinct(group: readonly Finding[]): boolean {
  return new Set(group.map(({ value }) => value)).size === group.length;
}
