import type { AskedQuestion } from "./chat.ts";
import type { ChatStates, Conversations } from "./chat-ports.ts";
import type { Erasure } from "./erasure.ts";
import type { HelpdeskEvent, StoredEvent } from "./events.ts";
import type { Identities, IdentityWrites } from "./identity.ts";
import type { KnowledgeReader, KnowledgeWrites, RecentQuestions } from "./knowledge-ports.ts";
import type { Lease, Leases } from "./leases.ts";
import type { MailOutcome } from "./mail.ts";
import type { MailLedger } from "./mail-ports.ts";
import type { Delivery, Message } from "./message.ts";
import type { Notices } from "./notices.ts";
import type { DeliveryResult, Effect, EffectKind, OutboxItem, StuckItems } from "./outbox.ts";
import type { Page, PageRequest } from "./page.ts";
import type { Presence } from "./presence.ts";
import type { ReportReader } from "./reports.ts";
import type { PersonalField, RequestEntry, RequestState } from "./request.ts";
import type { ExtractionCase, ExtractionCases, PersonKeys, UnmaskedRequest } from "./request-ports.ts";
import type { SettingsReader, SettingsWrites } from "./settings.ts";
import type { ShelfReader, ShelfWrites } from "./shelf.ts";
import type { StaffDirectory } from "./staff-ports.ts";
import type { DueKind, Ticket, TicketPriority, TicketStatus } from "./ticket.ts";
import type { TicketTally } from "./ticket-tally.ts";

/** The time, so that tests and replays can set it. */
export interface Clock {
  now(): Date;
}

/** Structured log. Fields carry ids, codes and counts, never what people wrote or who they are. */
export interface Log {
  debug(fields: object, sentence: string): void;
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}

export interface TicketQuery extends PageRequest {
  readonly status?: readonly TicketStatus[];
  readonly assignee?: string | null;
  readonly category?: string;
  readonly priority?: TicketPriority;
  readonly requesterEmail?: string;
  /** Whose requester has this name, or an address made of it ("ayse.yilmaz@"); letters and marks make no difference. */
  readonly called?: string;
  /** Only those not put off at this time. */
  readonly awakeAt?: Date;
  /** Only those put off till after this time. */
  readonly asleepAt?: Date;
  readonly conversationId?: string;
  readonly aadObjectId?: string;
  /** Free text, as typed. */
  readonly q?: string;
  /** `due`: only those with something due, the soonest first; the others newest first. */
  readonly sort?: "updated" | "created" | "due";
}

export interface DueQuery {
  readonly what: DueKind;
  readonly by: Date;
  readonly priority?: TicketPriority;
  /** Not told that it is near, or not told that it has passed; of what has passed nobody is told that it is near. */
  readonly untold: "warned" | "escalated";
}

/** A count that was given up somewhere. */
export interface AtLeast {
  readonly count: number;
  /** Whether it was given up before all was looked at. */
  readonly mayBeMore: boolean;
}

/** Reads of tickets; every write goes through a transaction. */
export interface TicketReader {
  byNumber(number: string): Promise<Ticket | undefined>;
  list(query: TicketQuery): Promise<Page<Ticket>>;
  /** Tickets whose clock runs, with a target that falls due by then and was not told of yet, the soonest first. */
  dueBy(query: DueQuery, limit: number): Promise<readonly Ticket[]>;
  /** Tickets per status, for the queues. */
  counts(): Promise<Readonly<Record<TicketStatus, number>>>;
  /** All tickets by what the desk counts by; kept, never counted. */
  tallies(): Promise<readonly TicketTally[]>;
  /** Those of them put off till after this time. */
  asleep(now: Date): Promise<readonly TicketTally[]>;
  /** How many tickets of a query there are, up to so many; costs no more than a page of the list. */
  countUpTo(query: Omit<TicketQuery, "limit" | "cursor">, most: number): Promise<AtLeast>;
}

export interface MessageReader {
  ofTicket(ticket: string): Promise<readonly Message[]>;
  byId(id: string): Promise<Message | undefined>;
  byContentKey(contentKey: string): Promise<Message | undefined>;
  /**
   * The message of this Message-ID. Where several have it, the first one: an id belongs to the mail that bore it first, and who
   * uses it again later, by mistake or on purpose, shall not draw the answers to it to himself.
   */
  byMessageId(messageId: string): Promise<Message | undefined>;
  /** The texts of a message with its personal numbers unmasked. Only for use cases that log the reveal. */
  original(id: string): Promise<Pick<Message, "text" | "fullText" | "html"> | undefined>;
  setDelivery(id: string, delivery: Delivery): Promise<void>;
}

export interface RequestQuery extends PageRequest {
  readonly state?: readonly RequestState[];
  readonly ticket?: string;
  readonly q?: string;
}

export interface RequestReader {
  byNumber(number: string): Promise<RequestEntry | undefined>;
  list(query: RequestQuery): Promise<Page<RequestEntry>>;
  /** Every entry of a ticket, in the order they were read in. */
  ofTicket(ticket: string): Promise<readonly RequestEntry[]>;
  /** The personal value in the clear. Only for use cases that log the reveal. */
  unmasked(number: string, field: PersonalField): Promise<string | undefined>;
  /** Active entries whose certificate ends before this instant, the earliest first, up to 200 after the given one. */
  endingBefore(instant: Date, after?: RequestEntry): Promise<readonly RequestEntry[]>;
}

export interface EventReader {
  byId(id: string): Promise<StoredEvent | undefined>;
  ofTicket(ticket: string): Promise<readonly StoredEvent[]>;
  list(query: PageRequest & { readonly type?: string }): Promise<Page<StoredEvent>>;
  /** Called after every commit in this process, so that who watches the events need not wait for the next look. */
  onCommit(listener: () => void): () => void;
}

/** Everything called inside is written together or not at all. */
export interface Transaction extends KnowledgeWrites, SettingsWrites, ShelfWrites, IdentityWrites {
  ticket(number: string): Promise<Ticket | undefined>;
  insertTicket(ticket: Ticket): Promise<void>;
  /** Writes the ticket if its stored version is still `ticket.version`, then counts the version up; else throws `stale`. */
  updateTicket(ticket: Ticket): Promise<Ticket>;
  /** Throws `conflict` when a message with the same content key is already there. */
  insertMessage(message: Message): Promise<void>;
  request(number: string): Promise<RequestEntry | undefined>;
  requestsOfTicket(ticket: string): Promise<readonly RequestEntry[]>;
  requestsOfPerson(person: PersonKeys): Promise<readonly RequestEntry[]>;
  /** Personal values and the passage are given in the clear, and stored masked beside the sealed original. */
  insertRequest(request: RequestEntry): Promise<void>;
  /** A personal value that is still masked keeps its sealed original. Throws `stale` when the version is another one. */
  updateRequest(request: RequestEntry): Promise<RequestEntry>;
  /** The passage and the personal values of an entry, unmasked, for a use case that keeps none of them in the clear. */
  unmaskedRequest(number: string): Promise<UnmaskedRequest | undefined>;
  addExtractionCase(correction: ExtractionCase): Promise<void>;
  /** Puts messages of one ticket under another, all of them when none are named; they are found by its search then. Returns them. */
  moveMessages(from: string, to: string, messages?: readonly string[]): Promise<readonly Message[]>;
  /** Puts all request entries of one ticket under another. */
  moveRequests(from: string, to: string): Promise<void>;
  /** Takes back a message whose way out has not begun; false when it has. */
  withdrawMessage(id: string): Promise<boolean>;
  /**
   * Appends the event, and puts into the outbox what the notification table says of it for this ticket.
   * `leavesAt` holds the effects back till then.
   */
  append(event: HelpdeskEvent, ticket?: Ticket, leavesAt?: Date): Promise<void>;
  finishMail(id: string, outcome: MailOutcome): Promise<void>;
}

export interface Outbox {
  /** Claims up to `limit` due items of these kinds for this worker. */
  claim(worker: string, kinds: readonly EffectKind[], limit: number, leaseMs: number): Promise<readonly OutboxItem[]>;
  settle(item: OutboxItem, result: DeliveryResult): Promise<void>;
  /** Puts held items back to waiting, when a way out has been set up; notices that are no news any more expire instead. */
  unhold(kinds: readonly EffectKind[], now: Date): Promise<number>;
  /** Ends held notices that are no news any more. Out: how many. */
  expireNotices(now: Date): Promise<number>;
  /** What did not leave and why, the most first. */
  stuck(): Promise<readonly StuckItems[]>;
  counts(): Promise<Readonly<Record<string, number>>>;
  /** Called after every write of effects in this process, so that a deliverer need not wait for its next look. */
  onWork(listener: () => void): () => void;
}

/** Small counters with an end of life: rate limits, loop protection. */
export interface Tallies {
  /** Counts one up and returns the new value; the tally is forgotten `ttlMs` after its first count. */
  count(key: string, ttlMs: number): Promise<number>;
  read(key: string, ttlMs: number): Promise<number>;
}

export interface Questions extends RecentQuestions {
  /** Settles when the question is written, together with others of the same moment; adding it again changes nothing. */
  add(question: AskedQuestion): Promise<void>;
  /** Writes at once what was added in this process. */
  flush(): Promise<void>;
  giveFeedback(id: string, feedback: "helpful" | "notHelpful", text?: string): Promise<boolean>;
  list(query: PageRequest & { readonly outcome?: string; readonly feedback?: string }): Promise<Page<AskedQuestion>>;
}

/** Brings what a former version stored up to this one, a batch at a time. May be repeated, and stopped between two batches. */
export interface Upgrade {
  isDone(): Promise<boolean>;
  /** Does the next batch; `filled` is how many documents lacked something. */
  step(): Promise<{ readonly done: boolean; readonly filled: number }>;
}

/** The database as the use cases see it. */
export interface Store {
  newId(): string;
  /** The next number of a series in a year, or the first of the next `count`; numbers may be skipped after a failure, never given twice. */
  nextNumber(series: "ticket" | "request", year: number, count?: number): Promise<number>;
  /** Runs `work`, possibly more than once, and writes all of it or nothing; nothing (`stale`) when the given lease is lost. */
  transact<Result>(work: (transaction: Transaction) => Promise<Result>, lease?: Lease): Promise<Result>;
  ping(): Promise<void>;
  readonly tickets: TicketReader;
  readonly messages: MessageReader;
  readonly requests: RequestReader;
  readonly extractionCases: ExtractionCases;
  readonly erasure: Erasure;
  readonly events: EventReader;
  readonly mails: MailLedger;
  readonly outbox: Outbox;
  readonly notices: Notices;
  readonly leases: Leases;
  readonly tallies: Tallies;
  readonly chatStates: ChatStates;
  readonly conversations: Conversations;
  readonly identities: Identities;
  readonly questions: Questions;
  readonly knowledge: KnowledgeReader;
  readonly staff: StaffDirectory;
  readonly settings: SettingsReader;
  readonly shelf: ShelfReader;
  readonly presence: Presence;
  readonly reports: ReportReader;
  /** Tickets are found by their requester's name; mails by their senders' addresses. */
  readonly upgrades: Readonly<Record<"nameTerms" | "senderKeys", Upgrade>>;
}

/** The notification table: which effects an event calls for. Pure; `eventId` makes the keys. */
export type PlanEffects = (eventId: string, event: HelpdeskEvent, ticket: Ticket | undefined) => readonly Effect[];

/** What the use cases need from outside. */
export interface Office {
  readonly store: Store;
  readonly clock: Clock;
  /** Every address that delivers into the office's own mailbox, and the one it writes from. */
  readonly ownAddresses: readonly string[];
  /** A Message-ID of ours for a message of a ticket, signed so that nobody else can make one. */
  newMessageId(ticket: string, message: string): string;
}
