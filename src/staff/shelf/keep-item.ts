import { AppError } from "../../core/errors.ts";
import type { FieldChange } from "../../core/events.ts";
import { may } from "../../core/person.ts";
import type { Office, Transaction } from "../../core/ports.ts";
import type { ShelfName, Shelves } from "../../core/shelf.ts";
import type { ShelfItem } from "../../core/shelf-item.ts";
import { changesBetween } from "../changes-between.ts";
import type { Visitor } from "../route.ts";

/** A member keeps so many for themselves, and the office so many for all: more would be found by nobody. */
export const MOST_ITEMS = { savedViews: 30, readyAnswers: 200 } as const satisfies Record<ShelfName, number>;

type Keeper = Pick<Visitor, "id" | "name" | "role">;

/** Whether this is theirs to change: one's own is one's own, what is shared is for those who may share. */
export function mayKeep({ id, role }: Keeper, { owner, shared }: ShelfItem): boolean {
  return shared ? may(role, "desk.share") : owner === id;
}

/**
 * Keeps an item, new or changed. A shared one is written down: who, what, before and after.
 * Throws `notAllowed`, `stale`, or `conflict` when there are too many.
 */
export async function keepItem<Name extends ShelfName>(
  office: Office,
  by: Keeper,
  shelf: Name,
  item: Shelves[Name],
): Promise<void> {
  const before = item.version > 0 ? await office.store.shelf.byId(shelf, item.id) : undefined;
  if (item.version > 0 && !before) throw new AppError("notFound", "There is no such item.", { id: item.id });
  // What is no longer shared goes back to whoever made it.
  if (!mayKeep(by, before ?? item) || (item.shared && !may(by.role, "desk.share"))) {
    throw new AppError("notAllowed", "Only a lead changes what is shared, and only its owner what is not.");
  }
  if (!before || before.shared !== item.shared) await assertRoom(office, shelf, item);
  await office.store.transact(async (transaction) => {
    await transaction.keep(shelf, item);
    if (item.shared || before?.shared) await writeDown(transaction, office, by, shelf, item, before);
  });
}

/** Takes an item away for good. Throws `notAllowed` or `stale`. */
export async function discardItem<Name extends ShelfName>(
  office: Office,
  by: Keeper,
  shelf: Name,
  item: Shelves[Name],
): Promise<void> {
  if (!mayKeep(by, item)) {
    throw new AppError("notAllowed", "Only a lead changes what is shared, and only its owner what is not.");
  }
  await office.store.transact(async (transaction) => {
    await transaction.discard(shelf, item);
    if (item.shared) await writeDown(transaction, office, by, shelf, undefined, item);
  });
}

async function assertRoom(office: Office, shelf: ShelfName, { owner, shared }: ShelfItem): Promise<void> {
  const there = (await office.store.shelf.of(shelf, [owner])).filter((other) => other.shared === shared);
  const most = MOST_ITEMS[shelf];
  if (there.length >= most) throw new AppError("conflict", `There are ${most} already; delete one first.`, { most });
}

async function writeDown<Name extends ShelfName>(
  transaction: Transaction,
  { clock }: Office,
  { id, name }: Keeper,
  shelf: Name,
  after: Shelves[Name] | undefined,
  before: Shelves[Name] | undefined,
): Promise<void> {
  const changes: FieldChange[] = changesBetween(told(before), told(after));
  await transaction.append({
    type: after ? "shared.kept" : "shared.discarded",
    at: clock.now(),
    actor: { kind: "staff", id, name },
    shelf,
    name: (after ?? before)?.name ?? "",
    changes,
  });
}

/** What of an item is worth writing down. */
function told(item: ShelfItem | undefined): object {
  if (!item) return {};
  const { id: _id, version: _version, ...rest } = item;
  return rest;
}
