import type { Finding } from "./finding.ts";

/** Less sure than a number beside its name: the order alone says whose it is. */
const IN_TURN = 0.75;
const KEYS: ReadonlySet<Finding["field"]> = new Set<Finding["field"]>(["name", "nationalId", "phone"]);

/** A finding and the line it stands in. */
export interface Placed {
  readonly finding: Finding;
  readonly line: number;
}

/**
 * "Ayşe Yılmaz ve Ali Kaya için … T.C. numaraları sırasıyla 1… ve 2…": as many numbers after as many names are theirs in turn. In: the
 * findings of one paragraph in reading order. Out: every name with its numbers behind it; undefined when they do not stand so.
 */
export function inTurn(found: readonly Placed[]): Placed[] | undefined {
  const groups = groupsOf(found.filter(({ finding }) => KEYS.has(finding.field)));
  const [names = [], ...numbers] = groups;
  const isInTurn =
    numbers.length > 0 &&
    numbers.length <= 2 &&
    names[0]?.finding.field === "name" &&
    groups.every((group) => group.length === names.length && group.length > 1 && isDistinct(group)) &&
    new Set(groups.map(([first]) => first?.finding.field)).size === groups.length;
  if (!isInTurn) return undefined;
  const grouped = new Set(groups.flat());
  const first = found.findIndex((placed) => grouped.has(placed));
  const people = names.flatMap((name, at) => [name, ...numbers.flatMap((group) => ofTurn(group[at]))]);
  const others = found.slice(first).filter((placed) => !grouped.has(placed));
  return [...found.slice(0, first), ...people, ...others];
}

function ofTurn(placed: Placed | undefined): Placed[] {
  if (!placed) return [];
  const { finding, line } = placed;
  return [{ finding: { ...finding, confidence: Math.min(finding.confidence, IN_TURN) }, line }];
}

/** Findings of the same field that stand one after the other. */
function groupsOf(found: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = [];
  for (const placed of found) {
    const last = groups.at(-1);
    if (last?.[0]?.finding.field === placed.finding.field) last.push(placed);
    else groups.push([placed]);
  }
  return groups;
}

function isDistinct(group: readonly Placed[]): boolean {
  return new Set(group.map(({ finding }) => finding.value)).size === group.length;
}
