import { mkdir, readdir, readFile, rename, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A mail of the demo mailbox on disk. */
export interface StoredMail {
  readonly uid: number;
  readonly raw: Buffer;
  readonly receivedAt: Date;
}

/** The demo mailbox's mails as files, so that a restart finds the same mails under the same UIDs. */
export interface MailFolder {
  /** The mailbox's epoch; made once, with the folder. */
  readonly uidValidity: number;
  /** True when the folder was made just now. */
  readonly isNew: boolean;
  /** All mails, oldest first. */
  readonly mails: readonly StoredMail[];
  /** Writes one more mail, under the next UID. */
  add(raw: Buffer, receivedAt: Date): Promise<StoredMail>;
}

const EPOCH_FILE = "uid-validity";
const nameOf = (uid: number): string => `${String(uid).padStart(8, "0")}.eml`;

/** Opens the folder, and makes it when there is none. */
export async function openMailFolder(path: string): Promise<MailFolder> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const epochFile = join(path, EPOCH_FILE);
  const kept = await readFile(epochFile, "utf8").catch(() => undefined);
  const uidValidity = kept ? Number(kept) : Math.floor(Date.now() / 1000);
  if (!kept) await writeFile(epochFile, String(uidValidity), { mode: 0o600 });

  const names = (await readdir(path)).filter((name) => /^\d{8}\.eml$/.test(name)).sort();
  const mails = await Promise.all(
    names.map(async (name) => {
      const file = join(path, name);
      return { uid: Number.parseInt(name, 10), raw: await readFile(file), receivedAt: (await stat(file)).mtime };
    }),
  );
  let lastUid = mails.at(-1)?.uid ?? 0;

  return {
    uidValidity,
    isNew: !kept,
    mails,
    async add(raw, receivedAt) {
      lastUid += 1;
      const uid = lastUid;
      const file = join(path, nameOf(uid));
      // Written aside and renamed: a crash leaves no half mail under a UID.
      await writeFile(`${file}.part`, raw, { mode: 0o600, flush: true });
      await utimes(`${file}.part`, receivedAt, receivedAt);
      await rename(`${file}.part`, file);
      return { uid, raw, receivedAt };
    },
  };
}
