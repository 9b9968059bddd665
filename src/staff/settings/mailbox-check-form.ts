import type { MailboxCheck } from "../../core/settings.ts";
import type { FormRead } from "./form-read.ts";

export type MailboxCheckFault = "minutes" | "within";

const EVERY = { least: 5, most: 1_440 } as const;
const WITHIN = { least: 1, most: 240 } as const;

/** The fields of the form for this setting. */
export function mailboxCheckFields({ on, everyMinutes, withinMinutes }: MailboxCheck): URLSearchParams {
  const form = new URLSearchParams({ everyMinutes: String(everyMinutes), withinMinutes: String(withinMinutes) });
  if (on) form.set("on", "yes");
  return form;
}

/** The setting a form asks for, or what is wrong with it. */
export function readMailboxCheck(form: URLSearchParams): FormRead<MailboxCheck, MailboxCheckFault> {
  const faults: Record<string, MailboxCheckFault> = {};
  const minutes = (name: string, { least, most }: { readonly least: number; readonly most: number }) => {
    const value = Number((form.get(name) ?? "").trim() || Number.NaN);
    if (!(Number.isInteger(value) && value >= least && value <= most)) faults[name] = "minutes";
    return value;
  };
  const everyMinutes = minutes("everyMinutes", EVERY);
  const withinMinutes = minutes("withinMinutes", WITHIN);
  // The next one is sent only when this one is back or missed.
  if (withinMinutes > everyMinutes) faults.withinMinutes = "within";
  if (Object.keys(faults).length > 0) return { faults };
  return { value: { on: form.has("on"), everyMinutes, withinMinutes } };
}
