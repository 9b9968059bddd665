import type { Connection } from "mongoose";

/**
 * Takes off the indexes by which the engine deletes what is over: it goes by the real clock, and a test's clock stands still on a day
 * that passes.
 */
export async function withoutExpiry({ db }: Connection): Promise<void> {
  for (const collection of (await db?.collections()) ?? []) {
    for (const { name, expireAfterSeconds } of await collection.indexes()) {
      if (name && expireAfterSeconds !== undefined) await collection.dropIndex(name);
    }
  }
}
