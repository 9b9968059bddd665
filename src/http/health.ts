import { setTimeout as sleep } from "node:timers/promises";
import type { Request, RequestHandler, Response, Server } from "restify";

/** One thing that must hold for the product to be ready. */
export interface Check {
  readonly ok: boolean;
  /** What is wrong and what to do, or what is well; no personal data. */
  readonly detail: string;
  readonly [more: string]: unknown;
}

export type Checks = Readonly<Record<string, () => Promise<Check>>>;

const JSON_TYPE = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

/** `GET /healthz`: the process answers. `GET /readyz`: every check holds (200), or which does not (503). `HEAD` says it without words. */
export function mountHealth(server: Server, checks: Checks): void {
  const alive: RequestHandler = async (_request: Request, response: Response) => {
    response.sendRaw(200, JSON.stringify({ status: "ok" }), JSON_TYPE);
  };
  const ready: RequestHandler = async (_request: Request, response: Response) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await safely(check)] as const),
    );
    const isReady = results.every(([, result]) => result.ok);
    const body = { status: isReady ? "ready" : "notReady", checks: Object.fromEntries(results) };
    response.sendRaw(isReady ? 200 : 503, JSON.stringify(body), JSON_TYPE);
  };
  for (const method of ["get", "head"] as const) {
    server[method]("/healthz", alive);
    server[method]("/readyz", ready);
  }
}

/** Probes give up after a few seconds; a driver waits longer for a server that is gone. */
const ANSWER_WITHIN_MS = 2_000;

async function safely(check: () => Promise<Check>): Promise<Check> {
  try {
    const late = sleep(
      ANSWER_WITHIN_MS,
      { ok: false, detail: "2 saniyede yanıt vermedi / did not answer within 2 s" },
      { ref: false },
    );
    return await Promise.race([check(), late]);
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}
