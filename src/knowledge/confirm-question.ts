import { AppError } from "../core/errors.ts";
import type { ConfirmedQuestion } from "../core/knowledge-record.ts";
import { wanted } from "./draft-entry.ts";
import type { Editor, KnowledgeDesk } from "./knowledge-desk.ts";
import { questionKey } from "./likeness.ts";

/** Keeps which entry is the right answer to a question; the gate holds every later change to it. Throws `notFound`. */
export async function confirmQuestion(
  { office }: Pick<KnowledgeDesk, "office">,
  input: { readonly text: string; readonly entry: string; readonly agent: Editor },
): Promise<ConfirmedQuestion> {
  const { store, clock } = office;
  const id = questionKey(input.text);
  if (id === "") throw new AppError("badRequest", "The question has no words.", { field: "text" });
  await wanted(store.knowledge.byId(input.entry), input.entry);
  const question = { id, text: input.text.trim(), entry: input.entry, by: input.agent.name, at: clock.now() };
  await store.knowledge.confirm(question);
  return question;
}
