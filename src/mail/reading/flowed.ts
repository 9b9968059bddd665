/**
 * Joins the lines of format=flowed text (RFC 3676 §4). In: text with LF line ends; `delSp` as the DelSp parameter says.
 * Out: paragraphs on one line each; quote marks and the signature line stay.
 */
export function unflow(text: string, delSp: boolean): string {
  const lines: { depth: number; text: string; open: boolean }[] = [];
  for (const raw of text.split("\n")) {
    const depth = /^>*/.exec(raw)?.[0].length ?? 0;
    const content = raw.slice(depth).replace(/^ /, "");
    const isSignature = content === "-- ";
    const open = content.endsWith(" ") && !isSignature;
    const body = open && delSp ? content.slice(0, -1) : content;
    const last = lines.at(-1);
    if (last?.open && last.depth === depth && !isSignature) {
      last.text += body;
      last.open = open;
    } else lines.push({ depth, text: body, open });
  }
  return lines.map(({ depth, text: body }) => (depth > 0 ? `${">".repeat(depth)} ${body}` : body)).join("\n");
}
