import { TeamsInfo, type TurnContext } from "botbuilder";
import { may } from "../../core/person.ts";
import type { StaffDirectory } from "../../core/ports.ts";
import { asciiLower } from "../../language/turkish-case.ts";

export interface Agent {
  readonly id: string;
  readonly name: string;
}

/**
 * The member of staff behind a Teams account, who may work on tickets; nothing for anybody else. Teams is asked for
 * the account's address (it vouches for it), and the desk's own accounts decide.
 */
export async function staffOf(context: TurnContext, staff: StaffDirectory): Promise<Agent | undefined> {
  const member = await TeamsInfo.getMember(context, context.activity.from.id).catch(() => undefined);
  for (const address of [member?.email, member?.userPrincipalName]) {
    const account = address ? await staff.byEmail(asciiLower(address)) : undefined;
    if (account?.active && may(account.role, "tickets.write")) return { id: account.id, name: account.name };
  }
  return undefined;
}
