import { compile } from "html-to-text";
import sanitizeHtml from "sanitize-html";
import { asciiLower } from "../../language/turkish-case.ts";
import { plainText } from "./tame.ts";

/** Elements nested deeper than this are nobody's writing, and a parser's time grows with the square of the depth. */
const DEEPEST = 200;
/** Sanitising can make HTML longer ("<" becomes "&lt;"); its words are looked for this far. */
const LONGEST = 1024 * 1024;
/** Cells and rows of tables that are laid out as columns; what that costs grows with the square of them. */
const MOST_CELLS = 10_000;
/** Columns or rows one cell may reach over. */
const WIDEST_SPAN = 50;
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

/** Text that has lost its tags already: only entities are decoded. */
const toLetters = compile({ wordwrap: false, preserveNewlines: true });

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
  // Their words are not shown in any mail program.
  nonTextTags: ["script", "style", "title", "textarea", "option"],
  nestingLimit: DEEPEST,
  transformTags: {
    a: sanitizeHtml.simpleTransform("a", { rel: "noopener noreferrer nofollow" }),
    td: withNarrowSpans,
    th: withNarrowSpans,
  },
  exclusiveFilter: ({ tag, attribs }) => tag === "img" && !attribs.src?.startsWith("cid:"),
};

/** HTML that is safe to show in a sandboxed frame. In: at most 512 KB that `isTooDeep` passed. Out: allow-listed HTML. */
export function sanitise(html: string): string {
  return sanitizeHtml(html, ALLOWED).trim();
}

/** A cell that says it reaches over a million columns would be laid out as a million cells. */
function withNarrowSpans(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const spans = ["colspan", "rowspan"].filter((name) => attribs[name] !== undefined);
  const narrow = spans.map((name) => [name, String(Math.min(Number(attribs[name]) || 1, WIDEST_SPAN))]);
  return { tagName, attribs: { ...attribs, ...Object.fromEntries(narrow) } };
}

/** The words of an HTML text, tables as columns unless they are enormous. In: as for `sanitise`. Out: text with LF line ends. */
export function htmlToText(html: string): string {
  const source = html.slice(0, LONGEST);
  if (countCells(source) > MOST_CELLS) return wordsOf(source);
  return plainText(toText(source))
    .replace(/\u00a0/g, " ")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function countCells(html: string): number {
  let cells = 0;
  for (const [, attributes = ""] of html.matchAll(/<t[rdh]\b([^<>]{0,500})>/gi)) {
    const spans = [...attributes.matchAll(/span="(\d{1,3})"/g)].map(([, span]) => Number(span));
    cells += spans.reduce((product, span) => product * span, 1);
  }
  return cells;
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

/** HTML without its tags, cut out by a linear scan; entities stay as they are. */
export function stripTags(html: string): string {
  return plainText(html.replace(/<[^<>]{0,2000}>/g, " "))
    .replace(/[ \t]+/g, " ")
    .trim();
}

/** The words of HTML that no parser may see, or only a slow one: one line for every row and paragraph. */
export function wordsOf(html: string): string {
  const lines = withoutUnseen(html).replace(/<\/(?:tr|p|div|li|h\d)>|<br\b[^<>]{0,200}>/gi, (tag) => `${tag}\n`);
  return plainText(toLetters(stripTags(lines).replace(/</g, "&lt;")))
    .replace(/\u00a0/g, " ")
    .replace(/^ | $/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** HTML without what nobody sees of it, in one pass. */
function withoutUnseen(html: string): string {
  let seen = "";
  let from = 0;
  let unseen: string | undefined;
  for (const { 0: tag, 1: slash, 2: name = "", index } of html.matchAll(
    /<(\/?)(script|style|title)\b[^<>]{0,2000}>/gi,
  )) {
    if (unseen === undefined && !slash) {
      seen += html.slice(from, index);
      unseen = asciiLower(name);
    } else if (slash && asciiLower(name) === unseen) {
      unseen = undefined;
      from = index + tag.length;
    }
  }
  return unseen === undefined ? seen + html.slice(from) : seen;
}
