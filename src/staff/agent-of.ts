import type { Agent } from "../requests/agent.ts";
import type { StaffVisit } from "./route.ts";

/** Who acts in a visit, as use cases ask for it. */
export function agentOf({ visitor }: StaffVisit): Agent {
  return { id: visitor.id, name: visitor.name, role: visitor.role };
}
