import { createGiveWay } from "./give-way.ts";
import { type Features, likeness, matterOf } from "./likeness.ts";

/** From here on two questions are taken for the same matter. */
const ALIKE = 0.5;
/** A triple that more groups than this share finds too many of them to be worth its time. */
const TOO_COMMON = 200;

/**
 * Groups texts by likeness: each joins the group whose first text is most like it, else begins one. The same texts in the same order
 * always make the same groups. Only groups with letters in common are compared, so the time grows about linearly.
 */
export async function groupByLikeness<Item>(items: readonly Item[], textOf: (item: Item) => string): Promise<Item[][]> {
  const giveWay = createGiveWay();
  const groups: { readonly first: Features; readonly items: Item[] }[] = [];
  const byTriple = new Map<string, number[]>();
  for (const item of items) {
    await giveWay();
    const features = matterOf(textOf(item));
    const found = nearest(features, groups, byTriple);
    if (found !== undefined) {
      groups[found]?.items.push(item);
      continue;
    }
    for (const triple of features.triples) {
      const list = byTriple.get(triple);
      if (list) list.push(groups.length);
      else byTriple.set(triple, [groups.length]);
    }
    groups.push({ first: features, items: [item] });
  }
  return groups.map((group) => group.items);
}

function nearest(
  features: Features,
  groups: readonly { readonly first: Features }[],
  byTriple: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  let best: { readonly group: number; readonly alike: number } | undefined;
  for (const group of sharing(features, byTriple)) {
    const first = groups[group]?.first;
    const alike = first ? likeness(features, first) : 0;
    if (alike >= ALIKE && alike > (best?.alike ?? 0)) best = { group, alike };
  }
  return best?.group;
}

/** Groups whose first text shares a telling triple, in the order they began. */
function sharing(features: Features, byTriple: ReadonlyMap<string, readonly number[]>): number[] {
  const found = new Set<number>();
  for (const triple of features.triples) {
    const groups = byTriple.get(triple) ?? [];
    if (groups.length <= TOO_COMMON) for (const group of groups) found.add(group);
  }
  return [...found].sort((a, b) => a - b);
}
