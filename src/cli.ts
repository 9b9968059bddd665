import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { type App, createApp, createOffice } from "./app.ts";
import { buildTeamsPackage } from "./chat/teams-app/teams-package.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { ROLES, type Role } from "./core/person.ts";
import type { Office } from "./core/ports.ts";
import { loadKeys, openDataDirectory } from "./data-directory.ts";
import { openDatabaseBeside } from "./database.ts";
import { exportKnowledge, importKnowledge, trainKnowledge, tuneKnowledge } from "./knowledge-commands.ts";
import { createLog } from "./log.ts";
import { sendDemoMail } from "./mail/demo/send-demo-mail.ts";
import { progressBar } from "./progress-bar.ts";
import { checkExtraction } from "./requests/check-extraction.ts";
import { erasePerson, findPersonToErase } from "./requests/erase-person.ts";
import { exportRequests } from "./requests/export-requests.ts";
import { ERASURE_REFUSALS, whyRefused } from "./requests/refuse-erasure.ts";
import { addStaff } from "./staff/sign-in/accounts.ts";
import { createToken } from "./staff/sign-in/api-tokens.ts";
import { createRequestExtractor } from "./understanding/extraction/extract-requests.ts";
import { loadKnowledge } from "./understanding/load-knowledge.ts";

const USAGE = `Kullanım / usage: npm run cli -- COMMAND

  staff add EMAIL --name N --role ${ROLES.join("|")} [--password-stdin]
  token create --name N --role ROLE
  mail replay PATH… [--dry-run]
  mail reprocess ID
  requests export --format csv|xlsx [--unmasked] [--out FILE]
  requests check
  erase --requester WHO [--name N] [--dry-run]
  teams package [--out FILE]
  demo mail [--from A] [--subject S] [--text T]
  knowledge check
  knowledge import [FOLDER] [--force]
  knowledge export [FOLDER]
  knowledge train [FOLDER]
  knowledge tune [FOLDER]
`;

/** The words were wrong: the usage is shown, and nothing was done. Exit code 64 (sysexits EX_USAGE). */
class UsageError extends Error {}

/** Whoever may run commands on the server may do everything; the events name the command line. */
const OPERATOR = { id: "cli", name: "komut satırı", role: "admin" } as const;

const say = (line: string) => process.stdout.write(`${line}\n`);
/** Standard output belongs to a command's result. */
const complain = (line: string) => process.stderr.write(`${line}\n`);

const { values, positionals } = readWords({
  allowPositionals: true,
  options: {
    help: { type: "boolean", short: "h", default: false },
    name: { type: "string" },
    role: { type: "string" },
    "password-stdin": { type: "boolean", default: false },
    "dry-run": { type: "boolean", default: false },
    format: { type: "string" },
    unmasked: { type: "boolean", default: false },
    out: { type: "string" },
    requester: { type: "string" },
    from: { type: "string" },
    subject: { type: "string", default: "Deneme" },
    text: { type: "string", default: "Mobil imza ücreti ne kadar?" },
    force: { type: "boolean", default: false },
  },
});

const COMMANDS: Readonly<Record<string, (words: readonly string[], config: Config) => Promise<void>>> = {
  "staff add": ([email], config) =>
    withOffice(config, async (office) => {
      const password = values["password-stdin"] ? (await text(process.stdin)).replace(/\r?\n$/, "") : undefined;
      const added = await addStaff(office, {
        email: need(email, "EMAIL"),
        name: need(values.name, "--name"),
        role: role(),
        ...(password !== undefined && { password }),
      });
      say(`Eklendi / added: ${added.member.email} (${added.member.role})`);
      if (password === undefined) say(`Parola, yalnız şimdi / password, only now: ${added.password}`);
    }),
  "token create": (_words, config) =>
    withOffice(config, async (office) => {
      const { token } = await createToken(office, { name: need(values.name, "--name"), role: role() });
      say(token);
    }),
  "mail replay": (paths, config) =>
    withApp(config, async (app) => {
      if (paths.length === 0) throw new UsageError("PATH eksik / is missing.");
      const counts = await app.mail.replay(paths, {
        dryRun: values["dry-run"],
        report: (line) => say(JSON.stringify(line)),
        progress: progressBar(process.stderr),
      });
      if (counts.failed) process.exitCode = 1;
    }),
  "mail reprocess": ([id], config) =>
    withOffice(config, async (office) => {
      const reopened = await office.store.mails.reopen(need(id, "ID"));
      if (!reopened)
        throw new Error(
          `Karantinada ya da kenara ayrılmış böyle bir e-posta yok / no mail in quarantine or set aside with the id ${id}.`,
        );
      say("Yeniden işlenecek / it will be tried again.");
    }),
  "requests export": (_words, config) =>
    withOffice(config, async (office) => {
      const format = need(values.format, "--format");
      if (format !== "csv" && format !== "xlsx") throw new UsageError("--format: csv, xlsx");
      const file = await exportRequests(office, { format, by: OPERATOR, unmasked: values.unmasked });
      await writeFile(values.out ?? file.name, file.bytes);
      say(`${values.out ?? file.name}: ${file.rows} talep / request entries`);
    }),
  "requests check": (_words, config) =>
    withOffice(config, async (office) => {
      const { right, failures } = await checkExtraction(office, createRequestExtractor("knowledge"));
      for (const failure of failures) say(JSON.stringify(failure));
      say(`${right} düzeltme doğru okunuyor, ${failures.length} yanlış / corrections read right, and wrong.`);
      if (failures.length > 0) process.exitCode = 1;
    }),
  erase: (_words, config) =>
    withOffice(config, async (office) => {
      const called = values.name === undefined ? [] : [values.name];
      const wanted = { who: need(values.requester, "--requester"), called, by: OPERATOR };
      const work = values["dry-run"] ? findPersonToErase : erasePerson;
      const told = await work(office, wanted).catch((error: unknown) => {
        const why = whyRefused(error);
        throw why ? new Error(`${ERASURE_REFUSALS[why].tr}\n${ERASURE_REFUSALS[why].en}`) : error;
      });
      say(JSON.stringify(told, undefined, 2));
    }),
  "teams package": async (_words, config) => {
    const { MicrosoftAppId = "", PUBLIC_URL = "" } = config;
    const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
    const file = values.out ?? "mobil-imza-teams.zip";
    await writeFile(file, buildTeamsPackage({ appId: MicrosoftAppId, publicUrl: PUBLIC_URL, version }));
    say(`${file}: Teams yönetim merkezinden yükleyin / upload it in the Teams admin centre.`);
  },
  "demo mail": async (_words, config) => {
    const folder = join(await openDataDirectory(config.DATA_DIR), "demo-mailbox");
    const { from, subject, text } = values;
    say(await sendDemoMail(folder, { subject, text, ...(from && { from }) }));
  },
  "knowledge check": async () => {
    const { entries } = loadKnowledge("knowledge");
    say(`${entries.length} bilgi girdisi, hata yok / knowledge entries, no fault.`);
  },
  "knowledge import": ([folder = "knowledge"], config) =>
    withOffice(config, async (office) => {
      const { force } = values;
      const { changed, gate } = await importKnowledge(office, { folder, force, log: createLog("silent") });
      for (const { text, entry } of gate.failures) complain(`  ${entry}: ${text}`);
      if (!gate.passed && !force) {
        const count = gate.failures.length;
        throw new Error(
          `${count} soru doğru yanıtını yitirirdi; hiçbir şey yayımlanmadı (yine de: --force) / would lose their right answer; nothing was published.`,
        );
      }
      say(`Yayımlandı / published: ${changed.length === 0 ? "fark yok / no difference" : changed.join(", ")}`);
    }),
  "knowledge export": ([folder = "knowledge"], config) =>
    withOffice(config, async (office) => {
      const { entries, written, removed } = await exportKnowledge(office, folder);
      say(
        `${folder}: ${entries} girdi / entries, ${written.length} yazıldı / written, ${removed.length} silindi / removed`,
      );
    }),
  "knowledge train": async ([folder = "knowledge"]) => {
    const { examples, labels } = trainKnowledge(folder);
    say(`${examples} örnekten ${labels} etiket öğrenildi / ${labels} labels learned from ${examples} examples.`);
  },
  "knowledge tune": async ([folder = "knowledge"]) => {
    const bar = progressBar(process.stderr);
    const { before, after, thresholds } = tuneKnowledge(folder, (share) => bar(Math.round(share * 100), 100));
    const line = ({ asked, right, click, wrong }: typeof before) =>
      `${asked} soru / questions: ${right} doğru / right, ${click} tek dokunuşla / one click, ${wrong} yanlış / wrong`;
    say(`Önce / before: ${line(before)}\nSonra / after: ${line(after)}\n${JSON.stringify(thresholds)}`);
  },
};

/** The words of the command line; ones that no command knows end the run with the usage. */
function readWords<Options extends ParseArgsConfig>(known: Options): ReturnType<typeof parseArgs<Options>> {
  try {
    return parseArgs(known);
  } catch (error) {
    return fail(new UsageError(error instanceof Error ? error.message : String(error)));
  }
}

/** The whole product, built and not started: no port is opened, no mailbox watched. */
async function withApp(config: Config, work: (app: App) => Promise<void>): Promise<void> {
  const dataDirectory = await openDataDirectory(config.DATA_DIR);
  const keys = await loadKeys(dataDirectory, config.DATA_KEY);
  const database = await openDatabaseBeside({ config, dataDirectory, env: process.env, report: complain });
  try {
    const { connection } = database;
    const log = createLog("silent");
    const readWorker = new URL("./mail/reading/read-worker.js", import.meta.url);
    await work(
      await createApp({ config, keys, connection, dataDirectory, knowledgeFolder: "knowledge", readWorker, log }),
    );
  } finally {
    await database.close();
  }
}

async function withOffice(config: Config, work: (office: Office) => Promise<void>): Promise<void> {
  const dataDirectory = await openDataDirectory(config.DATA_DIR);
  const keys = await loadKeys(dataDirectory, config.DATA_KEY);
  const database = await openDatabaseBeside({ config, dataDirectory, env: process.env, report: complain });
  try {
    const { office } = await createOffice({ config, keys, connection: database.connection });
    await work(office);
  } finally {
    await database.close();
  }
}

function need(value: string | undefined, name: string): string {
  if (value === undefined) throw new UsageError(`${name} eksik / is missing.`);
  return value;
}

function role(): Role {
  const wanted = need(values.role, "--role");
  const found = ROLES.find((candidate) => candidate === wanted);
  if (!found) throw new UsageError(`--role: ${ROLES.join(", ")}`);
  return found;
}

async function run(): Promise<void> {
  if (values.help) {
    say(USAGE);
    return;
  }
  const [first = "", second = ""] = positionals;
  const [command, used] = COMMANDS[first] ? [COMMANDS[first], 1] : [COMMANDS[`${first} ${second}`], 2];
  if (!command)
    throw new UsageError(positionals.length > 0 ? `Bilinmeyen komut / unknown: ${positionals.join(" ")}` : "");
  if (existsSync(".env")) process.loadEnvFile(".env");
  await command(positionals.slice(used), readConfig(process.env));
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof UsageError) process.stderr.write(`\n${USAGE}`);
  process.exit(error instanceof UsageError ? 64 : error instanceof ConfigError ? 78 : 1);
}

run().then(() => process.exit(), fail);
