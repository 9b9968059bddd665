import { Transform, type TransformCallback } from "node:stream";
import { decodeText } from "./charset.ts";

/**
 * Decodes text parts for mailparser (its `Iconv` option), which hands over each part's bytes with the charset it is labelled
 * with: collected whole, because only all of them show whether the label is true.
 */
export class RepairingDecoder extends Transform {
  readonly #charset: string;
  readonly #chunks: Buffer[] = [];

  constructor(charset: string, _to: string) {
    super();
    this.#charset = charset;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#chunks.push(chunk);
    done();
  }

  override _flush(done: TransformCallback): void {
    done(null, Buffer.from(decodeText(Buffer.concat(this.#chunks), this.#charset).text));
  }
}
