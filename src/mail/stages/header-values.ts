import { asciiLower } from "../../language/turkish-case.ts";
import type { AnyMail } from "../reading/mail-in-hand.ts";

/** The first value of a header, in lower case; undefined when the mail has none. */
export function headerOf(mail: AnyMail, name: string): string | undefined {
  const value = mail.headers.find((line) => line.name === name)?.value;
  return value === undefined ? undefined : asciiLower(value.trim());
}
