import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import { REQUEST_FIELDS, REQUEST_KINDS, REQUEST_STATES, type RequestEntry } from "../../core/request.ts";
import { confirmField, correctField, correctKind } from "../../requests/correct-field.ts";
import { moveRequest } from "../../requests/move-request.ts";
import { agentOf } from "../agent-of.ts";
import type { StaffVisit } from "../route.ts";
import { type DescribedEndpoint, endpoint } from "./api-route.ts";
import { presentPage, presentRequest } from "./present.ts";
import { listOf, pageQuery, requestSchema } from "./schemas.ts";

const ONE = "/api/v1/requests/:number";

const listQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(REQUEST_STATES).optional(),
  q: z.string().max(200).optional(),
});
/** One change at a time, so that each stands in the events by itself. */
const patch = z.strictObject({
  version: z.number().int().positive().describe("The version you saw; 409 when it is another by now"),
  change: z.discriminatedUnion("what", [
    z.strictObject({ what: z.literal("field"), field: z.enum(REQUEST_FIELDS), value: z.string().max(300).nullable() }),
    z.strictObject({ what: z.literal("confirm"), field: z.enum(REQUEST_FIELDS) }),
    z.strictObject({ what: z.literal("kind"), kind: z.enum(REQUEST_KINDS) }),
  ]),
});
const transition = z.strictObject({
  to: z.enum(REQUEST_STATES),
  reason: z.string().trim().max(500).optional(),
  version: z.number().int().positive().optional().describe("The version you saw; the newest when left out"),
});

/** Request entries by the API. */
export function requestEndpoints(): DescribedEndpoint[] {
  return [
    endpoint({
      method: "GET",
      path: "/api/v1/requests",
      summary: "List request entries, newest change first",
      needs: "requests.read",
      query: listQuery,
      response: listOf(requestSchema),
      answer: async ({ staff }, { query: { state, q, limit, cursor } }) => {
        const query = { limit, ...(state && { state: [state] }), ...(q && { q }), ...(cursor && { cursor }) };
        return presentPage(await staff.office.store.requests.list(query), presentRequest);
      },
    }),
    endpoint({
      method: "GET",
      path: ONE,
      summary: "One request entry",
      needs: "requests.read",
      response: requestSchema,
      answer: async (visit) => presentRequest(await wanted(visit)),
    }),
    endpoint({
      method: "PATCH",
      path: ONE,
      summary: "Correct or confirm a field, or set the kind",
      needs: "requests.write",
      body: patch,
      response: requestSchema,
      answer: async (visit, { body }) => presentRequest(await changed(visit, body)),
    }),
    endpoint({
      method: "POST",
      path: `${ONE}/transitions`,
      summary: "Move an entry to another state",
      needs: "requests.write",
      body: transition,
      response: requestSchema,
      answer: async (visit, { body: { to, reason, version } }) => {
        const entry = await wanted(visit);
        const move = { number: entry.number, version: version ?? entry.version, to, by: agentOf(visit) };
        return presentRequest(await moveRequest(visit.staff.office, { ...move, ...(reason && { reason }) }));
      },
    }),
  ];
}

async function wanted({ staff, params }: StaffVisit): Promise<RequestEntry> {
  const entry = await staff.office.store.requests.byNumber(params.number ?? "");
  if (!entry) throw new AppError("notFound", `There is no request entry ${params.number}.`, { number: params.number });
  return entry;
}

async function changed(visit: StaffVisit, { version, change }: z.infer<typeof patch>): Promise<RequestEntry> {
  const { office } = visit.staff;
  const { number } = await wanted(visit);
  const common = { number, version, by: agentOf(visit) };
  if (change.what === "kind") return correctKind(office, { ...common, kind: change.kind });
  if (change.what === "confirm") return confirmField(office, { ...common, field: change.field });
  return correctField(office, visit.staff, { ...common, field: change.field, value: change.value });
}
