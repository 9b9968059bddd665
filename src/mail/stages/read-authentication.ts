import { asciiLower } from "../../language/turkish-case.ts";
import type { MailInHand } from "../reading/mail-in-hand.ts";
import { PASS, type Stage, type StageContext } from "./stage.ts";

/**
 * What our own receiving server found out about the sender (Authentication-Results, RFC 8601). Only the topmost such header
 * counts, and only under a name of ours, or without one as Exchange writes it. A sender who writes it himself gains nothing:
 * only a failure has an effect.
 */
export const readAuthentication: Stage = {
  name: "Kimlik denetimi",
  run({ mail, tags }, context) {
    const results = resultsOf(mail, context);
    if (results === undefined) return PASS;
    const [spf, dkim, dmarc] = ["spf", "dkim", "dmarc"].map((method) => resultOf(results, method));
    const isForged = dmarc === "fail";
    return {
      learned: { isForged, ...(isForged && { tags: [...tags, "sahte olabilir"] }) },
      note: `SPF: ${spf}, DKIM: ${dkim}, DMARC: ${dmarc}.`,
    };
  },
};

function resultsOf(mail: MailInHand, { authenticationDomains }: StageContext): string | undefined {
  const topmost = mail.headers.find(({ name }) => name === "authentication-results");
  if (!topmost) return undefined;
  const value = asciiLower(topmost.value);
  const [server = ""] = value.trim().split(/[\s;]/, 1);
  if (server.includes("=")) return value;
  const isOurs = authenticationDomains.some((domain) => server === domain || server.endsWith(`.${domain}`));
  return isOurs ? value : undefined;
}

function resultOf(results: string, method: string): string {
  return new RegExp(`(?:^|[;\\s])${method}\\s*=\\s*([a-z]{1,20})`).exec(results)?.[1] ?? "yok";
}
