import { decodeText } from "./charset.ts";
import { unflow } from "./flowed.ts";
import { htmlToText, isTooDeep, sanitise, stripTags, textToHtml } from "./html.ts";
import type { Part } from "./part-tree.ts";
import { plainText } from "./tame.ts";
import { decodeTransfer } from "./transfer-encoding.ts";

/** One piece of what the person wrote, in the forms it came in. */
interface Piece {
  readonly plain?: string;
  readonly html?: string;
}

export interface Body {
  readonly text: string;
  readonly html?: string;
  readonly remarks: readonly string[];
}

/** What the person wrote: all inline text parts in order; of alternatives the plain form for the text, HTML beside it. */
export function readBody(root: Part, mostLength: number): Body {
  const remarks = new Set<string>();
  const pieces = piecesOf(root, mostLength, remarks).filter((piece) => piece.plain !== undefined || piece.html);
  const text = pieces.map((piece) => (piece.plain?.trim() ? piece.plain : wordsOf(piece.html ?? ""))).join("\n\n");
  const html = pieces.some((piece) => piece.html) ? pieces.map(htmlOf).join("<hr>") : undefined;
  if (text.length > mostLength) remarks.add(TEXT_CUT);
  const safe = html === undefined || isTooDeep(html) ? undefined : sanitise(html.slice(0, mostLength));
  if (html !== undefined && safe === undefined)
    remarks.add("HTML gösterimi olağan dışı derin olduğu için yalnız metni alındı.");
  return { text: text.slice(0, mostLength).trim(), ...(safe && { html: safe }), remarks: [...remarks] };
}

const TEXT_CUT = "Metin çok uzun olduğu için kısaltıldı; tamamı özgün e-postadadır.";

/** Whether a part is text to read rather than a file to open. */
export function isBodyText(part: Part): boolean {
  if (part.disposition === "attachment" || part.name !== undefined) return false;
  return part.type === "text/plain" || part.type === "text/html" || part.type === "text/enriched";
}

function piecesOf(part: Part, most: number, remarks: Set<string>): Piece[] {
  if (part.type === "multipart/alternative") return [alternative(part, most, remarks)];
  if (part.children.length > 0) return part.children.flatMap((child) => piecesOf(child, most, remarks));
  if (!isBodyText(part)) return [];
  const text = partText(part, most, remarks);
  return part.type === "text/html" ? [{ html: text }] : [{ plain: text }];
}

function alternative(part: Part, most: number, remarks: Set<string>): Piece {
  const pieces = part.children.flatMap((child) => piecesOf(child, most, remarks));
  const plain = pieces.flatMap((piece) => piece.plain ?? []).join("\n");
  const html = pieces.findLast((piece) => piece.html)?.html;
  return { ...(plain.trim() && { plain }), ...(html && { html }) };
}

/** The text of one part, decoded and repaired, LF line ends. */
export function partText(part: Part, most: number, remarks: Set<string>): string {
  // Bytes are capped before they are decoded; a letter takes up to four.
  const bytes = decodeTransfer(part.source.subarray(part.bodyStart, part.bodyEnd), part.encoding, most * 2);
  if (bytes.length >= most * 2) remarks.add(TEXT_CUT);
  const { text, repaired } = decodeText(bytes, part.params.get("charset"));
  if (repaired) remarks.add(`Harf kodlaması yanlış bildirilmiş; ${repaired} olarak okundu.`);
  const plain = plainText(text);
  return part.params.get("format") === "flowed" ? unflow(plain, part.params.get("delsp") === "yes") : plain;
}

function wordsOf(html: string): string {
  if (html === "") return "";
  return isTooDeep(html) ? stripTags(html) : htmlToText(html);
}

function htmlOf(piece: Piece): string {
  return piece.html ?? textToHtml(piece.plain ?? "");
}
