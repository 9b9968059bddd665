import type { Identity } from "./identity.ts";
import type { PersonKeys } from "./request-ports.ts";

/** What is erased, as reports name it. */
export const ERASED_KINDS = [
  "tickets",
  "messages",
  "requests",
  "mails",
  "conversations",
  "chatStates",
  "questions",
  "learnedQuestions",
  "cases",
  "events",
  "outbox",
  "notices",
  "savedViews",
  "tallies",
  "identities",
] as const;
export type ErasedKind = (typeof ERASED_KINDS)[number];

/** How much of each. */
export type ErasedCounts = Readonly<Record<ErasedKind, number>>;

/** By what somebody is known who is to be erased: identities, or numbers that their request entries hold. */
export interface ErasureStart {
  readonly identities: readonly Identity[];
  readonly keys?: PersonKeys;
  /** Names said to be theirs: where several people's entries have the number, or an entry in their ticket bears another name. */
  readonly called?: readonly string[];
}

/** A request entry about the person in a ticket of somebody else, or about somebody else in a ticket of theirs. */
export interface EntryElsewhere {
  readonly number: string;
  readonly ticket: string;
  readonly name?: string;
  /** The address it names, lower case: perhaps the person's, perhaps that of whoever wrote. */
  readonly email?: string;
}

/** Everything that is about one person, found before anything of it is erased. */
export interface ErasureSubject {
  readonly identities: readonly Identity[];
  /** Numbers of the tickets opened by or for them. */
  readonly tickets: readonly string[];
  readonly entries: readonly EntryElsewhere[];
  /** Keys of their conversations alone with the bot. */
  readonly conversations: readonly string[];
  /** What they are called, where it is a whole name and not a single word that many bear. */
  readonly names: readonly string[];
  /** Several people whose entries have the number or the address, as a telephone of a whole office: none is taken but those meant. */
  readonly sharedBy: readonly string[];
  /** Everything they are called, single words too, with what whoever erases said is theirs. */
  readonly called: readonly string[];
  /** Entries about others in the person's tickets: they stay, and only what names the person is taken out of them. */
  readonly ofOthers: readonly EntryElsewhere[];
  /** Numbers of tickets of others that were merged into theirs: what stood in those goes too, unless it is split off before. */
  readonly mergedIn: readonly string[];
}

/** Something that staff wrote for all, which names the person: staff have to look, for nobody else can tell whom it means. */
export interface Mention {
  readonly place: "ticket" | "knowledge" | "readyAnswer";
  readonly id: string;
  readonly name: string;
}

/** Takes personal data out for good. Every call may be repeated; what an interruption left is found again, for the links go last. */
export interface Erasure {
  subjectOf(start: ErasureStart): Promise<ErasureSubject>;
  /** How much there is of each kind; changes nothing. */
  count(subject: ErasureSubject): Promise<ErasedCounts>;
  mentions(subject: ErasureSubject): Promise<readonly Mention[]>;
  erase(subject: ErasureSubject, at: Date): Promise<ErasedCounts>;
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
