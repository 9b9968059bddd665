import { AppError } from "../core/errors.ts";
import type { KnowledgeEntry } from "../core/knowledge.ts";
import type { KnowledgeRecord, KnowledgeStep } from "../core/knowledge-record.ts";
import type { Office, Transaction } from "../core/ports.ts";
import { isSameEntry } from "./entry-shape.ts";

/** An entry as its file has it, and the file byte for byte. */
export interface EntryText {
  readonly entry: KnowledgeEntry;
  readonly text: string;
}

interface Changes {
  readonly added: readonly KnowledgeRecord[];
  readonly changed: readonly KnowledgeRecord[];
}

/** Several processes may start at once; each looks again when another was faster. */
const TRIES = 5;

/**
 * Takes the files of the knowledge folder in: they are the baseline. A new file makes an entry; a changed or missing one changes or
 * withdraws an entry staff never published; what staff published wins. Returns how many records changed.
 */
export async function bringFilesIn(office: Office, files: readonly EntryText[]): Promise<number> {
  return writeChanges(office, (records, at) => baselineChanges(records, files, at));
}

/**
 * Publishes what files say of entries that differ, as `knowledge import` does; entries without a file stay as they are.
 * Returns the ids that changed.
 */
export async function importFiles(office: Office, files: readonly EntryText[], by: string): Promise<readonly string[]> {
  let ids: readonly string[] = [];
  await writeChanges(office, (records, at) => {
    const changes = importedChanges(records, files, { at, by });
    ids = [...changes.added, ...changes.changed].map(({ id }) => id);
    return changes;
  });
  return ids;
}

async function writeChanges(
  { store, clock }: Office,
  changesOf: (records: readonly KnowledgeRecord[], at: Date) => Changes,
): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const revision = await store.knowledge.revision();
    const at = clock.now();
    const { added, changed } = changesOf(await store.knowledge.all(), at);
    const count = added.length + changed.length;
    if (count === 0) return 0;
    try {
      await store.transact(async (transaction) => {
        await transaction.raiseKnowledgeRevision(revision);
        await write(transaction, { added, changed }, at);
      });
      return count;
    } catch (error) {
      const isOvertaken = error instanceof AppError && (error.code === "stale" || error.code === "conflict");
      if (!isOvertaken || attempt === TRIES) throw error;
    }
  }
}

async function write(transaction: Transaction, { added, changed }: Changes, at: Date): Promise<void> {
  if (added.length > 0) await transaction.insertKnowledge(added);
  for (const record of changed) await transaction.updateKnowledge(record);
  // What came with the product is no event; what changed since is.
  for (const { id, history } of [...added.filter(({ baseline }) => baseline === undefined), ...changed]) {
    const step = history.at(-1);
    if (step?.at.getTime() !== at.getTime()) continue;
    const type = step.kind === "withdrawn" ? "knowledge.withdrawn" : "knowledge.published";
    await transaction.append({ type, at, actor: { kind: "system" }, entry: id });
  }
}

function baselineChanges(records: readonly KnowledgeRecord[], files: readonly EntryText[], at: Date): Changes {
  const known = new Map(records.map((record) => [record.id, record]));
  const named = new Set(files.map(({ entry }) => entry.id));
  const by = { kind: "file", at, by: "system" } as const;
  const gone = records.filter(({ id, isStaffs, published }) => !isStaffs && published && !named.has(id));
  return {
    added: files
      .filter(({ entry }) => !known.has(entry.id))
      .map((file) => ({ ...fresh(file, by), baseline: file.text, isStaffs: false })),
    changed: [
      ...files.flatMap((file) => {
        const record = known.get(file.entry.id);
        if (!record || (record.baseline === file.text && (record.published || record.isStaffs))) return [];
        const baseline = file.text;
        return record.isStaffs ? { ...record, baseline } : { ...withEntry(record, file, by), baseline };
      }),
      ...gone.flatMap(({ published, ...rest }) => {
        if (!published) return [];
        const step = { kind: "withdrawn", version: published.version, at, by: "system", entry: published } as const;
        return { ...rest, withdrawn: true, history: [...rest.history, step] };
      }),
    ],
  };
}

function importedChanges(
  records: readonly KnowledgeRecord[],
  files: readonly EntryText[],
  who: { readonly at: Date; readonly by: string },
): Changes {
  const known = new Map(records.map((record) => [record.id, record]));
  const by = { kind: "imported", ...who } as const;
  return {
    added: files.filter(({ entry }) => !known.has(entry.id)).map((file) => fresh(file, by)),
    changed: files.flatMap((file) => {
      const record = known.get(file.entry.id);
      if (!record || (record.published && isSameEntry(record.published, file.entry))) return [];
      // The text the product came with makes it the product's again: upgrades reach it.
      return { ...withEntry(record, file, by), isStaffs: record.baseline !== file.text };
    }),
  };
}

type Way = Pick<KnowledgeStep, "kind" | "at" | "by">;

function fresh({ entry, text }: EntryText, way: Way): KnowledgeRecord {
  const step = { ...way, version: entry.version, entry };
  return { id: entry.id, published: entry, version: 1, history: [step], file: text, isStaffs: true };
}

function withEntry(record: KnowledgeRecord, { entry, text }: EntryText, way: Way): KnowledgeRecord {
  const version = (record.history.at(-1)?.version ?? 0) + 1;
  const published = { ...entry, version };
  const { withdrawn: _withdrawn, ...rest } = record;
  return { ...rest, published, file: text, history: [...record.history, { ...way, version, entry: published }] };
}
