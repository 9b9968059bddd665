import { unescapedXml } from "../../core/xml-text.ts";
import { plainText } from "./tame.ts";

/** An element with the text right behind its start tag. */
export interface XmlText {
  /** Without its namespace prefix. */
  readonly name: string;
  readonly text: string;
}

const MOST_ELEMENTS = 5_000;
const START = /<(?:[A-Za-z_][\w.-]{0,60}:)?([A-Za-z_][\w.-]{0,100})(?:\s[^<>]*)?>([^<]*)/g;

/**
 * The elements of an XML document in their order, each with the text that follows its start. Enough to read a form whose elements are
 * known by name, and no more: nothing is loaded, no entity but the five and numbers is replaced. In: text. Linear in its length.
 */
export function xmlTexts(document: string): XmlText[] {
  const bare = replaceBetween(
    replaceBetween(document, "<!--", "-->", () => ""),
    "<![CDATA[",
    "]]>",
    escaped,
  );
  const found: XmlText[] = [];
  for (const [, name = "", text = ""] of bare.matchAll(START)) {
    found.push({ name, text: plainText(unescapedXml(text)).replace(/\s+/g, " ").trim() });
    if (found.length === MOST_ELEMENTS) break;
  }
  return found;
}

/** Each stretch between two marks put as `put` says; one that does not end reaches to the end. One pass, where a pattern would take many. */
function replaceBetween(text: string, open: string, close: string, put: (inner: string) => string): string {
  let out = "";
  let at = 0;
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, at)) {
    const end = text.indexOf(close, start + open.length);
    out += text.slice(at, start) + put(text.slice(start + open.length, end < 0 ? text.length : end));
    if (end < 0) return out;
    at = end + close.length;
  }
  return out + text.slice(at);
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
