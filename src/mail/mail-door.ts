import { type DeliveryResult, MAILED_EFFECTS, type OutboxItem } from "../core/outbox.ts";
import type { Log, Office } from "../core/ports.ts";
import { turkishDay } from "../core/turkish-time.ts";
import { asciiLower } from "../language/turkish-case.ts";
import type { Understander } from "../understanding/types.ts";
import { FETCH_LIMITS, type FetchLimits, MAIL_TIMINGS, type MailAccount, type MailTimings } from "./account.ts";
import { createAcknowledge } from "./acknowledge.ts";
import { type Canary, type CanarySettings, createCanary } from "./canary.ts";
import { deliverMessage } from "./deliver-message.ts";
import { type DemoMailbox, startDemoMailbox } from "./demo/demo-mailbox.ts";
import { decideTogether, writeTogether } from "./file-together.ts";
import { createIntake, INTAKE_SETTINGS, type IntakeSettings } from "./intake.ts";
import type { MessageIdSigner } from "./message-id.ts";
import { createOpenAttachments, type OpenAttachments } from "./open-attachments.ts";
import type { MailInHand } from "./reading/mail-in-hand.ts";
import { createMailReader, type MailReaderOptions } from "./reading/mail-reader.ts";
import { type ReplayOptions, replay } from "./replay.ts";
import { type StaffNotice, sendNotice } from "./send-notice.ts";
import { createMailer } from "./smtp-mailer.ts";
import type { StageContext } from "./stages/stage.ts";
import { runStages } from "./stages.ts";
import { type AccountHealth, type AccountWatch, watchAccount } from "./watch-account.ts";
import { readMailWording } from "./wording.ts";

export interface MailDoorOptions {
  readonly office: Office;
  readonly understander: () => Understander;
  /** A category's Turkish name. */
  readonly categoryTitle: (id: string) => string;
  /** The mailboxes to watch. Empty: an embedded demo mailbox is run instead. */
  readonly accounts: readonly MailAccount[];
  /** Folder for the demo mailbox's mails, made when needed. */
  readonly demoFolder: string;
  /** The knowledge folder; its mail/ holds the wording. */
  readonly knowledgeFolder: string;
  /** Absent: outgoing mail is held back. */
  readonly smtpUrl?: string;
  /** The address we write from. */
  readonly from: string;
  /** The one that also makes the office's Message-IDs. */
  readonly messageIds: MessageIdSigner;
  /** Names this process among all that share the work. */
  readonly worker: string;
  readonly log: Log;
  /** The compiled reading/read-worker.js: mails are read in threads with limits. Absent: in this thread, without (tests). */
  readonly readWorker?: MailReaderOptions["worker"];
  /** Reads request entries out of a mail on its way; absent: none are read. */
  readonly extractRequests?: StageContext["extractRequests"];
  /** Whether mails are sent to ourselves and watched for, and how often; asked again and again. Needs smtpUrl. */
  readonly canary?: () => Promise<CanarySettings | undefined>;
  readonly timings?: MailTimings;
  readonly limits?: FetchLimits;
  readonly intake?: IntakeSettings;
}

export interface MailHealth {
  readonly accounts: readonly AccountHealth[];
  readonly demo: boolean;
}

/** The mail door: mailboxes in, SMTP out. */
export interface MailDoor {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Delivers effects of the kind `mail.message`. */
  deliver(item: OutboxItem): Promise<DeliveryResult>;
  /** Takes attachments out of a kept mail; needs no start(). */
  readonly openAttachments: OpenAttachments;
  /** Sends one mail to one of the staff, outside every thread. */
  sendNotice(notice: StaffNotice): Promise<DeliveryResult>;
  health(): MailHealth;
  /** Runs mail files through the same stages; needs no start(). */
  replay(
    paths: readonly string[],
    options: Pick<ReplayOptions, "dryRun" | "report" | "progress">,
  ): ReturnType<typeof replay>;
  /** The demo mailbox, once started, when there is one: for the start-up text. */
  demo(): Pick<DemoMailbox, "address" | "smtp"> | undefined;
}

/** Builds the mail door. Throws a WordingError when a wording file is wrong; touches no network before start(). */
export function createMailDoor(options: MailDoorOptions): MailDoor {
  const { office, from, log, worker } = options;
  const wording = readMailWording(options.knowledgeFolder);
  const reader = createMailReader(options.readWorker ? { worker: options.readWorker } : {});
  const mailer = options.smtpUrl ? createMailer(options.smtpUrl) : undefined;
  const context: StageContext = {
    office,
    understander: options.understander,
    categoryTitle: options.categoryTitle,
    readMessageId: options.messageIds.verify,
    acknowledgement: createAcknowledge(wording, options.understander),
    readFiles: reader.readFiles,
    ...(options.extractRequests && { extractRequests: options.extractRequests }),
    authenticationDomains: [
      ...office.ownAddresses.map(domainOf),
      ...options.accounts.map(({ host }) => asciiLower(host)),
    ],
  };
  const read = async (raw: Buffer): Promise<MailInHand> => {
    const { trustAnchors } = await office.store.settings.current();
    return reader.read(raw, trustAnchors.certificates);
  };
  const intake = createIntake({
    office,
    worker,
    log,
    read,
    runStages: (row, mail) => runStages(row, mail, context),
    decideTogether: (mails) => decideTogether(mails, context),
    writeTogether: (mails) => writeTogether(mails, context),
    settings: options.intake ?? INTAKE_SETTINGS,
  });
  let watches: readonly AccountWatch[] = [];
  let demo: DemoMailbox | undefined;

  async function accounts(): Promise<readonly MailAccount[]> {
    if (options.accounts.length > 0) return options.accounts;
    demo = await startDemoMailbox({ folder: options.demoFolder, address: from });
    return [demoAccount(demo)];
  }

  function canaryFor({ id }: MailAccount): Canary | undefined {
    const { canary: settings, messageIds } = options;
    if (!settings || !mailer) return undefined;
    return createCanary({ office, settings, account: id, address: from, mailer, messageIds, log });
  }

  /** The first mail after a start shall not wait for a reading thread and the knowledge to be there. */
  function warmUp(): void {
    const mail = reader.read(Buffer.from("Subject: -\r\n\r\n-\r\n"));
    mail
      .then(({ subject, text }) => options.understander().understandMail(subject, text, turkishDay(office.clock.now())))
      .catch((error: unknown) => log.warn({ err: error }, "The mail door could not be warmed up."));
  }

  return {
    async start() {
      // What was held back for want of a way out can go now.
      if (mailer) await office.store.outbox.unhold(MAILED_EFFECTS, office.clock.now());
      intake.start();
      warmUp();
      const timings = options.timings ?? MAIL_TIMINGS;
      const limits = options.limits ?? FETCH_LIMITS;
      watches = (await accounts()).map((account, index) => {
        // The canary flies to the address we write from, which delivers into the first account.
        const canary = index === 0 ? canaryFor(account) : undefined;
        const onKept = (messageIds: readonly string[]): void => {
          intake.wake();
          canary?.arrived(messageIds);
        };
        const watch = watchAccount({
          account,
          office,
          worker,
          timings,
          limits,
          log,
          handOver: intake.handOver,
          onKept,
        });
        canary?.start(() => watch.health().role === "watching");
        return { ...watch, stop: () => Promise.resolve(canary?.stop()).then(watch.stop) };
      });
    },
    async stop() {
      await Promise.all(watches.map((watch) => watch.stop()));
      await intake.stop();
      await reader.stop();
      await mailer?.close();
      await demo?.stop();
    },
    deliver: (item) => deliverMessage({ office, mailer, wording, from }, item),
    openAttachments: createOpenAttachments({ mails: office.store.mails, readFiles: reader.readFiles }),
    sendNotice: (notice) => {
      const officeName = wording.say("office-name", "tr", {});
      return sendNotice({ office, mailer, officeName, from }, notice);
    },
    health: () => ({ accounts: watches.map((watch) => watch.health()), demo: demo !== undefined }),
    replay: (paths, given) => replay(paths, { ...given, context, read }),
    demo: () => demo,
  };
}

function domainOf(address: string): string {
  return asciiLower(address.split("@").at(-1) ?? "");
}

/** The demo mailbox as an account like any other. */
function demoAccount({ address, imap: { host, port, user, password } }: DemoMailbox): MailAccount {
  return {
    id: `demo:${address}`,
    host,
    port,
    secure: false,
    user,
    auth: { kind: "password", password },
    mailboxes: ["INBOX"],
    since: "all",
    sweepSeconds: 60,
  };
}
