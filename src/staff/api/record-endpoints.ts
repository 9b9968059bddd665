import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import { MAIL_OUTCOMES } from "../../core/mail.ts";
import { rawMail } from "../console/mail-routes.ts";
import { reopenMail } from "../reopen-mail.ts";
import { type DescribedEndpoint, endpoint } from "./api-route.ts";
import { knowledgeEndpoints } from "./knowledge-endpoints.ts";
import { eventSchema, listOf, mailSchema, pageQuery } from "./schemas.ts";

/** Mails, knowledge and events by the API. */
export function recordEndpoints(): DescribedEndpoint[] {
  return [...mailEndpoints(), ...knowledgeEndpoints(), eventEndpoint()];
}

function mailEndpoints(): DescribedEndpoint[] {
  const one = "/api/v1/mails/:id";
  return [
    endpoint({
      method: "GET",
      path: "/api/v1/mails",
      summary: "List mails by what became of them",
      needs: "mails.read",
      query: z.strictObject({ ...pageQuery, outcome: z.enum(MAIL_OUTCOMES).optional() }),
      response: listOf(mailSchema),
      answer: ({ staff }, { query: { outcome, limit, cursor } }) =>
        staff.office.store.mails.list({ limit, ...(outcome && { outcome }), ...(cursor && { cursor }) }),
    }),
    endpoint({
      method: "GET",
      path: one,
      summary: "One mail with every decision of its stages",
      needs: "mails.read",
      response: mailSchema,
      answer: async ({ staff, params }) => found(await staff.office.store.mails.byId(params.id ?? ""), "mail"),
    }),
    endpoint({
      method: "GET",
      path: `${one}/raw`,
      summary: "The raw mail",
      needs: "mails.raw",
      file: "message/rfc822",
      answer: rawMail,
    }),
    endpoint({
      method: "POST",
      path: `${one}/reprocess`,
      summary: "Send a quarantined mail through the stages again, or have a ticket of one that was set aside",
      needs: "mails.reprocess",
      response: mailSchema,
      answer: async (visit) => {
        await reopenMail(visit, visit.params.id ?? "");
        return found(await visit.staff.office.store.mails.byId(visit.params.id ?? ""), "mail");
      },
    }),
  ];
}

function eventEndpoint(): DescribedEndpoint {
  return endpoint({
    method: "GET",
    path: "/api/v1/events",
    summary: "What happened: on one ticket in order, or everywhere, newest first",
    needs: "audit.read",
    query: z.strictObject({ ...pageQuery, ticket: z.string().max(20).optional(), type: z.string().max(50).optional() }),
    response: listOf(eventSchema),
    answer: async ({ staff }, { query: { ticket, type, limit, cursor } }) => {
      const { events } = staff.office.store;
      if (ticket) return { items: await events.ofTicket(ticket) };
      return events.list({ limit, ...(type && { type }), ...(cursor && { cursor }) });
    },
  });
}

function found<Thing>(thing: Thing | undefined, what: string): Thing {
  if (!thing) throw new AppError("notFound", `There is no such ${what}.`);
  return thing;
}
