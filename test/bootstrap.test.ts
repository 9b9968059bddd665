import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A small product with this one's tools: what `npm start` and `npm run cli` do before they hand over. */
let home: string;

beforeEach(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), "helpdesk-bootstrap-test-")));
  await mkdir(join(home, "src"));
  for (const file of ["package.json", "package-lock.json", "tsconfig.json", "src/bootstrap.mjs"]) {
    await cp(file, join(home, file));
  }
  await symlink(join(process.cwd(), "node_modules"), join(home, "node_modules"));
  await source("greet.ts", 'export const greeting: string = "Merhaba";');
  await source(
    "cli.ts",
    'import { greeting } from "./greet.ts"; console.log(greeting, process.argv.slice(2)); process.exitCode = 3;',
  );
});

afterEach(() => rm(home, { recursive: true, force: true }));

test("the first run compiles, later ones do not, and the program's arguments and exit code are its own", () => {
  const first = bootstrap("cli", "bir", "--iki");
  const second = bootstrap("cli");

  expect(first).toMatchObject({ status: 3, stderr: expect.stringContaining("compiling: tamam / done") });
  // What a command says is read by other programs, also the first time.
  expect(first.stdout).toBe("Merhaba [ 'bir', '--iki' ]\n");
  expect(second).toMatchObject({ status: 3, stdout: "Merhaba []\n" });
});

test("a changed source is compiled anew, and the output of a removed one goes", async () => {
  await source("old.ts", "export const old = 1;");
  bootstrap("cli");

  await source("greet.ts", 'export const greeting: string = "Günaydın";');
  await rm(join(home, "src/old.ts"));
  const { stdout } = bootstrap("cli");

  expect(stdout).toContain("Günaydın");
  await expect(import(join(home, "dist/src/old.js"))).rejects.toThrow();
});

test("a source that does not compile is shown with its place, and nothing runs", async () => {
  await source("greet.ts", "export const greeting: string = 1;");

  const { status, stdout, stderr } = bootstrap("cli");

  expect(status).toBe(1);
  expect(stderr).toContain("src/greet.ts(1,14): error TS2322");
  expect(stdout).not.toContain("Merhaba");
});

test("compiled output without the development tools is run as it is", async () => {
  bootstrap("cli");
  await rm(join(home, "node_modules"));
  await mkdir(join(home, "node_modules"));
  await writeFile(join(home, "package-lock.json"), JSON.stringify({ packages: {} }));
  await source("greet.ts", 'export const greeting: string = "not compiled";');

  expect(bootstrap("cli")).toMatchObject({ status: 3, stdout: "Merhaba []\n" });
});

test("a dependency that is missing and cannot be installed is a sentence, not a start without it", async () => {
  await writeFile(
    join(home, "package-lock.json"),
    JSON.stringify({ packages: { "node_modules/new": { version: "1.0.0" } } }),
  );

  const { status, stderr } = bootstrap("cli");

  expect(status).toBe(1);
  expect(stderr).toContain("trying npm install");
  expect(stderr).toContain("installing dependencies (npm install): başarısız / failed");
});

test("an older Node and an unknown command are answered with a sentence", async () => {
  expect(bootstrap("fly")).toMatchObject({ status: 1, stderr: "node src/bootstrap.mjs start|cli|test|bench|check\n" });

  await writeFile(join(home, "package.json"), JSON.stringify({ type: "module", engines: { node: ">=99.1" } }));
  expect(bootstrap("cli")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("Node 99.1 or newer is needed"),
  });
});

function bootstrap(...args: string[]) {
  // Without npm in reach: an installation here would go through the link into the real node_modules.
  return spawnSync(process.execPath, ["src/bootstrap.mjs", ...args], {
    cwd: home,
    encoding: "utf8",
    env: { PATH: "" },
  });
}

async function source(name: string, text: string): Promise<void> {
  await writeFile(join(home, "src", name), `${text}\n`);
}
