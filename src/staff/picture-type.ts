/** Kinds of attachments that may be shown in the browser: they carry no script and are known by their first bytes. */
const SIGNATURES: readonly (readonly [type: string, test: (bytes: Buffer) => boolean])[] = [
  ["image/png", (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))],
  ["image/jpeg", (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ["image/gif", (bytes) => /^GIF8[79]a/.test(bytes.subarray(0, 6).toString("latin1"))],
  ["image/webp", (bytes) => /^RIFF.{4}WEBP/s.test(bytes.subarray(0, 12).toString("latin1"))],
  ["application/pdf", (bytes) => bytes.subarray(0, 5).toString("latin1") === "%PDF-"],
];

/** The type of a picture or PDF by its content, whatever its name says; undefined for everything else (SVG and HTML can run). */
export function previewType(bytes: Buffer): string | undefined {
  return SIGNATURES.find(([, test]) => test(bytes))?.[0];
}

/** Whether a preview is worth offering, by what the mail says of the file; its content decides when it is asked for. */
export function mayPreview(type: string): boolean {
  return SIGNATURES.some(([known]) => known === type);
}
