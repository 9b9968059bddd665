import { randomBytes } from "node:crypto";
import os from "node:os";
import { join } from "node:path";
import type { Connection } from "mongoose";
import type { Server } from "restify";
import { HEALTH_PARTS, mailboxAges, partChecks, readinessChecks } from "./app-health.ts";
import { createChatDoor } from "./chat/chat-door.ts";
import type { Config } from "./config.ts";
import type { Language } from "./core/knowledge.ts";
import type { Log, Office } from "./core/ports.ts";
import type { MailboxCheck } from "./core/settings.ts";
import type { Keys } from "./data-directory.ts";
import { mountHealth } from "./http/health.ts";
import { createMetrics } from "./http/metrics.ts";
import { close, createHttpServer, listen } from "./http/server.ts";
import { queryTerms, searchTerms } from "./language/search-terms.ts";
import { openLiveKnowledge } from "./live-knowledge.ts";
import { createMailDoor, type MailDoor } from "./mail/mail-door.ts";
import { createMessageIdSigner } from "./mail/message-id.ts";
import { mailAccounts } from "./mail-accounts.ts";
import { createDelivery } from "./notifications/deliver.ts";
import { createChatDelivery } from "./notifications/deliver-to-chat.ts";
import { createNoticeMailer } from "./notifications/mail-notices.ts";
import { planEffects } from "./notifications/plan-effects.ts";
import { createNoticeResolver } from "./notifications/resolve-notices.ts";
import { createNoticeTeller } from "./notifications/tell-in-chat.ts";
import { readRequests } from "./requests/read-requests.ts";
import { createStaffDoor } from "./staff/staff-door.ts";
import { createCipher } from "./store/cipher.ts";
import { createStore } from "./store/store.ts";
import { createRequestExtractor } from "./understanding/extraction/extract-requests.ts";
import { loadQuestionWording } from "./understanding/extraction/question-wording.ts";
import { createLearner } from "./understanding/learn-aside.ts";
import { createUpgrade } from "./upgrade.ts";
import { createUpkeep } from "./upkeep.ts";

const MINUTE_MS = 60_000;

/** What the product is built from. */
export interface AppOptions {
  readonly config: Config;
  readonly keys: Keys;
  readonly connection: Connection;
  /** Full path of DATA_DIR. */
  readonly dataDirectory: string;
  readonly knowledgeFolder: string;
  /** The compiled understanding/learn-worker.js; without it the classifier knows what the files taught it (commands, tests). */
  readonly learnWorker?: URL;
  /** The compiled mail/reading/read-worker.js; without it mails are read in this thread (commands, tests). */
  readonly readWorker?: URL;
  readonly log: Log;
}

export interface App {
  readonly office: Office;
  readonly mail: MailDoor;
  readonly server: Server;
  /** Opens the doors, the HTTP port last. */
  start(): Promise<void>;
  /** Closes them in the opposite order; what is under way is finished. */
  stop(): Promise<void>;
}

/** Opens the office: the store and what the use cases need beside it. */
export async function createOffice({ config, keys, connection }: Pick<AppOptions, "config" | "keys" | "connection">) {
  const store = await createStore({
    connection,
    cipher: createCipher(keys.data),
    planEffects,
    searchTerms,
    queryTerms,
  });
  const messageIds = createMessageIdSigner({ key: keys.mail, domain: domainOf(config.MAIL_FROM) });
  const ownAddresses = [...new Set([config.MAIL_FROM, ...(config.OWN_ADDRESSES ?? [])])];
  const office: Office = { store, clock: { now: () => new Date() }, ownAddresses, newMessageId: messageIds.create };
  return { office, messageIds };
}

/** Builds every part and joins them: the only place that knows all. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, log } = options;
  const { office, messageIds } = await createOffice(options);
  const { store } = office;
  const knowledge = await openLiveKnowledge({
    folder: options.knowledgeFolder,
    office,
    log,
    ...(options.learnWorker && { learner: createLearner(options.learnWorker) }),
  });
  const worker = `${os.hostname()}:${process.pid}:${randomBytes(4).toString("hex")}`;
  const metrics = createMetrics();
  const server = createHttpServer(log, metrics);

  const extractor = createRequestExtractor(options.knowledgeFolder);
  const categoryTitle = (id: string, language: Language) =>
    knowledge.categories().find((category) => category.id === id)?.title[language] ?? id;

  const mail = createMailDoor({
    office,
    understander: knowledge.understander,
    categoryTitle: (id) => categoryTitle(id, "tr"),
    accounts: mailAccounts(config),
    demoFolder: join(options.dataDirectory, "demo-mailbox"),
    knowledgeFolder: options.knowledgeFolder,
    ...(config.SMTP_URL && { smtpUrl: config.SMTP_URL }),
    from: config.MAIL_FROM,
    messageIds,
    extractRequests: (arriving, file) => readRequests(office, extractor.extract, arriving, file),
    ...(options.readWorker && { readWorker: { file: options.readWorker } }),
    canary: async () => canarySettings((await store.settings.current()).mailboxCheck),
    worker,
    log,
  });
  const chat = createChatDoor({
    office,
    understander: knowledge.understander,
    contact: knowledge.contact,
    credentials: botCredentials(config),
    onOutcome: metrics.turn,
    retentionDays: config.RETENTION_DAYS,
    categoryTitle,
    ...(config.PUBLIC_URL && { publicUrl: config.PUBLIC_URL }),
    web: {
      secret: options.keys.web,
      cardsScript: join("node_modules", "adaptivecards", "dist", "adaptivecards.min.js"),
    },
    log,
  });
  const questionWording = loadQuestionWording(options.knowledgeFolder);
  const checks = partChecks(store, mail.health);
  const staff = createStaffDoor({
    office,
    log,
    understander: knowledge.understander,
    categories: knowledge.categories,
    knowledge: knowledge.desk,
    ...(config.PUBLIC_URL && { publicUrl: config.PUBLIC_URL }),
    ...directoryOf(config),
    ...teamsOf(config),
    ...(!config.IMAP_HOST && { demoMailbox: config.MAIL_FROM }),
    smtpConfigured: config.SMTP_URL !== undefined,
    healthLines: async () => Promise.all(HEALTH_PARTS.map(async (name) => ({ name, ...(await checks[name]()) }))),
    attachments: mail.openAttachments,
    readField: extractor.readField,
    questionWording: () => questionWording,
  });
  const toChat = createChatDelivery(office, { chat: chat.deliver, mail: mail.deliver });
  const telling = {
    office,
    sendMail: mail.sendNotice,
    sendChat: chat.tell,
    ...(config.PUBLIC_URL && { publicUrl: config.PUBLIC_URL }),
  };
  const delivery = createDelivery({
    outbox: store.outbox,
    deliverers: {
      "mail.message": mail.deliver,
      "chat.message": toChat,
      "chat.copy": toChat,
      "chat.status": toChat,
      "staff.card": chat.deliver,
      "staff.notice": createNoticeResolver(telling),
      "staff.mail": createNoticeMailer(telling),
      "staff.chat": createNoticeTeller(telling),
    },
    worker,
    log,
  });

  const upgrade = createUpgrade({ office, worker, log });
  const upkeep = createUpkeep({ office, retentionDays: config.RETENTION_DAYS, log });

  chat.mount(server);
  staff.mount(server);
  mountHealth(server, readinessChecks(checks));
  metrics.mount(server, {
    tickets: store.tickets.counts,
    mails: async () => numbersOf(await store.mails.outcomeCounts()),
    outbox: store.outbox.counts,
    mailboxAge: () => mailboxAges(mail.health()),
  });

  return {
    office,
    mail,
    server,
    async start() {
      await mail.start();
      delivery.start();
      knowledge.start();
      upkeep.start();
      upgrade.start();
      staff.start();
      await listen(server, config.HOST, config.PORT);
    },
    async stop() {
      upkeep.stop();
      await upgrade.stop();
      await staff.stop();
      await close(server);
      await chat.stop();
      // Together: what is being sent ends when the mail door does, and nothing is taken up any more.
      await Promise.all([delivery.stop(), mail.stop()]);
      await knowledge.stop();
    },
  };
}

function botCredentials(config: Config) {
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId } = config;
  return {
    MicrosoftAppType,
    ...(MicrosoftAppId && { MicrosoftAppId }),
    ...(MicrosoftAppPassword && { MicrosoftAppPassword }),
    ...(MicrosoftAppTenantId && { MicrosoftAppTenantId }),
  };
}

function canarySettings({ on, everyMinutes, withinMinutes }: MailboxCheck) {
  return on ? { everyMs: everyMinutes * MINUTE_MS, withinMs: withinMinutes * MINUTE_MS } : undefined;
}

function numbersOf(counts: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count ?? 0]));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** The tab in Teams, where the tenant is known whose people are let in. */
function teamsOf({ MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId }: Config) {
  return appId && tenantId ? { teams: { appId, tenantId } } : {};
}

/** The organisation's sign-in, where one is set. */
function directoryOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLE_CLAIM }: Config) {
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) return {};
  const secret = OIDC_CLIENT_SECRET && { clientSecret: OIDC_CLIENT_SECRET };
  const roles = OIDC_ROLE_CLAIM && { roleClaim: OIDC_ROLE_CLAIM };
  return { directory: { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, ...secret, ...roles } };
}
