import { AppError } from "../core/errors.ts";
import type { KnowledgeEntry, Language } from "../core/knowledge.ts";
import type { EntryDraft, KnowledgeRecord } from "../core/knowledge-record.ts";
import { checkDraft } from "./check-draft.ts";
import type { Editor, KnowledgeDesk } from "./knowledge-desk.ts";

export interface DraftInput {
  readonly draft: EntryDraft;
  /** The version of the record the editor saw; absent for a new entry. */
  readonly version?: number;
  readonly agent: Editor;
}

/**
 * Keeps what was written as the entry's draft; nothing of it is answered yet.
 * Throws `badRequest` with `details.faults` per field, `conflict` when a new entry's id is taken, `stale` when somebody was faster.
 */
export async function draftEntry(desk: KnowledgeDesk, { draft, version, agent }: DraftInput): Promise<KnowledgeRecord> {
  const { store, clock } = desk.office;
  const records = await store.knowledge.list();
  const checked = checkDraft(desk, draft, records.flatMap(inForce));
  if (!checked.entry) throw new AppError("badRequest", "The entry has faults.", { faults: checked.faults });
  const { entry } = checked;
  const at = clock.now();
  const written = { draft: entry, draftBy: agent.name, draftAt: at };
  return store.transact(async (transaction) => {
    await transaction.append({ type: "knowledge.drafted", at, actor: { kind: "staff", ...agent }, entry: entry.id });
    const known = await transaction.knowledgeRecord(entry.id);
    if (version !== undefined) return transaction.updateKnowledge({ ...found(known, entry.id), ...written, version });
    const fresh: KnowledgeRecord = { id: entry.id, ...written, version: 1, history: [], isStaffs: true };
    // An id whose only draft was thrown away is free again.
    if (known && isEmpty(known)) return transaction.updateKnowledge({ ...fresh, version: known.version });
    await transaction.insertKnowledge([fresh]);
    return fresh;
  });
}

/** Adds one more way of asking to what stands written of an entry, as a draft. Throws as `draftEntry` does. */
export async function draftWithQuestion(
  desk: KnowledgeDesk,
  input: { readonly entry: string; readonly question: string; readonly language: Language; readonly agent: Editor },
): Promise<KnowledgeRecord> {
  const record = await wanted(desk.office.store.knowledge.byId(input.entry), input.entry);
  const { version: _version, ...written } = latest(record);
  const questions = {
    ...written.questions,
    [input.language]: [...written.questions[input.language], input.question],
  };
  return draftEntry(desk, { draft: { ...written, questions }, version: record.version, agent: input.agent });
}

/** Throws the draft away; of an entry that was never published nothing is left. */
export async function discardDraft(
  { office }: KnowledgeDesk,
  { entry, version }: { readonly entry: string; readonly version: number },
): Promise<KnowledgeRecord> {
  return office.store.transact(async (transaction) => {
    const record = await wanted(transaction.knowledgeRecord(entry), entry);
    const { draft: _draft, draftBy: _by, draftAt: _at, ...rest } = record;
    return transaction.updateKnowledge({ ...rest, version, ...(!rest.published && { withdrawn: true }) });
  });
}

/** Whether nothing is left of a record: its only draft was thrown away. */
export function isEmpty({ draft, published, history }: KnowledgeRecord): boolean {
  return !draft && !published && history.length === 0;
}

/** What is answered from of a record, or would be: the published entry. */
export function inForce({ published }: KnowledgeRecord): KnowledgeEntry[] {
  return published ? [published] : [];
}

/** What an editor goes on with: the draft, what is published, or what was last. Throws `notFound` when all are missing. */
export function latest(record: KnowledgeRecord): KnowledgeEntry {
  const entry = record.draft ?? record.published ?? record.history.at(-1)?.entry;
  if (!entry) throw new AppError("notFound", `Nothing is written of the entry ${record.id}.`, { id: record.id });
  return entry;
}

/** The record, or `notFound`. */
export async function wanted(record: Promise<KnowledgeRecord | undefined>, id: string): Promise<KnowledgeRecord> {
  return found(await record, id);
}

function found(record: KnowledgeRecord | undefined, id: string): KnowledgeRecord {
  if (!record) throw new AppError("notFound", `There is no knowledge entry ${id}.`, { id });
  return record;
}
