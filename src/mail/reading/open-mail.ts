import { asciiLower } from "../../language/turkish-case.ts";
import { LARGEST_EVIDENCE, mayBeEvidence } from "./evidence.ts";
import { mayBeMail } from "./mail-as-file.ts";
import type { ReadLimits } from "./mail-in-hand.ts";
import { mendRaw } from "./mend-raw.ts";
import { type ParsedFile, type ParsedMime, type ParseOptions, parseMime } from "./parse-mime.ts";
import type { FoundSignature } from "./signature/check-signature.ts";
import { isEnveloped, readSignedData } from "./signature/cms.ts";
import { type SignedParts, signedParts } from "./signature/signed-part.ts";
import { readTnef } from "./tnef.ts";
import { trimRaw } from "./trim-raw.ts";

/** A raw mail taken apart, mended where its first reading showed damage, its signature opened. */
export interface OpenedMail {
  /** Headers of the mail itself. */
  readonly outer: ParsedMime;
  /** What to read: the mail; of a signed one exactly what its signature covers, where that is told from the rest. */
  readonly content: ParsedMime;
  readonly signature?: FoundSignature;
  readonly remarks: readonly string[];
}

/** Long-term signatures (CAdES) carry revocation lists along, in bytes. */
const LARGEST_SIGNATURE = 1_000_000;
/** A report, or a mail inside the mail, in bytes. */
const LARGEST_MESSAGE = 2_000_000;
const IS_WRAPPED = /^application\/(?:x-)?pkcs7-mime$/;
const IS_SIGNATURE = /^application\/(?:x-)?pkcs7-signature$/;
/** Content of these is read here, so that much of it is kept, in bytes. */
const READ_HERE: readonly (readonly [RegExp, number])[] = [
  [IS_WRAPPED, 64_000_000],
  [IS_SIGNATURE, LARGEST_SIGNATURE],
  [/^message\//, LARGEST_MESSAGE],
  [/^text\/calendar$/, 256 * 1024],
  [/^application\/(?:vnd\.)?ms-tnef$/, 64_000_000],
];
/** Signatures inside signatures are opened this deep. */
const MOST_WRAPS = 3;

/** Takes a raw mail apart. Throws what mailparser throws. `wanted` are the indexes of files whose content is kept whole. */
export async function openMail(raw: Buffer, limits: ReadLimits, wanted?: ReadonlySet<number>): Promise<OpenedMail> {
  const options: ParseOptions = {
    parts: limits.parts,
    textLength: limits.textLength,
    wholeFiles: wanted !== undefined,
    keep: ({ index, type, name }) => {
      if (wanted?.has(index)) return Number.POSITIVE_INFINITY;
      if (mayBeEvidence({ type, name })) return LARGEST_EVIDENCE;
      if (mayBeMail({ type, name })) return LARGEST_MESSAGE;
      const readAs = asciiLower(name) === "winmail.dat" ? "application/ms-tnef" : type;
      return READ_HERE.find(([pattern]) => pattern.test(readAs))?.[1] ?? 0;
    },
  };
  const trimmed = trimRaw(raw);
  const { mime: outer, isMended } = await parseMended(trimmed.raw, options);
  const { content: signed, signature, isMendedInside } = await openSigned(outer, trimmed.raw, options);
  const content = openTnef(signed);
  const remarks = [
    ...trimmed.remarks,
    ...(isMended || isMendedInside ? ["Harf kodlaması ya da bölüm sınırı yanlış bildirilmişti; onarıldı."] : []),
  ];
  return { outer, content, ...(signature && { signature }), remarks };
}

async function parseMended(raw: Buffer, options: ParseOptions) {
  const first = await parseMime(raw, options);
  if (!showsDamage(first)) return { mime: first, isMended: false };
  // The lines stay as they came; they are mended one by one when they are read (header-lines.ts).
  return { mime: { ...(await parseMime(mendRaw(raw), options)), lines: first.lines }, isMended: true };
}

/** U+FFFD, latin-1 letters where Turkish ones were meant, or UTF-8 read as latin-1. */
const DAMAGE = /[\ufffdÐÝÞðýþ]|[ÃÄÅ][\u0080-\u00bf\u0100-\u2122]/;

/** Turkish read as Central European: letters that no neighbour writes side by side (charset.ts). */
function isMisreadAsCentral(text: string): boolean {
  if (!/[ĐđŢţ]/.test(text)) return false;
  return /[çöüÇÖÜ]/.test(text) || (/[Đđ]/.test(text) && /[Ţţ]/.test(text));
}

function isDamaged(text: string): boolean {
  return DAMAGE.test(text) || isMisreadAsCentral(text);
}

function showsDamage({ headers, text, html, files }: ParsedMime): boolean {
  if (text.includes("\ufffd") || html?.includes("\ufffd")) return true;
  if (files.some((file) => (file.name === undefined ? isMisnamedText(file) : isDamaged(file.name)))) return true;
  const people = ["from", "to", "cc", "reply-to"].map((name) => headers.get(name) as { text?: string } | undefined);
  if (isDamaged([headers.get("subject"), ...people.map((object) => object?.text)].join(" "))) return true;
  return text === "" && !html && files.length === 0 && typeOf(headers).startsWith("multipart/");
}

/** Text that passed for a file: of no type at all, or to be shown in a way nobody knows. */
function isMisnamedText({ type, disposition }: ParsedFile): boolean {
  const isShownOddly = disposition !== undefined && disposition !== "attachment" && disposition !== "inline";
  return !type.includes("/") || (isShownOddly && /^text\/(?:plain|html)$/.test(type));
}

interface ContentType {
  readonly value?: string;
  readonly params?: Readonly<Record<string, string>>;
}

function typeOf(headers: ParsedMime["headers"]): string {
  return (headers.get("content-type") as ContentType | undefined)?.value ?? "";
}

function parameterOf(headers: ParsedMime["headers"], name: string): string {
  return (headers.get("content-type") as ContentType | undefined)?.params?.[name] ?? "";
}

type Opened = Pick<OpenedMail, "content" | "signature"> & { readonly isMendedInside?: boolean };

/**
 * Opens what an S/MIME signature covers (RFC 8551 §3.5), be it wrapped in it or beside it: nothing else may pass for signed. The
 * outermost signature is the one that is told. Its state is no condition of reading: what cannot be told apart is read whole.
 */
async function openSigned(mail: ParsedMime, raw: Buffer, options: ParseOptions, wraps = 0): Promise<Opened> {
  if (wraps > MOST_WRAPS) return { content: mail };
  const type = typeOf(mail.headers);
  if (IS_WRAPPED.test(type)) return openOpaque(mail, options, wraps);
  if (!mail.files.some((file) => IS_SIGNATURE.test(file.type))) {
    return { content: mail, ...(isStripped(mail, type) && { signature: STRIPPED }) };
  }
  const parts = type === "multipart/signed" ? signedParts(raw, parameterOf(mail.headers, "boundary")) : undefined;
  return parts ? openDetached(mail, parts, options, wraps) : { content: mail, signature: PARTIAL };
}

async function openOpaque(mail: ParsedMime, options: ParseOptions, wraps: number): Promise<Opened> {
  const [file] = mail.files;
  if (!file?.content) return { content: mail };
  const data = readSignedData(file.content);
  if (!data) return { content: mail, signature: isEncrypted(mail, file) ? ENCRYPTED : DAMAGED };
  // Certificates alone are sent in the same dress.
  if (!data.content && data.signers.length === 0 && !data.isCut) return { content: mail };
  if (!data.content) return { content: mail, signature: DAMAGED };
  const isCut = file.size > file.content.length || data.isCut;
  const opened = await openInside(data.content, options, wraps);
  return { ...opened, signature: isCut ? DAMAGED : { form: "opaque", data } };
}

async function openDetached(
  mail: ParsedMime,
  parts: SignedParts,
  options: ParseOptions,
  wraps: number,
): Promise<Opened> {
  const [file] = (await parseMime(parts.signature, options)).files;
  if (!file?.content || !IS_SIGNATURE.test(file.type)) return { content: mail, signature: PARTIAL };
  const opened = await openInside(parts.content, options, wraps);
  if (file.size > file.content.length) return { ...opened, signature: { form: "detached", why: "tooBig" } };
  const data = readSignedData(file.content);
  return { ...opened, signature: { form: "detached", ...(data && { data }), beside: parts.content } };
}

async function openInside(raw: Buffer, options: ParseOptions, wraps: number): Promise<Opened> {
  const { mime, isMended } = await parseMended(raw, options);
  const opened = await openSigned(mime, raw, options, wraps + 1);
  return { ...opened, isMendedInside: isMended || opened.isMendedInside === true };
}

const DAMAGED: FoundSignature = { form: "opaque", why: "damaged" };
const STRIPPED: FoundSignature = { form: "detached", why: "damaged" };
const PARTIAL: FoundSignature = { form: "detached", why: "partial" };
const ENCRYPTED: FoundSignature = { form: "encrypted", why: "encrypted" };

/** Outlook's winmail.dat gives way to what is in it: its files at the end of the list, its text where there is none else. */
function openTnef(mail: ParsedMime): ParsedMime {
  const packed = mail.files.flatMap(({ content }) => (content && readTnef(content)) ?? []);
  if (packed.length === 0) return mail;
  const isBare = mail.text.trim() === "" && !mail.html;
  const text = isBare ? packed.flatMap((one) => one.text ?? []).join("\n\n") : mail.text;
  const html = isBare ? packed.find((one) => one.html)?.html : mail.html;
  const unpacked = packed.flatMap(({ files }) => files.map((file) => ({ ...file, size: file.content.length })));
  return { ...mail, text, ...(html && { html }), files: [...mail.files, ...unpacked] };
}

/** Whether a mail says that it is signed, and its signature is not there any more: a server on its way may have taken it for a bad file. */
function isStripped({ headers }: ParsedMime, type: string): boolean {
  return type === "multipart/signed" && /pkcs7-signature/i.test(parameterOf(headers, "protocol"));
}

function isEncrypted({ headers }: ParsedMime, { content }: ParsedFile): boolean {
  return /enveloped/.test(parameterOf(headers, "smime-type")) || (content !== undefined && isEnveloped(content));
}
