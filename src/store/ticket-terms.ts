import type { Message } from "../core/message.ts";
import type { Ticket } from "../core/ticket.ts";
import type { Cipher } from "./cipher.ts";
import { fromStored } from "./documents.ts";
import type { Models, Stored } from "./models.ts";
import { nameTermsOf } from "./name-terms.ts";
import type { PersonalTerms } from "./personal-terms.ts";
import { originalTexts } from "./stored-messages.ts";

type Headed = Pick<Ticket, "number" | "subject" | "requester" | "tags">;

/** What a ticket is found by of itself: its number, subject, tags, and whom it is for. */
export function ticketTerms({ headTermsOf }: PersonalTerms, { number, subject, requester, tags }: Headed): string[] {
  return [
    ...nameTermsOf(requester),
    ...headTermsOf([number, subject, requester.name, requester.email, ...tags].join(" ")),
  ];
}

/** What a message lets its ticket be found by. What the office writes by itself is the same on every ticket, and nobody looks for it. */
export function messageTerms({ termsOf }: PersonalTerms, { direction, from, text }: Message): string[] {
  if (direction === "out" && from.kind === "system") return [];
  return termsOf(`${from.name ?? ""} ${from.email ?? ""} ${text}`);
}

/** The same of stored messages, by their texts as they were written. */
export function threadTerms(terms: PersonalTerms, rows: readonly Stored[], cipher: Cipher): string[] {
  return rows.flatMap((row) => messageTerms(terms, { ...fromStored<Message>(row), ...originalTexts(row, cipher) }));
}

/** Makes what these tickets are found by anew, out of themselves and their threads. */
export function createTermRebuild({ tickets, messages }: Models, cipher: Cipher, terms: PersonalTerms) {
  return async (numbers: readonly string[]): Promise<void> => {
    for (const row of await tickets.find({ number: { $in: [...numbers] } }, { searchTerms: 0 }).lean()) {
      const ticket = fromStored<Ticket>(row);
      const thread = await messages.find({ ticket: ticket.number }).lean();
      const searchTerms = [...new Set([...ticketTerms(terms, ticket), ...threadTerms(terms, thread, cipher)])];
      await tickets.updateOne({ _id: row._id }, { $set: { searchTerms } });
    }
  };
}
