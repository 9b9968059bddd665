import { asciiLower } from "../../language/turkish-case.ts";
import { unwrapSigned } from "./cms.ts";
import type { ReadLimits, SignatureNote } from "./mail-in-hand.ts";
import { mendRaw, trimRaw } from "./mend-raw.ts";
import { type ParsedFile, type ParsedMime, type ParseOptions, parseMime } from "./parse-mime.ts";
import { readTnef } from "./tnef.ts";

/** A raw mail taken apart, mended where its first reading showed damage, its opaque signature opened. */
export interface OpenedMail {
  /** Headers of the mail itself. */
  readonly outer: ParsedMime;
  /** What to read: the mail, or what lay inside its signature. */
  readonly content: ParsedMime;
  readonly signature?: SignatureNote;
  readonly remarks: readonly string[];
}

/** Content of these is read here, so that much of it is kept, in bytes. */
const READ_HERE: readonly (readonly [RegExp, number])[] = [
  [/^application\/(?:x-)?pkcs7-mime$/, 64_000_000],
  [/^application\/(?:x-)?pkcs7-signature$/, 64 * 1024],
  [/^message\/|^text\/rfc822-headers$/, 2_000_000],
  [/^text\/calendar$/, 256 * 1024],
  [/^application\/(?:vnd\.)?ms-tnef$/, 64_000_000],
];
/** Signatures inside signatures are opened this deep. */
const MOST_WRAPS = 3;

/** Takes a raw mail apart. Throws what mailparser throws. `wanted` is the index of a file whose content is kept whole. */
export async function openMail(raw: Buffer, limits: ReadLimits, wanted?: number): Promise<OpenedMail> {
  const options: ParseOptions = {
    parts: limits.parts,
    textLength: limits.textLength,
    wholeFiles: wanted !== undefined,
    keep: ({ index, type, name }) => {
      if (index === wanted) return Number.POSITIVE_INFINITY;
      const readAs = asciiLower(name) === "winmail.dat" ? "application/ms-tnef" : type;
      return READ_HERE.find(([pattern]) => pattern.test(readAs))?.[1] ?? 0;
    },
  };
  const trimmed = trimRaw(raw);
  const first = await parseMime(trimmed.raw, options);
  const isDamaged = showsDamage(first);
  // The lines stay as they came; they are mended one by one when they are read (header-lines.ts).
  const outer = isDamaged ? { ...(await parseMime(mendRaw(trimmed.raw), options)), lines: first.lines } : first;
  const { content: signed, signature } = await openSigned(outer, options);
  const content = openTnef(signed);
  const remarks = [
    ...trimmed.remarks,
    ...(isDamaged ? ["Harf kodlaması ya da bölüm sınırı yanlış bildirilmişti; onarıldı."] : []),
  ];
  return { outer, content, ...(signature && { signature }), remarks };
}

/** U+FFFD, latin-1 letters where Turkish ones were meant, UTF-8 read as latin-1, or a multipart without parts. */
const DAMAGE = /[\ufffdÐÝÞðýþ]|[ÃÄÅ][\u0080-\u00bf\u0100-\u2122]/;

function showsDamage({ headers, text, html, files }: ParsedMime): boolean {
  if (text.includes("\ufffd") || html?.includes("\ufffd")) return true;
  if (files.some(({ name }) => name !== undefined && DAMAGE.test(name))) return true;
  const people = ["from", "to", "cc", "reply-to"].map((name) => headers.get(name) as { text?: string } | undefined);
  if (DAMAGE.test([headers.get("subject"), ...people.map((object) => object?.text)].join(" "))) return true;
  return text === "" && !html && files.length === 0 && typeOf(headers).startsWith("multipart/");
}

function typeOf(headers: ParsedMime["headers"]): string {
  const type = headers.get("content-type") as { value?: string } | undefined;
  return type?.value ?? "";
}

/** Opens what an opaque S/MIME signature wraps (RFC 8551 §3.5.2). Its state is noted, and never a condition of reading. */
async function openSigned(
  mail: ParsedMime,
  options: ParseOptions,
  wraps = 0,
): Promise<Pick<OpenedMail, "content" | "signature">> {
  const isWrapped = /^application\/(?:x-)?pkcs7-mime$/.test(typeOf(mail.headers));
  const file = isWrapped ? mail.files[0] : mail.files.find(({ type }) => /pkcs7-signature$/.test(type));
  if (!file?.content || wraps > MOST_WRAPS) return { content: mail };
  const signed = unwrapSigned(file.content);
  if (!isWrapped) return { content: mail, signature: { kind: "smime", form: "detached", names: signed?.names ?? [] } };
  if (!signed) return { content: mail, ...(isEncrypted(mail, file) && { signature: ENCRYPTED }) };
  const signature = { kind: "smime", form: "opaque", names: signed.names } as const;
  if (!signed.content) return { content: mail, signature };
  const inner = await parseMime(signed.content, options);
  return { content: (await openSigned(inner, options, wraps + 1)).content, signature };
}

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

const ENCRYPTED: SignatureNote = { kind: "smime", form: "encrypted", names: [] };

function isEncrypted({ headers }: ParsedMime, { content }: ParsedFile): boolean {
  const type = headers.get("content-type") as { params?: Record<string, string> } | undefined;
  return /enveloped/.test(type?.params?.["smime-type"] ?? "") || (content?.includes(ENVELOPED_DATA) ?? false);
}

/** OID 1.2.840.113549.1.7.3, as it stands at the head of an encrypted CMS message (RFC 5652 §6.1). */
const ENVELOPED_DATA = Buffer.from("2a864886f70d010703", "hex");
