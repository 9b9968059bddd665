import { addressesIn } from "./addresses.ts";
import { readBody } from "./body.ts";
import { clockInTurkey } from "./date.ts";
import { dateIn, headerIn, rawHeaderIn } from "./header-lines.ts";
import type { EnclosedMail, ReadLimits } from "./mail-in-hand.ts";
import { messageIdIn } from "./message-ids.ts";
import { openMail } from "./open-mail.ts";
import type { ParsedFile } from "./parse-mime.ts";

const MOST_ENCLOSED = 10;
const ENCLOSURE = /^message\/(?:rfc822|global)(?:-headers)?$|^text\/rfc822-headers$/;

/** The messages inside a mail: forwarded as attachments, or returned whole or as headers by a mail server. One level deep. */
export async function readEnclosed(files: readonly ParsedFile[], limits: ReadLimits): Promise<EnclosedMail[]> {
  const enclosures = files.filter(({ type, content }) => ENCLOSURE.test(type) && content).slice(0, MOST_ENCLOSED);
  const read: EnclosedMail[] = [];
  for (const { content, disposition } of enclosures) {
    // One that cannot be read is still among the files.
    const mail = content && (await readOne(content, limits).catch(() => undefined));
    if (mail) read.push({ ...mail, ...(disposition === "inline" && { isInline: true }) });
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

async function readOne(raw: Buffer, limits: ReadLimits): Promise<EnclosedMail> {
  const { outer, content } = await openMail(raw, { ...limits, textLength: limits.enclosedLength, parts: 100 });
  const [from] = addressesIn(outer.headers, "from", 1);
  const messageId = messageIdIn(rawHeaderIn(outer.lines, "message-id") ?? "");
  const sendersId = messageIdIn(rawHeaderIn(outer.lines, "rem-uamessageidentifier") ?? "");
  const date = dateIn(outer.lines);
  return {
    ...(messageId && { messageId }),
    ...(sendersId && { sendersId }),
    ...(from && { from }),
    subject: (headerIn(outer.lines, "subject") ?? "").slice(0, 500),
    ...(date && { date }),
    text: readBody(content, limits.enclosedLength).text,
  };
}
