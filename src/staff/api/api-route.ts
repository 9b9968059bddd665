import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import type { Permission } from "../../core/person.ts";
import { jsonAnswer } from "../answers.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";

/** What stands in the path of a route. */
export const PATH_PARAMETERS = {
  number: z
    .string()
    .regex(/^(?:MI|TL)-20\d\d-\d{6,9}$/)
    .describe("Ticket or request number, such as MI-2026-000123"),
  id: z
    .string()
    .regex(/^[0-9a-f]{24}$/)
    .describe("Id of 24 hex digits"),
} as const;

export interface Endpoint<Query extends z.ZodType, Body extends z.ZodType> {
  readonly method: Route["method"];
  /** Path with restify's parameters, "/api/v1/tickets/:number". */
  readonly path: string;
  readonly summary: string;
  readonly needs: Permission;
  readonly query?: Query;
  readonly body?: Body;
  /** Shape of the answer; absent when it is a file. */
  readonly response?: z.ZodType;
  /** Content type of a file answered. */
  readonly file?: string;
  readonly status?: 200 | 201 | 204;
  readonly answer: (
    visit: StaffVisit,
    input: { readonly query: z.infer<Query>; readonly body: z.infer<Body> },
  ) => Promise<unknown>;
}

/** An endpoint with its description: the same schemas validate what comes and are published. */
export interface DescribedEndpoint extends Omit<Endpoint<z.ZodType, z.ZodType>, "answer"> {
  readonly route: Route;
}

export function endpoint<Query extends z.ZodType, Body extends z.ZodType>(
  definition: Endpoint<Query, Body>,
): DescribedEndpoint {
  const { answer, ...described } = definition;
  const { method, path, needs, query, body, status = 200, file } = described;
  const route = staffRoute(method, path, needs, async (visit) => {
    checkParameters(visit);
    const input = {
      query: query ? checked(query, Object.fromEntries(visit.query), "query") : undefined,
      body: body ? checked(body, visit.json ?? {}, "body") : undefined,
    } as { query: z.infer<Query>; body: z.infer<Body> };
    const result = await answer(visit, input);
    return file ? (result as Answer) : jsonAnswer(result, status);
  });
  return { ...described, route };
}

function checkParameters({ params }: StaffVisit): void {
  for (const [name, schema] of Object.entries(PATH_PARAMETERS)) {
    const value = params[name];
    if (value !== undefined && !schema.safeParse(value).success) {
      throw new AppError("notFound", `There is nothing with the ${name} asked for.`, { [name]: value.slice(0, 100) });
    }
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, where: string): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
  throw new AppError("badRequest", `The ${where} cannot be taken.`, { issues });
}
