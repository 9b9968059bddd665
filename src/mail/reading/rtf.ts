import { decodeText } from "./charset.ts";

/** The text every LZFu dictionary begins with (MS-OXRTFCP §2.1.2.1). */
const DICTIONARY =
  "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
const WINDOW = 4096;
const COMPRESSED = 0x75465a4c;
const PLAIN = 0x414c454d;
/** More than this is no mail's text, in bytes. */
const LONGEST = 8 * 1024 * 1024;

/** RTF source out of PidTagRtfCompressed (MS-OXRTFCP). In: the property's bytes. Out: latin-1 text; undefined when it is none. */
export function decompressRtf(bytes: Buffer): string | undefined {
  if (bytes.length < 16) return undefined;
  const kind = bytes.readUInt32LE(8);
  const size = Math.min(bytes.readUInt32LE(4), LONGEST);
  if (kind === PLAIN) return bytes.toString("latin1", 16, 16 + size);
  return kind === COMPRESSED ? inflate(bytes.subarray(16), size).toString("latin1") : undefined;
}

/** Runs of eight tokens behind a byte that tells which are letters and which point back into the window. */
function inflate(source: Buffer, size: number): Buffer {
  const out = new Inflated(size);
  let at = 0;
  while (at < source.length && !out.isDone) {
    const flags = source[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < source.length && !out.isDone; bit++) {
      const isPointer = ((flags >> bit) & 1) === 1;
      if (isPointer) out.copy(((source[at] ?? 0) << 8) | (source[at + 1] ?? 0));
      else out.put(source[at] ?? 0);
      at += isPointer ? 2 : 1;
    }
  }
  return out.bytes();
}

class Inflated {
  readonly #window = Buffer.alloc(WINDOW);
  readonly #out: Buffer;
  #write = this.#window.write(DICTIONARY, "latin1");
  #length = 0;
  isDone = false;

  constructor(size: number) {
    this.#out = Buffer.alloc(size);
  }

  put(byte: number): void {
    this.#window[this.#write] = byte;
    this.#write = (this.#write + 1) % WINDOW;
    this.#out[this.#length++] = byte;
    this.isDone = this.#length >= this.#out.length;
  }

  /** Twelve bits say where, four how much; a pointer to the place being written ends the text. */
  copy(token: number): void {
    const from = token >> 4;
    if (from === this.#write) this.isDone = true;
    for (let copied = 0; copied < (token & 15) + 2 && !this.isDone; copied++) {
      this.put(this.#window[(from + copied) % WINDOW] ?? 0);
    }
  }

  bytes(): Buffer {
    return this.#out.subarray(0, this.#length);
  }
}

/** Groups that hold no text of the letter. */
const SILENT =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header|footer|generator|themedata|datastore|listtable)$/;
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|\r?\n|([^\\{}\r\n]+)/gi;

/** The words of RTF source; of RTF that wraps HTML, the words of the HTML. In: latin-1 text. */
export function rtfToText(source: string): string {
  const codePage = /\\ansicpg(\d{3,5})/.exec(source)?.[1] ?? "1254";
  const reader = new RtfReader(`windows-${codePage}`);
  for (const token of source.matchAll(TOKEN)) reader.take(token);
  return reader.text();
}

interface Group {
  silent: boolean;
}

class RtfReader {
  readonly #charset: string;
  readonly #groups: Group[] = [{ silent: false }];
  readonly #pieces: string[] = [];
  #bytes: number[] = [];
  #inMarkup = false;
  #skip = 0;

  constructor(charset: string) {
    this.#charset = charset;
  }

  take([, word, value, hex, symbol, brace, plain]: RegExpExecArray | RegExpMatchArray): void {
    if (word) this.#word(word, value);
    else if (hex) this.#byte(Number.parseInt(hex, 16));
    else if (symbol) this.#symbol(symbol);
    else if (brace) this.#brace(brace);
    else if (plain) for (const letter of plain) this.#byte(letter.charCodeAt(0));
  }

  text(): string {
    this.#flush();
    return this.#pieces
      .join("")
      .replace(/\n{3,}/g, "\n\n")
      .trim();
  }

  #word(word: string, value: string | undefined): void {
    if (word === "htmlrtf") this.#inMarkup = value !== "0";
    else if (SILENT.test(word)) this.#silence();
    else if (word === "par" || word === "line" || word === "row") this.#put("\n");
    else if (word === "tab" || word === "cell") this.#put("\t");
    else if (word === "u" && value) {
      this.#put(String.fromCharCode(Number(value) & 0xffff));
      this.#skip = 1;
    }
  }

  #symbol(symbol: string): void {
    if (symbol === "*") this.#silence();
    else if (symbol === "~") this.#put(" ");
    else if (symbol === "\\" || symbol === "{" || symbol === "}") this.#byte(symbol.charCodeAt(0));
  }

  #brace(brace: string): void {
    if (brace === "{") this.#groups.push({ silent: this.#groups.at(-1)?.silent ?? false });
    else if (this.#groups.length > 1) this.#groups.pop();
  }

  #silence(): void {
    const group = this.#groups.at(-1);
    if (group) group.silent = true;
  }

  #isSilent(): boolean {
    return this.#inMarkup || (this.#groups.at(-1)?.silent ?? false);
  }

  /** Bytes are decoded together: a letter may take several. */
  #byte(byte: number): void {
    if (this.#skip > 0) this.#skip--;
    else if (!this.#isSilent()) this.#bytes.push(byte);
  }

  #put(text: string): void {
    if (this.#isSilent()) return;
    this.#flush();
    this.#pieces.push(text);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    this.#pieces.push(decodeText(Buffer.from(this.#bytes), this.#charset).text);
    this.#bytes = [];
  }
}
