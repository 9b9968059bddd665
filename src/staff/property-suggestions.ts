import type { StoredEvent } from "../core/events.ts";
import { may } from "../core/person.ts";
import { isFinished } from "../core/ticket.ts";
import { turkishDay } from "../core/turkish-time.ts";
import { written } from "../core/wordless.ts";
import { suggestAssignees } from "../tickets/suggest-assignee.ts";
import type { PropertySuggestions, TicketPageData } from "./pages/ticket-data.ts";
import type { PersonOfTicket } from "./person-of-ticket.ts";
import type { StaffVisit } from "./route.ts";

/** Below this a category is a guess, not a suggestion. */
const SURE = 0.6;

const NO_SUGGESTIONS: PropertySuggestions = { assignees: [], sure: 0 };

type Known = Pick<TicketPageData, "ticket" | "messages" | "events" | "members" | "duplicates"> &
  Pick<PersonOfTicket, "otherTickets">;

/** Suggestions for an unfinished ticket: of what nobody has set by hand, and of somebody to work on it while nobody does. */
export async function propertySuggestions(visit: StaffVisit, known: Known): Promise<PropertySuggestions> {
  const { ticket, members } = known;
  if (isFinished(ticket) || !may(visit.visitor.role, "tickets.write")) return NO_SUGGESTIONS;
  const read = readAgain(visit, known);
  const isWorkedOn = members.some(({ id, active }) => active && id === ticket.assignee);
  if (isWorkedOn) return { ...read, assignees: [] };
  const [finished, tallies] = await Promise.all([
    visit.memory.finishedLately(),
    visit.staff.office.store.tickets.tallies(),
  ]);
  const grounds = { ticket, members, finished, earlier: known.otherTickets, lookalikes: known.duplicates, tallies };
  return { ...read, assignees: suggestAssignees(grounds) };
}

/** Category and priority as the knowledge in force would have them. */
function readAgain(
  { staff, now }: StaffVisit,
  { ticket, messages, events }: Known,
): Omit<PropertySuggestions, "assignees"> {
  const first = messages.find(({ direction }) => direction === "in");
  const [subject, text] = [written(ticket.subject), written(first?.text ?? "")];
  if (!first || !(subject + text).trim()) return { sure: 0 };
  const { category, priority, confidence } = staff.understander().understandMail(subject, text, turkishDay(now));
  const isCategoryNew = category !== ticket.category && confidence >= SURE && !wasSet(events, "category");
  const isPriorityNew = priority !== ticket.priority && priority !== "normal" && !wasSet(events, "priority");
  return { sure: confidence, ...(isCategoryNew && { category }), ...(isPriorityNew && { priority }) };
}

/** Whether somebody has decided on it already. */
function wasSet(events: readonly StoredEvent[], field: string): boolean {
  return events.some(
    (event) => event.type === "ticket.changed" && event.changes.some((change) => change.field === field),
  );
}
