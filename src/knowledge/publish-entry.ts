import { AppError } from "../core/errors.ts";
import type { KnowledgeEntry } from "../core/knowledge.ts";
import type { KnowledgeRecord } from "../core/knowledge-record.ts";
import { checkDraft, type FieldFault } from "./check-draft.ts";
import { inForce, wanted } from "./draft-entry.ts";
import type { Editor, KnowledgeDesk } from "./knowledge-desk.ts";
import { type Gate, runGate } from "./run-gate.ts";

/** What publishing a draft would do. */
export interface PublishPreview {
  readonly record: KnowledgeRecord;
  readonly draft: KnowledgeEntry;
  /** Faults that came up since the draft was written (a category that went, a related entry withdrawn); they cannot be overridden. */
  readonly faults: readonly FieldFault[];
  readonly gate: Gate;
  /** The state of the knowledge this was worked out on. */
  readonly revision: number;
}

/** Runs the regression gate over a draft. Writes nothing. Throws `notFound` without the entry, `conflict` without a draft. */
export async function previewPublish(desk: KnowledgeDesk, id: string): Promise<PublishPreview> {
  const { store } = desk.office;
  const revision = await store.knowledge.revision();
  const record = await wanted(store.knowledge.byId(id), id);
  const { draft } = record;
  if (!draft) throw new AppError("conflict", `The entry ${id} has no draft.`, { id });
  const others = (await store.knowledge.list()).filter((other) => other.id !== id).flatMap(inForce);
  const { faults } = checkDraft(desk, draft, others);
  const gate = await runGate(desk, [...others, draft], new Set([id]));
  return { record, draft, faults, gate, revision };
}

export interface PublishInput {
  readonly entry: string;
  /** The version of the record the editor saw. */
  readonly version: number;
  readonly agent: Editor;
  /** Why it is published although the gate did not pass; kept in its history. Whoever may publish may override. */
  readonly reason?: string;
}

/**
 * Makes the draft what is answered from, in all processes within seconds.
 * Throws `conflict` with `details.gate` or `details.faults` when it may not be published, `stale` when somebody was faster.
 */
export async function publishEntry(desk: KnowledgeDesk, input: PublishInput): Promise<KnowledgeRecord> {
  const { store, clock } = desk.office;
  const { record, draft, faults, gate, revision } = await previewPublish(desk, input.entry);
  if (record.version !== input.version) throw new AppError("stale", "The draft was changed meanwhile.");
  if (faults.length > 0) throw new AppError("conflict", "The draft has faults.", { faults });
  const reason = input.reason?.trim();
  if (!gate.passed && !reason)
    throw new AppError("conflict", "Known questions would lose their right answer.", { gate });

  const at = clock.now();
  const entry = { ...draft, version: (record.history.at(-1)?.version ?? 0) + 1 };
  const step = {
    kind: "published" as const,
    version: entry.version,
    at,
    by: input.agent.name,
    entry,
    ...(!gate.passed && reason && { reason }),
  };
  const { draft: _draft, draftBy: _by, draftAt: _at, withdrawn: _withdrawn, ...rest } = record;
  const published = await store.transact(async (transaction) => {
    // What the gate was run on must still be what stands: two published at once could break what each left whole.
    await transaction.raiseKnowledgeRevision(revision);
    const actor = { kind: "staff", ...input.agent } as const;
    await transaction.append({ type: "knowledge.published", at, actor, entry: record.id });
    const history = [...record.history, step];
    return transaction.updateKnowledge({ ...rest, published: entry, history, isStaffs: true });
  });
  await desk.refresh();
  return published;
}
