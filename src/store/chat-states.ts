import type { ChatStates } from "../core/chat-ports.ts";
import { AppError } from "../core/errors.ts";
import type { Cipher } from "./cipher.ts";
import { bytesOf, isDuplicateKey } from "./documents.ts";
import { newId } from "./ids.ts";
import type { Models } from "./models.ts";
import { oneAtATime } from "./one-at-a-time.ts";

interface Write {
  readonly key: string;
  readonly sealed: Buffer;
  readonly version: number | undefined;
}

/** Ids of the latest writes kept in a document: enough to know one's own when others write at the same moment. */
const WRITERS_KEPT = 4;

/**
 * Acknowledged by one server, not by the majority's journals: what a crash of the database takes of a conversation is its
 * last turn's memory. Copies kept in processes are then newer than what is stored, found out as such, and read again.
 */
const LIGHT = { ordered: false, writeConcern: { w: 1, j: false } } as const;

/**
 * Conversation states, sealed. While one command is under way the next writes gather, and leave in one command: a busy
 * process pays a fraction of a command for each turn, an idle one waits for nobody.
 */
export function createChatStates({ chatStates }: Models, cipher: Cipher): ChatStates {
  const open = (sealed: unknown): unknown => {
    const bytes = bytesOf(sealed);
    return bytes && JSON.parse(cipher.open(bytes).toString());
  };
  const write = oneAtATime(writeAll);

  return {
    async read(keys) {
      const rows = await chatStates.find({ _id: { $in: [...keys] } }).lean();
      return new Map(rows.map((row) => [row._id, { value: open(row.sealed), version: row.version as number }]));
    },
    async write(key, value, version) {
      const sealed = cipher.seal(Buffer.from(JSON.stringify(value)));
      const written = await write({ key, sealed, version });
      if (!written) throw new AppError("stale", "The conversation state was written by another turn.", { key });
    },
    async remove(key) {
      await chatStates.deleteOne({ _id: key });
    },
  };

  /** The bare command: the driver's bulk write and the schema's casting cost more than it does. Out: how many were written. */
  async function run(command: object): Promise<number> {
    const result = await chatStates.db.db?.command(command);
    const failed = result?.writeErrors?.find((error: unknown) => !isDuplicateKey(error));
    if (!result || failed) throw new Error(`A conversation state was not written: ${failed?.errmsg ?? "no database"}`);
    return result.n;
  }

  /** Out: for each write whether it was done; not done when the stored version is another one. */
  async function writeAll(writes: readonly Write[]): Promise<readonly boolean[]> {
    const ids = writes.map(() => newId());
    const steps = writes.map((one, index) => stepOf(one, ids[index] ?? ""));
    const command = { update: chatStates.collection.name, updates: steps, ...LIGHT };
    // Sent twice when the connection breaks: what the first one did is known by its ids, and not done again.
    const done = await run(command).catch(() => run(command));
    if (done === writes.length) return writes.map(() => true);
    const rows = await chatStates.find({ _id: { $in: writes.map(({ key }) => key) } }, { writers: 1 }).lean();
    const found = new Set(rows.flatMap((row) => row.writers as string[]));
    return ids.map((id) => found.has(id));
  }
}

/** A first write inserts (version 0 and one more), and breaks on the id where there is a state already. */
function stepOf({ key, sealed, version }: Write, id: string) {
  return {
    q: { _id: key, ...(version !== undefined && { version }) },
    u: {
      $set: { sealed, updatedAt: new Date() },
      $inc: { version: 1 },
      $push: { writers: { $each: [id], $slice: -WRITERS_KEPT } },
    },
    upsert: !version,
  };
}
