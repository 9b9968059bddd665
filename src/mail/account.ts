import type { TokenSource } from "./oauth-token.ts";

/** One support mailbox account, as it was configured. */
export interface MailAccount {
  /** Names the account in the ledger for ever; the mail address is a good one. */
  readonly id: string;
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 993). Otherwise STARTTLS is demanded, unless the host is this machine. */
  readonly secure: boolean;
  readonly user: string;
  readonly auth: PasswordLogin | TokenLogin;
  /** Paths of the mailboxes to take mail from. */
  readonly mailboxes: readonly string[];
  /** How far back the very first look goes. */
  readonly since: "now" | "all" | Date;
  /** Seconds between two full looks, beside the server's own notices. */
  readonly sweepSeconds: number;
  /** Certificate authority to trust beside the system's own (PEM), for offices with their own. */
  readonly ca?: string;
}

export interface PasswordLogin {
  readonly kind: "password";
  readonly password: string;
}

export interface TokenLogin {
  readonly kind: "oauth2";
  readonly tokens: TokenSource;
}

/** Every time limit of the intake, in milliseconds; tests hand in shorter ones. */
export interface MailTimings {
  readonly connect: number;
  readonly greeting: number;
  /** Silence after which the connection is taken for dead. */
  readonly socket: number;
  /** IDLE is renewed this often; servers may drop it after 30 minutes (RFC 2177). */
  readonly idle: number;
  /** Longest wait between two tries to connect. */
  readonly longestBackOff: number;
  /** Wait between two tries while the credentials are refused. */
  readonly paused: number;
  /** How long a lease on an account is good without renewal. */
  readonly lease: number;
  /** No contact for this long raises one alarm. */
  readonly silent: number;
}

export const MAIL_TIMINGS: MailTimings = {
  connect: 15_000,
  greeting: 10_000,
  socket: 60_000,
  idle: 240_000,
  longestBackOff: 60_000,
  paused: 15 * 60_000,
  lease: 30_000,
  silent: 15 * 60_000,
};

/** How much is fetched. */
export interface FetchLimits {
  /** A larger mail is not loaded: its beginning is kept, and the rest stays in the mailbox. Bytes. */
  readonly mailBytes: number;
  /** Bytes kept of a mail that is too big: its headers and, mostly, its text. */
  readonly beginningBytes: number;
  readonly batchMails: number;
  readonly batchBytes: number;
}

export const FETCH_LIMITS: FetchLimits = {
  mailBytes: 35_000_000,
  beginningBytes: 256 * 1024,
  batchMails: 100,
  batchBytes: 8_000_000,
};
