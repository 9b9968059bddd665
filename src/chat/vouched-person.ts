import { TeamsInfo, type TurnContext } from "botbuilder";
import { asciiLower } from "../language/turkish-case.ts";

/** What Teams itself says of whoever acts here. */
export interface VouchedPerson {
  readonly name?: string;
  /** Mail addresses in lower case, the mailbox first; none where Teams does not say. */
  readonly addresses: readonly string[];
}

/** Asks Teams who acts here; nothing is known where it does not answer. */
export async function vouchedPerson(context: TurnContext): Promise<VouchedPerson> {
  const member = await TeamsInfo.getMember(context, context.activity.from.id).catch(() => undefined);
  const given = [member?.email, member?.userPrincipalName].filter((address) => address?.includes("@"));
  const addresses = [...new Set(given.map((address) => asciiLower(address ?? "")))];
  return { addresses, ...(member?.name && { name: member.name }) };
}
