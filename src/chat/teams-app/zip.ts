import { crc32, deflateRawSync } from "node:zlib";

/** A zip file (APPNOTE 6.3, deflate, UTF-8 names) of a few small files. The same files make the same bytes. */
export function zip(files: Readonly<Record<string, Buffer>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = deflateRawSync(content, { level: 9 });
    const title = Buffer.from(name);
    const common = commonFields(crc32(content), data.length, content.length, title.length);
    const local = Buffer.concat([long(0x04034b50), common, title]);
    directory.push(Buffer.concat([long(0x02014b50), short(20), common, centralFields(offset), title]));
    parts.push(local, data);
    offset += local.length + data.length;
  }
  const index = Buffer.concat(directory);
  const count = short(directory.length);
  const end = [long(0x06054b50), short(0), short(0), count, count, long(index.length), long(offset), short(0)];
  return Buffer.concat([...parts, index, ...end]);
}

/** 1 January 2026, 00:00, in MS-DOS form: packages are compared by content, not by when they were made. */
const DATE = ((2026 - 1980) << 9) | (1 << 5) | 1;
const UTF8_NAMES = 0x0800;
const DEFLATE = 8;

function commonFields(crc: number, packed: number, size: number, nameLength: number): Buffer {
  return Buffer.concat([
    short(20),
    short(UTF8_NAMES),
    short(DEFLATE),
    short(0),
    short(DATE),
    long(crc),
    long(packed),
    long(size),
    short(nameLength),
    short(0),
  ]);
}

/** Comment length, disk, internal and external attributes, and where the file begins. */
function centralFields(offset: number): Buffer {
  return Buffer.concat([short(0), short(0), short(0), long(0), long(offset)]);
}

function short(value: number): Buffer {
  const field = Buffer.alloc(2);
  field.writeUInt16LE(value);
  return field;
}

function long(value: number): Buffer {
  const field = Buffer.alloc(4);
  field.writeUInt32LE(value);
  return field;
}
