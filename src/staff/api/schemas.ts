import { z } from "zod";
import { MAIL_OUTCOMES } from "../../core/mail.ts";
import { EVIDENCE_EVENTS } from "../../core/mail-evidence.ts";
import { UNCHECKED_REASONS } from "../../core/mail-signature.ts";
import { REQUEST_FIELDS, REQUEST_KINDS, REQUEST_STATES } from "../../core/request.ts";
import { LONGEST_TAG, TICKET_PRIORITIES, TICKET_STATUSES } from "../../core/ticket.ts";

/** What goes out and comes in by the JSON API. Dates are ISO 8601 in UTC; personal numbers are masked. */

const date = z.iso.datetime();
const number = z.string().describe("Ticket number");

export const errorSchema = z
  .object({ code: z.string(), message: z.string(), details: z.unknown().optional() })
  .meta({ id: "Error" });

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z
      .string()
      .optional()
      .describe(
        "Give it as `cursor` to go on. A search that would look at too much in one go gives a short or even empty page and goes on from there: the list has ended only when there is no `nextCursor`.",
      ),
  });

/** `limit` and `cursor` of every list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional().describe("`nextCursor` of the page before"),
};

export const ticketSchema = z
  .object({
    number,
    subject: z.string(),
    status: z.enum(TICKET_STATUSES),
    priority: z.enum(TICKET_PRIORITIES),
    category: z.string(),
    channel: z.enum(["mail", "teams", "web", "staff"]),
    requester: z.object({
      email: z.string().optional(),
      name: z.string().optional(),
      aadObjectId: z.string().optional(),
    }),
    participants: z.array(z.string()),
    assignee: z.string().optional(),
    tags: z.array(z.string()),
    links: z.array(z.object({ number, kind: z.string() })),
    mergedInto: number.optional(),
    snoozedUntil: date.optional(),
    createdAt: date,
    updatedAt: date,
    firstResponseDueAt: date.optional(),
    firstRespondedAt: date.optional(),
    resolutionDueAt: date.optional(),
    solvedAt: date.optional(),
    version: z.number().int(),
  })
  .meta({ id: "Ticket" });

const signatureSchema = z
  .object({
    form: z.enum(["opaque", "detached", "encrypted"]),
    why: z.enum(UNCHECKED_REASONS).optional().describe("Why nothing was checked"),
    signers: z.array(
      z.object({
        state: z.enum(["intact", "changed", "unchecked"]),
        why: z.enum(UNCHECKED_REASONS).optional(),
        isWeak: z.boolean().optional(),
        name: z.string().optional(),
        emails: z.array(z.string()),
        issuer: z.string().optional(),
        validFrom: date.optional(),
        validTo: date.optional(),
        signedAt: date.optional().describe("As the signer claims"),
        timing: z.enum(["ahead", "old"]).optional().describe("That time does not fit the mail's"),
        isInForce: z.boolean().optional(),
        address: z.enum(["sender", "other", "none"]).optional(),
        chain: z.enum(["trusted", "untrusted", "noAnchors"]).optional(),
      }),
    ),
  })
  .meta({ id: "MailSignature" });

export const messageSchema = z
  .object({
    id: z.string(),
    direction: z.enum(["in", "out", "note"]),
    channel: z.enum(["mail", "teams", "web", "staff"]),
    from: z.object({
      kind: z.string(),
      email: z.string().optional(),
      name: z.string().optional(),
      staff: z.string().optional(),
    }),
    to: z.array(z.string()),
    text: z.string(),
    fullText: z.string().optional(),
    attachments: z.array(
      z.object({ index: z.number().int(), name: z.string(), type: z.string(), size: z.number(), inline: z.boolean() }),
    ),
    signature: signatureSchema.optional(),
    evidence: z
      .array(z.object({ event: z.enum(EVIDENCE_EVENTS), at: date.optional(), reason: z.string().optional() }))
      .optional()
      .describe("Evidence of registered mail (KEP); its own signature is not checked"),
    mail: z.string().optional(),
    messageId: z.string().optional(),
    delivery: z.object({ state: z.string(), at: date.optional(), reason: z.string().optional() }).optional(),
    createdAt: date,
  })
  .meta({ id: "Message" });

export const ticketWithMessagesSchema = ticketSchema
  .extend({ messages: z.array(messageSchema) })
  .meta({ id: "TicketWithMessages" });

export const ticketListQuery = z.strictObject({
  ...pageQuery,
  status: z
    .string()
    .regex(new RegExp(`^(?:${TICKET_STATUSES.join("|")})(?:,(?:${TICKET_STATUSES.join("|")}))*$`))
    .optional()
    .describe("One status or several, comma separated"),
  assignee: z.string().max(100).optional().describe("A staff id, `me`, or `none`"),
  category: z.string().max(100).optional(),
  q: z.string().max(200).optional().describe("Words, a name, a number of any spelling"),
  sort: z.enum(["updated", "created", "due"]).optional(),
});

const version = z.number().int().positive().describe("The version you saw; 409 when it is another by now");
const text = z.string().trim().min(1).max(100_000);

export const ticketPatch = z.strictObject({
  version,
  status: z.enum(TICKET_STATUSES).optional(),
  priority: z.enum(TICKET_PRIORITIES).optional(),
  category: z.string().min(1).max(100).optional(),
  subject: z.string().trim().min(1).max(500).optional(),
  assignee: z.string().min(1).max(100).nullable().optional(),
  tags: z.array(z.string().trim().min(1).max(LONGEST_TAG)).max(20).optional(),
  snoozedUntil: z.iso.datetime().nullable().optional(),
});
export const replyBody = z.strictObject({ version, text, status: z.enum(TICKET_STATUSES).optional() });
export const noteBody = z.strictObject({ text });
export const mergeBody = z.strictObject({ version, into: number });
export const splitBody = z.strictObject({
  version,
  messages: z.array(z.string()).min(1).max(500),
  subject: z.string().trim().min(1).max(500),
});

export const requestSchema = z
  .object({
    number: z.string(),
    ticket: number,
    kind: z.enum(REQUEST_KINDS),
    state: z.enum(REQUEST_STATES),
    fields: z.partialRecord(
      z.enum(REQUEST_FIELDS),
      z.object({
        value: z.string(),
        source: z.object({
          kind: z.string(),
          quote: z.string().optional(),
          place: z.string().optional(),
          isConcluded: z.literal(true).optional(),
          isForwarded: z.literal(true).optional(),
        }),
        confidence: z.number(),
        confirmedBy: z.string().optional(),
        problem: z.string().optional(),
      }),
    ),
    history: z.array(
      z.object({
        from: z.string().optional(),
        to: z.string(),
        by: z.string(),
        reason: z.string().optional(),
        at: date,
      }),
    ),
    flag: z.string().optional(),
    certificateEndsAt: date.optional(),
    createdAt: date,
    updatedAt: date,
    version: z.number().int(),
  })
  .meta({ id: "Request" });

export const mailSchema = z
  .object({
    id: z.string(),
    account: z.string(),
    mailbox: z.string(),
    uidValidity: z.string(),
    uid: z.number(),
    internalDate: date,
    size: z.number(),
    state: z.enum(["seen", "stored", "done"]),
    attempts: z.number(),
    contentKey: z.string().optional(),
    messageId: z.string().optional(),
    from: z.string().optional(),
    subject: z.string().optional(),
    outcome: z
      .object({
        kind: z.enum(MAIL_OUTCOMES),
        ticket: z.string().optional(),
        requests: z.array(z.string()).optional(),
        reason: z.string(),
        decisions: z.array(z.object({ stage: z.string(), note: z.string() })),
        at: date,
      })
      .optional(),
    lastError: z.string().optional(),
    isWanted: z.boolean().optional(),
    createdAt: date,
  })
  .meta({ id: "Mail" });

export const eventSchema = z
  .looseObject({ id: z.string(), type: z.string(), at: date, actor: z.looseObject({ kind: z.string() }) })
  .meta({ id: "Event" });
