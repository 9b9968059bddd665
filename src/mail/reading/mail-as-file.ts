import type { ParsedFile } from "./parse-mime.ts";

const ENCLOSURE = /^message\/(?:rfc822|global)(?:-headers)?$|^text\/rfc822-headers$/;
/** Programs that know no mails inside mails send one as bytes or text, and call it so. */
const NAME = /\.eml$/i;
const TYPE_OF_NAMED = /^(?:application\/(?!.*(?:pkcs7|pgp)).+|text\/plain)$/;
/** A first header, after the line by which mailboxes part their mails. */
const FIRST_LINE = /^(?:\u00ef\u00bb\u00bf)?(?:>?From [^\n]*\n)?[A-Za-z][\w-]{1,60}:/;
const KNOWN_HEADER = /^(?:from|sender|to|subject|date|message-id|received|return-path|mime-version):/im;
/** Bytes of a file in which a mail's head is looked for. */
const LONGEST_HEAD = 16 * 1024;

/** Whether a file may be a mail, by what is said of it: its content is wanted then. */
export function mayBeMail({ type, name = "" }: Pick<ParsedFile, "type" | "name">): boolean {
  return ENCLOSURE.test(type) || (NAME.test(name) && TYPE_OF_NAMED.test(type));
}

/** Whether the content of a file that may be a mail does not speak against it: anything can be called "x.eml". */
export function beginsAsMail({ name = "", content }: Pick<ParsedFile, "name" | "content">): boolean {
  if (!NAME.test(name)) return true;
  const beginning = content?.toString("latin1", 0, LONGEST_HEAD).trimStart() ?? "";
  const [head = ""] = beginning.split(/\r?\n\r?\n/, 1);
  return FIRST_LINE.test(head) && KNOWN_HEADER.test(head);
}
