import type { Identity } from "./identity.ts";

/** What was erased, in counts. */
export interface ErasedCounts {
  readonly tickets: number;
  readonly messages: number;
  readonly requests: number;
  readonly mails: number;
  readonly conversations: number;
  readonly chatStates: number;
  readonly questions: number;
  readonly cases: number;
  readonly identities: number;
}

/** Takes personal data out for good. Every call may be repeated. */
export interface Erasure {
  /** Numbers of the tickets opened by or for a person known by these. */
  ticketsOf(identities: readonly Identity[]): Promise<readonly string[]>;
  /** Numbers of entries about this person in tickets of others, found by the entry's own e-mail field. */
  requestsNaming(email: string): Promise<readonly { readonly number: string; readonly ticket: string }[]>;
  /** Empties tickets, their messages, entries, raw mails, chat state and corrections; numbers, dates and states stay. */
  eraseTickets(numbers: readonly string[], at: Date): Promise<ErasedCounts>;
  /** Empties raw mails from this address that became no ticket, and takes its address and subject out of the ledger. */
  eraseMailsFrom(email: string, at: Date): Promise<number>;
  /** Empties the conversations these people have alone with the bot, whether they became tickets or not. */
  eraseChatsOf(
    identities: readonly Identity[],
  ): Promise<Pick<ErasedCounts, "conversations" | "chatStates" | "questions">>;
  /** Forgets that these are one person. To be called last: it is how the rest is found. */
  eraseLinks(identities: readonly Identity[]): Promise<number>;
  eraseRequests(numbers: readonly string[], at: Date): Promise<number>;
  /** Raw mails of solved or closed tickets, and of no ticket, received before this instant: erased, up to `limit` a call. */
  eraseRawMails(query: RawMailsToErase, at: Date): Promise<number>;
}

export interface RawMailsToErase {
  readonly before: Date;
  /** Only mails of tickets in these categories. */
  readonly categories?: readonly string[];
  /** Not mails of tickets in these categories. */
  readonly exceptCategories?: readonly string[];
  readonly limit: number;
}
