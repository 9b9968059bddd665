import { type DestinationStream, pino } from "pino";
import type { Log } from "./core/ports.ts";

/** Names under which libraries and errors could carry personal data or secrets; their values never reach the log. */
const SECRET = [
  "password",
  "pass",
  "authorization",
  "cookie",
  "token",
  "accessToken",
  "email",
  "address",
  "text",
  "subject",
  "from",
  "to",
];

/**
 * The structured log: one JSON line an event, on standard output unless told otherwise.
 * Fields carry ids, codes and counts; what people wrote or who they are is taken out even when a caller slips.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const paths = SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: withoutContent, error: withoutContent },
    redact: { paths, censor: "[…]" },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error by its name, code and stack: messages of libraries quote what they were given, addresses among it. */
function withoutContent(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, stack, cause } = error;
  const { code } = error as { code?: unknown };
  const frames = stack
    ?.split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 8);
  return {
    name,
    ...(code !== undefined && { code }),
    // Our own sentences are safe: AppError is made of fixed words and ids.
    ...(name === "AppError" && { message: error.message }),
    ...(frames && { at: frames.map((line) => line.trim()) }),
    ...(cause !== undefined && { cause: withoutContent(cause) }),
  };
}
