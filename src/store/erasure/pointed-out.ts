import type { ErasureSubject, Mention } from "../../core/erasure.ts";
import type { Ticket } from "../../core/ticket.ts";
import type { Models } from "../models.ts";
import { createNaming } from "./part.ts";
import { theirsElsewhere } from "./ticket-parts.ts";

/** Answers that staff keep ready, which name the person. */
export async function namedInReadyAnswers(models: Models, subject: ErasureSubject): Promise<readonly Mention[]> {
  const names = createNaming(subject);
  const rows = await models.readyAnswers.find({}, { name: 1, texts: 1 }).lean();
  return rows
    .filter(({ name, texts }) => names([name, texts]))
    .map(({ _id, name }) => ({ place: "readyAnswer", id: _id, name: String(name) }));
}

/** Knowledge entries, drafts and former texts among them, which name the person. */
export async function namedInKnowledge(models: Models, subject: ErasureSubject): Promise<readonly Mention[]> {
  const names = createNaming(subject);
  const rows = await models.knowledgeEntries.find({}, { published: 1, draft: 1, history: 1 }).lean();
  return rows
    .filter(({ published, draft, history }) => names([published, draft, history]))
    .map(({ _id }) => ({ place: "knowledge", id: _id, name: _id }));
}

/**
 * Tickets of others in which the person wrote, or which hold an entry about them: the others' texts may name them. Where a ticket of
 * theirs was merged into another, or messages were split off, what they wrote in a chat stands there without a mark of theirs.
 */
export async function writtenElsewhere(models: Models, subject: ErasureSubject): Promise<readonly Mention[]> {
  const own = new Set(subject.tickets);
  const written = await models.messages.find(theirsElsewhere(subject), { ticket: 1 }).lean();
  const rows = await models.tickets.find({ number: { $in: subject.tickets } }, { links: 1 }).lean();
  const links = rows.flatMap((row) => (row.links ?? []) as Ticket["links"]);
  const movedTo = links.filter(({ kind }) => kind === "mergedInto" || kind === "splitInto");
  const numbers = [
    ...subject.entries.map(({ ticket }) => ticket),
    ...written.map(({ ticket }) => String(ticket)),
    ...movedTo.map(({ number }) => number),
  ];
  return [...new Set(numbers)]
    .filter((number) => !own.has(number))
    .map((number) => ({ place: "ticket", id: number, name: number }));
}
