import { AppError } from "../core/errors.ts";
import type { KnowledgeRecord } from "../core/knowledge-record.ts";
import { inForce, wanted } from "./draft-entry.ts";
import type { Editor, KnowledgeDesk } from "./knowledge-desk.ts";

export interface WithdrawInput {
  readonly entry: string;
  readonly version: number;
  readonly agent: Editor;
  readonly reason: string;
}

/**
 * Takes an entry back: it is answered from no more, its text and history stay.
 * Throws `conflict` with the entries that still lead to it, `stale` when somebody was faster.
 */
export async function withdrawEntry(desk: KnowledgeDesk, input: WithdrawInput): Promise<KnowledgeRecord> {
  const { store, clock } = desk.office;
  const { entry: id, version, agent, reason } = input;
  const revision = await store.knowledge.revision();
  const record = await wanted(store.knowledge.byId(id), id);
  const { published, ...rest } = record;
  if (!published) throw new AppError("conflict", `The entry ${id} is not published.`, { id });
  const leading = (await store.knowledge.list()).flatMap(inForce).filter(({ related }) => related.includes(id));
  if (leading.length > 0) {
    const relatedFrom = leading.map((other) => other.id);
    throw new AppError("conflict", `Other entries lead to ${id}: ${relatedFrom.join(", ")}.`, { relatedFrom });
  }
  const at = clock.now();
  const step = { kind: "withdrawn" as const, version: published.version, at, by: agent.name, entry: published, reason };
  const withdrawn = await store.transact(async (transaction) => {
    await transaction.raiseKnowledgeRevision(revision);
    await transaction.append({ type: "knowledge.withdrawn", at, actor: { kind: "staff", ...agent }, entry: id });
    const history = [...record.history, step];
    return transaction.updateKnowledge({ ...rest, version, withdrawn: true, history, isStaffs: true });
  });
  await desk.refresh();
  return withdrawn;
}
