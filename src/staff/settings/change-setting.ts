import type { Actor } from "../../core/person.ts";
import type { Office } from "../../core/ports.ts";
import type { SettingName, Settings } from "../../core/settings.ts";
import { changesBetween } from "../changes-between.ts";

export interface SettingChange<Name extends SettingName> {
  readonly name: Name;
  readonly value: Settings[Name];
  /** The version it was made from. */
  readonly version: number;
  readonly actor: Actor;
}

/**
 * Changes a setting and writes who changed what from what to what. Out: whether anything is another than before.
 * Throws `stale` when somebody changed it meanwhile.
 */
export async function changeSetting<Name extends SettingName>(
  { store, clock }: Office,
  { name, value, version, actor }: SettingChange<Name>,
): Promise<boolean> {
  const before = (await store.settings.versioned())[name];
  const changes = changesBetween(before.value, value);
  if (changes.length === 0) return false;
  await store.transact(async (transaction) => {
    await transaction.writeSetting(name, value, version);
    await transaction.append({ type: "settings.changed", at: clock.now(), actor, setting: name, changes });
  });
  // What this process keeps in mind is the new value from now on.
  await store.settings.versioned();
  return true;
}
