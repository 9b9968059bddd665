import type { Attachment } from "../core/message.ts";
import type { Actor } from "../core/person.ts";
import type { Office, Transaction } from "../core/ports.ts";
import type { Requester, Ticket } from "../core/ticket.ts";
import type { Extraction, RequestExtractor } from "../understanding/extraction/types.ts";
import { takeRequests } from "./take-requests.ts";

/** A mail on its way into a ticket, as far as entries are read out of it. */
export interface ArrivingMail {
  /** The ledger row. */
  readonly row: { readonly id: string };
  readonly mail: {
    /** With quotes. */
    readonly text: string;
    readonly html?: string;
    readonly from?: { readonly address: string; readonly name?: string };
    readonly attachments: readonly Attachment[];
  };
  readonly subject: string;
  /** Quotes cut. */
  readonly text: string;
  /** Who the mail is from, when that is not its From address (registered mail, forwards). */
  readonly requester?: Requester;
  /** The ticket it belongs to: only there can it answer what an entry waits for. */
  readonly ticket?: Ticket;
}

export interface ArrivingRequests {
  /** What was found and left out: a Turkish sentence for the console. */
  readonly note: string;
  write(transaction: Transaction, ticket: Ticket): Promise<readonly string[]>;
}

/**
 * Reads entries out of an arriving mail, before the transaction that files it; what it returns writes them inside of it.
 * `file` gives an attachment's bytes by its index. Out: undefined when the mail says nothing an entry could hold.
 */
export async function readRequests(
  office: Office,
  extract: RequestExtractor["extract"],
  arriving: ArrivingMail,
  file: (index: number) => Promise<Buffer | undefined>,
): Promise<ArrivingRequests | undefined> {
  const { row, mail, subject, text } = arriving;
  const sender = senderOf(arriving);
  const extraction = await extract({
    subject,
    text,
    fullText: mail.text,
    ...(mail.html && { html: mail.html }),
    ...(sender && { sender }),
    attachments: mail.attachments.map(({ name, size, index }) => ({ name, size, read: () => file(index) })),
    ownAddresses: office.ownAddresses,
  });
  const { people, loose, remarks } = extraction;
  const mayAnswer = arriving.ticket !== undefined && Object.keys(loose).length > 0;
  if (people.length === 0 && !mayAnswer && remarks.length === 0) return undefined;
  const actor: Actor = { kind: "requester", ...(sender?.name && { name: sender.name }) };
  return {
    note: noteOf(extraction),
    write: (transaction, ticket) =>
      takeRequests(office, transaction, { ticket, origin: `mail:${row.id}`, extraction, actor }),
  };
}

function senderOf({ requester, mail }: ArrivingMail): { readonly email?: string; readonly name?: string } | undefined {
  const email = requester?.email ?? mail.from?.address;
  const name = requester?.name ?? mail.from?.name;
  return email || name ? { ...(email && { email }), ...(name && { name }) } : undefined;
}

function noteOf({ people, remarks }: Extraction): string {
  const found =
    people.length > 0
      ? `${people.length} kişi için talep bilgisi bulundu.`
      : "Yeni kişi bulunmadı; bekleyen bir talebin eksiğine yanıt olabilir.";
  return [found, ...remarks].join(" ");
}
