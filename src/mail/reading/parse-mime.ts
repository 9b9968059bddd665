import { type AttachmentStream, type HeaderLines, type Headers, MailParser, type MessageText } from "mailparser";
import { readEncodedTwice } from "./encoded-twice.ts";
import { textToHtml } from "./html.ts";
import { leaveFilesOut, STAND_IN_BYTES } from "./leave-files-out.ts";
import { RepairingDecoder } from "./repairing-decoder.ts";

/** A mail as mailparser takes it apart. */
export interface ParsedMime {
  readonly headers: Headers;
  readonly lines: HeaderLines;
  readonly text: string;
  readonly html?: string;
  /** Parts that are not text to read, in order. */
  readonly files: readonly ParsedFile[];
}

export interface ParsedFile {
  /** As the mail says it. */
  readonly name?: string;
  readonly type: string;
  readonly disposition?: string;
  readonly contentId?: string;
  /** Of the decoded content, in bytes. */
  readonly size: number;
  /** Only of the files asked for. */
  readonly content?: Buffer;
}

export interface ParseOptions {
  /** How many bytes of a file to keep, from its beginning; 0 for none. */
  readonly keep: (file: { readonly index: number; readonly type: string; readonly name: string }) => number;
  /** MIME parts; more are an error. */
  readonly parts: number;
  readonly textLength: number;
  /** Some file's content is wanted that is not read as a rule. */
  readonly wholeFiles?: boolean;
}

/** Takes raw bytes apart. Rejects with what mailparser throws: too many parts, headers too long. */
export async function parseMime(raw: Buffer, options: ParseOptions): Promise<ParsedMime> {
  const lean = options.wholeFiles ? undefined : leaveFilesOut(raw);
  if (!lean) return runParser(raw, options);
  const sizes = new Map(lean.sizes);
  const parsed = await runParser(lean.raw, options, sizes);
  return sizes.size === 0 ? parsed : runParser(raw, options);
}

/** Runs mailparser. In `sizes`, what stands in for files; it is taken out as it is met. */
function runParser(raw: Buffer, options: ParseOptions, sizes: Map<string, number> = new Map()): Promise<ParsedMime> {
  return new Promise((resolve, reject) => {
    const files: ParsedFile[] = [];
    let text: MessageText | undefined;
    const parser = new Parser(options);
    parser.on("error", reject);
    parser.on("data", (part: AttachmentStream | MessageText) => {
      if (part.type === "text") text = part;
      else takeFile(part, { files, sizes, options }).on("error", reject);
    });
    parser.on("end", () =>
      resolve({
        headers: parser.headers || new Map(),
        lines: parser.headerLines || [],
        text: asMeant(text?.text ?? ""),
        ...(text?.html && { html: asMeant(text.html) }),
        files,
      }),
    );
    feed(parser, raw);
  });
}

/** mailparser reads what is labelled UTF-8, and names of files, by itself. */
function asMeant(text: string): string {
  return readEncodedTwice(text) ?? text;
}

/** What a parser is given at a time: a mail of many megabytes in one piece would be held several times over. */
const PIECE = 256 * 1024;

/** Hands a mail to a parser as fast as it takes it, and no faster. */
function feed(parser: MailParser, raw: Buffer): void {
  let at = 0;
  const more = (): void => {
    while (raw.length - at > PIECE) {
      const hasRoom = parser.write(raw.subarray(at, at + PIECE));
      at += PIECE;
      if (!hasRoom) {
        parser.once("drain", more);
        return;
      }
    }
    parser.end(raw.subarray(at));
  };
  more();
}

/** mailparser, with text decoded by us and no links, pictures or checksums made that nobody asked for. */
class Parser extends MailParser {
  readonly #textLength: number;

  constructor({ parts, textLength }: ParseOptions) {
    super({
      skipHtmlToText: true,
      skipImageLinks: true,
      skipTextLinks: true,
      keepDeliveryStatus: true,
      checksumAlgo: false,
      // A mail inside the mail is a file of its own, however it is to be shown: it has a sender and an id of its own.
      ignoreEmbedded: true,
      maxChildNodes: parts,
      Iconv: RepairingDecoder,
    });
    this.#textLength = textLength;
  }

  /** Used for the plain text parts of a mail that also has HTML. */
  override textToHtml(text: string): string {
    return textToHtml(text.slice(0, this.#textLength));
  }
}

interface FilesSoFar {
  readonly files: ParsedFile[];
  readonly sizes: Map<string, number>;
  readonly options: ParseOptions;
}

/** Reads a file to its end, since the parser waits for that; keeps of it what is wanted, and adds it to the files read. */
function takeFile(part: AttachmentStream, { files, sizes, options }: FilesSoFar): AttachmentStream["content"] {
  const { contentDisposition, cid, filename } = part;
  const name = filename && asMeant(filename);
  const type = typeOf(part);
  const wanted = options.keep({ index: files.length, type, name: name ?? "" });
  const kept: Buffer[] = [];
  let size = 0;
  part.content.on("data", (chunk: Buffer) => {
    if (size < Math.max(wanted, STAND_IN_BYTES)) kept.push(chunk);
    size += chunk.length;
  });
  part.content.on("end", () => {
    const content = Buffer.concat(kept);
    files.push({
      ...(name && { name }),
      type,
      ...(contentDisposition && { disposition: contentDisposition }),
      ...(cid && { contentId: cid }),
      size: size + (wanted === 0 ? leftOut(content, sizes) : 0),
      ...(wanted > 0 && { content: content.subarray(0, wanted) }),
    });
    part.release?.();
  });
  return part.content;
}

/** A type as the mail says it. Where it says only "bytes", mailparser goes by the name, which makes no signature of a file. */
function typeOf({ contentType, headers }: AttachmentStream): string {
  const said = (headers.get("content-type") as { readonly value?: string } | undefined)?.value;
  const isGuessed = said === "application/octet-stream" && /^application\/pgp-/.test(contentType);
  return isGuessed ? said : contentType || "";
}

/** Bytes by which a file is larger than what stands in for it; 0 for one that is all there. */
function leftOut(content: Buffer, sizes: Map<string, number>): number {
  const standIn = content.toString("hex", 0, STAND_IN_BYTES);
  const size = sizes.get(standIn);
  sizes.delete(standIn);
  return size === undefined ? 0 : size - STAND_IN_BYTES;
}
