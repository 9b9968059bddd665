import type { Models } from "../models.ts";
import { chatStatesPart, conversationsPart, learnedQuestionsPart, questionsPart } from "./chat-parts.ts";
import { casesPart, requestsPart } from "./entry-parts.ts";
import { mailsPart } from "./mail-part.ts";
import type { Treatment } from "./part.ts";
import { namedInKnowledge, namedInReadyAnswers, writtenElsewhere } from "./pointed-out.ts";
import { messagesPart, ticketsPart } from "./ticket-parts.ts";
import { eventsPart, identitiesPart, noticesPart, outboxPart, savedViewsPart, talliesPart } from "./trace-parts.ts";

const STAFF =
  "It is about the office's own staff; an account is switched off on the people page, and its acts stay as audit.";
const FIGURES = "It holds figures and technical marks, nothing a person could be told by.";

/**
 * How the erasure of a person treats every collection, in the order it goes: what the rest is found by comes last. A new collection
 * does not compile until it says here what is to become of a person's data in it.
 */
export const TREATMENTS: Readonly<Record<keyof Models, Treatment>> = {
  outbox: { kind: "outbox", part: outboxPart },
  notices: { kind: "notices", part: noticesPart },
  savedViews: { kind: "savedViews", part: savedViewsPart },
  // Before the messages: they say which raw mails and events elsewhere are the person's.
  mails: { kind: "mails", part: mailsPart },
  events: { kind: "events", part: eventsPart },
  extractionCases: { kind: "cases", part: casesPart },
  requests: { kind: "requests", part: requestsPart },
  chatStates: { kind: "chatStates", part: chatStatesPart },
  conversations: { kind: "conversations", part: conversationsPart },
  questions: { kind: "questions", part: questionsPart },
  confirmedQuestions: { kind: "learnedQuestions", part: learnedQuestionsPart("confirmedQuestions") },
  dismissedQuestions: { kind: "learnedQuestions", part: learnedQuestionsPart("dismissedQuestions") },
  tallies: { kind: "tallies", part: talliesPart },
  messages: { kind: "messages", part: messagesPart },
  tickets: { kind: "tickets", part: ticketsPart },
  identities: { kind: "identities", part: identitiesPart },

  readyAnswers: { pointsOut: namedInReadyAnswers },
  knowledgeEntries: { pointsOut: namedInKnowledge },

  staff: { keeps: STAFF },
  sessions: { keeps: STAFF },
  tokens: { keeps: STAFF },
  presence: { keeps: "Who of the staff looks at which ticket number, for a minute." },
  settings: { keeps: "What the office chose for itself." },
  mailboxes: { keeps: FIGURES },
  ticketCounts: { keeps: FIGURES },
  ticketDeltas: { keeps: FIGURES },
  requestCounts: { keeps: FIGURES },
  requestDeltas: { keeps: FIGURES },
  dailyRollups: { keeps: FIGURES },
  dayMarks: { keeps: FIGURES },
  counters: { keeps: FIGURES },
  leases: { keeps: FIGURES },
  upgrades: { keeps: FIGURES },
};

/** Beside the collections: tickets of others in which the person wrote or is written of. */
export const POINTED_OUT_BESIDES = [writtenElsewhere] as const;
