import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import {
  BOARD_STATES,
  PERSONAL_FIELDS,
  REQUEST_FIELDS,
  REQUEST_KINDS,
  REQUEST_STATES,
  type RequestEntry,
} from "../../core/request.ts";
import { findTicketNumbers } from "../../core/ticket.ts";
import type { Agent } from "../../requests/agent.ts";
import { confirmField, correctField, correctKind } from "../../requests/correct-field.ts";
import { entriesToAsk } from "../../requests/entries-to-ask.ts";
import { exportRequests } from "../../requests/export-requests.ts";
import { markAsked } from "../../requests/mark-asked.ts";
import { missingQuestion } from "../../requests/missing-question.ts";
import { moveRequest } from "../../requests/move-request.ts";
import { revealField } from "../../requests/reveal.ts";
import { agentOf } from "../agent-of.ts";
import { downloadAnswer, pageAnswer, redirectAnswer } from "../answers.ts";
import { certificatePage, requestBoardPage, requestListPage } from "../pages/request-list-page.ts";
import { type RequestPageState, requestPage } from "../pages/request-page.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { readForm } from "./read-form.ts";
import { showTicket } from "./show-ticket.ts";

const ONE = "/console/requests/:number";
const PAGE_SIZE = 50;
const COLUMN_SIZE = 25;
const CALENDAR_MS = 366 * 24 * 60 * 60_000;

/** The desk of request entries. */
export function requestRoutes(): Route[] {
  return [
    staffRoute("GET", "/console/requests", "requests.read", showList),
    staffRoute("GET", "/console/requests/board", "requests.read", showBoard),
    staffRoute("GET", "/console/requests/calendar", "requests.read", showCalendar),
    staffRoute("GET", "/console/requests/export", "export", exportAll),
    staffRoute("GET", ONE, "requests.read", (visit) => showRequest(visit, saidByAddress(visit))),
    staffRoute("POST", `${ONE}/kind`, "requests.write", (visit) =>
      change(visit, z.object({ version, kind: z.enum(REQUEST_KINDS) }), (input) =>
        correctKind(visit.staff.office, input),
      ),
    ),
    staffRoute("POST", `${ONE}/confirm`, "requests.write", (visit) =>
      change(visit, z.object({ version, field: z.enum(REQUEST_FIELDS) }), (input) =>
        confirmField(visit.staff.office, input),
      ),
    ),
    staffRoute("POST", `${ONE}/correct`, "requests.write", (visit) =>
      change(visit, correction, ({ value, ...input }) =>
        correctField(visit.staff.office, visit.staff, { ...input, value: value === "" ? null : value }),
      ),
    ),
    staffRoute("POST", `${ONE}/move`, "requests.write", (visit) =>
      change(visit, step, ({ reason, ...input }) =>
        moveRequest(visit.staff.office, { ...input, ...(reason && { reason }) }),
      ),
    ),
    staffRoute("POST", `${ONE}/ask`, "requests.write", ask),
    staffRoute("POST", `${ONE}/reveal`, "personalData.reveal", reveal),
  ];
}

const version = z.coerce.number().int().positive();
const correction = z.object({ version, field: z.enum(REQUEST_FIELDS), value: z.string().trim().max(300) });
const step = z.object({ version, to: z.enum(REQUEST_STATES), reason: z.string().trim().max(500).optional() });

async function showList(visit: StaffVisit): Promise<Answer> {
  const state = REQUEST_STATES.find((name) => name === visit.query.get("state"));
  const q = (visit.query.get("q") ?? "").slice(0, 200);
  const cursor = visit.query.get("cursor");
  const [ticket] = findTicketNumbers(visit.query.get("ticket") ?? "");
  const list = await visit.staff.office.store.requests.list({
    limit: PAGE_SIZE,
    ...(state && { state: [state] }),
    ...(ticket && { ticket }),
    ...(q && { q }),
    ...(cursor && { cursor }),
  });
  return pageAnswer(requestListPage(visit, { list, q, ...(state && { state }), ...(ticket && { ticket }) }));
}

async function showBoard(visit: StaffVisit): Promise<Answer> {
  const { requests } = visit.staff.office.store;
  const lists = await Promise.all(BOARD_STATES.map((state) => requests.list({ state: [state], limit: COLUMN_SIZE })));
  return pageAnswer(
    requestBoardPage(
      visit,
      BOARD_STATES.map((state, index) => [state, lists[index] ?? { items: [] }] as const),
    ),
  );
}

async function showCalendar(visit: StaffVisit): Promise<Answer> {
  const { requests } = visit.staff.office.store;
  return pageAnswer(certificatePage(visit, await requests.endingBefore(new Date(visit.now.getTime() + CALENDAR_MS))));
}

/** All entries of a state as a file, personal numbers masked; that it was taken is written down. */
async function exportAll(visit: StaffVisit): Promise<Answer> {
  const format = visit.query.get("format") === "xlsx" ? "xlsx" : "csv";
  const state = REQUEST_STATES.find((name) => name === visit.query.get("state"));
  const file = await exportRequests(visit.staff.office, {
    format,
    by: agentOf(visit),
    ...(state && { state: [state] }),
  });
  return downloadAnswer(file.name, file.type, Buffer.from(file.bytes));
}

async function wantedRequest({ staff, params }: StaffVisit): Promise<RequestEntry> {
  const entry = await staff.office.store.requests.byNumber(params.number ?? "");
  if (!entry) throw new AppError("notFound", "There is no such request entry.");
  return entry;
}

async function showRequest(visit: StaffVisit, state: RequestPageState = {}, status = 200): Promise<Answer> {
  const entry = await wantedRequest(visit);
  const senderErased = await isSenderErased(visit, entry);
  return pageAnswer(requestPage(visit, entry, { ...state, senderErased }), status);
}

/** An entry about somebody else outlives the erasure of whoever sent it. */
async function isSenderErased({ staff }: StaffVisit, { ticket }: RequestEntry): Promise<boolean> {
  return (await staff.office.store.tickets.byNumber(ticket))?.erasedAt !== undefined;
}

function saidByAddress({ query, texts }: StaffVisit): RequestPageState {
  return query.get("done") === "saved" ? { good: texts.requests.saved } : {};
}

/** One change by a form: done, or the page again with the reason it was not. */
async function change<Schema extends z.ZodType>(
  visit: StaffVisit,
  schema: Schema,
  act: (input: z.infer<Schema> & { number: string; by: Agent }) => Promise<RequestEntry>,
): Promise<Answer> {
  const { number } = await wantedRequest(visit);
  const input = readForm(visit, schema) as object;
  try {
    await act({ ...input, number, by: agentOf(visit) } as z.infer<Schema> & { number: string; by: Agent });
    return redirectAnswer(`/console/requests/${number}?done=saved`);
  } catch (error) {
    const bad = error instanceof AppError ? refusalOf(error, visit) : undefined;
    if (!bad) throw error;
    return showRequest(
      visit,
      { bad, typed: visit.form },
      error instanceof AppError && error.code === "badRequest" ? 400 : 409,
    );
  }
}

function refusalOf({ code, details, message }: AppError, { texts }: StaffVisit): string | undefined {
  const { requests } = texts;
  if (code === "stale") return requests.conflict;
  if (code === "conflict") return requests.incomplete;
  if (code === "badRequest")
    return details?.field === "reason" ? requests.reasonNeeded : `${requests.refused}: ${message}`;
  return undefined;
}

/** Puts one ready question for all people of the ticket into its composer, and notes that the sender is being asked. */
async function ask(visit: StaffVisit): Promise<Answer> {
  const { office, questionWording } = visit.staff;
  const entry = await wantedRequest(visit);
  if (await isSenderErased(visit, entry)) return showRequest(visit, { bad: visit.texts.requests.notAsked }, 409);
  const ofTicket = await office.store.requests.ofTicket(entry.ticket);
  const asked = entriesToAsk(ofTicket, visit.visitor.role);
  const text = missingQuestion(asked, questionWording());
  if (!text) return redirectAnswer(`/console/requests/${entry.number}`);
  await markAsked(office, { numbers: asked.map(({ number }) => number), by: agentOf(visit) });
  return showTicket(
    { ...visit, params: { number: entry.ticket } },
    { typed: { mode: "reply", text, status: "pending" } },
  );
}

async function reveal(visit: StaffVisit): Promise<Answer> {
  const { number } = await wantedRequest(visit);
  const { field } = readForm(visit, z.object({ field: z.enum(PERSONAL_FIELDS) }));
  const value = await revealField(visit.staff.office, { number, field, by: agentOf(visit) });
  return showRequest(visit, { revealed: { field, value } });
}
