import type { SettingsEvent as AnySettingsEvent } from "../../core/events.ts";
import type { SettingName, Settings } from "../../core/settings.ts";
import type { MailboxCheckFault } from "./mailbox-check-form.ts";
import type { FieldFault } from "./service-levels-form.ts";
import type { TrustAnchorsFault } from "./trust-anchors-form.ts";

export type SettingsFault = FieldFault | MailboxCheckFault | TrustAnchorsFault;

/** A form that could not be saved: a field is wrong, or somebody was faster. What was typed goes back to the page. */
export interface SettingsAttempt {
  readonly kind: "wrong" | "stale";
  readonly name: SettingName;
  readonly form: URLSearchParams;
  readonly faults: Readonly<Record<string, SettingsFault>>;
  /** What the form asked for, when it could be read. */
  readonly value?: Settings[SettingName];
}

export type SettingsEvent = AnySettingsEvent & { readonly id: string };
