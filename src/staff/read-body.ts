import type { IncomingMessage } from "node:http";
import { AppError } from "../core/errors.ts";

/** Longest form or JSON body the console takes: a very long answer with room to spare. */
const MOST_BYTES = 1024 * 1024;

export interface ReadBody {
  readonly form: URLSearchParams;
  readonly json: unknown;
}

/**
 * Reads the body as a form or as JSON, whether or not a body parser of the server has read it before.
 * Throws `tooLarge`, or `badRequest` for JSON that is none.
 */
export async function readBody(request: IncomingMessage & { body?: unknown }): Promise<ReadBody> {
  if (request.method === "GET" || request.method === "HEAD") return { form: new URLSearchParams(), json: undefined };
  const isForm = (request.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
  const body = request.body ?? (request.readableEnded ? "" : await readText(request));
  if (isForm) return { form: formOf(body), json: undefined };
  return { form: new URLSearchParams(), json: typeof body === "string" ? jsonOf(body) : body };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new AppError("tooLarge", `The body is longer than ${MOST_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** A parsed form of another hand (text or list per field) as one of ours. */
function formOf(body: unknown): URLSearchParams {
  if (typeof body === "string") return new URLSearchParams(body);
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, String(one));
  }
  return form;
}

function jsonOf(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("badRequest", "The body is not JSON.");
  }
}
