import { compile } from "html-to-text";
import sanitizeHtml from "sanitize-html";
import { plainText } from "./tame.ts";

/** Elements nested deeper than this are nobody's writing, and a parser's time grows with the square of the depth. */
const DEEPEST = 200;
/** Sanitising can make HTML longer ("<" becomes "&lt;"); its words are looked for this far. */
const LONGEST = 1024 * 1024;
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
const CLOSED_BY_THE_NEXT = new Set("p li dt dd option optgroup tr td th thead tbody tfoot".split(" "));

const toText = compile({
  wordwrap: false,
  limits: { maxDepth: DEEPEST + 50, maxChildNodes: 10_000 },
  selectors: [
    { selector: "a", options: { ignoreHref: false, hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
    { selector: "img", format: "skip" },
    { selector: "script", format: "skip" },
    { selector: "style", format: "skip" },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: "table", format: "dataTable", options: { uppercaseHeaderCells: false, maxColumnWidth: 200 } },
    { selector: "blockquote", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  ],
});

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ..."a abbr b blockquote br caption center code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr".split(
      " ",
    ),
    ..."i img ins li ol p pre s small span strike strong sub sup table tbody td tfoot th thead tr tt u ul".split(" "),
  ],
  allowedAttributes: {
    a: ["href", "title", "rel"],
    img: ["src", "alt", "width", "height"],
    td: ["colspan", "rowspan", "align", "valign"],
    th: ["colspan", "rowspan", "align", "valign"],
    ol: ["start", "type"],
    "*": ["dir", "lang"],
  },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  // A picture from elsewhere would tell its sender who opened the mail, and when; only the mail's own ones stay.
  allowedSchemesByTag: { img: ["cid"] },
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  nestingLimit: DEEPEST,
  transformTags: { a: sanitizeHtml.simpleTransform("a", { rel: "noopener noreferrer nofollow" }) },
  exclusiveFilter: ({ tag, attribs }) => tag === "img" && !attribs.src?.startsWith("cid:"),
};

/** HTML that is safe to show in a sandboxed frame. In: at most 512 KB that `isTooDeep` passed. Out: allow-listed HTML. */
export function sanitise(html: string): string {
  return sanitizeHtml(html, ALLOWED).trim();
}

/** The words of an HTML text, tables as columns. In: as for `sanitise`. Out: text with LF line ends. */
export function htmlToText(html: string): string {
  return plainText(toText(html.slice(0, LONGEST)))
    .replace(/\u00a0/g, " ")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Plain text as HTML, where a mail mixes both. */
export function textToHtml(text: string): string {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return `<div>${escaped.replace(/\n/g, "<br>")}</div>`;
}

/** Whether elements are nested deeper than any writing is; one linear pass, before a parser sees it. */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,30})/gi)) {
    const tag = name.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32));
    if (VOID.has(tag) || CLOSED_BY_THE_NEXT.has(tag)) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** The words of HTML that no parser may see: tags cut out by a linear scan. */
export function stripTags(html: string): string {
  return plainText(html.replace(/<[^<>]{0,2000}>/g, " "))
    .replace(/[ \t]+/g, " ")
    .trim();
}
