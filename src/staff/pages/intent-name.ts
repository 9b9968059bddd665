import type { Texts } from "../texts/texts.ts";

/** What was wanted, in a word. */
export function intentName({ gaps }: Texts, intent: string): string {
  return (gaps.intentOf as Readonly<Record<string, string>>)[intent] ?? intent;
}
