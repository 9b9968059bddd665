import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export type MailLanguage = "tr" | "en";

/** Each wording, with the values the program fills in. Facts of facts.yaml may stand in any of them. */
const WORDINGS = {
  acknowledgement: ["number", "subject"],
  "acknowledgement-with-answer": ["number", "subject", "answer", "source"],
  signature: [],
  "office-name": [],
  attribution: ["name", "date"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type WordingName = keyof typeof WORDINGS;
type ValuesOf<Name extends WordingName> = Readonly<Record<(typeof WORDINGS)[Name][number], string>>;
type Facts = Readonly<Record<string, string | Readonly<Record<MailLanguage, string>>>>;

/** What the office's mails say, in both languages. */
export interface MailWording {
  say<Name extends WordingName>(name: Name, language: MailLanguage, values: ValuesOf<Name>): string;
}

/** A fault in a wording file: names file and line, for the editor who made it. */
export class WordingError extends Error {
  override readonly name = "WordingError";
}

const PLACEHOLDER = /\{\{(\w*)\}\}/g;

/**
 * Reads and checks the wording of mails. In: the knowledge folder (its mail/*.md and facts.yaml). Throws a WordingError when a
 * file, a language or a placeholder is wrong, so that a slip is found at the start and not in somebody's mail.
 */
export function readMailWording(knowledge: string): MailWording {
  const facts = parse(readFileSync(join(knowledge, "facts.yaml"), "utf8")) as Facts;
  const names = Object.keys(WORDINGS) as WordingName[];
  const texts = new Map(names.map((name) => [name, readWording(knowledge, name, facts)]));
  return {
    say(name, language, values) {
      const text = texts.get(name)?.[language] ?? "";
      const filled: Readonly<Record<string, string>> = values;
      return text.replace(PLACEHOLDER, (_all, key: string) => filled[key] ?? factOf(facts, key, language) ?? "");
    },
  };
}

function readWording(knowledge: string, name: WordingName, facts: Facts): Record<MailLanguage, string> {
  const file = join("mail", `${name}.md`);
  const lines = readLines(join(knowledge, file), file);
  const allowed: readonly string[] = WORDINGS[name];
  const starts = (["tr", "en"] as const).map((language) => ({ language, line: lines.indexOf(`# ${language}`) }));
  for (const { language, line } of starts) {
    if (line < 0)
      throw new WordingError(`${file}: "# ${language}" başlığı yok. / The heading "# ${language}" is missing.`);
  }
  lines.forEach((line, index) => {
    for (const [placeholder, key = ""] of line.matchAll(PLACEHOLDER)) {
      if (allowed.includes(key) || key in facts) continue;
      const known = allowed.map((one) => `{{${one}}}`).join(", ") || "–";
      throw new WordingError(
        `${file}:${index + 1}: ${placeholder} bilinmiyor; kullanılabilenler: ${known} ve facts.yaml içindekiler. / Unknown placeholder.`,
      );
    }
  });
  const section = (language: MailLanguage): string => {
    const start = (starts.find((one) => one.language === language)?.line ?? 0) + 1;
    const next = starts.map((one) => one.line).filter((line) => line >= start);
    const text = lines
      .slice(start, Math.min(lines.length, ...next))
      .join("\n")
      .trim();
    if (!text) throw new WordingError(`${file}:${start}: "# ${language}" bölümü boş. / This section is empty.`);
    return text;
  };
  return { tr: section("tr"), en: section("en") };
}

function readLines(path: string, file: string): string[] {
  try {
    return readFileSync(path, "utf8").split(/\r?\n/);
  } catch (error) {
    throw new WordingError(`${file}: dosya okunamadı. / The file cannot be read.`, { cause: error });
  }
}

function factOf(facts: Facts, key: string, language: MailLanguage): string | undefined {
  const fact = facts[key];
  return typeof fact === "object" ? fact[language] : fact;
}
