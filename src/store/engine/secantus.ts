import { access, constants, mkdir, rename, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { runToEnd } from "./child-lines.ts";
import type { EmbeddedEngine } from "./data-directory.ts";
import { LAUNCHER_SCRIPT } from "./launcher-script.ts";
import type { EngineSurroundings } from "./mongod.ts";
import { writeWhole } from "./write-whole.ts";

/** SecantusDB: MongoDB's wire protocol over WiredTiger, single node. The stand-in where no mongod can be had. */
export interface SecantusServer {
  readonly engine: EmbeddedEngine;
  readonly version: string;
  /** The server's command line before its flags. */
  readonly command: readonly string[];
}

const PYTHON_VERSION = "0.7.0b3";
const RUST_PROGRAM = "secantusd-rs";
/** What the launcher answers to `--version`; mongodb-memory-server compares it with the version it was made for. */
const MONGOD_VERSION = "8.2.6";
/** The lines of pip that say what it is at; the others name files and mirrors. */
const PIP_STEP = /^(Collecting|Installing|Successfully)/;
const VERSION_WITHIN_MS = 5_000;
const PIP_SILENCE_MS = 180_000;

/**
 * Finds the Rust server, which is faster and more correct than the Python one.
 * @returns undefined when SECANTUS_BIN is not set and PATH has none.
 * @throws when SECANTUS_BIN names a file that cannot be run.
 */
export async function findRustServer(env: NodeJS.ProcessEnv): Promise<SecantusServer | undefined> {
  const named = env.SECANTUS_BIN;
  if (named && !(await isExecutable(named))) {
    throw new Error(`SECANTUS_BIN çalıştırılabilir bir dosya değil / is not a file that can be run: ${named}`);
  }
  const places = named ? [named] : (env.PATH ?? "").split(delimiter).map((folder) => join(folder, RUST_PROGRAM));
  for (const place of places) {
    if (!(await isExecutable(place))) continue;
    const [said = ""] = await runToEnd(place, ["--version"], { env, silenceMs: VERSION_WITHIN_MS });
    return { engine: "secantusd-rs", version: said.replace(`${RUST_PROGRAM} `, ""), command: [place] };
  }
  return undefined;
}

/**
 * Installs the Python server into the cache folder, once.
 * @throws an Error with cause and remedy when python3 is missing, has no venv, is too old or new, or the package cannot be fetched.
 */
export async function installPythonServer(surroundings: EngineSurroundings): Promise<SecantusServer> {
  const { cacheDirectory, report } = surroundings;
  const home = join(cacheDirectory, `secantusdb-${PYTHON_VERSION}`);
  const python = join(home, "bin", "python3");
  if (!(await isExecutable(python))) {
    report(
      `Yedek veritabanı motoru kuruluyor: SecantusDB ${PYTHON_VERSION} (yalnız ilk kez) … / installing the stand-in database engine (first time only)`,
    );
    // Made aside and moved into place whole: a killed or parallel first start never leaves half an engine.
    const draft = `${home}.${process.pid}`;
    await createEnvironment(draft, surroundings);
    await rename(draft, home).catch(() => undefined);
    await rm(draft, { recursive: true, force: true });
  }
  return { engine: "secantusd-py", version: PYTHON_VERSION, command: [python, "-m", "secantus"] };
}

/**
 * Writes the launcher that lets mongodb-memory-server run a SecantusDB server as if it were mongod.
 * @returns the path of the program to run.
 */
export async function writeLauncher(server: SecantusServer, cacheDirectory: string): Promise<string> {
  await mkdir(cacheDirectory, { recursive: true });
  const script = join(cacheDirectory, "launcher.cjs");
  const program = join(cacheDirectory, server.engine);
  const quoted = [process.execPath, script, JSON.stringify(server.command)].map(
    (word) => `'${word.replaceAll("'", "'\\''")}'`,
  );
  await writeWhole(script, LAUNCHER_SCRIPT);
  await writeWhole(
    program,
    `#!/bin/sh\n[ "$1" = --version ] && { echo "db version v${MONGOD_VERSION}"; exit; }\nexec ${quoted.join(" ")} "$@"\n`,
    0o755,
  );
  return program;
}

async function createEnvironment(home: string, { env, report }: EngineSurroundings): Promise<void> {
  try {
    await runToEnd("python3", ["-m", "venv", home], { env, silenceMs: PIP_SILENCE_MS });
    await runToEnd(
      join(home, "bin", "python3"),
      [
        "-m",
        "pip",
        "install",
        "--no-input",
        "--disable-pip-version-check",
        "--progress-bar=off",
        "--only-binary=:all:",
        `SecantusDB==${PYTHON_VERSION}`,
      ],
      { env, onLine: (line) => PIP_STEP.test(line) && report(line), silenceMs: PIP_SILENCE_MS },
    );
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw new Error(
      "Veritabanı motoru kurulamadı: MongoDB indirilemiyor, yedeği için venv'li Python 3.10–3.13 (python3) ve paket deposuna erişim gerekiyor. python3 ve python3-venv kurun ya da MONGODB_URI verin. / " +
        "No database engine could be set up: MongoDB cannot be downloaded, and its stand-in needs Python 3.10–3.13 (python3) with venv and a package index in reach. Install python3 and python3-venv, or set MONGODB_URI." +
        `\n${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
