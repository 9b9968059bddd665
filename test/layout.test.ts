import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the import checker cannot see: words in the code, and whether README's map is that of the house. */

test("letter case is changed in src/language alone, where Turkish is known", () => {
  const changesCase = /to(Locale)?(Lower|Upper)Case/;
  expect(sourcesWith(changesCase).filter((file) => !file.startsWith("src/language/"))).toEqual([]);
});

test("chat and staff know restify by its types only: they build no server", () => {
  const importsValue = /^import (?!type\b)[^;]*from "restify"/m;
  expect(sourcesWith(importsValue).filter((file) => /^src\/(chat|staff)\//.test(file))).toEqual([]);
});

test("tests run as CommonJS, so only the two entry points use what exists in modules alone", () => {
  const modulesOnly = /\bimport\.meta\b|^await\b/m;
  expect(sourcesWith(modulesOnly).filter((file) => !/^src\/(main|cli)\.ts$/.test(file))).toEqual([]);
});

test("README says where code goes, for exactly the folders there are", () => {
  const folders = [...foldersIn("src").map((name) => `src/${name}`), "dialogs", "knowledge"];
  const [, table] = readFileSync("README.md", "utf8").split("### Where does my code go?");
  const rows = table?.split("\n#")[0]?.match(/^\|.*\|$/gm) ?? [];
  const named = rows
    .flatMap((row) => row.match(/`(src\/[a-z]+|dialogs|knowledge)`/g) ?? [])
    .map((name) => name.slice(1, -1));
  expect([...new Set(named)].sort()).toEqual(folders.sort());
});

function sourcesWith(pattern: RegExp): string[] {
  return [...filesIn("src"), ...filesIn("dialogs")].filter((file) => pattern.test(readFileSync(file, "utf8")));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
