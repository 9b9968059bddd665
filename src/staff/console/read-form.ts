import type { z } from "zod";
import { AppError } from "../../core/errors.ts";
import type { Visit } from "../route.ts";

/** The fields of a form by their schema; fields left out or empty where the schema allows none are absent. Throws `badRequest`. */
export function readForm<Schema extends z.ZodType>({ form }: Visit, schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(Object.fromEntries(form));
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path }) => path.join("."));
  throw new AppError("badRequest", `These fields cannot be taken: ${fields.join(", ")}.`, { fields });
}
