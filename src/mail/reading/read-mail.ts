import { readAddresses } from "./addresses.ts";
import { describeAttachment, fileParts } from "./attachments.ts";
import { partText, readBody } from "./body.ts";
import { calendarText, readCalendar } from "./calendar.ts";
import { readDate } from "./date.ts";
import { readEnclosed } from "./enclosed.ts";
import { decodeHeader } from "./encoded-words.ts";
import { firstHeader, type RawHeader } from "./header-block.ts";
import { type Address, type MailInHand, READ_LIMITS, type ReadLimits } from "./mail-in-hand.ts";
import { messageIds } from "./message-ids.ts";
import { type OpenedMail, openMail } from "./open-mail.ts";
import { findPart, readReport } from "./report.ts";

/**
 * Reads a raw mail (RFC 5322, MIME) into plain data. In: the bytes as the mailbox gave them. Out: always a mail in hand;
 * what cannot be read says so in `unreadable`. Synchronous, in time linear in the size of the mail; never throws on
 * content. Run it through a MailReader (mail-reader.ts), which keeps it off the main thread.
 */
export function readMail(raw: Buffer, limits: ReadLimits = READ_LIMITS): MailInHand {
  const opened = openMail(raw, limits);
  const { headers } = opened.root;
  const people = readPeople(headers, limits);
  const content = readContent(opened, limits);
  const remarks = [...opened.remarks, ...people.remarks, ...content.remarks];
  if (opened.walk.brokenMultipart)
    remarks.push("Bölüm sınırı (boundary) eksik ya da yanlış; içerik kestirilerek okundu.");
  if (opened.walk.cut) remarks.push("Bölüm ya da başlık sayısı sınırı aşıldı; kalanı özgün e-postadadır.");
  const dateSaid = readDate(firstHeader(headers, "date"));
  const [messageId] = messageIds(firstHeader(headers, "message-id") ?? "");
  const unreadable = whyUnreadable(raw, opened, content);
  return {
    size: raw.length,
    headers: headers.map(({ name, value }) => ({ name, value: decodeHeader(value).slice(0, 2000) })),
    ...(messageId && { messageId }),
    references: readReferences(headers, limits.references),
    ...people.people,
    subject: decodeHeader(firstHeader(headers, "subject") ?? "").slice(0, 500),
    ...(dateSaid && { dateSaid }),
    ...content.found,
    ...(opened.signature && { signature: opened.signature }),
    remarks,
    ...(unreadable && { unreadable }),
  };
}

/** References oldest first, then In-Reply-To; of a bomb of them the last ones, which are the nearest. */
function readReferences(headers: readonly RawHeader[], most: number): string[] {
  const all = ["references", "in-reply-to"].flatMap((name) => messageIds(firstHeader(headers, name) ?? ""));
  return [...new Set(all)].slice(-most);
}

function readPeople(headers: readonly RawHeader[], limits: ReadLimits) {
  const remarks: string[] = [];
  const list = (name: string) => readAddresses(firstHeader(headers, name), limits.recipients);
  const author = list("from");
  const returnPath = firstHeader(headers, "return-path");
  const replyTo = list("reply-to");
  const from = author.find(hasAddress) ?? fallbackSender([replyTo, list("sender"), list("return-path")], remarks);
  if (headers.filter(({ name }) => name === "from").length > 1) {
    remarks.push("Birden çok From başlığı var; ilki alındı. Sahte gönderen olabilir.");
  }
  const named = from ?? author[0];
  return {
    remarks,
    people: {
      ...(named && { from: named }),
      replyTo,
      to: list("to"),
      cc: list("cc"),
      ...(returnPath !== undefined && { returnPath: list("return-path")[0]?.address ?? "" }),
    },
  };
}

function fallbackSender(candidates: readonly Address[][], remarks: string[]): Address | undefined {
  const found = candidates.flat().find(hasAddress);
  remarks.push(
    found
      ? "From başlığında adres yok; gönderen başka bir başlıktan alındı."
      : "From başlığında adres yok; gönderen bilinmiyor.",
  );
  return found;
}

function hasAddress({ address }: Address): boolean {
  return address !== "";
}

function readContent({ content, walk }: OpenedMail, limits: ReadLimits) {
  const remarks = new Set<string>();
  const body = readBody(content, limits.textLength);
  const files = fileParts(content);
  if (files.length > limits.attachments) remarks.add(`Eklerin ilk ${limits.attachments} tanesi listelendi.`);
  const calendarPart = findPart(content, (part) => part.type === "text/calendar");
  const calendar = calendarPart && readCalendar(partText(calendarPart, limits.textLength, remarks));
  const report = readReport(content);
  const reportText = report?.fields.map(({ name, value }) => `${name}: ${value}`).join("\n");
  const text = body.text || (calendar ? calendarText(calendar) : (reportText ?? ""));
  return {
    remarks: [...body.remarks, ...remarks],
    found: {
      text,
      ...(body.html && { html: body.html }),
      attachments: files.slice(0, limits.attachments).map(describeAttachment),
      enclosed: readEnclosed(content, walk),
      ...(calendar && { calendar }),
      ...(report && { report }),
    },
  };
}

/** A mail that was not understood must not pass for an empty one. */
function whyUnreadable(
  raw: Buffer,
  { root }: OpenedMail,
  { found }: ReturnType<typeof readContent>,
): string | undefined {
  if (raw.length === 0) return "E-posta boş geldi.";
  const isKnown = ["from", "date", "subject", "message-id", "received"].some((name) => firstHeader(root.headers, name));
  const isEmpty = found.text === "" && found.attachments.length === 0 && found.enclosed.length === 0;
  if (!isKnown && (isEmpty || isBinary(found.text))) return "E-posta biçimi tanınmadı; özgün e-posta saklandı.";
  return undefined;
}

/** Text whose every twentieth letter is none: bytes of something else. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 4000);
  return (
    (start.match(/[\ufffd\p{Cn}\p{Co}\p{Cc}]/gu) ?? []).filter((letter) => !/\s/.test(letter)).length >
    start.length / 20
  );
}
