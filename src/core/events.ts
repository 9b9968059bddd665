import type { Actor } from "./person.ts";
import type { SettingName } from "./settings.ts";
import type { ShelfName } from "./shelf.ts";
import type { DueKind, TicketStatus } from "./ticket.ts";

/** What happened, in the past tense. Written together with the state it tells of, never changed afterwards. */
export type HelpdeskEvent =
  | TicketEvent
  | RequestEvent
  | MailEvent
  | KnowledgeEvent
  | PersonEvent
  | SettingsEvent
  | SharedEvent;

interface EventBase {
  readonly at: Date;
  readonly actor: Actor;
}

interface OfTicket extends EventBase {
  /** Ticket number. */
  readonly ticket: string;
}

export type TicketEvent =
  | (OfTicket & {
      readonly type: "ticket.opened";
      readonly message: string /** The acknowledgement written for it, when one may be sent. */;
      readonly acknowledgement?: string;
    })
  | (OfTicket & { readonly type: "ticket.messageReceived"; readonly message: string })
  | (OfTicket & { readonly type: "ticket.replied"; readonly message: string })
  | (OfTicket & { readonly type: "ticket.dueSoon"; readonly what: DueKind; readonly due: Date })
  | (OfTicket & { readonly type: "ticket.overdue"; readonly what: DueKind })
  | (OfTicket & { readonly type: "ticket.replyUndone"; readonly message: string })
  | (OfTicket & {
      readonly type: "ticket.noteAdded";
      readonly message: string;
      /** Staff ids of those it names. */
      readonly mentions?: readonly string[];
    })
  | (OfTicket & { readonly type: "ticket.statusChanged"; readonly from: TicketStatus; readonly to: TicketStatus })
  | (OfTicket & { readonly type: "ticket.changed"; readonly changes: readonly FieldChange[] })
  | (OfTicket & { readonly type: "ticket.merged"; readonly into: string })
  | (OfTicket & { readonly type: "ticket.split"; readonly into: string });

export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

export type RequestEvent = EventBase & {
  readonly type:
    | "request.created"
    | "request.moved"
    | "request.corrected"
    | "request.confirmed"
    | "request.filled"
    | "request.asked"
    | "request.flagged"
    | "request.certificateEnding";
  readonly request: string;
  readonly ticket?: string;
  readonly detail?: string;
};

export type MailEvent = EventBase & {
  readonly type: "mail.quarantined" | "mail.reprocessed" | "mailbox.paused" | "mailbox.recovered" | "mailbox.silent";
  readonly mail?: string;
  readonly account?: string;
  readonly detail?: string;
};

export type KnowledgeEvent = EventBase & {
  readonly type: "knowledge.drafted" | "knowledge.published" | "knowledge.withdrawn";
  readonly entry: string;
};

export type PersonEvent = EventBase & {
  readonly type:
    | "staff.added"
    | "staff.changed"
    | "staff.signedIn"
    | "staff.signInRefused"
    | "staff.signedOut"
    | "personalData.revealed"
    | "personalData.exported"
    | "person.erasing"
    | "person.erased"
    | "person.linked"
    | "person.unlinked";
  readonly subject?: string;
  readonly detail?: string;
  readonly ticket?: string;
};

export type SettingsEvent = EventBase & {
  readonly type: "settings.changed";
  readonly setting: SettingName;
  /** Parts of the setting by their paths, "targets.urgent.firstResponse". */
  readonly changes: readonly FieldChange[];
};

/** What everybody has at hand was changed. */
export type SharedEvent = EventBase & {
  readonly type: "shared.kept" | "shared.discarded";
  readonly shelf: ShelfName;
  readonly name: string;
  readonly changes: readonly FieldChange[];
};

/** An event with the id it is kept under. */
export type StoredEvent = HelpdeskEvent & { readonly id: string };

export type EventType = HelpdeskEvent["type"];
