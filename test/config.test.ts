import { readFileSync } from "node:fs";
import { type ConfigError, readConfig, SETTING_NAMES } from "../src/config.ts";

const faultsOf = (environment: Record<string, string>) => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return (error as ConfigError).faults;
  }
};

test("with nothing set, everything runs on embedded defaults", () => {
  expect(readConfig({})).toMatchObject({ HOST: "127.0.0.1", PORT: 3978, IMAP_MAILBOX: ["INBOX"], IMAP_SINCE: "now" });
});

test("an empty line in .env counts as not given", () => {
  expect(readConfig({ PORT: "", MONGODB_URI: "" }).PORT).toBe(3978);
});

test("every fault is told at once, by name", () => {
  const faults = faultsOf({ PORT: "yüz", MONGODB_URI: "localhost", DATA_KEY: "kısa", SMTP_URL: "mail.example.org" });
  expect(faults.map((fault) => fault.split(":")[0])).toEqual(["PORT", "MONGODB_URI", "SMTP_URL", "DATA_KEY"]);
});

test("what is missing is told beside what is wrong", () => {
  const faults = faultsOf({ PORT: "yüz", IMAP_HOST: "imap.example.org", NODE_ENV: "production", DATA_KEY: "kısa" });
  expect(faults.map((fault) => fault.split(":")[0])).toEqual([
    "PORT",
    "DATA_KEY",
    "MicrosoftAppId",
    "IMAP_USER",
    "IMAP_PASS",
  ]);
});

test("production without a bot identity or with a generated key is refused", () => {
  expect(faultsOf({ NODE_ENV: "production" }).map((fault) => fault.split(":")[0])).toEqual([
    "MicrosoftAppId",
    "DATA_KEY",
  ]);
});

test.each([
  [{ IMAP_HOST: "imap.example.org" }, ["IMAP_USER", "IMAP_PASS"]],
  [
    { IMAP_HOST: "imap.example.org", IMAP_USER: "a", IMAP_AUTH: "oauth2" },
    ["OAUTH_TOKEN_URL", "OAUTH_CLIENT_ID", "OAUTH_CLIENT_SECRET"],
  ],
  [{ MicrosoftAppType: "SingleTenant" }, ["MicrosoftAppTenantId"]],
])("what belongs together is asked for together: %o", (environment, names) => {
  expect(faultsOf(environment).map((fault) => fault.split(":")[0])).toEqual(names);
});

test("lists, flags and keys are read into what they mean", () => {
  const key = Buffer.alloc(32, 7).toString("base64");
  const config = readConfig({ IMAP_MAILBOX: "INBOX, Arşiv ,", IMAP_SECURE: "hayır", DATA_KEY: key });
  expect(config.IMAP_MAILBOX).toEqual(["INBOX", "Arşiv"]);
  expect(config.IMAP_SECURE).toBe(false);
  expect(config.DATA_KEY?.length).toBe(32);
});

test(".env.example names exactly the settings there are", () => {
  const named = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Za-z_]+)=/gm)].map(([, name]) => name);
  expect(named).toEqual([...SETTING_NAMES]);
});
