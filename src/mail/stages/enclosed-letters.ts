import type { ForwardedLetter } from "../../requests/read-requests.ts";
import { enclosedText } from "../reading/enclosed.ts";
import type { AnyMail, EnclosedMail } from "../reading/mail-in-hand.ts";
import { withoutQuotes } from "../reading/quotes.ts";
import { readBounce } from "./bounce-signs.ts";
import { whyAutomatic } from "./recognise-automatic.ts";
import { type OwnSigns, whyOwn } from "./recognise-own-mail.ts";
import { isRegistered } from "./registered-mail.ts";
import type { MailOnItsWay } from "./stage.ts";
import { isForward } from "./subject-prefixes.ts";
import { isUnread } from "./unread-address.ts";

/**
 * The letters enclosed in a mail, and its own text without those that are shown in it. Machines, registered mail (whose inner one
 * is the mail itself) and mails of ours are no letters, nor is what they return or carry.
 */
export function enclosedLetters(
  { mail, text }: Pick<MailOnItsWay, "mail" | "text">,
  context: OwnSigns,
): { readonly text: string; readonly letters: readonly ForwardedLetter[] } {
  if (mail.enclosed.length === 0 || !isFromPerson(mail)) return { text, letters: [] };
  const letters = lettersIn(mail, [], context);
  const read = new Set(letters.map(({ path: [index] }) => index));
  const shown = mail.enclosed.filter(({ index }) => read.has(index)).map(enclosedText);
  return { text: shown.reduce((left, piece) => left.replace(piece, () => ""), text).trim(), letters };
}

function lettersIn({ enclosed }: AnyMail, path: readonly number[], context: OwnSigns): ForwardedLetter[] {
  return enclosed.flatMap((mail) => {
    if (!isFromPerson(mail) || whyOwn(mail, context)) return [];
    return letterOf(mail, [...path, mail.index], context);
  });
}

function letterOf(mail: EnclosedMail, path: readonly number[], context: OwnSigns): ForwardedLetter[] {
  const { from, subject, text: fullText, html, attachments } = mail;
  if (!from?.address || isUnread(from.address)) return [];
  const text = withoutQuotes(fullText, { isForward: isForward(subject) });
  const letters = lettersIn(mail, path, context);
  return [{ from, subject, text, fullText, ...(html && { html }), attachments, path, letters }];
}

function isFromPerson(mail: AnyMail): boolean {
  return !mail.report && !isRegistered(mail) && !whyAutomatic(mail) && !readBounce(mail);
}
