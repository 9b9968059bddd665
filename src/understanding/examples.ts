import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { essence } from "../language/fold.ts";
import { isBeside, NOTHING } from "./combine.ts";
import type { Example } from "./knowledge.ts";
import type { KnowledgeFault } from "./knowledge-faults.ts";
import { talkIntents } from "./knowledge-schema.ts";

/** Labels of what is no question to the knowledge. */
const BESIDE: ReadonlySet<string> = new Set([NOTHING, ...talkIntents.map((intent) => `@${intent}`)]);

/** Examples with the faults of their files. */
export interface ReadExamples {
  readonly examples: readonly Example[];
  readonly faults: readonly KnowledgeFault[];
}

/**
 * Reads examples/*.tsv, one example a line: label, language, text and, for a follow-up, the
 * question before it, with tabs between. In: the knowledge folder, and the
 * ids of its entries and of those once learned, whose examples may outlive them. Out: every example, and every fault with its file and line.
 */
export function readExamples(folder: string, ids: ReadonlySet<string>): ReadExamples {
  const examples: Example[] = [];
  const faults: KnowledgeFault[] = [];
  const owners = new Map<string, string>();
  for (const { file, line, text } of linesOf(join(folder, "examples"))) {
    const read = readLine(text, file, ids);
    const message = typeof read === "string" ? read : contradiction(read, owners);
    if (message) faults.push({ file, line, message });
    else if (typeof read !== "string") examples.push(read);
  }
  return { examples, faults };
}

function linesOf(home: string): { file: string; line: number; text: string }[] {
  if (!existsSync(home)) return [];
  const names = readdirSync(home).filter((name) => name.endsWith(".tsv"));
  return names.sort().flatMap((name) =>
    readFileSync(join(home, name), "utf8")
      .split("\n")
      .map((text, at) => ({ file: `examples/${name}`, line: at + 1, text }))
      .filter(({ text }) => text.trim() !== ""),
  );
}

function readLine(line: string, writer: string, ids: ReadonlySet<string>): Example | string {
  const [label = "", language = "", text = "", before = "", ...more] = line.replace(/\r$/, "").split("\t");
  if (more.length > 0 || text.trim() === "") {
    return "etiket, dil, metin ve varsa önceki soru, aralarında birer sekme olmalı / a label, a language, a text and, where there is one, the question before, one tab between each";
  }
  if (language !== "tr" && language !== "en") return `dil "tr" ya da "en" olmalı / the language must be "tr" or "en"`;
  if (isBeside(label) ? BESIDE.has(label) : ids.has(label)) {
    return { label, language, text: text.trim(), writer, ...(before.trim() && { before: before.trim() }) };
  }
  return `"${label}" ne bir girdi ne bilinen bir etiket / is neither an entry nor a known label`;
}

/** The same text with two labels would teach neither. */
function contradiction({ label, text, before = "" }: Example, owners: Map<string, string>): string | undefined {
  const key = `${essence(text)}\n${essence(before)}`;
  const owner = owners.get(key) ?? label;
  owners.set(key, owner);
  return owner === label
    ? undefined
    : `aynı metin "${owner}" etiketiyle de var / the same text stands under "${owner}"`;
}
