import { z } from "zod";
import { type DescribedEndpoint, PATH_PARAMETERS } from "./api-route.ts";
import { errorSchema } from "./schemas.ts";

type Json = Record<string, unknown>;

const FAILURES = {
  400: "The query or the body cannot be taken",
  401: "Not signed in",
  403: "The role has no such permission",
  404: "There is no such thing",
  409: "Changed meanwhile, not possible in this state, or already there",
  413: "Too large",
  429: "Too many requests",
  503: "The database does not answer",
} as const;

/** The OpenAPI 3.1 description, made from the schemas that validate. */
export function openApiDocument(endpoints: readonly DescribedEndpoint[]): Json {
  const paths: Record<string, Json> = {};
  for (const one of endpoints) {
    const path = one.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [METHOD_NAMES[one.method]]: operation(one) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Mobil İmza Masası",
      version: "1",
      description:
        "Tickets, request entries, mails, knowledge and reports. Errors are {code, message, details?}; lists are {items, nextCursor}, and end where there is no nextCursor: a page before that may be short or empty.",
    },
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "session" },
      },
      schemas: { Error: jsonSchema(errorSchema, "output") },
    },
  };
}

const METHOD_NAMES = { GET: "get", POST: "post", PATCH: "patch", DELETE: "delete" } as const;

function operation({ summary, needs, path, query, body, response, status = 200, file }: DescribedEndpoint): Json {
  const content = file
    ? { [file]: { schema: { type: "string", format: "binary" } } }
    : { "application/json": { schema: response ? jsonSchema(response, "output") : {} } };
  return {
    summary,
    description: `Needs the permission ${needs}.`,
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: jsonSchema(body, "input") } } },
    }),
    responses: {
      [status]: { description: "Done", content },
      ...Object.fromEntries(
        Object.entries(FAILURES).map(([code, description]) => [code, { description, content: ERROR }]),
      ),
    },
  };
}

const ERROR = { "application/json": { schema: { $ref: "#/components/schemas/Error" } } };

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: jsonSchema(PATH_PARAMETERS[name as keyof typeof PATH_PARAMETERS], "input"),
  }));
}

function queryParameters(query: z.ZodType | undefined): Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = jsonSchema(query, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

/** Draft 2020-12, as OpenAPI 3.1 takes it; each schema whole, so that a part can be read alone. */
function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const {
    $schema: _$schema,
    $defs,
    ...rest
  } = z.toJSONSchema(schema, { io, reused: "inline", unrepresentable: "any" }) as Json;
  return inlined(rest, ($defs ?? {}) as Record<string, Json>) as Json;
}

/** The schema with its own named parts put in where they are pointed to. */
function inlined(node: unknown, parts: Readonly<Record<string, Json>>): unknown {
  if (Array.isArray(node)) return node.map((item) => inlined(item, parts));
  if (node === null || typeof node !== "object") return node;
  const { $ref, ...named } = node as Json & { $ref?: string };
  // The name of a part is text; a property that is called "id" is a schema.
  const { id, ...rest } = named;
  if (id !== undefined && typeof id !== "string") rest.id = id;
  const part = $ref ? parts[$ref.replace("#/$defs/", "")] : undefined;
  if (part) return inlined({ ...part, ...rest }, parts);
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, inlined(value, parts)]));
}
