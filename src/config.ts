import { z } from "zod";

/** The settings, checked once at the start and handed to whoever needs them. DESIGN of the names: .env.example. */
export type Config = z.output<typeof SETTINGS>;

type Environment = Readonly<Record<string, string | undefined>>;

/** All faults of the settings at once, so that the operator mends them in one go. Exit code 78 (sysexits EX_CONFIG). */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(["Ayarlar hatalı / wrong settings:", ...faults.map((fault) => `  - ${fault}`)].join("\n"));
    this.faults = faults;
  }
}

const flag = z.stringbool({ truthy: ["true", "1", "yes", "evet"], falsy: ["false", "0", "no", "hayır"] });
const port = z.coerce.number().int().min(0).max(65_535);
const seconds = z.coerce.number().int().positive();
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);
const key32 = z
  .base64()
  .transform((text) => Buffer.from(text, "base64"))
  .refine((key) => key.length === 32, "32 bayt, base64 olmalı / must be 32 bytes, base64");

const SETTINGS = z.object({
  NODE_ENV: z.string().default("development"),
  HOST: z.string().default("127.0.0.1"),
  PORT: port.default(3978),
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().default("./data"),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, "mongodb:// ya da mongodb+srv:// ile başlamalı / must start with mongodb://")
    .optional(),
  MicrosoftAppId: z.string().optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z.enum(["MultiTenant", "SingleTenant", "UserAssignedMsi"]).default("MultiTenant"),
  MicrosoftAppTenantId: z.string().optional(),
  IMAP_HOST: z.string().optional(),
  IMAP_PORT: port.default(993),
  IMAP_SECURE: flag.default(true),
  IMAP_USER: z.string().optional(),
  IMAP_PASS: z.string().optional(),
  IMAP_MAILBOX: list.default(["INBOX"]),
  IMAP_AUTH: z.enum(["password", "oauth2"]).default("password"),
  OAUTH_TOKEN_URL: z.url().optional(),
  OAUTH_CLIENT_ID: z.string().optional(),
  OAUTH_CLIENT_SECRET: z.string().optional(),
  OAUTH_SCOPE: z.string().optional(),
  IMAP_SWEEP_SECONDS: seconds.default(60),
  IMAP_SINCE: z
    .union([z.literal("now"), z.literal("all"), z.iso.date(), z.iso.datetime({ offset: true })])
    .default("now"),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "smtp:// ya da smtps:// ile başlamalı / must start with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z.email().default("e-imza@icisleri.gov.tr"),
  OWN_ADDRESSES: list.optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ROLE_CLAIM: z.string().optional(),
  DATA_KEY: key32.optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  RETENTION_DAYS: z.coerce.number().int().min(0).default(0),
});

/**
 * Every name the product reads, in the order of .env.example.
 * @public
 */
export const SETTING_NAMES: readonly string[] = Object.keys(SETTINGS.shape).filter((name) => name !== "NODE_ENV");

/**
 * Reads the settings out of an environment. An empty value counts as not given.
 * @throws ConfigError naming every fault at once.
 */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = SETTINGS.safeParse(given);
  const wrong = parsed.error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];
  const faults = [...wrong, ...contradictions(given)];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(parsed.data);
}

/** What others make necessary and is not given; told beside what is wrong by itself, so it reads the settings as they came. */
function contradictions(given: Environment): string[] {
  const production = given.NODE_ENV === "production";
  const needs = (condition: boolean, names: readonly (keyof Config)[], why: string) =>
    condition ? names.filter((name) => given[name] === undefined).map((name) => `${name}: ${why}`) : [];
  return [
    ...needs(
      production,
      ["MicrosoftAppId"],
      "üretimde gerekli, kimliksiz bot herkese açık olur / needed in production",
    ),
    ...needs(production, ["DATA_KEY"], "üretimde gerekli, üretilmiş anahtar kabul edilmez / needed in production"),
    ...needs(given.MicrosoftAppType === "SingleTenant", ["MicrosoftAppTenantId"], "SingleTenant için gerekli / needed"),
    ...needs(
      given.IMAP_HOST !== undefined,
      ["IMAP_USER"],
      "IMAP_HOST verildi, kullanıcı da gerekli / needed with IMAP_HOST",
    ),
    ...needs(
      given.IMAP_HOST !== undefined && given.IMAP_AUTH !== "oauth2",
      ["IMAP_PASS"],
      "parola ile girişte gerekli / needed for password sign-in",
    ),
    ...needs(
      given.IMAP_AUTH === "oauth2",
      ["OAUTH_TOKEN_URL", "OAUTH_CLIENT_ID", "OAUTH_CLIENT_SECRET"],
      "IMAP_AUTH=oauth2 için gerekli / needed for IMAP_AUTH=oauth2",
    ),
    ...needs(given.OIDC_ISSUER !== undefined, ["OIDC_CLIENT_ID"], "OIDC_ISSUER ile gerekli / needed with OIDC_ISSUER"),
  ];
}
