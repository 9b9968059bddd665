/** `markdown(text)`: the bot's light Markdown (paragraphs, lists, bold, links) as DOM nodes; no HTML is ever parsed. */
export const MARKDOWN_JS = `
const INLINE = /\\*\\*([^*]+)\\*\\*|\\[([^\\]]+)\\]\\((https?:\\/\\/[^\\s)]+)\\)|<?(https?:\\/\\/[^\\s<>]+?)(?=[.,;:!?)>]*(?:\\s|$|[)>]))>?|([\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)/g;

function link(text, href) {
  const anchor = document.createElement("a");
  anchor.href = href;
  anchor.textContent = text;
  if (href.startsWith("http")) {
    anchor.target = "_blank";
    anchor.rel = "noopener noreferrer";
  }
  return anchor;
}

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    const [, bold, label, target, url, mail] = match;
    if (bold) {
      const strong = document.createElement("strong");
      strong.textContent = bold;
      nodes.push(strong);
    } else if (label) nodes.push(link(label, target));
    else if (url) nodes.push(link(url, url));
    else nodes.push(link(mail, "mailto:" + mail));
  }
  nodes.push(text.slice(from));
  return nodes.filter((node) => node !== "");
}

function markdown(text) {
  const blocks = [];
  for (const part of text.split(/\\n{2,}/)) {
    let list;
    let paragraph;
    for (const line of part.split("\\n")) {
      const item = line.match(/^\\s*(?:[-*•]|(\\d+\\.))\\s+(.*)$/);
      if (item) {
        if (!list) blocks.push((list = document.createElement(item[1] ? "ol" : "ul")));
        const entry = document.createElement("li");
        entry.append(...inline(item[2]));
        list.append(entry);
        paragraph = undefined;
      } else if (paragraph) paragraph.append(document.createElement("br"), ...inline(line));
      else if (line.trim()) {
        blocks.push((paragraph = document.createElement("p")));
        if (/^(Kaynak|Source): /.test(line)) paragraph.className = "source";
        paragraph.append(...inline(line));
        list = undefined;
      }
    }
  }
  return blocks;
}
`;
