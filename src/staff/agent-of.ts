import type { Actor } from "../core/person.ts";
import { type Agent, actorOf as actorOfAgent } from "../requests/agent.ts";
import type { StaffVisit } from "./route.ts";

/** Who acts in a visit, as use cases ask for it. */
export function agentOf({ visitor }: StaffVisit): Agent {
  return { id: visitor.id, name: visitor.name, role: visitor.role };
}

/** The same, as events tell it. */
export function actorOf({ visitor }: StaffVisit): Actor {
  return actorOfAgent(visitor);
}
