import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Answer, Visit } from "./route.ts";

const compressed = promisify(gzip);
/** Below this, the headers cost more than compressing saves. */
const SMALLEST = 1_400;
const TEXT = /^(?:text\/(?!event-stream)|application\/json|image\/svg)/;

/** The answer with its text gzipped, where the browser takes that. */
export async function compress(visit: Pick<Visit, "header">, answer: Answer): Promise<Answer> {
  const takes = /\bgzip\b/.test(visit.header("accept-encoding") ?? "");
  const type = String(answer.headers["content-type"] ?? "");
  if (!takes || answer.stream || answer.body.length < SMALLEST || !TEXT.test(type)) return answer;
  const headers = { ...answer.headers, "content-encoding": "gzip", vary: "accept-encoding" };
  return { ...answer, headers, body: await compressed(answer.body) };
}
