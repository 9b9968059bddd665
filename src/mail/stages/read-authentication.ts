import { asciiLower } from "../../language/turkish-case.ts";
import type { MailInHand } from "../reading/mail-in-hand.ts";
import { PASS, type Stage } from "./stage.ts";

/**
 * What our own receiving server found out about the sender (Authentication-Results, RFC 8601). Only the topmost such header
 * counts, and only under our server's name: everything else a sender may have written himself (§5, §7.1).
 */
export const readAuthentication: Stage = {
  name: "Kimlik denetimi",
  run({ mail }, { authenticationServer }) {
    if (!authenticationServer) return PASS;
    const results = resultsOf(mail, asciiLower(authenticationServer));
    if (results === undefined) return { note: "Kendi sunucumuzun kimlik denetimi sonucu yok." };
    const [spf, dkim, dmarc] = ["spf", "dkim", "dmarc"].map((method) => resultOf(results, method));
    return { learned: { isForged: dmarc === "fail" }, note: `SPF: ${spf}, DKIM: ${dkim}, DMARC: ${dmarc}.` };
  },
};

function resultsOf(mail: MailInHand, server: string): string | undefined {
  const topmost = mail.headers.find(({ name }) => name === "authentication-results");
  const [name = "", ...results] = asciiLower(topmost?.value ?? "").split(";");
  return name.trim().split(/\s/, 1)[0] === server ? results.join(";") : undefined;
}

function resultOf(results: string, method: string): string {
  return new RegExp(`(?:^|[;\\s])${method}\\s*=\\s*([a-z]{1,20})`).exec(results)?.[1] ?? "yok";
}
