import { AppError } from "../../core/errors.ts";
import type { Office } from "../../core/ports.ts";
import type { SavedView } from "../../core/saved-view.ts";
import type { Visitor } from "../route.ts";
import { inOrder } from "../view-counts.ts";
import { mayKeep } from "./keep-item.ts";

/** Puts a view one place up or down among its owner's, or among the shared ones; nothing at an end. Throws `notAllowed`. */
export async function moveView(
  { store }: Office,
  by: Pick<Visitor, "id" | "name" | "role">,
  view: SavedView,
  direction: "up" | "down",
): Promise<void> {
  if (!mayKeep(by, view)) throw new AppError("notAllowed", "Only a lead puts shared views in order.");
  const all = await store.shelf.of("savedViews", [view.owner]);
  const row = inOrder(all.filter(({ shared }) => shared === view.shared));
  const from = row.findIndex(({ id }) => id === view.id);
  const to = direction === "up" ? from - 1 : from + 1;
  const [moved, other] = [row[from], row[to]];
  if (!moved || !other) return;
  const next = row.with(from, other).with(to, moved);
  const changed = next.map((one, order) => ({ ...one, order })).filter((one) => !row.some((old) => isSame(old, one)));
  await store.transact(async (transaction) => {
    for (const one of changed) await transaction.keep("savedViews", one);
  });
}

const isSame = (one: SavedView, other: SavedView) => one.id === other.id && one.order === other.order;
