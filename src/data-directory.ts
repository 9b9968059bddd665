import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** Keys the product makes for itself on its first start. */
export interface Keys {
  /** Seals personal data at rest; DATA_KEY takes its place when given. */
  readonly data: Buffer;
  /** Signs our Message-IDs. */
  readonly mail: Buffer;
  /** Signs web chat tokens. */
  readonly web: Buffer;
}

/**
 * Makes the data directory if it is missing, readable to its owner alone. Returns its full path.
 * @throws one sentence with its remedy when it cannot be written.
 */
export async function openDataDirectory(directory: string): Promise<string> {
  const path = resolve(directory);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      `Veri klasörüne yazılamıyor (${path}, ${code}): izinleri düzeltin ya da başka bir DATA_DIR verin. / ` +
        `The data folder cannot be written: mend its permissions or set another DATA_DIR.`,
      { cause: error },
    );
  }
  return path;
}

/** Reads the keys of this installation, made once and kept beside the data. `dataKey` is DATA_KEY, when given. */
export async function loadKeys(directory: string, dataKey: Buffer | undefined): Promise<Keys> {
  const file = join(directory, "keys.json");
  const fresh = { data: newKey(), mail: newKey(), web: newKey() };
  await writeFile(file, JSON.stringify(fresh), { mode: 0o600, flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  const kept = JSON.parse(await readFile(file, "utf8")) as typeof fresh;
  const decode = (name: keyof typeof fresh) => Buffer.from(kept[name], "base64");
  return { data: dataKey ?? decode("data"), mail: decode("mail"), web: decode("web") };
}

const newKey = () => randomBytes(32).toString("base64");
