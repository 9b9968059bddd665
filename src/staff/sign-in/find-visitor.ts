import type { Visit, Visitor } from "../route.ts";
import { hashSecret } from "./secrets.ts";
import { findSession, SESSION_COOKIE } from "./sessions.ts";

/** Who sends this request: by API token when there is one, else by session cookie, else nobody. */
export async function findVisitor(visit: Visit): Promise<Visitor | undefined> {
  const { office } = visit.staff;
  const bearer = visit.header("authorization")?.match(/^Bearer\s+(\S+)$/i)?.[1];
  if (bearer) {
    const token = await office.store.staff.token(hashSecret(bearer));
    return token && { id: `token:${token.name}`, name: token.name, role: token.role };
  }
  const secret = visit.cookie(SESSION_COOKIE);
  const found = secret ? await findSession(office, secret) : undefined;
  if (!found) return undefined;
  const { id, name, role, email } = found.member;
  const { csrf, id: session, inTeams } = found.session;
  return { id, name, role, email, csrf, session, ...(inTeams && { inTeams }) };
}
