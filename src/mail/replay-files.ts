import { open, readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { readEnvelope, splitRaw } from "./raw-envelope.ts";
import { readDate } from "./reading/date.ts";

const SNIFFED_BYTES = 2048;
/** File types beside mails in collections of them. */
const NO_MAIL = new Set([".json", ".tsv", ".csv", ".md", ".xml", ".html", ".yaml", ".yml", ".pdf", ".zip", ".gz"]);
const BEGINS_LIKE_MAIL = /^\s*(?:>?From .*[\r\n]+)?[!-9;-~]{1,60}:/;

/** The mail files that paths name: files as given, folders with all mails below them, in the order of their names. */
export async function mailFiles(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const isFolder = (await stat(path)).isDirectory();
    found.push(...(isFolder ? await mailsBelow(path) : [path]));
  }
  return found;
}

async function mailsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await mailsBelow(path)));
    else if (entry.isFile() && (await isMail(path))) found.push(path);
  }
  return found;
}

/** An .eml file is taken for a mail whatever is in it; another by how it begins. */
async function isMail(path: string): Promise<boolean> {
  const type = extname(path);
  if (type === ".eml") return true;
  if (NO_MAIL.has(type)) return false;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0);
    return BEGINS_LIKE_MAIL.test(buffer.toString("latin1", 0, bytesRead));
  } finally {
    await file.close();
  }
}

/** A mail file as a mailbox would give it, and when it was received. */
export interface MailFile {
  readonly bytes: Buffer;
  /** The newest Received header's time, else Date, else the file's own time; never later than that. */
  readonly receivedAt: Date;
}

export async function readMailFile(path: string): Promise<MailFile> {
  const [content, { mtime }] = await Promise.all([readFile(path), stat(path)]);
  const bytes = withNetworkLineEnds(content);
  const { head } = splitRaw(bytes);
  const newest = /^received:(?:[^\r\n]|\r?\n[ \t])*;([^;]*?)\r?\n(?![ \t])/im.exec(head.toString("latin1"))?.[1];
  const said = readDate(newest?.replace(/\s+/g, " ")) ?? readDate(readEnvelope(head).date);
  return { bytes, receivedAt: said && said < mtime ? said : mtime };
}

/** Mails saved by other programs often have LF line ends; on the wire they are CRLF. */
function withNetworkLineEnds(content: Buffer): Buffer {
  if (content.includes("\r\n") || !content.includes("\n")) return content;
  return Buffer.from(content.toString("latin1").replace(/\n/g, "\r\n"), "latin1");
}
