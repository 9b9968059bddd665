/**
 * The one door behind every npm script. It works on a fresh clone with nothing but Node: it sees to it that the dependencies are those
 * of the lock file and the compiled output is that of the sources, then hands over, in this same process, to what was asked for.
 * (Lifecycle `pre*` scripts could do it too, but they do not run where scripts are switched off, as they are here.)
 *
 *   node src/bootstrap.mjs start | cli ARGS… | test [JEST ARGS…] | bench NAME | check
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCES = ["src", "dialogs"];
const STAMP = "dist/.sources";
const CHECKS = ["types", "lint", "layout", "dead", "test"];

/** A command's standard output is its result, which another program may read. */
const PROGRESS = process.argv[2] === "cli" ? process.stderr : process.stdout;

/** What is handed over to, by command: the tools it needs beside the product's own dependencies, and the program. */
const COMMANDS = {
  start: () => product("dist/src/main.js"),
  cli: (args) => product("dist/src/cli.js", args),
  test: async (args) => {
    await dependencies({ development: true });
    await handOver("node_modules/jest/bin/jest.js", args);
  },
  bench: async ([name, ...args]) => {
    const source = `test/benchmarks/${name}.ts`;
    if (!name || !existsSync(source)) throw new Problem(benchmarkNames());
    await dependencies({ development: true });
    await run("Ölçümler derleniyor / compiling benchmarks", tsc("-p", "test/benchmarks"));
    process.argv = [process.execPath, resolve(source), ...args];
    const { main } = await import(pathToFileURL(`.cache/benchmarks/test/benchmarks/${name}.js`).href);
    await main(args);
  },
  check: async () => {
    await dependencies({ development: true });
    const failed = [];
    for (const name of CHECKS) {
      process.stdout.write(`\n== ${name}\n`);
      await run(name, npm("run", "--silent", name), { show: true }).catch(() => failed.push(name));
    }
    for (const name of failed) process.stdout.write(`\n${name}: başarısız / failed`);
    process.stdout.write(`\n\n${CHECKS.length - failed.length} passed, ${failed.length} failed\n`);
    if (failed.length > 0) process.exitCode = 1;
  },
};

/** A fault whose message is all its reader needs. */
class Problem extends Error {}

async function product(program, args = []) {
  // An image with the compiled output and without the development tools is run as it is.
  const hasTools = existsSync("node_modules/typescript") || !existsSync("node_modules");
  const asBuilt = existsSync(program) && !hasTools;
  await dependencies({ development: !asBuilt });
  if (!asBuilt) await compiledOutput(program);
  stopWithNpm();
  await handOver(program, args);
}

/** Runs a program in this process, as if Node had been started on it: signals, terminal and exit code are its own. */
async function handOver(program, args) {
  process.argv = [process.execPath, resolve(program), ...args];
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(program).href);
}

/**
 * npm starts a script through a shell, and a signal sent to npm alone ends only those two. So when one of them is gone, this process
 * tells itself to stop. (Ctrl-C reaches all three by itself. Without /proc only the shell can be watched.)
 */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const isShell = readProcess(shell, "cmdline").includes("bootstrap.mjs");
  const parentOf = (pid) => (isShell ? readProcess(pid, "stat").split(") ")[1]?.split(" ")[1] : undefined);
  const npmPid = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npmPid) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  timer.unref();
}

function readProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

function nodeVersion() {
  const wanted = /([\d.]+)/.exec(packageJson().engines.node)[1];
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [wantedMajor, wantedMinor] = wanted.split(".").map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Problem(
    `Node ${wanted} ya da üstü gerekiyor, bu ${process.versions.node}. / Node ${wanted} or newer is needed, this is ${process.versions.node}.`,
  );
}

/** Installs what the lock file names, unless it is there already. Never touches the lock file itself. */
async function dependencies({ development }) {
  if (missingDependency(development) === undefined) return;
  const label = "Bağımlılıklar kuruluyor / installing dependencies";
  try {
    await run(`${label} (npm ci)`, npm("ci", "--include=dev"));
  } catch {
    PROGRESS.write(
      "npm ci kilit dosyasını kabul etmedi, npm install deneniyor / npm ci refused the lock file, trying npm install\n",
    );
    const lock = readFileSync("package-lock.json");
    await run(`${label} (npm install)`, npm("install", "--no-save", "--include=dev"));
    writeFileSync("package-lock.json", lock);
  }
  const missing = missingDependency(development);
  if (missing === undefined) return;
  throw new Problem(`Kurulamayan bağımlılık / a dependency that could not be installed: ${missing}`);
}

/** The first package of the lock file that node_modules lacks or has in another version; npm keeps a list of what it installed. */
function missingDependency(development) {
  const wanted = packagesOf("package-lock.json");
  const installed = existsSync("node_modules/.package-lock.json") ? packagesOf("node_modules/.package-lock.json") : {};
  const needed = ([path, entry]) =>
    path !== "" && !entry.optional && (development || !(entry.dev || entry.devOptional));
  const differs = ([path, entry]) => installed[path]?.version !== entry.version;
  const [path, entry] = Object.entries(wanted).find((item) => needed(item) && differs(item)) ?? [];
  return path && `${path} ${entry.version}`;
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, "utf8")).packages;
}

/** Compiles, unless no source changed its size or time since the last time. */
async function compiledOutput(program) {
  const state = sourceState();
  if (existsSync(program) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === state) return;
  // Without its output, what the compiler remembers of an earlier build would make it write nothing.
  if (!existsSync(program)) rmSync("dist", { recursive: true, force: true });
  await run("Derleniyor (tsc) / compiling", tsc());
  for (const file of filesUnder("dist", ".js")) {
    const source = file.slice("dist/".length).replace(/\.js$/, ".ts");
    if (!existsSync(source)) rmSync(file);
  }
  writeFileSync(STAMP, state);
}

function sourceState() {
  const files = SOURCES.flatMap((folder) => filesUnder(folder, ".ts"));
  return [...files, "tsconfig.json", "package-lock.json"]
    .map((file) => `${file} ${statSync(file).size} ${statSync(file).mtimeMs}`)
    .join("\n");
}

/** Paths of the files with that ending under a folder, with forward slashes, in a fixed order. */
function filesUnder(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesUnder(path, ending);
      return entry.name.endsWith(ending) ? [path] : [];
    });
}

function benchmarkNames() {
  const names = filesUnder("test/benchmarks", ".ts").map((file) =>
    file.slice("test/benchmarks/".length, -".ts".length),
  );
  return `npm run bench -- NAME; ölçümler / benchmarks: ${names.join(", ") || "–"}`;
}

const packageJson = () => JSON.parse(readFileSync("package.json", "utf8"));
const tsc = (...args) => [process.execPath, "node_modules/typescript/bin/tsc", ...args];

/** npm's own program, where npm started us; else the one on PATH. */
function npm(...args) {
  const program = process.env.npm_execpath ?? "";
  if (program.endsWith("npm-cli.js")) return [process.execPath, program, ...args];
  return [process.platform === "win32" ? "npm.cmd" : "npm", ...args];
}

/**
 * Runs a step to its end and says how long it takes: a moving line on a terminal, a line now and then elsewhere.
 * Its own output is shown as it comes with `show`, else only when it fails.
 */
async function run(label, [program, ...args], { show = false } = {}) {
  const progress = show ? { end: () => undefined } : startProgress(label);
  const child = spawn(program, args, {
    stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
    shell: program.endsWith(".cmd"),
  });
  const endChild = () => child.kill("SIGTERM");
  process.once("SIGTERM", endChild);
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output += chunk;
  });
  const code = await new Promise((settle) => {
    child.on("close", settle).on("error", (error) => {
      output += error.message;
      settle(1);
    });
  });
  process.off("SIGTERM", endChild);
  progress.end(code === 0);
  if (code === 0) return;
  throw new Problem(`${output}\n${label}: başarısız / failed (${[program, ...args].join(" ")})`);
}

function startProgress(label) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const terminal = PROGRESS.isTTY;
  const frames = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
  let tick = 0;
  const show = () => {
    const frame = frames[tick++ % frames.length];
    PROGRESS.write(terminal ? `\r${frame} ${label} … ${seconds()}` : `${label} … ${seconds()}\n`);
  };
  if (!terminal) PROGRESS.write(`${label} …\n`);
  const timer = setInterval(show, terminal ? 100 : 15_000);
  return {
    end: (isGood) => {
      clearInterval(timer);
      const result = isGood ? "tamam / done" : "başarısız / failed";
      PROGRESS.write(`${terminal ? "\r\x1b[K" : ""}${label}: ${result} (${seconds()})\n`);
    },
  };
}

process.chdir(ROOT);
const [command, ...args] = process.argv.slice(2);
try {
  nodeVersion();
  if (!Object.hasOwn(COMMANDS, command)) throw new Problem(`node src/bootstrap.mjs ${Object.keys(COMMANDS).join("|")}`);
  await COMMANDS[command](args);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
