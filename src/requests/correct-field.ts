import { AppError } from "../core/errors.ts";
import type { Office, Transaction } from "../core/ports.ts";
import {
  type FieldValue,
  PERSONAL_FIELDS,
  type RequestEntry,
  type RequestField,
  type RequestKind,
} from "../core/request.ts";
import type { RequestExtractor } from "../understanding/extraction/types.ts";
import { type Agent, actorOf, assertMay } from "./agent.ts";
import { loadRequest } from "./load-request.ts";

export interface FieldCorrection {
  readonly number: string;
  readonly version: number;
  readonly field: RequestField;
  /** As typed; normalised here. Null takes the value away. */
  readonly value: string | null;
  readonly by: Agent;
}

/**
 * Sets a field by hand. The correction is kept, sealed, as a case the extractor is tested on. Throws `badRequest` with the problem
 * when the value cannot be right, `stale`, `notFound` or `notAllowed`.
 */
export async function correctField(
  office: Office,
  { readField }: Pick<RequestExtractor, "readField">,
  correction: FieldCorrection,
): Promise<RequestEntry> {
  const { field, by, number, version } = correction;
  assertMay(by, "requests.write");
  const right = correction.value === null ? undefined : readRight(readField, field, correction.value);
  const at = office.clock.now();
  return office.store.transact(async (transaction) => {
    const entry = await loadRequest(transaction, number, version);
    const { [field]: old, ...others } = entry.fields;
    const corrected: FieldValue | undefined = right === undefined ? undefined : byHand(right, old, by);
    if (right !== undefined) await keepCase(office, transaction, { entry, field, right });
    const fields = corrected ? { ...entry.fields, [field]: corrected } : others;
    const updated = await transaction.updateRequest({ ...entry, fields, updatedAt: at });
    await transaction.append({
      type: "request.corrected",
      at,
      actor: actorOf(by),
      request: number,
      ticket: entry.ticket,
      detail: field,
    });
    return updated;
  });
}

/** Confirms a value as it stands. Throws `notFound` when the field is empty. */
export async function confirmField(office: Office, input: Omit<FieldCorrection, "value">): Promise<RequestEntry> {
  const { field, by, number, version } = input;
  assertMay(by, "requests.write");
  const at = office.clock.now();
  return office.store.transact(async (transaction) => {
    const entry = await loadRequest(transaction, number, version);
    const value = entry.fields[field];
    if (!value) throw new AppError("notFound", `The field ${field} of ${number} is empty.`, { field });
    const fields = { ...entry.fields, [field]: { ...value, confirmedBy: by.name } };
    const updated = await transaction.updateRequest({ ...entry, fields, updatedAt: at });
    await transaction.append({
      type: "request.confirmed",
      at,
      actor: actorOf(by),
      request: number,
      ticket: entry.ticket,
      detail: field,
    });
    return updated;
  });
}

/** Sets what kind of matter an entry is. */
export async function correctKind(
  office: Office,
  input: { readonly number: string; readonly version: number; readonly kind: RequestKind; readonly by: Agent },
): Promise<RequestEntry> {
  assertMay(input.by, "requests.write");
  const at = office.clock.now();
  return office.store.transact(async (transaction) => {
    const entry = await loadRequest(transaction, input.number, input.version);
    const updated = await transaction.updateRequest({ ...entry, kind: input.kind, updatedAt: at });
    await transaction.append({
      type: "request.corrected",
      at,
      actor: actorOf(input.by),
      request: entry.number,
      ticket: entry.ticket,
      detail: `kind ${entry.kind} → ${input.kind}`,
    });
    return updated;
  });
}

function readRight(readField: RequestExtractor["readField"], field: RequestField, written: string): string {
  const read = readField(field, written);
  if (read && !read.problem) return read.value;
  throw new AppError("badRequest", read?.problem ?? `There is nothing for ${field} in it.`, { field });
}

function byHand(value: string, old: FieldValue | undefined, by: Agent): FieldValue {
  const { place, quote } = old?.source ?? {};
  const source = { kind: "staff", ...(place && { place }), ...(quote && { quote }) } as const;
  return { value, source, confidence: 1, confirmedBy: by.name };
}

/** What the extractor should have read. Nothing is kept of an entry that was not read out of a text. */
async function keepCase(
  { store, clock }: Office,
  transaction: Transaction,
  { entry, field, right }: { readonly entry: RequestEntry; readonly field: RequestField; readonly right: string },
): Promise<void> {
  const unmasked = await transaction.unmaskedRequest(entry.number);
  if (!unmasked?.passage) return;
  const personal = PERSONAL_FIELDS.find((name) => name === field);
  const wrong = personal ? unmasked.values[personal] : entry.fields[field]?.value;
  if (wrong === right) return;
  await transaction.addExtractionCase({
    id: store.newId(),
    request: entry.number,
    ticket: entry.ticket,
    field,
    passage: unmasked.passage,
    ...(wrong !== undefined && { wrong }),
    right,
    createdAt: clock.now(),
  });
}
