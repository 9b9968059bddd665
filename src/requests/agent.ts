import { AppError } from "../core/errors.ts";
import { type Actor, may, type Permission, type StaffMember } from "../core/person.ts";

/** The member of staff who does a thing to a request entry. */
export type Agent = Pick<StaffMember, "id" | "name" | "role">;

/** Throws `notAllowed` unless the agent's role has the permission. */
export function assertMay(agent: Agent, permission: Permission): void {
  if (may(agent.role, permission)) return;
  throw new AppError("notAllowed", `The role ${agent.role} does not have ${permission}.`, { permission });
}

export function actorOf({ id, name }: Agent): Actor {
  return { kind: "staff", id, name };
}
