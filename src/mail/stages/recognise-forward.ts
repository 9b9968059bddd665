import { forwardedAuthor } from "../reading/quotes.ts";
import { isRegistered } from "./registered-mail.ts";
import { PASS, type Stage } from "./stage.ts";
import { isForward } from "./subject-prefixes.ts";

/**
 * A forwarded mail is about the person who wrote it first. The one who forwarded stays the requester (we know only him to have
 * written to us); staff see the first author named.
 */
export const recogniseForward: Stage = {
  name: "İletilmiş e-posta",
  run({ mail, tags, ticket }) {
    // Registered mail encloses what its own author wrote.
    if (isRegistered(mail)) return PASS;
    const inText = forwardedAuthor(mail.text);
    const [enclosed] = mail.enclosed;
    const author = inText ?? (enclosed?.from?.address ? enclosed.from : undefined);
    if (!author || ticket || !(inText || isForward(mail.subject) || enclosed)) return PASS;
    return {
      learned: { tags: [...tags, "iletilmiş"] },
      note: `İletilen e-postayı yazan: ${author.name ?? ""} <${author.address}>.`,
    };
  },
};
