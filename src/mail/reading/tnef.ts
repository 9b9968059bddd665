import { asciiLower } from "../../language/turkish-case.ts";
import { decodeText } from "./charset.ts";
import { readProperties } from "./mapi-properties.ts";
import { decompressRtf, rtfToText } from "./rtf.ts";

/** What Outlook packed into a winmail.dat. */
export interface TnefContent {
  readonly text?: string;
  readonly html?: string;
  readonly files: readonly TnefFile[];
}

export interface TnefFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

const SIGNATURE = 0x223e9f78;
const MOST_ATTRIBUTES = 5000;
/** Attribute numbers of MS-OXTNEF §2.1.3.2. */
const BODY = 0x0002800c;
const MESSAGE_PROPERTIES = 0x00069003;
const CODE_PAGE = 0x00069007;
const FILE_BEGINS = 0x00069002;
const FILE_TITLE = 0x00018010;
const FILE_DATA = 0x0006800f;
const FILE_PROPERTIES = 0x00069005;

interface Unpacked {
  charset: string;
  text?: string | undefined;
  html?: string | undefined;
  readonly files: { name?: string; type?: string; content?: Buffer }[];
}

/**
 * Opens a TNEF stream (MS-OXTNEF). Out: the message's text or HTML and its files; undefined when the bytes are no TNEF.
 * A stream that breaks off gives what came before.
 */
export function readTnef(bytes: Buffer): TnefContent | undefined {
  if (!isTnef(bytes)) return undefined;
  const unpacked: Unpacked = { charset: "windows-1254", files: [] };
  for (const { id, data } of attributes(bytes)) take(unpacked, id, data);
  const files = unpacked.files.flatMap(({ name = "", type = "application/octet-stream", content }) =>
    content ? [{ name, type, content }] : [],
  );
  const { text, html } = unpacked;
  return { ...(text && { text }), ...(html && { html }), files };
}

/** Whether bytes begin as a TNEF stream does. */
function isTnef(bytes: Buffer): boolean {
  return bytes.length >= 6 && bytes.readUInt32LE(0) === SIGNATURE;
}

function* attributes(bytes: Buffer): Generator<{ id: number; data: Buffer }> {
  let at = 6;
  for (let count = 0; count < MOST_ATTRIBUTES && at + 9 <= bytes.length; count++) {
    const id = bytes.readUInt32LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    if (at + 9 + length > bytes.length) return;
    yield { id, data: bytes.subarray(at + 9, at + 9 + length) };
    at += 9 + length + 2;
  }
}

function take(unpacked: Unpacked, id: number, data: Buffer): void {
  const { charset, files } = unpacked;
  if (id === FILE_BEGINS) files.push({});
  const file = files.at(-1);
  if (id === CODE_PAGE && data.length >= 4) unpacked.charset = charsetOf(data.readUInt32LE(0));
  else if (id === BODY) unpacked.text ??= zeroTerminated(data, charset);
  else if (id === MESSAGE_PROPERTIES) takeBody(unpacked, data);
  else if (file && id === FILE_TITLE) file.name ??= zeroTerminated(data, charset);
  else if (file && id === FILE_DATA) file.content = data;
  else if (file && id === FILE_PROPERTIES) takeFileProperties(file, data, charset);
}

/** Property numbers of MS-OXPROPS: PidTagBody, PidTagHtml, PidTagRtfCompressed. */
function takeBody(unpacked: Unpacked, data: Buffer): void {
  const properties = readProperties(data, unpacked.charset);
  const html = properties.get(0x1013);
  const rtf = properties.get(0x1009);
  unpacked.text ??= textOf(properties.get(0x1000));
  unpacked.html ??= Buffer.isBuffer(html) ? decodeText(html).text : html;
  if (Buffer.isBuffer(rtf) && !unpacked.text && !unpacked.html) {
    const source = decompressRtf(rtf);
    if (source) unpacked.text = rtfToText(source);
  }
}

/** PidTagAttachLongFilename, PidTagAttachMimeTag, and the data of files that are objects. */
function takeFileProperties(file: Unpacked["files"][number], data: Buffer, charset: string): void {
  const properties = readProperties(data, charset);
  file.name = textOf(properties.get(0x3707)) ?? file.name ?? "";
  file.type = asciiLower(textOf(properties.get(0x370e)) ?? "") || file.type || "application/octet-stream";
  const object = properties.get(0x3701);
  if (Buffer.isBuffer(object)) file.content ??= object;
}

function textOf(value: string | Buffer | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function zeroTerminated(data: Buffer, charset: string): string {
  const end = data.indexOf(0);
  return decodeText(end < 0 ? data : data.subarray(0, end), charset).text;
}

function charsetOf(codePage: number): string {
  if (codePage === 65001) return "utf-8";
  return codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : "";
}
