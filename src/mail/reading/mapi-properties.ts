import { decodeText } from "./charset.ts";

const MOST_PROPERTIES = 2000;
const NAMED = 0x8000;
const MULTIPLE = 0x1000;
/** Bytes of a value by its type, padded to four (MS-OXCDATA §2.11.1). */
const FIXED: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};
const STRING = 0x1e;
const UNICODE = 0x1f;
const VARIABLE = new Set([STRING, UNICODE, 0x0d, 0x102]);

/**
 * The texts and byte strings in a MAPI property list as TNEF holds it (MS-OXTNEF §2.1.3.4), by property number; numbers,
 * dates and named properties are passed over. A list that breaks off gives what came before.
 */
export function readProperties(data: Buffer, charset: string): Map<number, string | Buffer> {
  const found = new Map<number, string | Buffer>();
  const reader = { data, at: 0 };
  const count = Math.min(number(reader), MOST_PROPERTIES);
  for (let index = 0; index < count && reader.at + 4 <= data.length; index++) {
    const type = data.readUInt16LE(reader.at);
    const id = data.readUInt16LE(reader.at + 2);
    reader.at += 4;
    if (id >= NAMED) skipName(reader);
    const value = readValue(reader, type, charset);
    if (value === null) break;
    if (value !== undefined && id < NAMED) found.set(id, value);
  }
  return found;
}

interface Reader {
  readonly data: Buffer;
  at: number;
}

function number(reader: Reader): number {
  if (reader.at + 4 > reader.data.length) {
    reader.at = reader.data.length;
    return 0;
  }
  reader.at += 4;
  return reader.data.readUInt32LE(reader.at - 4);
}

function skipName(reader: Reader): void {
  reader.at += 16;
  if (number(reader) === 0) reader.at += 4;
  else reader.at += padded(number(reader));
}

/** Out: undefined for values of no interest, null when the type is unknown and nothing after it can be read. */
function readValue(reader: Reader, type: number, charset: string): string | Buffer | undefined | null {
  const base = type & ~MULTIPLE;
  const isMultiple = (type & MULTIPLE) !== 0;
  const fixed = FIXED[base];
  if (fixed !== undefined) {
    reader.at += (isMultiple ? number(reader) : 1) * fixed;
    return undefined;
  }
  if (!VARIABLE.has(base)) return null;
  let first: Buffer | undefined;
  for (let left = Math.min(number(reader), MOST_PROPERTIES); left > 0; left--) {
    const length = number(reader);
    first ??= reader.data.subarray(reader.at, reader.at + length);
    reader.at += padded(length);
  }
  return first && asValue(first, base, charset);
}

function asValue(bytes: Buffer, type: number, charset: string): string | Buffer {
  if (type === UNICODE) return bytes.toString("utf16le").replace(/\0+$/, "");
  // An object begins with the number of its interface.
  if (type === 0x0d) return bytes.subarray(16);
  return type === STRING ? decodeText(bytes, charset).text.replace(/\0+$/, "") : bytes;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
