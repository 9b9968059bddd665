import { Readable } from "node:stream";
import { type AttachmentStream, type HeaderLines, type Headers, MailParser, type MessageText } from "mailparser";
import { textToHtml } from "./html.ts";
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
}

const CHUNK_BYTES = 64 * 1024;

/** Runs mailparser over raw bytes. Throws what mailparser throws: too many parts, headers too long. */
export async function parseMime(raw: Buffer, options: ParseOptions): Promise<ParsedMime> {
  const files: ParsedFile[] = [];
  let text: MessageText | undefined;
  const parser = new Parser(options);
  Readable.from(chunksOf(raw)).pipe(parser);
  for await (const part of parser as AsyncIterable<AttachmentStream | MessageText>) {
    if (part.type === "text") text = part;
    else files.push(await takeFile(part, files.length, options));
  }
  return {
    headers: parser.headers || new Map(),
    lines: parser.headerLines || [],
    text: text?.text ?? "",
    ...(text?.html && { html: text.html }),
    files,
  };
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

function* chunksOf(raw: Buffer): Generator<Buffer> {
  for (let at = 0; at < raw.length; at += CHUNK_BYTES) yield raw.subarray(at, at + CHUNK_BYTES);
}

/** Reads a file to its end, since the parser waits for that; keeps of it what is wanted. */
async function takeFile(part: AttachmentStream, index: number, { keep }: ParseOptions): Promise<ParsedFile> {
  const { contentType: type, contentDisposition, cid, filename: name } = part;
  const wanted = keep({ index, type, name: name ?? "" });
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.content as AsyncIterable<Buffer>) {
    if (size < wanted) kept.push(chunk);
    size += chunk.length;
  }
  part.release?.();
  return {
    ...(name && { name }),
    type,
    ...(contentDisposition && { disposition: contentDisposition }),
    ...(cid && { contentId: cid }),
    size,
    ...(wanted > 0 && { content: Buffer.concat(kept).subarray(0, wanted) }),
  };
}
