import { gunzipSync, gzipSync } from "node:zlib";
import type { ClassifierWeights } from "./classifier-weights.ts";

/**
 * The trained classifier as a file: the length of a JSON head (4 bytes, little endian), the head, the rarity and the
 * step of every row (4-byte floats), and the weights as signed bytes in their row's steps; all of it gzipped.
 */
interface Head {
  /** Hash of what it was trained on. */
  readonly basis: string;
  readonly labels: readonly string[];
  readonly features: readonly string[];
}

/** Where it stands in the knowledge folder. */
export const CLASSIFIER_FILE = "classifier.bin";

export function writeClassifier(trained: ClassifierWeights, basis: string): Buffer {
  const { labels, rows, rarity, steps, weights } = trained;
  const head = Buffer.from(JSON.stringify({ basis, labels, features: [...rows.keys()] } satisfies Head));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  return gzipSync(Buffer.concat([size, head, bytesOf(rarity), bytesOf(steps), bytesOf(weights)]));
}

/** Reads what writeClassifier wrote. Throws when the file is cut short or is another. */
export function readClassifier(zipped: Buffer): { readonly basis: string; readonly weights: ClassifierWeights } {
  const file = gunzipSync(zipped);
  const start = 4 + file.readUInt32LE(0);
  const { basis, labels, features }: Head = JSON.parse(file.toString("utf8", 4, start));
  const count = features.length;
  const stepsAt = start + 4 * count;
  const weightsAt = stepsAt + 4 * (count + 1);
  if (file.length !== weightsAt + (count + 1) * labels.length) throw new RangeError("cut short");
  const rows = new Map(features.map((feature, row) => [feature, row]));
  const rarity = Float32Array.from(features, (_, row) => file.readFloatLE(start + 4 * row));
  const steps = Float32Array.from({ length: count + 1 }, (_, row) => file.readFloatLE(stepsAt + 4 * row));
  return { basis, weights: { labels, rows, rarity, steps, weights: new Int8Array(file.subarray(weightsAt)) } };
}

function bytesOf(values: Float32Array | Int8Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}
