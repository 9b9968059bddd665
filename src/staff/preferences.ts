import type { Language } from "../understanding/types.ts";
import type { Preferences, Theme } from "./route.ts";

const THEMES: readonly Theme[] = ["auto", "light", "dark"];

/** What the browser chose before (cookies), else its own language; Turkish when it says neither. */
export function readPreferences(
  cookie: (name: string) => string | undefined,
  acceptLanguage: string | undefined,
): Preferences {
  const theme = cookie("theme") as Theme;
  return {
    language: languageOf(cookie("language"), acceptLanguage),
    theme: THEMES.includes(theme) ? theme : "auto",
    moreContrast: cookie("contrast") === "more",
  };
}

function languageOf(chosen: string | undefined, accepted: string | undefined): Language {
  if (chosen === "tr" || chosen === "en") return chosen;
  const wanted = (accepted ?? "").match(/\b(?:tr|en)\b/)?.[0];
  return wanted === "en" ? "en" : "tr";
}
