import { AppError } from "../core/errors.ts";
import type { Message } from "../core/message.ts";
import type { Office } from "../core/ports.ts";
import type { PersonalField } from "../core/request.ts";
import { type Agent, actorOf, assertMay } from "./agent.ts";

/**
 * Shows a personal value in the clear. The reveal is written down first: whoever sees the value stands in the events.
 * Throws `notAllowed`, or `notFound` when there is no such value.
 */
export async function revealField(
  office: Office,
  input: { readonly number: string; readonly field: PersonalField; readonly by: Agent },
): Promise<string> {
  assertMay(input.by, "personalData.reveal");
  const entry = await office.store.requests.byNumber(input.number);
  if (!entry?.fields[input.field]) {
    throw new AppError("notFound", `The entry ${input.number} has no ${input.field}.`, { field: input.field });
  }
  await writeDown(office, input.by, { subject: input.number, detail: input.field, ticket: entry.ticket });
  const value = await office.store.requests.unmasked(input.number, input.field);
  if (value === undefined) throw new AppError("notFound", `The value of ${input.number} was erased.`);
  return value;
}

/** The texts of a message as they were written; written down like every reveal. */
export async function revealMessage(
  office: Office,
  input: { readonly message: string; readonly by: Agent },
): Promise<Pick<Message, "text" | "fullText" | "html">> {
  assertMay(input.by, "personalData.reveal");
  const message = await office.store.messages.byId(input.message);
  if (!message) throw new AppError("notFound", "There is no such message.", { message: input.message });
  await writeDown(office, input.by, { subject: message.id, detail: "message", ticket: message.ticket });
  const original = await office.store.messages.original(message.id);
  if (!original) throw new AppError("notFound", "The message was erased.", { message: input.message });
  return original;
}

/** Writes down that somebody opens a file of a mail, or the whole raw mail: both hold everything unmasked. Throws `notAllowed`. */
export async function noteOpenedFile(
  office: Office,
  input: { readonly subject: string; readonly file: string; readonly ticket?: string; readonly by: Agent },
): Promise<void> {
  assertMay(input.by, "personalData.reveal");
  const { subject, file: detail, ticket } = input;
  await writeDown(office, input.by, { subject, detail, ...(ticket && { ticket }) });
}

function writeDown(
  { store, clock }: Office,
  by: Agent,
  what: { readonly subject: string; readonly detail: string; readonly ticket?: string },
): Promise<void> {
  const event = { type: "personalData.revealed", at: clock.now(), actor: actorOf(by), ...what } as const;
  return store.transact((transaction) => transaction.append(event));
}
