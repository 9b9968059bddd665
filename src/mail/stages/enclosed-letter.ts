import type { Attachment } from "../../core/message.ts";
import type { Address } from "../reading/mail-in-hand.ts";

/** What somebody wrote that another forwarded to us as a file. */
export interface EnclosedLetter {
  readonly from: Address;
  readonly subject: string;
  /** Quotes cut. */
  readonly text: string;
  readonly fullText: string;
  readonly html?: string;
  readonly attachments: readonly Attachment[];
  /** Indexes that lead to it: of the file it is among those of the mail, then of the file within that one, and so on. */
  readonly path: readonly number[];
  readonly letters: readonly EnclosedLetter[];
}
