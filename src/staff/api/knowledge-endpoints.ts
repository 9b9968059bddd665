import { z } from "zod";
import type { KnowledgeEntry } from "../../core/knowledge.ts";
import { KNOWLEDGE_STATES, type KnowledgeRecord, stateOf } from "../../core/knowledge-record.ts";
import type { Page } from "../../core/page.ts";
import { isEmpty, latest } from "../../knowledge/draft-entry.ts";
import { findGaps, type Gap } from "../../knowledge/find-gaps.ts";
import { type DescribedEndpoint, endpoint } from "./api-route.ts";
import { listOf, pageQuery } from "./schemas.ts";

const bilingual = z.object({ tr: z.string(), en: z.string() });
const bilingualLists = z.object({ tr: z.array(z.string()), en: z.array(z.string()) });

const entrySchema = z
  .object({
    id: z.string(),
    kind: z.enum(["fact", "unknown", "ambiguous"]),
    state: z.enum(KNOWLEDGE_STATES),
    title: bilingual,
    category: z.string(),
    questions: bilingualLists,
    answer: bilingual.describe("As written: {{name}} stands for a value of facts.yaml"),
    source: z.string(),
    validFrom: z.string().optional(),
    validUntil: z.string().optional(),
    version: z.number().describe("Of the published text; 0 when there is none yet"),
  })
  .meta({ id: "KnowledgeEntry" });

const gapSchema = z
  .object({
    text: z.string().describe("The wording asked most often"),
    wordings: z.array(z.object({ text: z.string(), count: z.number().int() })),
    count: z.number().int(),
    reasons: z.array(z.enum(["unanswered", "abandoned", "notHelpful"])),
    entries: z.array(z.string()).describe("Entries that were answered or offered"),
    lastAskedAt: z.iso.datetime(),
    language: z.string(),
  })
  .meta({ id: "KnowledgeGap" });

/** Knowledge by the API: the entries with their state, and what they lack. */
export function knowledgeEndpoints(): DescribedEndpoint[] {
  return [
    endpoint({
      method: "GET",
      path: "/api/v1/knowledge/entries",
      summary: "Knowledge entries by id, with their state",
      needs: "knowledge.read",
      query: z.strictObject({ ...pageQuery, state: z.enum(KNOWLEDGE_STATES).optional() }),
      response: listOf(entrySchema),
      answer: async ({ staff }, { query: { limit, cursor, state } }) => {
        const records = await staff.office.store.knowledge.all();
        const shown = records.filter((record) => !isEmpty(record) && (!state || stateOf(record) === state));
        return pageOf(shown, ({ id }) => id, limit, cursor, presentRecord);
      },
    }),
    endpoint({
      method: "GET",
      path: "/api/v1/knowledge/gaps",
      summary:
        "What people asked in the last 90 days without a good answer, alike questions together, most asked first",
      needs: "knowledge.read",
      query: z.strictObject(pageQuery),
      response: listOf(gapSchema),
      answer: async ({ staff }, { query: { limit, cursor } }) =>
        pageOf(await findGaps(staff.knowledge), ({ text }) => text, limit, cursor, presentGap),
    }),
  ];
}

function presentRecord(record: KnowledgeRecord) {
  const entry: KnowledgeEntry = record.published ?? latest(record);
  const { id, kind, title, category, questions, answer, source, validFrom, validUntil } = entry;
  const version = record.published?.version ?? record.history.at(-1)?.version ?? 0;
  return {
    id,
    kind,
    state: stateOf(record),
    title,
    category,
    questions,
    answer,
    source,
    validFrom,
    validUntil,
    version,
  };
}

function presentGap({ text, wordings, count, reasons, entries, lastAskedAt, language }: Gap) {
  return { text, wordings, count, reasons, entries, lastAskedAt, language };
}

/** One page out of a list in hand; the cursor is the key of the last item given. A key that went is answered from the start. */
function pageOf<Item, Presented>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  limit: number,
  cursor: string | undefined,
  present: (item: Item) => Presented,
): Page<Presented> {
  const last = cursor === undefined ? "" : Buffer.from(cursor, "base64url").toString();
  const from = cursor === undefined ? 0 : items.findIndex((item) => keyOf(item) === last) + 1;
  const given = items.slice(from, from + limit);
  const end = given.at(-1);
  const hasMore = from + limit < items.length;
  return {
    items: given.map(present),
    ...(hasMore && end && { nextCursor: Buffer.from(keyOf(end)).toString("base64url") }),
  };
}
