import type { StaffMember } from "../../core/person.ts";
import type { Office } from "../../core/ports.ts";
import type { Session } from "../../core/staff-ports.ts";
import { hashSecret, newSecret } from "./secrets.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Half a working day without a click ends a session, and so does a whole day with clicks. */
export const IDLE_MS = 4 * HOUR;
export const LONGEST_MS = 12 * HOUR;
/** A session's last click is written at most this often. */
const TOUCH_MS = MINUTE;

export const SESSION_COOKIE = "session";

/** From where somebody signs in. */
export interface SessionPlace {
  readonly userAgent?: string | undefined;
  /** In the tab in Teams. */
  readonly inTeams?: boolean;
}

/** Starts a session; the secret goes into the cookie and is not kept. */
export async function startSession(
  office: Office,
  staff: string,
  { userAgent, inTeams }: SessionPlace,
): Promise<string> {
  const now = office.clock.now();
  const secret = newSecret();
  await office.store.staff.addSession({
    id: hashSecret(secret),
    staff,
    csrf: newSecret(),
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + LONGEST_MS),
    ...(userAgent && { userAgent: userAgent.slice(0, 200) }),
    ...(inTeams && { inTeams }),
  });
  return secret;
}

/** The session of a cookie's secret and the member it belongs to, unless it is over or the account was closed. */
export async function findSession(
  { store, clock }: Office,
  secret: string,
): Promise<{ session: Session; member: StaffMember } | undefined> {
  const session = await store.staff.session(hashSecret(secret));
  if (!session) return undefined;
  const now = clock.now();
  const isOver = session.expiresAt <= now || now.getTime() - session.lastSeenAt.getTime() > IDLE_MS;
  const account = isOver ? undefined : await store.staff.byId(session.staff);
  if (!account?.active) {
    await store.staff.endSession(session.id);
    return undefined;
  }
  if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_MS) await store.staff.touchSession(session.id, now);
  const { passwordHash: _passwordHash, ...member } = account;
  return { session, member };
}
