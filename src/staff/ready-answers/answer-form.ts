import type { ReadyAnswer } from "../../core/ready-answer.ts";
import type { FormRead } from "../settings/form-read.ts";
import { unknownPlaces } from "./placeholders.ts";

export type AnswerFault = "name" | "text" | "place" | "long";
type Content = Pick<ReadyAnswer, "name" | "shared" | "texts">;

const LONGEST_NAME = 60;
const LONGEST_TEXT = 10_000;

/** What the form of a ready answer says, or what is wrong with it. */
export function readAnswerForm(form: URLSearchParams): FormRead<Content, AnswerFault> {
  const faults: Record<string, AnswerFault> = {};
  const text = (name: string) => (form.get(name) ?? "").replaceAll("\r\n", "\n").trim();
  const name = text("name").replace(/\s+/g, " ");
  if (name === "" || name.length > LONGEST_NAME) faults.name = "name";
  const texts = { tr: text("text.tr"), en: text("text.en") };
  if (!texts.tr && !texts.en) faults["text.tr"] = "text";
  for (const language of ["tr", "en"] as const) {
    if (texts[language].length > LONGEST_TEXT) faults[`text.${language}`] = "long";
    else if (unknownPlaces(texts[language]).length > 0) faults[`text.${language}`] = "place";
  }
  if (Object.keys(faults).length > 0) return { faults };
  return { value: { name, shared: form.get("shared") === "yes", texts } };
}

/** The fields of the form for a ready answer. */
export function answerFields({ name, shared, texts }: Content): URLSearchParams {
  const form = new URLSearchParams({ name, "text.tr": texts.tr, "text.en": texts.en });
  if (shared) form.set("shared", "yes");
  return form;
}
