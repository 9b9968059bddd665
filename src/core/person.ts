import type { NoticeSettings } from "./notices.ts";

export const ROLES = ["viewer", "agent", "lead", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Someone of the office who may sign in. */
export interface StaffMember {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
  readonly createdAt: Date;
  /** What they chose to be told; absent before they chose. */
  readonly notices?: NoticeSettings;
}

export type Permission =
  | "tickets.read"
  | "tickets.write"
  | "tickets.merge"
  | "persons.link"
  | "requests.read"
  | "requests.write"
  | "mails.read"
  | "mails.raw"
  | "mails.reprocess"
  | "personalData.reveal"
  | "knowledge.read"
  | "knowledge.write"
  | "knowledge.publish"
  | "reports.read"
  | "export"
  | "desk.share"
  | "serviceLevels.manage"
  | "staff.manage"
  | "mailbox.manage"
  | "audit.read"
  | "erase";

const VIEWER: readonly Permission[] = ["tickets.read", "requests.read", "mails.read", "knowledge.read", "reports.read"];
const AGENT: readonly Permission[] = [
  ...VIEWER,
  "tickets.write",
  "tickets.merge",
  "persons.link",
  "requests.write",
  "mails.raw",
  "mails.reprocess",
  "personalData.reveal",
  "knowledge.write",
];
const LEAD: readonly Permission[] = [
  ...AGENT,
  "knowledge.publish",
  "export",
  "audit.read",
  "desk.share",
  "serviceLevels.manage",
];
const ADMIN: readonly Permission[] = [...LEAD, "staff.manage", "mailbox.manage", "erase"];

const PERMISSIONS: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  viewer: new Set(VIEWER),
  agent: new Set(AGENT),
  lead: new Set(LEAD),
  admin: new Set(ADMIN),
};

/** The one place that decides who may do what. */
export function may(role: Role, permission: Permission): boolean {
  return PERMISSIONS[role].has(permission);
}

/** Who did a thing, as events and history name them. */
export type Actor =
  | { readonly kind: "staff"; readonly id: string; readonly name: string }
  | { readonly kind: "requester"; readonly name?: string }
  | { readonly kind: "bot" }
  | { readonly kind: "system" };
