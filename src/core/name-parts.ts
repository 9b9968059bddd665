/**
 * One kind of attribute ("CN", "O", "emailAddress") of a certificate's name; a name may have several. Read from the lines Node writes it
 * in, RFC 2253 §2.4 escapes taken back: its `toLegacyObject` looks at the key too, and Node 24 crashes on one that is broken.
 * In: the subject or the issuer as Node gives it, undefined when it is empty.
 */
export function nameParts(name: string | undefined, attribute: string): string[] {
  const start = `${attribute}=`;
  const lines = (name ?? "").split(/\n| \+ (?=[\w.]+=)/);
  return lines.filter((line) => line.startsWith(start)).map((line) => unescaped(line.slice(start.length)));
}

/** A special character, or a byte in hexadecimal, behind a backslash. */
function unescaped(value: string): string {
  return value.replace(/\\(?:([\dA-F]{2})|(.))/g, (_, hex: string | undefined, character: string | undefined) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (character ?? ""),
  );
}
