import { AppError } from "../../core/errors.ts";
import type { Actor, Role, StaffMember } from "../../core/person.ts";
import type { Office } from "../../core/ports.ts";
import type { StaffChange } from "../../core/staff-ports.ts";
import { asciiLower } from "../../language/turkish-case.ts";
import { noteAccountChange } from "./note-account-change.ts";
import { assertPassword, hashPassword, newPassword } from "./password.ts";

export interface NewStaff {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Absent: one is made and given back, to be shown once. */
  readonly password?: string;
}

export interface AddedStaff {
  readonly member: StaffMember;
  readonly password: string;
}

const FIRST_EMAIL = "yonetici@e-imza.local";

/** Adds a staff account; throws `conflict` when the address is taken, `badRequest` for an address or a password that is none. */
export async function addStaff(
  office: Office,
  input: NewStaff,
  actor: Actor = { kind: "system" },
): Promise<AddedStaff> {
  const email = asciiLower(input.email.trim());
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw new AppError("badRequest", "That is not a mail address.", { field: "email" });
  }
  const password = input.password ?? newPassword();
  assertPassword(password);
  const now = office.clock.now();
  const member: StaffMember = {
    id: office.store.newId(),
    email,
    name: input.name.trim() || email,
    role: input.role,
    active: true,
    createdAt: now,
  };
  await office.store.staff.add({ ...member, passwordHash: await hashPassword(password) });
  await office.store.transact((transaction) =>
    transaction.append({ type: "staff.added", at: now, actor, subject: member.id, detail: member.role }),
  );
  return { member, password };
}

/** On the very first start: an administrator whose password is shown once. Later: undefined. */
export async function ensureFirstAccount(office: Office): Promise<{ email: string; password: string } | undefined> {
  if ((await office.store.staff.count()) > 0) return undefined;
  try {
    const { member, password } = await addStaff(office, { email: FIRST_EMAIL, name: "Yönetici", role: "admin" });
    return { email: member.email, password };
  } catch (error) {
    // Another process was first; its password was shown there.
    if (error instanceof AppError && error.code === "conflict") return undefined;
    throw error;
  }
}

/** Changes a member's role, or closes or opens their account; a closed or lesser one loses its sessions. Throws `notFound`. */
export async function changeStaff(
  office: Office,
  input: { readonly id: string; readonly change: Pick<StaffChange, "role" | "active">; readonly actor: Actor },
): Promise<void> {
  const { store } = office;
  const account = await store.staff.byId(input.id);
  if (!account) throw new AppError("notFound", "There is no such account.", { id: input.id });
  await store.staff.update(account.id, input.change);
  await endSessionsOf(office, account.id);
  const detail = Object.entries(input.change)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");
  await noteAccountChange(office, { subject: account.id, actor: input.actor, detail });
}

/** Gives a member a new password, shown once, and ends their sessions. Throws `notFound`. */
export async function givePassword(
  office: Office,
  input: { readonly id: string; readonly actor: Actor },
): Promise<AddedStaff> {
  const { store } = office;
  const account = await store.staff.byId(input.id);
  if (!account || account.directoryId)
    throw new AppError("notFound", "There is no such local account.", { id: input.id });
  const password = newPassword();
  await store.staff.update(account.id, { passwordHash: await hashPassword(password) });
  await endSessionsOf(office, account.id);
  await noteAccountChange(office, { subject: account.id, actor: input.actor, detail: "password" });
  return { member: account, password };
}

async function endSessionsOf({ store }: Office, staff: string): Promise<void> {
  const sessions = await store.staff.sessionsOf(staff);
  await Promise.all(sessions.map(({ id }) => store.staff.endSession(id)));
}
