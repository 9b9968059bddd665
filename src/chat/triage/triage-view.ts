import type { Language } from "../../core/knowledge.ts";
import type { Office } from "../../core/ports.ts";
import type { Ticket } from "../../core/ticket.ts";
import type { TriageView } from "./triage-card.ts";

export interface TriageSurroundings {
  readonly office: Office;
  /** The category's name in a language; without it its id is shown. */
  readonly categoryTitle?: (id: string, language: Language) => string;
  readonly publicUrl?: string;
}

/** A ticket with all its card shows. */
export async function triageView(
  { office, categoryTitle, publicUrl }: TriageSurroundings,
  ticket: Ticket,
  language: Language,
  notice?: string,
): Promise<TriageView> {
  const [messages, assignee] = await Promise.all([
    office.store.messages.ofTicket(ticket.number),
    ticket.assignee ? office.store.staff.byId(ticket.assignee) : undefined,
  ]);
  const answer = messages.findLast(({ direction, from }) => direction === "out" && from.kind === "agent");
  const first = messages.find(({ direction }) => direction === "in") ?? messages[0];
  return {
    ticket,
    firstText: first?.text ?? "",
    categoryTitle: categoryTitle?.(ticket.category, language) ?? ticket.category,
    language,
    ...(assignee && { assigneeName: assignee.name }),
    ...(answer && { lastAnswer: { by: answer.from.name ?? "", at: answer.createdAt } }),
    ...(publicUrl && { publicUrl }),
    ...(notice && { notice }),
  };
}
