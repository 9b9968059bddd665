import restify, { type Next, type Request, type Response, type Server } from "restify";
import type { Log } from "../core/ports.ts";
import { errorAnswer } from "./errors.ts";
import type { Metrics } from "./metrics.ts";

/** The largest request body: a chat activity or a staff form. Attachments never come in by HTTP. */
const LARGEST_BODY = 1_000_000;

const SAFE_HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
};

/** The HTTP server with what every route shares: bodies, safe headers, one shape of error, one log line a request. */
export function createHttpServer(log: Log, metrics: Metrics): Server {
  const server = restify.createServer({
    name: "mobil-imza",
    handleUncaughtExceptions: false,
    ignoreTrailingSlash: true,
  });
  // Without a default type restify answers HTML pages as application/octet-stream when a handler uses res.send.
  server.pre((_request: Request, response: Response, next: Next) => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.header(name, value);
    return next();
  });
  server.pre(refuseBadAddress);
  server.use(restify.plugins.queryParser({ mapParams: false }));
  server.use(refuseCompressed);
  // JSON only: the general parser would write multipart uploads to disk, and turn a field sent 21 times into an object.
  const json = { mapParams: false, maxBodySize: LARGEST_BODY };
  server.use(restify.plugins.jsonBodyParser(json));

  server.on("restifyError", (request: Request, response: Response, error: unknown, done: () => void) => {
    const answer = errorAnswer(error);
    if (answer.status >= 500) log.error({ route: routeOf(request), err: error }, "A request failed.");
    if (!response.headersSent) {
      response.sendRaw(answer.status, JSON.stringify(answer.body), {
        "content-type": "application/json; charset=utf-8",
      });
    }
    return done();
  });
  server.on("after", (request: Request, response: Response) => {
    const milliseconds = Date.now() - request.time();
    metrics.request(routeOf(request), response.statusCode, milliseconds);
    log.debug({ route: routeOf(request), status: response.statusCode, milliseconds }, "request");
  });
  return server;
}

/** restify builds a URL of target and Host before any route, where nobody catches what it throws: `Host: [` would end the process. */
function refuseBadAddress(request: Request, _response: Response, next: Next): void {
  try {
    request.getUrl();
  } catch {
    next(refusal(400));
    return;
  }
  next();
}

/** restify unpacks gzip without a limit on what comes out and without a listener for its errors: junk would end the process. */
function refuseCompressed(request: Request, _response: Response, next: Next): void {
  const isCompressed = request.headers["content-encoding"] !== undefined;
  next(isCompressed ? refusal(415) : undefined);
}

const refusal = (statusCode: number) => Object.assign(new Error("Refused before any route."), { statusCode });

/** The route's own pattern ("/console/tickets/:number"), never the address asked for: that may name a person. */
function routeOf(request: Request): string {
  const path = (request.getRoute() as { path?: unknown } | undefined)?.path;
  return `${request.method} ${typeof path === "string" ? path : "(none)"}`;
}

/** Starts listening. A port in use or not allowed becomes one sentence with its remedy. */
export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) =>
      reject(new Error(listenFault(error, host, port), { cause: error }));
    server.once("error", refuse);
    server.listen(port, host, () => {
      server.removeListener("error", refuse);
      resolve();
    });
  });
}

function listenFault(error: NodeJS.ErrnoException, host: string, port: number): string {
  const place = `${host}:${port}`;
  if (error.code === "EADDRINUSE") {
    return `${place} kullanımda: orada çalışan programı durdurun ya da başka bir PORT verin. / ${place} is in use: stop what runs there or set another PORT.`;
  }
  if (error.code === "EACCES") {
    return `${place} dinlenemiyor, izin yok: 1024'ten büyük bir PORT verin. / No permission to listen on ${place}: set a PORT above 1024.`;
  }
  return `${place} dinlenemiyor (${error.code}). HOST ve PORT ayarlarına bakın. / Cannot listen on ${place}; check HOST and PORT.`;
}

/** Stops taking requests and closes what is open (event streams would hold it for ever). */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.server.closeAllConnections();
  });
}
