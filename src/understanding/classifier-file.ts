import { gunzipSync, gzipSync } from "node:zlib";
import type { ClassifierWeights } from "./classifier.ts";

/**
 * The trained classifier as a file: the length of a JSON head (4 bytes, little endian), the head, the rarity and the
 * scale of every row (4-byte floats), and the weights as signed bytes in steps of their row's scale; all of it gzipped.
 */
interface Head {
  /** Hash of what it was trained on. */
  readonly basis: string;
  readonly labels: readonly string[];
  readonly features: readonly string[];
}

const MOST = 127;

/** Where it stands in the knowledge folder. */
export const CLASSIFIER_FILE = "classifier.bin";

export function writeClassifier(trained: ClassifierWeights, basis: string): Buffer {
  const { labels, rows, rarity, weights } = trained;
  const head = Buffer.from(JSON.stringify({ basis, labels, features: [...rows.keys()] } satisfies Head));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  const scales = new Float32Array(rows.size + 1);
  const bytes = new Int8Array(weights.length);
  for (let row = 0; row <= rows.size; row += 1) {
    const part = weights.subarray(row * labels.length, (row + 1) * labels.length);
    const scale = Math.max(...part.map(Math.abs)) / MOST || 1;
    scales[row] = scale;
    bytes.set(
      part.map((weight) => Math.round(weight / scale)),
      row * labels.length,
    );
  }
  return gzipSync(Buffer.concat([size, head, bytesOf(rarity), bytesOf(scales), bytesOf(bytes)]));
}

/** Reads what writeClassifier wrote. Throws when the file is cut short or is another. */
export function readClassifier(zipped: Buffer): { readonly basis: string; readonly weights: ClassifierWeights } {
  const file = gunzipSync(zipped);
  const start = 4 + file.readUInt32LE(0);
  const { basis, labels, features }: Head = JSON.parse(file.toString("utf8", 4, start));
  const count = features.length;
  const weightsAt = start + 4 * count + 4 * (count + 1);
  if (file.length !== weightsAt + (count + 1) * labels.length) throw new RangeError("cut short");
  const weights = new Float32Array((count + 1) * labels.length);
  for (let row = 0; row <= count; row += 1) {
    const scale = file.readFloatLE(start + 4 * count + 4 * row);
    const base = row * labels.length;
    for (let label = 0; label < labels.length; label += 1) {
      weights[base + label] = file.readInt8(weightsAt + base + label) * scale;
    }
  }
  const rarity = Float32Array.from(features, (_, row) => file.readFloatLE(start + 4 * row));
  const rows = new Map(features.map((feature, row) => [feature, row]));
  return { basis, weights: { labels, rows, rarity, weights } };
}

function bytesOf(values: Float32Array | Int8Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}
