/** What we use of hoodiecrow-imap, an IMAP server for tests and demonstrations that keeps its mails in memory. */
declare module "hoodiecrow-imap" {
  import type { Server } from "node:net";

  interface StoredMessage {
    /** The mail, one character a byte. */
    readonly raw: string;
    readonly uid: number;
    /** "22-Nov-2026 10:00:00 +0000" (RFC 9051 date-time). */
    readonly internaldate: string;
    readonly flags?: readonly string[];
  }

  interface Mailbox {
    readonly messages: StoredMessage[];
    readonly uidvalidity: number;
    readonly uidnext: number;
  }

  interface ImapServer {
    readonly server: Server;
    listen(port: number, host: string, listening: () => void): void;
    appendMessage(
      mailbox: string,
      flags: readonly string[],
      internaldate: string,
      raw: string,
    ): { readonly mailbox: Mailbox; readonly message: StoredMessage };
    getMailbox(path: string): Mailbox;
  }

  interface Options {
    readonly plugins?: readonly string[];
    readonly users?: Readonly<Record<string, { readonly password: string }>>;
    readonly storage?: Readonly<Record<string, object>>;
  }

  function hoodiecrow(options: Options): ImapServer;
  export = hoodiecrow;
}
