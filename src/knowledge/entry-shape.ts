import type { EntryScope, KnowledgeEntry } from "../core/knowledge.ts";

/** The entry with its parts in one order and without empty ones, so that two that say the same are the same. */
export function inOrder(entry: KnowledgeEntry): KnowledgeEntry {
  const { id, kind, title, category, related, patterns = [], questions, answer, source, version } = entry;
  const scope = entry.scope && filled(entry.scope);
  return {
    id,
    kind,
    title: { tr: title.tr, en: title.en },
    category,
    related: [...related],
    ...(scope && Object.keys(scope).length > 0 && { scope }),
    patterns: [...patterns],
    questions: { tr: [...questions.tr], en: [...questions.en] },
    source,
    version,
    answer: { tr: answer.tr, en: answer.en },
    ...(entry.validFrom && { validFrom: entry.validFrom }),
    ...(entry.validUntil && { validUntil: entry.validUntil }),
  };
}

function filled({ operators, lineTypes, asked }: EntryScope): EntryScope {
  return {
    ...(operators && operators.length > 0 && { operators: [...operators] }),
    ...(lineTypes && lineTypes.length > 0 && { lineTypes: [...lineTypes] }),
    ...(asked && asked.length > 0 && { asked: [...asked] }),
  };
}

/** Whether two entries say the same, whatever their version number. */
export function isSameEntry(a: KnowledgeEntry, b: KnowledgeEntry): boolean {
  const text = (entry: KnowledgeEntry) => JSON.stringify(inOrder({ ...entry, version: 1 }));
  return text(a) === text(b);
}
