/** Control characters except tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Invisible marks that turn the reading direction, so that "fdp.exe" reads "exe.pdf" (U+202E and its kin). */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g;
/** Nothing in it to be tamed but its blanks; nearly every header is so. */
const PRINTABLE = /^[ -~]*$/;
/** Blanks that are not just one space. */
const BLANKS = /\s{2,}|[^\S ]/g;
const LONGEST_NAME = 150;

/** A text of several lines, with LF line ends and nothing a database, a terminal or a reader could stumble over. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(CONTROLS, "").replace(DIRECTIONS, "");
}

/** A text for one line: a decoded header may carry line breaks that would start another header somewhere else. */
export function oneLine(text: string): string {
  return (PRINTABLE.test(text) ? text : plainText(text)).replace(BLANKS, " ").trim();
}

/**
 * A file name that stays a file name: the last part of a path, without characters a file system gives a meaning to,
 * its extension kept. In: the name as the mail says it. Out: 1 to 150 characters.
 */
export function fileName(said: string, fallback: string): string {
  const base = oneLine(said).split(/[/\\]/).at(-1) ?? "";
  const name = base
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^[.\s]+/, "")
    .replace(/[.\s]+$/, "");
  if (name === "") return fallback;
  if (name.length <= LONGEST_NAME) return name;
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? "";
  return name.slice(0, LONGEST_NAME - extension.length) + extension;
}

/** A media type in its plain form; anything odd is bytes. */
export function mediaType(said: string): string {
  return /^[a-z0-9][a-z0-9.+-]{0,80}\/[a-z0-9][a-z0-9.+-]{0,80}$/.test(said) ? said : "application/octet-stream";
}
