const LF = 0x0a;
const CR = 0x0d;
/** Bytes by which line ends are judged. */
const LOOKED_AT = 64 * 1024;
/** Line ends of old Macs, with a line or two that a mail server added in its own way. */
const MOSTLY = 4;

/**
 * A raw mail with line ends a parser knows: CR alone becomes LF, and the CR CR LF of gateways that turn LF into CR LF twice becomes
 * CR LF. Out: the same buffer when there was nothing to mend.
 */
export function mendLineEnds(raw: Buffer): Buffer {
  if (isDoubled(raw)) return Buffer.from(raw.toString("latin1").replaceAll("\r\r\n", "\r\n"), "latin1");
  if (!isBare(raw)) return raw;
  const mended = Buffer.from(raw);
  for (let at = mended.indexOf(CR); at >= 0; at = mended.indexOf(CR, at + 1))
    if (mended[at + 1] !== LF) mended[at] = LF;
  return mended;
}

function isDoubled(raw: Buffer): boolean {
  const first = raw.indexOf(CR);
  return first >= 0 && raw[first + 1] === CR && raw[first + 2] === LF;
}

function isBare(raw: Buffer): boolean {
  const start = raw.subarray(0, LOOKED_AT);
  let alone = 0;
  let breaks = 0;
  for (let at = start.indexOf(CR); at >= 0; at = start.indexOf(CR, at + 1)) if (start[at + 1] !== LF) alone += 1;
  if (alone === 0) return false;
  for (let at = start.indexOf(LF); at >= 0; at = start.indexOf(LF, at + 1)) breaks += 1;
  return alone > breaks * MOSTLY;
}
