import { spawnSync } from "node:child_process";

const cli = (...words: string[]) =>
  spawnSync(process.execPath, ["test/support/run-typescript.cjs", "src/cli.ts", ...words], { encoding: "utf8" });

test("help lists the commands and does nothing else", () => {
  const { status, stdout } = cli("knowledge", "tune", "--help");
  expect(status).toBe(0);
  expect(stdout).toContain("knowledge train");
});

test.each([
  ["an unknown option", ["knowledge", "train", "--colour"], "--colour"],
  ["an unknown command", ["knowledge", "forget"], "knowledge forget"],
  ["no command", [], "npm run cli"],
])("%s is named, with what there is, and ends with 64", (_what, words, named) => {
  const { status, stderr } = cli(...words);
  expect(status).toBe(64);
  expect(stderr).toContain(named);
  expect(stderr).toContain("Kullanım / usage");
});
