import { believed, type GroupHeading, type Headings, headingOver, saidOfGroup, withHeading } from "./group-headings.ts";
import { joinedEssence } from "./joined-essence.ts";
import { groupLaidOver } from "./laid-over.ts";
import type { RequestWords } from "./request-words.ts";
import type { Table } from "./text-tables.ts";
import type { FoundPerson } from "./types.ts";

/** A table and the people in it. */
export interface List extends Table {
  readonly people: readonly FoundPerson[];
}

export interface HeadedLists {
  readonly people: readonly FoundPerson[];
  /** Lines of the text that are headings of a list: what they say is said of it alone. */
  readonly headings: readonly string[];
}

/** The people of the lists of one letter, each with what the lines above their list say of them. */
export function headedLists(lists: readonly List[], words: RequestWords): HeadedLists {
  const lines = lists.flatMap(({ source, headings = [] }, list) =>
    headings.map((line, at) => {
      // Of two lines above a table the upper one may be any sentence; names of files and sheets are titles.
      const isTitle = source === "attachment";
      return { group: list, line, isTitle, heading: headingOver(line, isTitle || at === headings.length - 1, words) };
    }),
  );
  const kept = believed(lines);
  let groups: Headings = [];
  const people = lists.flatMap((list, at) => {
    const over = kept.filter((heading, index): heading is GroupHeading => !!heading && lines[index]?.group === at);
    // A heading above several tables holds on; every sheet has its own, and a table without one begins anew.
    const before = list.source === "table" && over.length > 0 ? groups : [];
    groups = over.reduce<Headings>(
      (all, next, index) => withHeading(all, next, index === 0 && before.length > 0),
      before,
    );
    if (groups.length === 0) return list.people;
    const above = saidOfGroup(groups, { kind: list.source });
    // A title inside of a list goes before what stands above it.
    return list.people.map((person) => ({ ...person, ofGroup: groupLaidOver(above, person.ofGroup) }));
  });
  const headings = lines.filter(({ isTitle }, index) => !isTitle && kept[index]?.said.length).map(({ line }) => line);
  return { people, headings };
}

/** The lines without those that are headings of lists. */
export function withoutHeadings(lines: readonly string[], headings: readonly string[]): string[] {
  const said = new Set(headings.map(joinedEssence));
  return lines.map((line) => (said.has(joinedEssence(line)) ? "" : line));
}
