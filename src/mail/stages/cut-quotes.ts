import { withoutQuotes } from "../reading/quotes.ts";
import { PASS, type Stage } from "./stage.ts";
import { hasPrefix, isForward } from "./subject-prefixes.ts";

/**
 * What is new in an answer; what it quotes stays in the full text. A forwarded mail is no quote, and a mail that answers nothing has
 * none: lines that look like one ("Kimden: … Konu: …") are what it has to say.
 */
export const cutQuotes: Stage = {
  name: "Alıntı",
  run({ mail, text: said, ticket }) {
    const isAnswer = ticket !== undefined || mail.references.length > 0 || hasPrefix(mail.subject);
    if (!isAnswer) return PASS;
    // Of registered mail the text is the inner one already, and the full text is its envelope's.
    if (said !== mail.text) return PASS;
    const text = withoutQuotes(mail.text, { isForward: isForward(mail.subject) });
    return text === mail.text
      ? PASS
      : { learned: { text }, note: "Alıntılanan eski yazışma ayrıldı; tam metin duruyor." };
  },
};
