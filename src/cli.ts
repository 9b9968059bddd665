import { existsSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { type App, createApp, createOffice } from "./app.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { ROLES, type Role } from "./core/person.ts";
import type { Office } from "./core/ports.ts";
import { loadKeys, openDataDirectory } from "./data-directory.ts";
import { openDatabaseBeside } from "./database.ts";
import { createLog } from "./log.ts";
import { sendDemoMail } from "./mail/demo/send-demo-mail.ts";
import { progressBar } from "./progress-bar.ts";
import { addStaff } from "./staff/sign-in/accounts.ts";
import { createToken } from "./staff/sign-in/api-tokens.ts";
import { loadKnowledge } from "./understanding/load-knowledge.ts";

const USAGE = `Kullanım / usage: npm run cli -- COMMAND

  staff add EMAIL --name N --role ${ROLES.join("|")} [--password-stdin]
  token create --name N --role ROLE
  mail replay PATH… [--dry-run]
  mail reprocess ID
  demo mail [--from A] [--subject S] [--text T]
  knowledge check
`;

/** The words were wrong: the usage is shown, and nothing was done. Exit code 64 (sysexits EX_USAGE). */
class UsageError extends Error {}

const say = (line: string) => process.stdout.write(`${line}\n`);
/** Standard output belongs to a command's result. */
const complain = (line: string) => process.stderr.write(`${line}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: "string" },
    role: { type: "string" },
    "password-stdin": { type: "boolean", default: false },
    "dry-run": { type: "boolean", default: false },
    from: { type: "string" },
    subject: { type: "string", default: "Deneme" },
    text: { type: "string", default: "Mobil imza ücreti ne kadar?" },
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
      if (!reopened) throw new Error(`Karantinada böyle bir e-posta yok / no quarantined mail with the id ${id}.`);
      say("Yeniden işlenecek / it will be tried again.");
    }),
  "demo mail": async (_words, config) => {
    const folder = join(await openDataDirectory(config.DATA_DIR), "demo-mailbox");
    const { from, subject, text } = values;
    say(await sendDemoMail(folder, { subject, text, ...(from && { from }) }));
  },
  "knowledge check": async () => {
    const { entries } = loadKnowledge("knowledge");
    say(`${entries.length} bilgi girdisi, hata yok / knowledge entries, no fault.`);
  },
};

/** The whole product, built and not started: no port is opened, no mailbox watched. */
async function withApp(config: Config, work: (app: App) => Promise<void>): Promise<void> {
  const dataDirectory = await openDataDirectory(config.DATA_DIR);
  const keys = await loadKeys(dataDirectory, config.DATA_KEY);
  const database = await openDatabaseBeside({ config, dataDirectory, env: process.env, report: complain });
  try {
    const { connection } = database;
    const log = createLog("silent");
    await work(await createApp({ config, keys, connection, dataDirectory, knowledgeFolder: "knowledge", log }));
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
  const command = COMMANDS[positionals.slice(0, 2).join(" ")];
  if (!command)
    throw new UsageError(positionals.length > 0 ? `Bilinmeyen komut / unknown: ${positionals.join(" ")}` : "");
  if (existsSync(".env")) process.loadEnvFile(".env");
  await command(positionals.slice(2), readConfig(process.env));
}

run().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof UsageError) process.stderr.write(USAGE);
    process.exit(error instanceof UsageError ? 64 : error instanceof ConfigError ? 78 : 1);
  },
);
