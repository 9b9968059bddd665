import { addressesIn } from "./addresses.ts";
import { listAttachments } from "./attachments.ts";
import { readBody } from "./body.ts";
import { calendarText, readCalendar } from "./calendar.ts";
import { decodeText } from "./charset.ts";
import { enclosedText, readEnclosed } from "./enclosed.ts";
import { readEvidence } from "./evidence.ts";
import { dateIn, decodeLines, headerIn, rawHeaderIn } from "./header-lines.ts";
import { textToHtml } from "./html.ts";
import { type Address, type MailInHand, READ_LIMITS, type ReadLimits } from "./mail-in-hand.ts";
import { messageIdIn, referencesIn } from "./message-ids.ts";
import { type OpenedMail, openMail } from "./open-mail.ts";
import type { ParsedMime } from "./parse-mime.ts";
import { readReport } from "./report.ts";
import { checkSignature } from "./signature/check-signature.ts";
import { plainText } from "./tame.ts";

/**
 * Reads a raw mail (RFC 5322, MIME) into plain data. In: the bytes as the mailbox gave them, and the certificates (PEM) that
 * signers' certificates may lead to. Out: always a mail in hand; what cannot be read says so in `unreadable`. Never throws on
 * content. Run it through a MailReader (mail-reader.ts), which keeps it off the main thread and ends it when it takes too long.
 */
export async function readMail(raw: Buffer, anchors: readonly string[] = []): Promise<MailInHand> {
  try {
    return await assemble(raw, await openMail(raw, READ_LIMITS), anchors);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return unreadMail(raw.length, `E-posta çözümlenemedi (${reason}); özgün e-posta saklandı.`);
  }
}

/** A mail of which nothing could be read, and why. */
export function unreadMail(size: number, unreadable: string): MailInHand {
  const nothing = {
    headers: [],
    references: [],
    replyTo: [],
    to: [],
    cc: [],
    attachments: [],
    enclosed: [],
    remarks: [],
  };
  return { ...nothing, size, subject: "", text: "", unreadable };
}

async function assemble(raw: Buffer, opened: OpenedMail, anchors: readonly string[]): Promise<MailInHand> {
  const limits = READ_LIMITS;
  const { outer, content, signature } = opened;
  const people = readPeople(outer, limits);
  const { found, remarks } = await readContent(content, limits);
  const dateSaid = dateIn(outer.lines);
  const messageId = messageIdIn(rawHeaderIn(outer.lines, "message-id") ?? "");
  const mail: MailInHand = {
    size: raw.length,
    headers: decodeLines(outer.lines, limits.headerLines),
    ...(messageId && { messageId }),
    references: readReferences(outer, limits.references),
    ...people.people,
    subject: (headerIn(outer.lines, "subject") ?? "").slice(0, 500),
    ...(dateSaid && { dateSaid }),
    ...found,
    ...(signature && { signature: checkSignature(signature, anchors) }),
    remarks: [...opened.remarks, ...people.remarks, ...differencesInside(opened), ...pgpRemarks(content), ...remarks],
  };
  const unreadable = whyUnreadable(mail, raw);
  return { ...mail, ...(unreadable && { unreadable }) };
}

/** PGP is read nowhere here; what to ask for is said. */
function pgpRemarks({ headers, files }: ParsedMime): string[] {
  const type = (headers.get("content-type") as { readonly value?: string } | undefined)?.value;
  const isEncrypted = type === "multipart/encrypted" || files.some((file) => file.type === "application/pgp-encrypted");
  return isEncrypted ? ["PGP ile şifreli; burada açılamaz, gönderenden şifresiz hâli istenmeli."] : [];
}

/** Programs that protect headers repeat them inside the signature; where they differ from those outside, people must see both. */
function differencesInside({ outer, content }: OpenedMail): string[] {
  if (content.lines === outer.lines) return [];
  const remarks: string[] = [];
  const subject = headerIn(content.lines, "subject");
  if (subject && subject !== headerIn(outer.lines, "subject")) {
    remarks.push(`İmzalı bölümde başka bir konu yazıyor: “${subject.slice(0, 200)}”.`);
  }
  const [from] = addressesIn(content.headers, "from", 1);
  if (from?.address && from.address !== addressesIn(outer.headers, "from", 1)[0]?.address) {
    remarks.push(`İmzalı bölümde başka bir gönderen yazıyor: ${from.address}.`);
  }
  return remarks;
}

/** References oldest first, then In-Reply-To; of a bomb of them the last ones, which are the nearest. */
function readReferences({ lines }: ParsedMime, most: number): string[] {
  const all = ["references", "in-reply-to"].flatMap((name) => referencesIn(rawHeaderIn(lines, name) ?? ""));
  return [...new Set(all)].slice(-most);
}

function readPeople({ headers, lines }: ParsedMime, limits: ReadLimits) {
  const remarks: string[] = [];
  const list = (name: string) => addressesIn(headers, name, limits.recipients);
  const author = list("from");
  const replyTo = list("reply-to");
  const from = author.find(hasAddress) ?? fallbackSender([replyTo, list("sender"), list("return-path")], remarks);
  const isRepeated = lines.filter(({ key }) => key === "from").length > 1;
  if (isRepeated) remarks.push("Birden çok From başlığı var; ilki alındı. Sahte gönderen olabilir.");
  else if (author.filter(hasAddress).length > 1)
    remarks.push("From başlığında birden çok adres var; ilki alındı. Sahte gönderen olabilir.");
  const named = from ?? author[0];
  const hasReturnPath = lines.some(({ key }) => key === "return-path");
  const returnPath = list("return-path")[0]?.address ?? "";
  return {
    remarks,
    people: {
      ...(named && { from: named }),
      ...((isRepeated || author.filter(hasAddress).length !== 1) && { isSenderUnproven: true as const }),
      replyTo,
      to: list("to"),
      cc: list("cc"),
      ...(hasReturnPath && { returnPath }),
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

async function readContent(content: ParsedMime, limits: ReadLimits) {
  const body = readBody(content, limits.textLength);
  const attachments = listAttachments(content.files);
  const remarks = [...body.remarks];
  if (attachments.length > limits.attachments) remarks.push(`Eklerin ilk ${limits.attachments} tanesi listelendi.`);
  const event = content.files.find(({ type }) => type === "text/calendar")?.content;
  const calendar = event && readCalendar(plainText(decodeText(event).text));
  const report = readReport(content.files);
  const evidence = readEvidence(content.files);
  const reportText = report?.fields.map(({ name, value }) => `${name}: ${value}`).join("\n");
  const enclosed = await readEnclosed(content.files, limits);
  const own = body.text || (calendar ? calendarText(calendar) : (reportText ?? ""));
  // What somebody sends with no word of his own is what he has to say.
  const shown = enclosed.filter(({ isInline }) => !report && (isInline || own === "")).map(enclosedText);
  return {
    remarks,
    found: {
      text: [own, ...shown].join("\n\n").trim(),
      ...(body.html && { html: [body.html, ...shown.map(textToHtml)].join("<hr />") }),
      attachments: attachments.slice(0, limits.attachments),
      enclosed,
      ...(calendar && { calendar }),
      ...(report && { report }),
      ...(evidence.length > 0 && { evidence }),
    },
  };
}

/** mailparser reads something out of anything; a mail that was not understood must not pass for an empty one. */
function whyUnreadable({ headers, text, attachments, enclosed }: MailInHand, raw: Buffer): string | undefined {
  if (raw.length === 0) return "E-posta boş geldi.";
  const isKnown = headers.some(({ name }) => /^(?:from|date|subject|message-id|received)$/.test(name));
  const isEmpty = text === "" && attachments.length === 0 && enclosed.length === 0;
  return !isKnown && (isEmpty || isBinary(raw)) ? "E-posta biçimi tanınmadı; özgün e-posta saklandı." : undefined;
}

/** Every twentieth byte is a control character: not the beginning of a mail. */
function isBinary(raw: Buffer): boolean {
  const start = raw.subarray(0, 4000);
  return start.filter((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d, 0x1b].includes(byte)).length > start.length / 20;
}
