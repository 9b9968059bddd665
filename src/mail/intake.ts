import { AppError } from "../core/errors.ts";
import type { LedgerMail, MailOutcome } from "../core/mail.ts";
import type { Log, Office } from "../core/ports.ts";
import { quarantine } from "./quarantine.ts";
import type { MailInHand } from "./reading/mail-in-hand.ts";
import { createWakeUp } from "./wake-up.ts";

/**
 * Takes kept mails through reading and the stages, each to its one outcome. Every process helps: mails are claimed in the
 * ledger, the try is counted before anything is parsed, and a mail that fails too often is set aside instead of tried for ever.
 */
export interface Intake {
  start(): void;
  /** Raw mails were kept; do not wait for the next look. */
  wake(): void;
  /** Lets the mails in hand finish. */
  stop(): Promise<void>;
}

export interface IntakeOptions {
  readonly office: Office;
  readonly worker: string;
  readonly read: (raw: Buffer) => Promise<MailInHand>;
  /** Decides and writes the outcome. */
  readonly runStages: (row: LedgerMail, mail: MailInHand) => Promise<MailOutcome>;
  readonly log: Log;
  readonly settings: IntakeSettings;
}

export interface IntakeSettings {
  /** Mails taken through the stages at the same time. */
  readonly concurrency: number;
  readonly claimAtOnce: number;
  /** A claim not settled after this long is taken for a crash, and the mail is claimed again. Milliseconds. */
  readonly claimMs: number;
  /** Look for mails kept by other processes this often. Milliseconds. */
  readonly lookMs: number;
  /** A mail that failed this often is set aside. */
  readonly mostAttempts: number;
  /** … and one whose attempts ended this often without a word: the process died over it, or was killed for other reasons. */
  readonly mostDeaths: number;
  /** Wait after the first failed attempt; quadruples. Milliseconds. */
  readonly retryMs: number;
}

export const INTAKE_SETTINGS: IntakeSettings = {
  concurrency: 8,
  claimAtOnce: 32,
  claimMs: 90_000,
  lookMs: 5_000,
  mostAttempts: 3,
  mostDeaths: 6,
  retryMs: 15_000,
};

/** A ticket changed under a mail's hands is read again at once; this often before it counts as a failure. */
const MOST_STALE = 5;

export function createIntake(options: IntakeOptions): Intake {
  const { office, worker, read, log, settings } = options;
  const { mails } = office.store;
  const bell = createWakeUp();
  let stopped = false;
  let running: Promise<void> | undefined;

  async function takeThrough(row: LedgerMail): Promise<void> {
    const raw = await mails.raw(row.id);
    if (!raw) {
      await quarantine(office, row.id, "E-postanın ham içeriği yok.");
      return;
    }
    const mail = await read(raw);
    const outcome = await decide(row, mail);
    log.info(
      { mail: row.id, outcome: outcome.kind, ...(outcome.ticket && { ticket: outcome.ticket }) },
      "A mail has its outcome.",
    );
  }

  async function decide(row: LedgerMail, mail: MailInHand, tries = 1): Promise<MailOutcome> {
    try {
      return await options.runStages(row, mail);
    } catch (error) {
      if (error instanceof AppError && error.code === "stale" && tries < MOST_STALE)
        return decide(row, mail, tries + 1);
      throw error;
    }
  }

  async function attempt(row: LedgerMail): Promise<void> {
    const { id } = row;
    const attempts = row.attempts + 1;
    try {
      if (row.attempts >= settings.mostDeaths) await quarantine(office, id, hopeless(row));
      else if (await mails.begin(id)) await takeThrough(row);
    } catch (error) {
      log.error({ mail: id, attempts, err: error }, "A mail could not be processed.");
      await giveBack(id, attempts, error instanceof Error ? error.message : String(error));
    }
  }

  async function giveBack(id: string, attempts: number, reason: string): Promise<void> {
    try {
      if (attempts < settings.mostAttempts) await mails.release(id, reason, settings.retryMs * 4 ** (attempts - 1));
      else await quarantine(office, id, `${attempts} denemede işlenemedi: ${reason}`);
    } catch (error) {
      // The claim runs out by itself, and the mail is tried again.
      log.error({ mail: id, err: error }, "A mail could not be given back to the ledger.");
    }
  }

  /** Works on mails side by side; when stopped, what was not begun is given back. */
  async function workThrough(rows: readonly LedgerMail[], lanes: number): Promise<void> {
    const waiting = [...rows];
    const lane = async (): Promise<void> => {
      for (let row = waiting.shift(); row; row = waiting.shift()) {
        if (stopped) await mails.release(row.id, undefined, 0);
        else await attempt(row);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }

  /** Claims and works until nothing is due. */
  async function workOff(): Promise<void> {
    while (!stopped) {
      const claimed = await mails.claim(worker, settings.claimAtOnce, settings.claimMs);
      if (claimed.length === 0) return;
      // A mail tried before may be one that kills the process. It goes alone, so that it takes no other one with it.
      await workThrough(
        claimed.filter((row) => row.attempts === 0),
        settings.concurrency,
      );
      await workThrough(
        claimed.filter((row) => row.attempts > 0),
        1,
      );
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      try {
        await workOff();
      } catch (error) {
        // The database is away: claims run out by themselves.
        log.error({ err: error }, "The mail ledger could not be read or written.");
      }
      if (!stopped) await bell.wait(settings.lookMs);
    }
  }

  return {
    start() {
      running ??= run();
    },
    wake: () => bell.ring(),
    async stop() {
      stopped = true;
      bell.ring();
      await running;
    },
  };
}

function hopeless({ attempts, lastError }: LedgerMail): string {
  return `${attempts} deneme sonuçsuz kaldı: ${lastError ?? "işlem her seferinde yarıda kesildi"}`;
}
