/** Heads up to this length are read as they are, in bytes; mailparser refuses one of a megabyte. */
const LONG = 256 * 1024;
/** Of a longer head, as much of one header and as many headers as are read of any (ReadLimits), and some more. */
const LONGEST_FIELD = 64 * 1024;
const MOST_FIELDS = 2000;
/** The headers all else depends on are kept wherever they stand. */
const NEEDED = /^(?:from|to|subject|date|message-id|references|in-reply-to|mime-version|content-[a-z-]+):/i;

/**
 * A raw mail whose head is not too long to be parsed: tens of thousands of recipients, or of headers, are cut. In: a raw mail that
 * begins with a header. Out: the same buffer when its head is of an ordinary length.
 */
export function withShortHead(raw: Buffer): Buffer {
  const end = endOfHead(raw);
  if (end <= LONG) return raw;
  const fields = raw.toString("latin1", 0, end).split(/(?<=\n)(?![ \t])/);
  const kept = fields.filter((field, index) => index < MOST_FIELDS || NEEDED.test(field)).slice(0, 2 * MOST_FIELDS);
  return Buffer.concat([Buffer.from(kept.map(shortened).join(""), "latin1"), raw.subarray(end)]);
}

/** The second way of ending is looked for before the first only: an ordinary mail is not gone through for it. */
function endOfHead(raw: Buffer): number {
  let end = raw.length;
  for (const gap of ["\r\n\r\n", "\n\n"]) {
    const at = raw.subarray(0, end).indexOf(gap);
    if (at >= 0) end = at + gap.length / 2;
  }
  return end;
}

/** Cut between two recipients, where there are any. */
function shortened(field: string): string {
  if (field.length <= LONGEST_FIELD) return field;
  const whole = field.slice(0, LONGEST_FIELD);
  const comma = whole.lastIndexOf(",");
  return `${(comma > LONGEST_FIELD / 2 ? whole.slice(0, comma) : whole).trimEnd()}\r\n`;
}
