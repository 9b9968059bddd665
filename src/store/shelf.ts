import type { ClientSession } from "mongoose";
import { AppError } from "../core/errors.ts";
import type { ShelfName, ShelfReader, ShelfWrites, Shelves } from "../core/shelf.ts";
import { fromStored, orConflict, toStored } from "./documents.ts";
import type { Models } from "./models.ts";

/** Saved views and ready answers: what members keep at hand. */
export function createShelf(models: Models): ShelfReader {
  return {
    async of<Name extends ShelfName>(shelf: Name, staff: readonly string[]) {
      const [own, shared] = await Promise.all([
        models[shelf].find({ owner: { $in: [...staff] }, shared: false }).lean(),
        models[shelf].find({ shared: true }).lean(),
      ]);
      return [...shared, ...own].map((row) => fromStored<Shelves[Name]>(row));
    },
    async byId<Name extends ShelfName>(shelf: Name, id: string) {
      const row = await models[shelf].findOne({ _id: id }).lean();
      return row ? fromStored<Shelves[Name]>(row) : undefined;
    },
  };
}

/** The part of a transaction that writes them. */
export function createShelfWrites(models: Models, session: ClientSession): ShelfWrites {
  return {
    async keep(shelf, item) {
      const { id, version } = item;
      const next = { ...item, version: version + 1 };
      if (version === 0) {
        await orConflict(models[shelf].insertMany([toStored(next)], { session }), "The item");
        return;
      }
      const { _id, ...fields } = toStored(next);
      const result = await models[shelf].updateOne({ _id, version }, { $set: fields }, { session });
      if (result.matchedCount === 0) throw stale(id);
    },
    async discard(shelf, { id, version }) {
      const result = await models[shelf].deleteOne({ _id: id, version }, { session });
      if (result.deletedCount === 0) throw stale(id);
    },
  };
}

const stale = (id: string) => new AppError("stale", `The item ${id} was changed meanwhile.`, { id });
