import { type Connection, type Model, Schema, type SchemaDefinition } from "mongoose";
import { chatSchemas } from "./chat-schemas.ts";
import { deskSchemas } from "./desk-schemas.ts";
import { knowledgeSchemas } from "./knowledge-schemas.ts";
import { staffSchemas } from "./staff-schemas.ts";

/**
 * The collections and their indexes. Documents are the core's own shapes with `_id` for `id`;
 * ids are 24 hex digits kept as text, so that nothing has to be converted on the way in or out.
 * Kept to what both MongoDB and its stand-in speak: no text, wildcard or hashed indexes, no collation.
 */

const { Mixed } = Schema.Types;
const options = { versionKey: false, minimize: false, id: false, strict: true } as const;
/**
 * Only documents that have the field are in the index. Not a partial index on its `$exists`: the stand-in written in Python does
 * not see that a query for a value asks for such documents only, and reads the whole collection.
 */
const sparse = { sparse: true } as const;
/** Only documents in that state are in the index. */
const inState = (state: string) => ({ partialFilterExpression: { state } });
const schema = (definition: SchemaDefinition) => new Schema({ _id: String, ...definition }, options);

const tickets = schema({
  number: String,
  subject: String,
  status: String,
  priority: String,
  category: String,
  channel: String,
  requester: Mixed,
  participants: [String],
  assignee: String,
  tags: [String],
  links: [Mixed],
  mergedInto: String,
  snoozedUntil: Date,
  createdAt: Date,
  updatedAt: Date,
  firstResponseDueAt: Date,
  firstRespondedAt: Date,
  resolutionDueAt: Date,
  /** Whichever of the two is due next, to sort by. */
  nextDueAt: Date,
  clockFrom: Date,
  pausedAt: Date,
  waitedMinutes: Number,
  warned: String,
  escalated: String,
  solvedAt: Date,
  erasedAt: Date,
  version: Number,
  searchTerms: [String],
});
tickets.index({ number: 1 }, { unique: true });
tickets.index({ status: 1, updatedAt: -1, _id: -1 });
tickets.index({ updatedAt: -1, _id: -1 });
tickets.index({ createdAt: -1, _id: -1 });
tickets.index({ nextDueAt: 1, _id: 1 });
tickets.index({ assignee: 1, status: 1, updatedAt: -1 });
tickets.index({ status: 1, firstResponseDueAt: 1 });
tickets.index({ status: 1, resolutionDueAt: 1 });
tickets.index({ snoozedUntil: 1 }, sparse);
tickets.index({ "requester.email": 1, updatedAt: -1 });
tickets.index({ "requester.conversationId": 1, updatedAt: -1 });
tickets.index({ "requester.aadObjectId": 1, updatedAt: -1 });
tickets.index({ participants: 1 });
tickets.index({ searchTerms: 1, updatedAt: -1 });

const messages = schema({
  ticket: String,
  direction: String,
  channel: String,
  from: Mixed,
  to: [String],
  text: String,
  fullText: String,
  html: String,
  attachments: [Mixed],
  signature: Mixed,
  evidence: Mixed,
  mail: String,
  contentKey: String,
  messageId: String,
  delivery: Mixed,
  /** What was masked in the texts. */
  sealed: Buffer,
  createdAt: Date,
});
messages.index({ ticket: 1, createdAt: 1, _id: 1 });
messages.index({ contentKey: 1 }, { unique: true, ...sparse });
messages.index({ messageId: 1, createdAt: 1, _id: 1 });
messages.index({ "from.email": 1 }, sparse);

const mails = schema({
  account: String,
  mailbox: String,
  uidValidity: String,
  uid: Number,
  internalDate: Date,
  contentKey: String,
  messageId: String,
  from: String,
  /** Blind indexes of the addresses in `from`. */
  senderKeys: { type: [String], default: undefined },
  subject: String,
  size: Number,
  raw: Buffer,
  rawFile: Schema.Types.ObjectId,
  state: String,
  outcome: Mixed,
  attempts: Number,
  dueAt: Date,
  claim: String,
  lastError: String,
  isWanted: Boolean,
  erasedAt: Date,
  createdAt: Date,
});
mails.index({ account: 1, mailbox: 1, uidValidity: 1, uid: 1 }, { unique: true });
// What is to be done stands in small indexes of its own, which neither grow with the mails that are done nor cost them a write.
mails.index({ account: 1, mailbox: 1, uidValidity: 1, state: 1, uid: 1 }, inState("seen"));
mails.index({ state: 1 }, inState("seen"));
mails.index({ state: 1, dueAt: 1 }, inState("stored"));
mails.index({ claim: 1 }, sparse);
mails.index({ messageId: 1 });
mails.index({ "outcome.kind": 1, createdAt: -1, _id: -1 });
mails.index({ createdAt: -1, _id: -1 });
mails.index({ "outcome.ticket": 1 }, sparse);
mails.index({ senderKeys: 1 }, sparse);

const mailboxes = schema({ uidValidity: String, uidNext: Number, at: Date });

const requests = schema({
  number: String,
  ticket: String,
  kind: String,
  state: String,
  person: Mixed,
  fields: Mixed,
  history: [Mixed],
  flag: String,
  certificateEndsAt: Date,
  remindedDays: Number,
  passage: String,
  origin: String,
  /** Sealed originals of what is masked in fields and passage. */
  sealed: Mixed,
  /** Blind indexes of what the person is recognised by. */
  personKeys: [String],
  createdAt: Date,
  updatedAt: Date,
  version: Number,
  searchTerms: [String],
});
requests.index({ origin: 1 }, { unique: true, ...sparse });
requests.index({ personKeys: 1 });
requests.index({ "fields.email.value": 1 }, sparse);
requests.index({ state: 1, certificateEndsAt: 1, _id: 1 });
requests.index({ number: 1 }, { unique: true });
requests.index({ ticket: 1 });
requests.index({ state: 1, updatedAt: -1, _id: -1 });
requests.index({ updatedAt: -1, _id: -1 });
requests.index({ searchTerms: 1, updatedAt: -1 });

const events = new Schema({ _id: String, type: String, ticket: String, at: Date }, { ...options, strict: false });
events.index({ ticket: 1, _id: 1 });
events.index({ type: 1, at: -1, _id: -1 });
events.index({ at: -1, _id: -1 });

const outbox = schema({
  key: String,
  kind: String,
  effect: Mixed,
  state: String,
  attempts: Number,
  nextAttemptAt: Date,
  claim: String,
  lastError: String,
  createdAt: Date,
});
outbox.index({ key: 1 }, { unique: true });
outbox.index({ state: 1, kind: 1, nextAttemptAt: 1 });
outbox.index({ claim: 1 }, sparse);
outbox.index({ "effect.message": 1 });
outbox.index({ "effect.ticket": 1 }, sparse);

const notices = schema({
  staff: String,
  topic: String,
  event: String,
  ticket: String,
  batch: String,
  ways: [String],
  leavesAt: Date,
  told: { type: [String], default: undefined },
  sentAt: Date,
  createdAt: Date,
});
notices.index({ batch: 1, _id: 1 });
notices.index({ staff: 1, createdAt: -1 });
notices.index({ ticket: 1 }, sparse);
/** A notice points at what happened; after three months nobody asks for the pointer. */
notices.index({ createdAt: 1 }, { expireAfterSeconds: 90 * 24 * 60 * 60 });

const questions = schema({
  text: String,
  outcome: String,
  entries: [String],
  confidence: Number,
  language: String,
  conversation: String,
  channel: String,
  knowledgeVersion: String,
  why: [Mixed],
  feedback: String,
  feedbackText: String,
  askedAt: Date,
});
questions.index({ outcome: 1, askedAt: -1, _id: -1 });
questions.index({ feedback: 1, askedAt: -1, _id: -1 });
questions.index({ askedAt: -1, _id: -1 });
questions.index({ conversation: 1 });

const counters = schema({ value: Number });
const leases = schema({ owner: String, token: Number, until: Date, writes: Number });
const tallies = schema({ value: Number, expiresAt: Date });
tallies.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
const extractionCases = schema({
  request: String,
  ticket: String,
  field: String,
  sealed: Buffer,
  createdAt: Date,
});
extractionCases.index({ ticket: 1 });

/** How far what a new version calls for has come over the documents of former ones. */
const upgrades = schema({ after: String, doneAt: Date });

const SCHEMAS = {
  tickets,
  messages,
  mails,
  mailboxes,
  requests,
  events,
  outbox,
  notices,
  ...staffSchemas(schema),
  questions,
  ...deskSchemas(schema),
  ...knowledgeSchemas(schema),
  counters,
  leases,
  upgrades,
  tallies,
  ...chatSchemas(schema),
  extractionCases,
};

/** A stored document as the driver gives it. */
export type Stored = { _id: string } & Record<string, unknown>;

export type Models = Readonly<Record<keyof typeof SCHEMAS, Model<Stored>>>;

/** Binds every collection to a connection, by its own name. */
export function createModels(connection: Connection): Models {
  const names = Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[];
  const bound = names.map((name) => [name, connection.model(name, SCHEMAS[name], name)]);
  return Object.fromEntries(bound) as Models;
}
