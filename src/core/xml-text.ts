const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g;

/**
 * Text of an XML document as it is meant: numbers and the five entities that XML knows are replaced, in the case XML writes them; any
 * other stays as it stands, and so does "&AMP;", which is none. A number that is no character is left out.
 */
export function unescapedXml(text: string): string {
  return text.replace(REFERENCE, (_, decimal?: string, hex?: string, name?: string) => {
    if (name) return ENTITIES[name] ?? "";
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "0", 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
