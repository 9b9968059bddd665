import type { Preferences, Theme } from "./route.ts";

const THEMES: readonly Theme[] = ["auto", "light", "dark"];

/**
 * What was chosen on this browser before (cookies). Turkish until English is asked for: office browsers are often
 * installed in English for people who do not read it.
 */
export function readPreferences(cookie: (name: string) => string | undefined): Preferences {
  const theme = cookie("theme") as Theme;
  return {
    language: cookie("language") === "en" ? "en" : "tr",
    theme: THEMES.includes(theme) ? theme : "auto",
    moreContrast: cookie("contrast") === "more",
    singleKeys: cookie("keys") !== "off",
    folds: readFolds(cookie("folds") ?? ""),
  };
}

/** "history-open.person-folded": what a form may send, and a cookie holds. */
export const FOLDS = /^(?:[a-z]{1,20}-(?:open|folded)(?:\.|$)){1,20}$/;

function readFolds(text: string): ReadonlyMap<string, boolean> {
  if (!FOLDS.test(text)) return new Map();
  return new Map(
    text
      .split(".")
      .filter(Boolean)
      .map((one) => {
        const [name = "", state] = one.split("-");
        return [name, state === "open"] as const;
      }),
  );
}
