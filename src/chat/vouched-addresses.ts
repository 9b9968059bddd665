import { TeamsInfo, type TurnContext } from "botbuilder";
import { asciiLower } from "../language/turkish-case.ts";

/** The mail addresses that Teams has for whoever acts here, lower case, the mailbox first; none where it does not say. */
export async function vouchedAddresses(context: TurnContext): Promise<readonly string[]> {
  const member = await TeamsInfo.getMember(context, context.activity.from.id).catch(() => undefined);
  const given = [member?.email, member?.userPrincipalName].filter((address) => address?.includes("@"));
  return [...new Set(given.map((address) => asciiLower(address ?? "")))];
}
