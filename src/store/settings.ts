import type { ClientSession } from "mongoose";
import { AppError } from "../core/errors.ts";
import {
  type SettingName,
  type Settings,
  type SettingsReader,
  type SettingsWrites,
  USUAL_SETTINGS,
  type VersionedSettings,
} from "../core/settings.ts";
import { orConflict } from "./documents.ts";
import type { Models } from "./models.ts";

/** Another process's change holds here after this time. */
const FRESH_MS = 2_000;

const NAMES = Object.keys(USUAL_SETTINGS) as SettingName[];

/** One document a setting; what was never chosen, or was not there to choose when it was stored, is the usual. */
export function createSettings({ settings }: Models): SettingsReader {
  let last: { readonly at: number; readonly read: Promise<VersionedSettings> } | undefined;

  async function readAll(): Promise<VersionedSettings> {
    const rows = new Map((await settings.find({}).lean()).map((row) => [row._id, row]));
    const all = NAMES.map((name) => {
      const row = rows.get(name);
      const value = { ...USUAL_SETTINGS[name], ...(row?.value as object | undefined) };
      return [name, { value, version: (row?.version as number | undefined) ?? 0 }] as const;
    });
    return Object.fromEntries(all) as unknown as VersionedSettings;
  }

  function readAnew(): Promise<VersionedSettings> {
    const read = readAll();
    last = { at: Date.now(), read };
    read.catch(() => {
      last = undefined;
    });
    return read;
  }

  return {
    versioned: readAnew,
    async current(): Promise<Settings> {
      const isFresh = last && Date.now() - last.at < FRESH_MS;
      const { serviceLevels, mailboxCheck, trustAnchors } = await (last && isFresh ? last.read : readAnew());
      return {
        serviceLevels: serviceLevels.value,
        mailboxCheck: mailboxCheck.value,
        trustAnchors: trustAnchors.value,
      };
    },
  };
}

/** The part of a transaction that writes settings. */
export function createSettingsWrites({ settings }: Models, session: ClientSession): SettingsWrites {
  return {
    async writeSetting(name, value, version) {
      const next = { value, version: version + 1 };
      if (version === 0) {
        try {
          await orConflict(settings.insertMany([{ _id: name, ...next }], { session }), "The setting");
        } catch (error) {
          if (error instanceof AppError) throw stale(name);
          throw error;
        }
        return;
      }
      const result = await settings.updateOne({ _id: name, version }, { $set: next }, { session });
      if (result.matchedCount === 0) throw stale(name);
    },
  };
}

const stale = (name: string) => new AppError("stale", `The setting ${name} was changed meanwhile.`, { name });
