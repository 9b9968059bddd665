import type { Attachment } from "../core/message.ts";
import type { Actor } from "../core/person.ts";
import type { Office, Transaction } from "../core/ports.ts";
import type { Requester, Ticket } from "../core/ticket.ts";
import type { AttachedFile, Extraction, RequestExtractor, RequestMaterial } from "../understanding/extraction/types.ts";
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
  /** Mails that were forwarded as its files. */
  readonly letters?: readonly ForwardedLetter[];
}

/** A mail inside another, with mails inside of it. */
export interface ForwardedLetter {
  readonly from: { readonly address: string; readonly name?: string };
  readonly subject: string;
  /** Quotes cut. */
  readonly text: string;
  readonly fullText: string;
  readonly html?: string;
  readonly attachments: readonly Attachment[];
  /** Indexes of the files that lead to it. */
  readonly path: readonly number[];
  readonly letters: readonly ForwardedLetter[];
}

/** Reads a file by its index among those of the mail, after the indexes of the mails it is inside of. */
type ReadFile = (...path: readonly number[]) => Promise<Buffer | undefined>;

export interface ArrivingRequests {
  /** What was found and left out: a Turkish sentence for the console. */
  readonly note: string;
  write(transaction: Transaction, ticket: Ticket): Promise<readonly string[]>;
}

/**
 * Reads entries out of an arriving mail, before the transaction that files it; what it returns writes them inside of it.
 * `file` gives an attachment's bytes. Out: undefined when the mail says nothing an entry could hold.
 */
export async function readRequests(
  office: Office,
  extract: RequestExtractor["extract"],
  arriving: ArrivingMail,
  file: ReadFile,
): Promise<ArrivingRequests | undefined> {
  const { row, mail, subject, text, letters = [] } = arriving;
  const sender = senderOf(arriving);
  const extraction = await extract({
    subject,
    text,
    fullText: mail.text,
    ...(mail.html && { html: mail.html }),
    ...(sender && { sender }),
    attachments: filesOf(mail.attachments, [], file),
    letters: letters.map((letter) => materialOf(letter, file)),
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

function materialOf(letter: ForwardedLetter, file: ReadFile): RequestMaterial {
  const { from, subject, text, fullText, html, attachments, path, letters } = letter;
  return {
    subject,
    text,
    fullText,
    ...(html && { html }),
    sender: { email: from.address, ...(from.name && { name: from.name }) },
    attachments: filesOf(attachments, path, file),
    letters: letters.map((inner) => materialOf(inner, file)),
  };
}

function filesOf(attachments: readonly Attachment[], path: readonly number[], file: ReadFile): AttachedFile[] {
  return attachments.map(({ name, size, index }) => ({ name, size, read: () => file(...path, index) }));
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
  const isForwarded = people.some(({ fields }) => Object.values(fields).some(({ source }) => source.isForwarded));
  return [found, ...(isForwarded ? ["İletilen e-postadakiler de okundu."] : []), ...remarks].join(" ");
}
