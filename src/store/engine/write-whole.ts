import { rename, writeFile } from "node:fs/promises";

/** Writes a file so that a reader, or a start after a crash, sees the old text or the new one, never half. */
export async function writeWhole(path: string, text: string, mode = 0o644): Promise<void> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, text, { mode });
  await rename(draft, path);
}
