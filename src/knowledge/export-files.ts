import type { KnowledgeRecord } from "../core/knowledge-record.ts";
import { formatEntryFile, parseEntryFile } from "../understanding/entry-file.ts";
import { inOrder, isSameEntry } from "./entry-shape.ts";

/** What is published as the files of a knowledge folder: name and text. A file that still says the same is given byte for byte. */
export function exportedFiles(records: readonly KnowledgeRecord[]): { readonly name: string; readonly text: string }[] {
  return records.flatMap(({ id, published, file }) => {
    if (!published) return [];
    const name = `${id}.md`;
    const original = file === undefined ? undefined : parseEntryFile(file, name).read?.entry;
    const isUntouched = file !== undefined && original !== undefined && isSameEntry(original, published);
    return { name, text: isUntouched ? file : formatEntryFile(inOrder(published)) };
  });
}
