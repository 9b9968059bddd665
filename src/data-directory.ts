import { hkdfSync, randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** The keys of one installation, each for one purpose, all from one secret (HKDF, RFC 5869). */
export interface Keys {
  /** Seals personal data at rest. */
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

/**
 * The keys made from DATA_KEY, so that all processes of an installation have the same; without it from a secret that
 * is made on the first start and kept beside the data.
 */
export async function loadKeys(directory: string, dataKey: Buffer | undefined): Promise<Keys> {
  const secret = dataKey ?? (await keptSecret(join(directory, "data.key")));
  const derive = (purpose: string) => Buffer.from(hkdfSync("sha256", secret, "", `helpdesk ${purpose}`, 32));
  return { data: derive("data"), mail: derive("mail"), web: derive("web") };
}

async function keptSecret(file: string): Promise<Buffer> {
  const fresh = randomBytes(32).toString("base64");
  await writeFile(file, fresh, { mode: 0o600, flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  return Buffer.from(await readFile(file, "utf8"), "base64");
}
