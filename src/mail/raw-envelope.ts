import { asciiLower } from "../language/turkish-case.ts";
import { mendLineEnds } from "./reading/line-ends.ts";
import { messageIdIn } from "./reading/message-ids.ts";
import { startOfHeaders } from "./reading/trim-raw.ts";

/** The few headers that identify a mail: unfolded, not decoded but for the id, which is read as everywhere (message-ids.ts). */
export interface RawEnvelope {
  readonly messageId?: string;
  readonly from?: string;
  readonly date?: string;
  readonly subject?: string;
}

/** The empty line after the headers is looked for this far, in bytes; an honest mail has a few kilobytes of them. */
const MOST_HEADER_BYTES = 256 * 1024;
const NAMES: ReadonlyMap<string, keyof RawEnvelope> = new Map([
  ["message-id", "messageId"],
  ["from", "from"],
  ["date", "date"],
  ["subject", "subject"],
]);

/**
 * Header and body, parted at the first empty line after where the headers begin for the parser too. Where none
 * is near, the bytes are taken for both: such a mail is broken, and must still be told apart from the next broken one.
 */
export function splitRaw(raw: Buffer): { readonly head: Buffer; readonly body: Buffer } {
  const source = mendLineEnds(raw);
  const from = startOfHeaders(source);
  if (from === undefined) return { head: raw.subarray(0, 0), body: raw };
  const start = source.subarray(from, from + MOST_HEADER_BYTES);
  let first: { readonly at: number; readonly gap: string } | undefined;
  for (const gap of ["\r\n\r\n", "\n\n", "\r\r"]) {
    // Another one is looked for before the first only: it is near the start, and the rest may be megabytes.
    const at = start.subarray(0, first && first.at + 1).indexOf(gap, 0, "latin1");
    if (at >= 0) first = { at, gap };
  }
  if (!first) return { head: start, body: raw };
  return { head: start.subarray(0, first.at), body: source.subarray(from + first.at + first.gap.length) };
}

/** The first of each header counts, as in every mail reader. In: the header bytes. */
export function readEnvelope(head: Buffer): RawEnvelope {
  const found: { -readonly [Name in keyof RawEnvelope]: string } = {};
  const unfolded = head.toString("latin1").replace(/(?:\r\n?|\n)[ \t]+/g, " ");
  for (const line of unfolded.split(/\r\n?|\n/)) {
    const colon = line.indexOf(":");
    const key = colon > 0 ? NAMES.get(asciiLower(line.slice(0, colon).trim())) : undefined;
    if (key)
      found[key] ??= line
        .slice(colon + 1)
        .replace(/\s+/g, " ")
        .trim();
  }
  const { messageId: said = "", ...others } = found;
  const messageId = messageIdIn(said);
  return { ...others, ...(messageId && { messageId }) };
}
