import type { FieldChange } from "../../core/events.ts";
import type { Actor } from "../../core/person.ts";
import type { Office } from "../../core/ports.ts";
import type { SettingName, Settings } from "../../core/settings.ts";

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
  const changes = settingChanges(before.value, value);
  if (changes.length === 0) return false;
  await store.transact(async (transaction) => {
    await transaction.writeSetting(name, value, version);
    await transaction.append({ type: "settings.changed", at: clock.now(), actor, setting: name, changes });
  });
  // What this process keeps in mind is the new value from now on.
  await store.settings.versioned();
  return true;
}

/** What differs between two values of a setting, by the paths of the parts. */
export function settingChanges(before: object, after: object): FieldChange[] {
  const [from, to] = [partsOf(before), partsOf(after)];
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((field) => JSON.stringify(from.get(field) ?? null) !== JSON.stringify(to.get(field) ?? null))
    .map((field) => ({ field, from: from.get(field) ?? null, to: to.get(field) ?? null }));
}

/** Objects are taken apart; lists are parts of their own. */
function partsOf(value: object, path = ""): Map<string, unknown> {
  const parts = new Map<string, unknown>();
  for (const [name, part] of Object.entries(value) as [string, unknown][]) {
    const isObject = typeof part === "object" && part !== null && !Array.isArray(part);
    if (!isObject) parts.set(`${path}${name}`, part);
    else for (const [inner, one] of partsOf(part, `${path}${name}.`)) parts.set(inner, one);
  }
  return parts;
}
