import { unwrapSigned } from "./cms.ts";
import { READ_LIMITS, type ReadLimits, type SignatureNote } from "./mail-in-hand.ts";
import { newWalk, type Part, readParts, type TreeWalk } from "./part-tree.ts";
import { decodeTransfer } from "./transfer-encoding.ts";

/** A raw mail taken apart: its headers, its content (unwrapped from an opaque signature), and what was noticed. */
export interface OpenedMail {
  /** The outermost entity: its headers are the mail's. */
  readonly root: Part;
  /** The entity to read: `root`, or what lay inside its signature. */
  readonly content: Part;
  readonly walk: TreeWalk;
  readonly signature?: SignatureNote;
  readonly remarks: readonly string[];
}

const LF = 0x0a;
const CR = 0x0d;

/** Takes a raw mail apart. The same bytes always give the same parts in the same order. */
export function openMail(raw: Buffer, limits: ReadLimits = READ_LIMITS): OpenedMail {
  const { source, remarks } = repairLineEnds(raw);
  const walk = newWalk(limits);
  const root = readParts(source, startOfHeaders(source), source.length, walk);
  const { content, signature } = openSigned(root, walk, 0);
  return { root, content, walk, ...(signature && { signature }), remarks };
}

/** Mail with bare CR line ends (old Macs, broken gateways) is read with LF instead. */
function repairLineEnds(raw: Buffer): { source: Buffer; remarks: readonly string[] } {
  if (raw.indexOf(LF) >= 0 || raw.indexOf(CR) < 0) return { source: raw, remarks: [] };
  const source = Buffer.from(raw);
  for (let at = source.indexOf(CR); at >= 0; at = source.indexOf(CR, at + 1)) source[at] = LF;
  return { source, remarks: ["Satır sonları bozuktu (yalnız CR); onarılarak okundu."] };
}

/** Past blank lines and the "From " line of an mbox file, which are no part of the mail. */
function startOfHeaders(source: Buffer): number {
  let start = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf ? 3 : 0;
  while (source[start] === LF || source[start] === CR) start++;
  const beginning = source.toString("latin1", start, start + 6);
  if (!beginning.startsWith("From ") && beginning !== ">From ") return start;
  const lineEnd = source.indexOf(LF, start);
  return lineEnd < 0 ? start : lineEnd + 1;
}

const SIGNED_TYPES = new Set(["application/pkcs7-mime", "application/x-pkcs7-mime"]);

/** Opens what an opaque S/MIME signature (RFC 8551 §3.5.2) wraps, level by level. Its state is noted, never a condition. */
function openSigned(part: Part, walk: TreeWalk, depth: number): { content: Part; signature?: SignatureNote } {
  if (part.type === "multipart/signed") {
    const proof = part.children.at(-1);
    const names = proof ? (unwrapSigned(bytesOf(proof))?.names ?? []) : [];
    const isSmime = /pkcs7/.test(part.params.get("protocol") ?? proof?.type ?? "");
    return isSmime ? { content: part, signature: { kind: "smime", form: "detached", names } } : { content: part };
  }
  if (!SIGNED_TYPES.has(part.type) || depth > 3) return { content: part };
  const signed = unwrapSigned(bytesOf(part));
  if (!signed) {
    const isEncrypted = /enveloped|authenveloped/.test(part.params.get("smime-type") ?? "enveloped-data");
    return isEncrypted
      ? { content: part, signature: { kind: "smime", form: "encrypted", names: [] } }
      : { content: part };
  }
  const signature = { kind: "smime", form: "opaque", names: signed.names } as const;
  if (!signed.content) return { content: part, signature };
  const inner = readParts(signed.content, 0, signed.content.length, walk, depth + 1);
  return { content: openSigned(inner, walk, depth + 1).content, signature };
}

/** A part's content without its transfer encoding. */
export function bytesOf(part: Part): Buffer {
  return decodeTransfer(part.source.subarray(part.bodyStart, part.bodyEnd), part.encoding);
}
