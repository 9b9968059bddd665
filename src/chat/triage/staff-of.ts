import type { TurnContext } from "botbuilder";
import { may, type StaffMember } from "../../core/person.ts";
import type { StaffDirectory } from "../../core/staff-ports.ts";
import { vouchedPerson } from "../vouched-person.ts";

export interface Agent {
  readonly id: string;
  readonly name: string;
}

/**
 * The member of staff behind a Teams account, who may work on tickets; nothing for anybody else. Whoever linked it with
 * their account at the desk is known by it; else Teams is asked for its address (it vouches for it).
 */
export async function staffOf(context: TurnContext, staff: StaffDirectory): Promise<Agent | undefined> {
  const { aadObjectId } = context.activity.from;
  const linked = aadObjectId ? await staff.byTeamsId(aadObjectId) : undefined;
  return linked ? agentIn(linked) : byAddress(context, staff);
}

async function byAddress(context: TurnContext, staff: StaffDirectory): Promise<Agent | undefined> {
  for (const address of (await vouchedPerson(context)).addresses) {
    const account = await staff.byEmail(address);
    const agent = account && agentIn(account);
    if (agent) return agent;
  }
  return undefined;
}

function agentIn({ id, name, active, role }: StaffMember): Agent | undefined {
  return active && may(role, "tickets.write") ? { id, name } : undefined;
}
