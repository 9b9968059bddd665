import { AppError } from "../../core/errors.ts";
import type { LedgerMail, MailOutcome, StageNote } from "../../core/mail.ts";
import type { Office, Transaction } from "../../core/ports.ts";
import type { Ticket } from "../../core/ticket.ts";
import { addMessage } from "../../tickets/add-message.ts";
import type { IncomingMessage } from "../../tickets/new-message.ts";
import { openTicket } from "../../tickets/open-ticket.ts";
import { quarantine } from "../quarantine.ts";
import type {
  AddToStorm,
  AddToTicket,
  Decision,
  EndWithoutTicket,
  MessageContent,
  OpenTicket,
  RequestsInMail,
} from "./decision.ts";
import { stormTicket } from "./storm-ticket.ts";
import { writeMachineNote } from "./write-machine-note.ts";

/** Writes how a mail ends. The ledger's outcome goes into the same transaction as the ticket's message and events. */
export async function commitDecision(
  office: Office,
  row: LedgerMail,
  decision: Decision,
  decisions: readonly StageNote[],
): Promise<MailOutcome> {
  try {
    return await writeDecision(office, row, decision, decisions);
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return endOfTwin(office, row, decisions);
    throw error;
  }
}

/** The same, but a mail whose content another worker has just filed throws `conflict`. */
export function writeDecision(
  office: Office,
  row: LedgerMail,
  decision: Decision,
  notes: readonly StageNote[],
): Promise<MailOutcome> {
  switch (decision.action) {
    case "open":
      return writeOpening(office, row, decision, notes);
    case "add":
      return writeAddition(office, row, decision, notes);
    case "storm":
      return writeStorm(office, row, decision, notes);
    case "note":
      return writeMachineNote(office, row, decision, notes);
    case "end":
      return writeEnd(office, row, decision, notes);
  }
}

async function writeOpening(office: Office, row: LedgerMail, decision: OpenTicket, notes: readonly StageNote[]) {
  const { action: _action, kind, reason, message, requests, ...ticket } = decision;
  let outcome: MailOutcome = outcomeOf(office, kind, reason, notes);
  await openTicket(office, {
    ...ticket,
    channel: "mail",
    actor: { kind: "requester", ...(ticket.requester.name && { name: ticket.requester.name }) },
    message: incoming(office, row, message),
    alsoWrite: async (transaction, opened) => {
      outcome = { ...outcome, ticket: opened.number, ...(await written(requests, transaction, opened)) };
      await transaction.finishMail(row.id, outcome);
    },
  });
  return outcome;
}

async function writeAddition(office: Office, row: LedgerMail, decision: AddToTicket, notes: readonly StageNote[]) {
  const { ticket, reopens, reason, tags, message, requests } = decision;
  let outcome: MailOutcome = { ...outcomeOf(office, "followUp", reason, notes), ticket };
  await addMessage(office, {
    ticket,
    reopens,
    tags,
    actor: { kind: "requester", ...(message.from.name && { name: message.from.name }) },
    message: incoming(office, row, message),
    alsoWrite: async (transaction, changed) => {
      outcome = { ...outcome, ...(await written(requests, transaction, changed)) };
      await transaction.finishMail(row.id, outcome);
    },
  });
  return outcome;
}

async function written(requests: RequestsInMail | undefined, transaction: Transaction, ticket: Ticket) {
  const numbers = (await requests?.write(transaction, ticket)) ?? [];
  return numbers.length > 0 ? { requests: numbers } : {};
}

async function writeStorm(office: Office, row: LedgerMail, decision: AddToStorm, notes: readonly StageNote[]) {
  const ticket = await stormTicket(office, decision.storm);
  return writeAddition(office, row, { ...decision, action: "add", ticket, reopens: true, tags: [] }, notes);
}

async function writeEnd(office: Office, row: LedgerMail, decision: EndWithoutTicket, notes: readonly StageNote[]) {
  const { kind, reason, ticket } = decision;
  const outcome = { ...outcomeOf(office, kind, reason, notes), ...(ticket && { ticket }) };
  if (kind === "quarantined") await quarantine(office, row.id, reason, notes);
  else await office.store.mails.finish(row.id, outcome);
  return outcome;
}

function outcomeOf(
  office: Office,
  kind: MailOutcome["kind"],
  reason: string,
  decisions: readonly StageNote[],
): MailOutcome {
  return { kind, reason, decisions, at: office.clock.now() };
}

/** When a mail was received is what its mailbox says (INTERNALDATE), but never later than now. */
function incoming({ clock }: Office, row: LedgerMail, message: MessageContent): IncomingMessage {
  const receivedAt = new Date(Math.min(row.internalDate.getTime(), clock.now().getTime()));
  return {
    ...message,
    channel: "mail",
    mail: row.id,
    ...(row.contentKey && { contentKey: row.contentKey }),
    receivedAt,
  };
}

/** Another worker filed the same content, or this very row, a moment ago: that outcome stands. */
async function endOfTwin(
  { store, clock }: Office,
  row: LedgerMail,
  decisions: readonly StageNote[],
): Promise<MailOutcome> {
  const already = await store.mails.byId(row.id);
  if (already?.outcome) return already.outcome;
  const twin = row.contentKey ? await store.messages.byContentKey(row.contentKey) : undefined;
  if (!twin) throw new AppError("conflict", "A mail clashes with another that cannot be found.", { mail: row.id });
  const reason = `Aynı e-posta ${twin.ticket} kaydında zaten var; ${row.mailbox} kutusuna da ulaştı.`;
  const outcome: MailOutcome = { kind: "duplicate", ticket: twin.ticket, reason, decisions, at: clock.now() };
  await store.mails.finish(row.id, outcome);
  return outcome;
}
