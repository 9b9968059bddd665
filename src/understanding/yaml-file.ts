import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { KnowledgeFault } from "./knowledge-faults.ts";

/** A checked piece of YAML, or its faults with their lines. */
export type Checked<T> =
  | { readonly value: T; readonly faults: readonly []; lineOf(path: readonly PropertyKey[]): number }
  | { readonly value?: undefined; readonly faults: readonly KnowledgeFault[] };

/**
 * Parses and checks YAML. In: the text, the file it stands in, the schema, and how many lines of the file come before
 * the text. Out: the value, and where in the file each of its parts stands; or every fault.
 */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>, linesBefore = 0): Checked<T> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const lineAt = (offset: number): number => counter.linePos(offset).line + linesBefore;
  if (document.errors.length > 0) {
    return { faults: document.errors.map((error) => ({ file, line: lineAt(error.pos[0]), message: error.message })) };
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return linesBefore + 1;
  };
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, faults: [], lineOf };
  return {
    faults: result.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      message: `${issue.path.join(".")}: ${issue.message}`,
    })),
  };
}
