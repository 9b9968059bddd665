import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import type { EntryDraft, KnowledgeRecord } from "../../core/knowledge-record.ts";
import type { FieldFault } from "../../knowledge/check-draft.ts";
import { discardDraft, draftEntry, isEmpty, latest, wanted } from "../../knowledge/draft-entry.ts";
import { helpfulnessByEntry } from "../../knowledge/helpfulness.ts";
import { previewPublish, publishEntry } from "../../knowledge/publish-entry.ts";
import { withdrawEntry } from "../../knowledge/withdraw-entry.ts";
import { pageAnswer, redirectAnswer } from "../answers.ts";
import { asDraft, blankDraft, readDraft } from "../knowledge-draft.ts";
import { type EntryPageData, entryPreview, knowledgeEntryPage } from "../pages/knowledge-entry-page.ts";
import { knowledgeGatePage } from "../pages/knowledge-gate-page.ts";
import { knowledgeHistoryPage } from "../pages/knowledge-history-page.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { readForm } from "./read-form.ts";

/** One entry: written, tried, published, withdrawn. */
export function knowledgeEntryRoutes(): Route[] {
  const one = "/console/knowledge/:id";
  return [
    staffRoute("GET", "/console/knowledge/new", "knowledge.write", showNew),
    staffRoute("POST", "/console/knowledge/new", "knowledge.write", saveDraft),
    staffRoute("POST", "/console/knowledge/preview", "knowledge.read", showPreview),
    staffRoute("GET", one, "knowledge.read", showEntry),
    staffRoute("POST", one, "knowledge.write", saveDraft),
    staffRoute("GET", `${one}/gate`, "knowledge.read", showGate),
    staffRoute("GET", `${one}/history`, "knowledge.read", showHistory),
    staffRoute("POST", `${one}/discard`, "knowledge.write", discard),
    staffRoute("POST", `${one}/publish`, "knowledge.publish", publish),
    staffRoute("POST", `${one}/withdraw`, "knowledge.publish", withdraw),
    staffRoute("POST", `${one}/unconfirm`, "knowledge.write", unconfirm),
  ];
}

function showNew(visit: StaffVisit): Answer {
  const { query } = visit;
  const language = query.get("language") === "en" ? "en" : "tr";
  const draft = blankDraft((query.get("question") ?? "").slice(0, 500), language);
  return pageAnswer(knowledgeEntryPage(visit, { draft, confirmed: [] }));
}

function showPreview(visit: StaffVisit): Answer {
  return pageAnswer(entryPreview(visit, readDraft(visit.form)));
}

async function showEntry(visit: StaffVisit): Promise<Answer> {
  const record = await recordOf(visit);
  const from = Number(visit.query.get("from"));
  const earlier = record.history.findLast(({ version }) => version === from)?.entry;
  return pageAnswer(await entryPage(visit, record, asDraft(earlier ?? latest(record))));
}

async function entryPage(
  visit: StaffVisit,
  record: KnowledgeRecord,
  draft: EntryDraft,
  refused?: EntryPageData["refused"],
) {
  const { office } = visit.staff;
  const [helpfulness, confirmed] = await Promise.all([helpfulnessByEntry(office), office.store.knowledge.confirmed()]);
  const use = helpfulness.get(record.id);
  return knowledgeEntryPage(visit, {
    record,
    draft,
    confirmed: confirmed.filter(({ entry }) => entry === record.id),
    ...(use && { helpfulness: use }),
    ...(refused && { refused }),
  });
}

const versionForm = z.object({ version: z.coerce.number().int().positive().optional() });

async function saveDraft(visit: StaffVisit): Promise<Answer> {
  const draft = readDraft(visit.form);
  const { version } = readForm(visit, versionForm);
  try {
    const record = await draftEntry(visit.staff.knowledge, {
      draft,
      agent: editorOf(visit),
      ...(version !== undefined && { version }),
    });
    return redirectAnswer(`/console/knowledge/${record.id}?done=saved`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return tellRefusal(visit, draft, error);
  }
}

/** The form again with everything that was typed, and what is wrong with it. */
async function tellRefusal(visit: StaffVisit, draft: EntryDraft, error: AppError): Promise<Answer> {
  const isNew = visit.params.id === undefined;
  if (error.code === "stale" && !isNew) {
    return pageAnswer(await entryPage(visit, await recordOf(visit), draft, "stale"), 409);
  }
  if (error.code !== "badRequest" && !(isNew && error.code === "conflict")) throw error;
  const found = error.details?.faults as readonly FieldFault[] | undefined;
  const faults = found?.map(({ field, words }) => ({ field, message: words[visit.preferences.language] })) ?? [
    { field: "id", message: visit.texts.errors.conflict.title },
  ];
  if (isNew) return pageAnswer(knowledgeEntryPage(visit, { draft, confirmed: [], refused: { faults } }), 400);
  return pageAnswer(await entryPage(visit, await recordOf(visit), draft, { faults }), 400);
}

async function showGate(visit: StaffVisit): Promise<Answer> {
  const id = visit.params.id ?? "";
  const { draft } = await recordOf(visit);
  if (!draft) return redirectAnswer(`/console/knowledge/${encodeURIComponent(id)}`);
  return pageAnswer(knowledgeGatePage(visit, await previewPublish(visit.staff.knowledge, id)));
}

async function showHistory(visit: StaffVisit): Promise<Answer> {
  return pageAnswer(knowledgeHistoryPage(visit, await recordOf(visit)));
}

const actForm = z.object({
  version: z.coerce.number().int().positive(),
  reason: z.string().trim().max(500).default(""),
});

async function discard(visit: StaffVisit): Promise<Answer> {
  const { version } = readForm(visit, actForm);
  const record = await discardDraft(visit.staff.knowledge, { entry: visit.params.id ?? "", version });
  return redirectAnswer(isEmpty(record) ? "/console/knowledge" : `/console/knowledge/${record.id}?done=discarded`);
}

async function publish(visit: StaffVisit): Promise<Answer> {
  const entry = visit.params.id ?? "";
  const { version, reason } = readForm(visit, actForm);
  try {
    await publishEntry(visit.staff.knowledge, { entry, version, agent: editorOf(visit), reason });
    return redirectAnswer(`/console/knowledge/${entry}?done=published`);
  } catch (error) {
    // What was seen is no longer what stands: the gate is shown as it is now.
    const isOvertaken = error instanceof AppError && (error.code === "conflict" || error.code === "stale");
    if (!isOvertaken || !(await recordOf(visit)).draft) throw error;
    return pageAnswer(knowledgeGatePage(visit, await previewPublish(visit.staff.knowledge, entry)), 409);
  }
}

async function withdraw(visit: StaffVisit): Promise<Answer> {
  const entry = visit.params.id ?? "";
  const { version, reason } = readForm(visit, actForm);
  if (reason === "") throw new AppError("badRequest", "A reason is needed.", { field: "reason" });
  try {
    await withdrawEntry(visit.staff.knowledge, { entry, version, agent: editorOf(visit), reason });
    return redirectAnswer(`/console/knowledge/${entry}?done=withdrawn`);
  } catch (error) {
    const leading = error instanceof AppError && (error.details?.relatedFrom as readonly string[] | undefined);
    if (!leading) throw error;
    const record = await recordOf(visit);
    const message = visit.texts.knowledgeDesk.relatedFrom(leading.join(", "));
    const refused = { faults: [{ field: "related", message }] };
    return pageAnswer(await entryPage(visit, record, asDraft(latest(record)), refused), 409);
  }
}

async function unconfirm(visit: StaffVisit): Promise<Answer> {
  await visit.staff.office.store.knowledge.unconfirm(visit.form.get("question") ?? "");
  return redirectAnswer(`/console/knowledge/${encodeURIComponent(visit.params.id ?? "")}?done=unconfirmed`);
}

async function recordOf({ staff, params }: StaffVisit): Promise<KnowledgeRecord> {
  const id = params.id ?? "";
  return wanted(staff.office.store.knowledge.byId(id), id);
}

export function editorOf({ visitor }: StaffVisit) {
  return { id: visitor.id, name: visitor.name };
}
