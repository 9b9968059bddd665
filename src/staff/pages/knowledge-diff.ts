import type { KnowledgeEntry } from "../../core/knowledge.ts";
import { inOrder } from "../../knowledge/entry-shape.ts";
import { formatEntryFile } from "../../understanding/entry-file.ts";
import { type Html, html } from "../design/html.ts";
import type { StaffVisit } from "../route.ts";

interface Line {
  readonly sign: " " | "+" | "-";
  readonly text: string;
}

/** What changed between two texts of an entry, line by line, as its file would show it; unchanged lines are left out. */
export function entryDiff({ texts }: StaffVisit, before: KnowledgeEntry | undefined, after: KnowledgeEntry): Html {
  const lines = diffLines(before ? linesOf(before) : [], linesOf(after)).filter(({ sign }) => sign !== " ");
  if (lines.length === 0) return html`<p class="small muted">${texts.knowledgeDesk.sameText}</p>`;
  return html`<div class="diff mono small">${lines.map(({ sign, text }) =>
    sign === "+" ? html`<ins>${text}</ins>` : html`<del>${text}</del>`,
  )}</div>`;
}

function linesOf(entry: KnowledgeEntry): string[] {
  return formatEntryFile(inOrder({ ...entry, version: 1 }))
    .split("\n")
    .filter((line) => line.trim() !== "");
}

/** The longest common lines stay; the others went or came. */
function diffLines(before: readonly string[], after: readonly string[]): Line[] {
  const common = commonLengths(before, after);
  const lines: Line[] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < after.length) {
    const [old, fresh] = [before[a], after[b]];
    if (old !== undefined && old === fresh) {
      lines.push({ sign: " ", text: old });
      a += 1;
      b += 1;
    } else if (fresh === undefined || (old !== undefined && at(common, a + 1, b) >= at(common, a, b + 1))) {
      lines.push({ sign: "-", text: old ?? "" });
      a += 1;
    } else {
      lines.push({ sign: "+", text: fresh });
      b += 1;
    }
  }
  return lines;
}

/** For each pair of places, how many lines the rests have in common. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let a = before.length - 1; a >= 0; a -= 1) {
    for (let b = after.length - 1; b >= 0; b -= 1) {
      const row = table[a] as number[];
      row[b] =
        before[a] === after[b] ? at(table, a + 1, b + 1) + 1 : Math.max(at(table, a + 1, b), at(table, a, b + 1));
    }
  }
  return table;
}

function at(table: readonly (readonly number[])[], a: number, b: number): number {
  return table[a]?.[b] ?? 0;
}
