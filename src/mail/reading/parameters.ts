import { asciiLower } from "../../language/turkish-case.ts";
import { decodeText } from "./charset.ts";
import { decodeWords } from "./encoded-words.ts";

/** A structured header: "text/plain; charset=utf-8" → value and parameters. */
export interface StructuredHeader {
  /** Lower case. */
  readonly value: string;
  /** By name in lower case, decoded (RFC 2231, and RFC 2047 where mailers put it by mistake). */
  readonly params: ReadonlyMap<string, string>;
}

const PARAMETER = /;\s*([^\s=;"]{1,100})\s*=\s*("(?:[^"\\]|\\.)*(?:"|$)|[^;]*)/gs;
const MOST_PARAMETERS = 200;

/** Reads Content-Type, Content-Disposition and their like. In: the header's bytes as latin-1 text. Never throws. */
export function readStructured(raw: string | undefined): StructuredHeader {
  const text = withoutComments(raw ?? "");
  const value = asciiLower((text.split(";", 1)[0] ?? "").trim());
  const pieces = new Map<string, { at: number; encoded: boolean; text: string }[]>();
  let count = 0;
  for (const [, name = "", said = ""] of text.slice(value.length).matchAll(PARAMETER)) {
    if (++count > MOST_PARAMETERS) break;
    const [, base = "", section, star] = /^([^*]+)(?:\*(\d{1,3}))?(\*)?$/.exec(asciiLower(name)) ?? [];
    if (base === "") continue;
    const list = pieces.get(base) ?? [];
    list.push({ at: section === undefined ? -1 : Number(section), encoded: star !== undefined, text: unquote(said) });
    pieces.set(base, list);
  }
  return { value, params: new Map([...pieces].map(([name, list]) => [name, joinPieces(list)])) };
}

/** Sections in order, the charset from the first encoded one (RFC 2231 §3, §4); an encoded form wins over a plain one. */
function joinPieces(list: readonly { at: number; encoded: boolean; text: string }[]): string {
  const sections = list.filter((piece) => piece.at >= 0 || piece.encoded);
  const [plain] = list;
  if (sections.length === 0) return decodeWords(plain?.text ?? "");
  const ordered = [...sections].sort((a, b) => a.at - b.at);
  let charset = "";
  const bytes = ordered.map((piece, index) => {
    if (!piece.encoded) return Buffer.from(piece.text, "latin1");
    const [, label, rest] = (index === 0 && /^([^']*)'[^']*'(.*)$/s.exec(piece.text)) || [];
    charset = label ?? charset;
    return percentDecoded(rest ?? piece.text);
  });
  const joined = Buffer.concat(bytes);
  return charset === "" ? decodeWords(joined.toString("latin1")) : decodeText(joined, charset).text;
}

function percentDecoded(text: string): Buffer {
  const plain = text.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, "latin1");
}

function unquote(said: string): string {
  const text = said.trim();
  return text.startsWith('"') ? text.replace(/^"|"$/g, "").replace(/\\(.)/gs, "$1") : text;
}

/** Comments in parentheses are no part of a value (RFC 5322 §3.2.2); those inside quotes are text. */
function withoutComments(text: string): string {
  if (!text.includes("(")) return text;
  let depth = 0;
  let kept = "";
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|\\.?|[()]|[^"\\()]+/gs)) {
    if (token === "(") depth++;
    else if (token === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += token;
  }
  return kept;
}
