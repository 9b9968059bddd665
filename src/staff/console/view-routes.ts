import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import { maskPersonalData } from "../../core/personal-data.ts";
import type { SavedView, TicketFilter } from "../../core/saved-view.ts";
import { pageAnswer, redirectAnswer } from "../answers.ts";
import { viewsPage } from "../pages/views-page.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { discardItem, keepItem, mayKeep } from "../shelf/keep-item.ts";
import { moveView } from "../shelf/move-view.ts";
import { readTicketFilter, viewQuery } from "../ticket-view.ts";
import { inOrder } from "../view-counts.ts";
import { readForm } from "./read-form.ts";

const PAGE = "/console/views";

/** Saved views: kept from the list of tickets, named, shared and put in order on a page of their own. */
export function viewRoutes(): Route[] {
  return [
    staffRoute("GET", PAGE, "tickets.read", showViews),
    staffRoute("POST", PAGE, "tickets.read", add),
    staffRoute("POST", `${PAGE}/:id/filter`, "tickets.read", changeFilter),
    staffRoute("POST", `${PAGE}/:id/name`, "tickets.read", rename),
    staffRoute("POST", `${PAGE}/:id/move`, "tickets.read", move),
    staffRoute("POST", `${PAGE}/:id/delete`, "tickets.read", remove),
  ];
}

async function showViews(visit: StaffVisit): Promise<Answer> {
  const { shelf, staff } = visit.staff.office.store;
  const [views, members] = await Promise.all([shelf.of("savedViews", [visit.visitor.id]), staff.list()]);
  return pageAnswer(viewsPage(visit, { views: inOrder(views), members }));
}

const version = z.coerce.number().int().min(0);
const named = z.object({ name: z.string().trim().min(1).max(60), shared: z.literal("yes").optional() });

async function add(visit: StaffVisit): Promise<Answer> {
  const { store } = visit.staff.office;
  const { name, shared } = readForm(visit, named);
  const filter = readTicketFilter(visit.form);
  if (isPersonal(filter)) return redirectAnswer(withDone(`/console/tickets${viewQuery(filter)}`, "personal"));
  const { id: owner } = visit.visitor;
  const others = (await store.shelf.of("savedViews", [owner])).filter((other) => other.shared === (shared === "yes"));
  const order = Math.max(-1, ...others.map((other) => other.order)) + 1;
  const view: SavedView = { id: store.newId(), name, owner, shared: shared === "yes", order, filter, version: 0 };
  try {
    await keepItem(visit.staff.office, visit.visitor, "savedViews", view);
  } catch (error) {
    if (!(error instanceof AppError && error.code === "conflict")) throw error;
    return redirectAnswer(withDone(`/console/tickets${viewQuery(filter)}`, "tooMany"));
  }
  return redirectAnswer(withDone(`/console/tickets${viewQuery({ ...filter, saved: view.id })}`, "viewSaved"));
}

/** A search for somebody's number is done and over: kept, the number would stand in clear where erasure does not look. */
const isPersonal = ({ q }: TicketFilter) => maskPersonalData(q) !== q;

const withDone = (path: string, done: string) => `${path}${path.includes("?") ? "&" : "?"}done=${done}`;

async function changeFilter(visit: StaffVisit): Promise<Answer> {
  const view = await wantedView(visit);
  const filter = readTicketFilter(visit.form);
  if (isPersonal(filter)) return redirectAnswer(withDone(`/console/tickets${viewQuery(filter)}`, "personal"));
  const { version: seen } = readForm(visit, z.object({ version }));
  await keepItem(visit.staff.office, visit.visitor, "savedViews", { ...view, filter, version: seen });
  return redirectAnswer(withDone(`/console/tickets${viewQuery({ ...filter, saved: view.id })}`, "viewSaved"));
}

async function rename(visit: StaffVisit): Promise<Answer> {
  const view = await wantedView(visit);
  const { name, shared, version: seen } = readForm(visit, named.extend({ version }));
  const next = { ...view, name, shared: shared === "yes", version: seen };
  try {
    await keepItem(visit.staff.office, visit.visitor, "savedViews", next);
  } catch (error) {
    if (!(error instanceof AppError && error.code === "conflict")) throw error;
    return redirectAnswer(`${PAGE}?done=tooMany`);
  }
  return redirectAnswer(`${PAGE}?done=saved`);
}

async function move(visit: StaffVisit): Promise<Answer> {
  const { to } = readForm(visit, z.object({ to: z.enum(["up", "down"]) }));
  await moveView(visit.staff.office, visit.visitor, await wantedView(visit), to);
  return redirectAnswer(PAGE);
}

async function remove(visit: StaffVisit): Promise<Answer> {
  const view = await wantedView(visit);
  const { version: seen } = readForm(visit, z.object({ version }));
  await discardItem(visit.staff.office, visit.visitor, "savedViews", { ...view, version: seen });
  return redirectAnswer(`${PAGE}?done=removed`);
}

/** One that the visitor may change; another's own is not found, for it is nobody else's business that it exists. */
async function wantedView(visit: StaffVisit): Promise<SavedView> {
  const view = await visit.staff.office.store.shelf.byId("savedViews", visit.params.id ?? "");
  if (!view || (!view.shared && !mayKeep(visit.visitor, view))) {
    throw new AppError("notFound", "There is no such view.");
  }
  return view;
}
