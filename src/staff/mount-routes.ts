import type { IncomingMessage, ServerResponse } from "node:http";
import type { Next, Request, RequestHandler, Response, Server } from "restify";
import { AppError } from "../core/errors.ts";
import { compress } from "./compress.ts";
import { readCookie } from "./cookies.ts";
import type { DeskMemory } from "./desk-memory.ts";
import { failureAnswer } from "./failures.ts";
import { withFraming } from "./framing.ts";
import { guard } from "./guard.ts";
import type { StaffOptions } from "./options.ts";
import { readPreferences } from "./preferences.ts";
import { type ReadBody, readBody } from "./read-body.ts";
import type { Answer, Route, Visit } from "./route.ts";
import { findVisitor } from "./sign-in/find-visitor.ts";
import { textsOf } from "./texts/texts.ts";

/** Puts the routes on the server. The only file here that touches restify's request and response. */
export function mountRoutes(server: Server, routes: readonly Route[], staff: StaffOptions, memory: DeskMemory): void {
  const add: Record<Route["method"], (path: string, handler: RequestHandler) => unknown> = {
    // Who only asks whether a page is there (uptime monitors do) is answered as if they asked for it, without the page.
    GET: (path, handler) => [server.get(path, handler), server.head(path, handler)],
    POST: (path, handler) => server.post(path, handler),
    PATCH: (path, handler) => server.patch(path, handler),
    DELETE: (path, handler) => server.del(path, handler),
  };
  for (const route of routes) {
    // restify takes an async handler only when it declares exactly two arguments, and sends nothing after it.
    const handler = async (request: Request, response: Response): Promise<void> =>
      answerRequest(request, response, route, { staff, memory });
    add[route.method](route.path, handler as unknown as (request: Request, response: Response, next: Next) => void);
  }
}

type Door = Pick<Visit, "staff" | "memory">;

async function answerRequest(request: Request, response: Response, route: Route, door: Door): Promise<void> {
  let visit = bareVisit(request, door);
  try {
    const visitor = await findVisitor(visit);
    if (visitor) visit = { ...visit, visitor };
    visit = { ...visit, ...(await readBody(request as IncomingMessage & { body?: unknown })) };
    guard(visit, route.needs);
    send(response, await compress(visit, withFraming(visit, await route.answer(visit))));
  } catch (error) {
    if (!(error instanceof AppError)) {
      door.staff.log.error({ err: error, route: route.path }, "A request to the staff door failed unexpectedly");
    }
    send(response, withFraming(visit, failureAnswer(visit, error)));
  }
}

const NO_BODY: ReadBody = { form: new URLSearchParams(), json: undefined };

function bareVisit(request: Request, door: Door): Visit {
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  const cookie = (name: string) => readCookie(request.headers.cookie, name);
  const url = new URL(request.url ?? "/", "http://console");
  const preferences = readPreferences(cookie);
  return {
    ...door,
    method: request.method === "HEAD" ? "GET" : (request.method ?? "GET"),
    path: url.pathname,
    params: (request.params ?? {}) as Record<string, string>,
    query: url.searchParams,
    ...NO_BODY,
    header,
    cookie,
    address: request.socket.remoteAddress ?? "",
    now: door.staff.office.clock.now(),
    preferences,
    texts: textsOf(preferences.language),
  };
}

function send(response: ServerResponse, answer: Answer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(answer.status, answer.headers as Record<string, string | string[]>);
  if (!answer.stream || response.req.method === "HEAD") {
    // Node leaves the body out where there must be none.
    response.end(answer.body);
    return;
  }
  const end = answer.stream(response);
  response.on("close", end);
}
