import { type ServiceLevels, USUAL_SERVICE_LEVELS } from "./service-levels.ts";

/** The mail sent to ourselves that must come back through the mailbox. */
export interface MailboxCheck {
  readonly on: boolean;
  readonly everyMinutes: number;
  /** How soon it must be back. */
  readonly withinMinutes: number;
}

/** Certificates the office trusts, so that a signer's certificate that leads to one of them says whose it is. */
export interface TrustAnchors {
  /** PEM, one certificate each. */
  readonly certificates: readonly string[];
}

/** What the office chose in the console; it holds in every process within seconds. */
export interface Settings {
  readonly serviceLevels: ServiceLevels;
  readonly mailboxCheck: MailboxCheck;
  readonly trustAnchors: TrustAnchors;
}

export type SettingName = keyof Settings;

/** Before anybody chose. */
export const USUAL_SETTINGS: Settings = {
  serviceLevels: USUAL_SERVICE_LEVELS,
  mailboxCheck: { on: false, everyMinutes: 15, withinMinutes: 10 },
  trustAnchors: { certificates: [] },
};

/** A setting as it is edited: a change names the version it was made from. */
export interface Versioned<Value> {
  readonly value: Value;
  /** 0 before it was ever changed. */
  readonly version: number;
}

export type VersionedSettings = { readonly [Name in SettingName]: Versioned<Settings[Name]> };

/** Reads of the settings. */
export interface SettingsReader {
  /** What is in force: kept in mind, and read again after two seconds. */
  current(): Promise<Settings>;
  /** Read anew, for whoever edits. */
  versioned(): Promise<VersionedSettings>;
}

/** Writes of the settings, inside a transaction. */
export interface SettingsWrites {
  /** Throws `stale` when the stored version is another one. */
  writeSetting<Name extends SettingName>(name: Name, value: Settings[Name], version: number): Promise<void>;
}
