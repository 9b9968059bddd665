import { z } from "zod";

const text = z.string().trim().min(1, "boş olamaz / must not be empty");
const day = z.iso.date("tarih YYYY-AA-GG biçiminde olmalı / a date must be YYYY-MM-DD");
const asked = z.enum(["amount", "duration", "who", "where", "how", "when", "whether", "what", "which"]);

/** Front matter of an entry file. Strict, so that a mistyped key is a fault and not silence. */
export const entryHeadSchema = z.strictObject({
  id: z
    .string()
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      "yalnızca küçük harf, rakam ve tire / lower-case letters, digits and hyphens only",
    ),
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
    tr: z.array(text).min(1, "en az bir soru gerekli / at least one question is needed"),
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
