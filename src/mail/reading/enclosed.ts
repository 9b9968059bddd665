import { addressesIn } from "./addresses.ts";
import { listAttachments } from "./attachments.ts";
import { readBody } from "./body.ts";
import { clockInTurkey } from "./date.ts";
import { dateIn, decodeLines, headerIn, rawHeaderIn } from "./header-lines.ts";
import { beginsAsMail, mayBeMail } from "./mail-as-file.ts";
import type { EnclosedMail, ReadLimits } from "./mail-in-hand.ts";
import { messageIdIn } from "./message-ids.ts";
import { openMail } from "./open-mail.ts";
import type { ParsedFile } from "./parse-mime.ts";
import { readReport } from "./report.ts";

/** Messages read of one mail, over all levels: how many, how deep inside one another, and how many files of each are listed. */
const MOST_ENCLOSED = 10;
const DEEPEST = 3;
const MOST_FILES = 30;
const MOST_HEADERS = 200;

/**
 * The messages inside a mail: forwarded as attachments, or returned whole or as headers by a mail server; those inside of them too,
 * as far as there is room. What a machine reports on is no further mail of its own.
 */
export async function readEnclosed(files: readonly ParsedFile[], limits: ReadLimits): Promise<EnclosedMail[]> {
  return readLevel(files, limits, { depth: 1, room: { left: MOST_ENCLOSED } });
}

interface Level {
  readonly depth: number;
  /** Messages that may still be read. */
  readonly room: { left: number };
}

async function readLevel(
  files: readonly ParsedFile[],
  limits: ReadLimits,
  { depth, room }: Level,
): Promise<EnclosedMail[]> {
  const opened: { readonly mail: Omit<EnclosedMail, "enclosed">; readonly files: readonly ParsedFile[] }[] = [];
  for (const [index, file] of files.entries()) {
    const { content, disposition } = file;
    if (!content || room.left <= 0 || !mayBeMail(file) || !beginsAsMail(file)) continue;
    room.left -= 1;
    // One that cannot be read is still among the files.
    const one = await readOne(content, limits).catch(() => undefined);
    if (!one) continue;
    const isInline = disposition === "inline";
    opened.push({ ...one, mail: { index, ...one.mail, ...(isInline && { isInline }) } });
  }
  const read: EnclosedMail[] = [];
  for (const { mail, files: inner } of opened) {
    const goesOn = depth < DEEPEST && !mail.report;
    read.push({ ...mail, enclosed: goesOn ? await readLevel(inner, limits, { depth: depth + 1, room }) : [] });
  }
  return read;
}

/** An enclosed mail as part of the text it came with: under the mark and the headers every mail program puts above a forward. */
export function enclosedText({ from, date, subject, text }: EnclosedMail): string {
  const head = [
    "-------- İletilen İleti --------",
    from && `Kimden: ${[from.name, from.address && `<${from.address}>`].filter(Boolean).join(" ")}`,
    date && `Tarih: ${clockInTurkey(date.getTime())}`,
    `Konu: ${subject}`,
  ];
  return `${head.filter(Boolean).join("\n")}\n\n${text}`.trim();
}

async function readOne(raw: Buffer, limits: ReadLimits) {
  const { outer, content } = await openMail(raw, { ...limits, textLength: limits.enclosedLength, parts: 100 });
  const [from] = addressesIn(outer.headers, "from", 1);
  const messageId = messageIdIn(rawHeaderIn(outer.lines, "message-id") ?? "");
  const sendersId = messageIdIn(rawHeaderIn(outer.lines, "rem-uamessageidentifier") ?? "");
  const date = dateIn(outer.lines);
  const hasReturnPath = outer.lines.some(({ key }) => key === "return-path");
  const { text, html } = readBody(content, limits.enclosedLength);
  const report = readReport(content.files);
  const mail = {
    ...(messageId && { messageId }),
    ...(sendersId && { sendersId }),
    ...(from && { from }),
    ...(hasReturnPath && { returnPath: addressesIn(outer.headers, "return-path", 1)[0]?.address ?? "" }),
    headers: decodeLines(outer.lines, MOST_HEADERS),
    subject: (headerIn(outer.lines, "subject") ?? "").slice(0, 500),
    ...(date && { date }),
    text,
    ...(html && { html }),
    attachments: listAttachments(content.files).slice(0, MOST_FILES),
    ...(report && { report }),
  };
  return { mail, files: content.files };
}
