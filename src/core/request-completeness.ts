import { AppError } from "./errors.ts";
import type { RequestEntry, RequestField, RequestKind, RequestState } from "./request.ts";

/**
 * What each kind of matter cannot go on without. The Kamu SM mails its form to the person (memo, "kullanıcıların mail adreslerine
 * gönderilen başvuru formu"), so an application needs an address.
 */
const REQUIRED: Readonly<Record<RequestKind, readonly RequestField[]>> = {
  newApplication: ["name", "nationalId", "phone", "operator", "email"],
  lineChange: ["name", "nationalId", "phone"],
  contactUpdate: ["name", "phone", "operator"],
  billing: ["name", "phone", "operator"],
  suggestion: [],
  other: [],
};

/** Below this, a value is read so uncertainly that the sender is asked. */
const SURE_ENOUGH = 0.4;

export interface FieldGap {
  readonly field: RequestField;
  /** Missing altogether; there, but it cannot be right; or hardly readable. */
  readonly why: "missing" | "wrong" | "unsure";
}

/** What has to be asked before the matter can go on, in the order of asking. */
export function gapsOf(entry: Pick<RequestEntry, "kind" | "fields">): FieldGap[] {
  return REQUIRED[entry.kind].flatMap((field): FieldGap[] => {
    const found = entry.fields[field];
    if (!found || found.value === "") return [{ field, why: "missing" }];
    if (found.confirmedBy) return [];
    if (found.problem) return [{ field, why: "wrong" }];
    return found.confidence < SURE_ENOUGH ? [{ field, why: "unsure" }] : [];
  });
}

/** States that speak of a matter handed on to the Kamu SM: nothing may be missing there. */
const NEED_ALL: ReadonlySet<RequestState> = new Set<RequestState>([
  "sentToKamuSm",
  "formSent",
  "formSigned",
  "operatorFormsReceived",
  "documentsReceived",
  "active",
]);

/** Throws `conflict`, naming the fields, when an entry with gaps is to go on to a state that needs all of them. */
export function assertComplete(entry: Pick<RequestEntry, "kind" | "fields">, to: RequestState): void {
  if (!NEED_ALL.has(to)) return;
  const gaps = gapsOf(entry);
  if (gaps.length === 0) return;
  throw new AppError("conflict", `The request entry cannot become ${to}: fields are missing or wrong.`, { to, gaps });
}
