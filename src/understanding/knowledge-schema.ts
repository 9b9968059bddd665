import { z } from "zod";
import type { Bilingual } from "./knowledge.ts";
import { inBoth } from "./knowledge-faults.ts";

/** What an editor may do wrong in a field by itself. */
export const SLIPS = {
  empty: { tr: "boş olamaz", en: "must not be empty" },
  noDay: { tr: "tarih YYYY-AA-GG biçiminde olmalı", en: "a date must be YYYY-MM-DD" },
  noId: { tr: "yalnızca küçük harf, rakam ve tire", en: "lower-case letters, digits and hyphens only" },
  noQuestion: { tr: "en az bir soru gerekli", en: "at least one question is needed" },
} as const satisfies Record<string, Bilingual>;

const SLIP_OF = new Map<string, Bilingual>(Object.values(SLIPS).map((slip) => [inBoth(slip), slip]));

/** What a schema said, in each language; a message that is none of ours is the same in both. */
export const slipOf = (message: string): Bilingual => SLIP_OF.get(message) ?? { tr: message, en: message };

const text = z.string().trim().min(1, inBoth(SLIPS.empty));
const day = z.iso.date(inBoth(SLIPS.noDay));
const asked = z.enum(["amount", "duration", "who", "where", "how", "when", "whether", "what", "which"]);

/** Front matter of an entry file. Strict, so that a mistyped key is a fault and not silence. */
export const entryHeadSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, inBoth(SLIPS.noId)),
  kind: z.enum(["fact", "unknown", "ambiguous"]),
  title: z.strictObject({ tr: text, en: text }),
  category: text,
  related: z.array(text).default([]),
  scope: z
    .strictObject({
      operators: z.array(text).optional(),
      lineTypes: z.array(text).optional(),
      asked: z.array(asked).optional(),
    })
    .optional(),
  patterns: z.array(text).default([]),
  questions: z.strictObject({
    tr: z.array(text).min(1, inBoth(SLIPS.noQuestion)),
    en: z.array(text).default([]),
  }),
  source: text,
  "valid-from": day.optional(),
  "valid-until": day.optional(),
  version: z.int().positive().default(1),
});
export type EntryHead = z.infer<typeof entryHeadSchema>;

const bilingual = z.strictObject({ tr: text, en: text });
export const categoriesSchema = z.record(z.string(), bilingual);
export const factsSchema = z.record(z.string(), z.union([text, bilingual]));
export const synonymsSchema = z.strictObject({
  concepts: z.record(z.string().regex(/^[a-zA-Z]+$/), z.array(text).min(1)),
  abbreviations: z.record(z.string(), text),
});
/** What may be said besides questions. */
export const talkIntents = [
  "greeting",
  "thanks",
  "goodbye",
  "aboutBot",
  "status",
  "person",
  "openTicket",
  "yes",
  "no",
  "cancel",
  "help",
] as const;
export const talkSchema = z.record(
  z.enum(talkIntents),
  z.strictObject({ only: z.array(text).default([]), patterns: z.array(text).default([]) }),
);
const share = z.number().min(0).max(5);
export const thresholdsSchema = z.strictObject({
  withPattern: share,
  byLikeness: share,
  margin: share,
  offer: share,
  trust: share,
  answer: share,
  refuse: share,
  doubt: share,
  suggest: share,
  talk: share,
});
