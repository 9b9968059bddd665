import type { Model, mongo } from "mongoose";
import type { Stored } from "./models.ts";

/** The server has an index of that name, or of these keys, that was made otherwise (IndexOptionsConflict, IndexKeySpecsConflict). */
const MADE_OTHERWISE: ReadonlySet<unknown> = new Set([85, 86]);

/**
 * Makes a collection with the indexes its schema names; one that a former version made otherwise is made anew. Indexes the
 * schema does not know are left alone: an administrator may have made them, also one like ours under a name of its own.
 */
export async function makeIndexes(model: Model<Stored>): Promise<void> {
  await model.init();
  try {
    await model.createIndexes();
  } catch (error) {
    if (!MADE_OTHERWISE.has((error as { code?: unknown }).code)) throw error;
    await dropThoseMadeOtherwise(model);
    await makeMissing(model);
  }
}

async function dropThoseMadeOtherwise(model: Model<Stored>): Promise<void> {
  const { toDrop } = await model.diffIndexes();
  const ours = new Set(model.schema.indexes().map(([keys]) => nameOf(keys)));
  // Another process that starts at the same time may have been faster.
  await Promise.allSettled(toDrop.filter((name) => ours.has(name)).map((name) => model.collection.dropIndex(name)));
}

async function makeMissing(model: Model<Stored>): Promise<void> {
  const { toCreate } = await model.diffIndexes();
  const missing = new Set(toCreate.map(nameOf));
  for (const [keys, options] of model.schema.indexes()) {
    if (missing.has(nameOf(keys)))
      await model.collection.createIndex(keys as Record<string, 1 | -1>, options as mongo.CreateIndexesOptions);
  }
}

/** As the driver names an index that is given no name. */
const nameOf = (keys: Readonly<Record<string, unknown>>): string =>
  Object.entries(keys)
    .map((key) => key.join("_"))
    .join("_");
