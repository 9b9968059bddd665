import { AppError } from "../core/errors.ts";
import type { Message } from "../core/message.ts";
import type { Office } from "../core/ports.ts";

/** A message with its personal numbers unmasked; that somebody looked is written down first. Throws `notFound`. */
export async function revealMessage(
  { store, clock }: Office,
  input: { readonly message: string; readonly agent: { readonly id: string; readonly name: string } },
): Promise<Message> {
  const message = await store.messages.byId(input.message);
  if (!message) throw new AppError("notFound", "There is no such message.", { message: input.message });
  await store.transact((transaction) =>
    transaction.append({
      type: "personalData.revealed",
      at: clock.now(),
      actor: { kind: "staff", ...input.agent },
      subject: message.id,
      ticket: message.ticket,
    }),
  );
  return { ...message, ...(await store.messages.original(message.id)) };
}
