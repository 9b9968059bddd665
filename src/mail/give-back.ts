import type { LedgerMail } from "../core/mail.ts";
import type { Log, Office } from "../core/ports.ts";
import type { ReadMail } from "./file-together.ts";
import { quarantine } from "./quarantine.ts";

/** Gives claimed mails back to the ledger: those that failed, to be tried again or set aside, and those that must wait for others. */
export interface GiveBack {
  /** What the work gives; a mail over which it fails is given back, and does not end the others' way. */
  orGiveBack<Result>(row: LedgerMail, work: () => Promise<Result>): Promise<Result | undefined>;
  /** To be looked at again soon; that was no attempt. Throws nothing. */
  postpone(mails: readonly ReadMail[]): Promise<void>;
}

export interface GiveBackSettings {
  /** A mail that failed this often is set aside. */
  readonly mostAttempts: number;
  /** Wait after the first failed attempt; quadruples. Milliseconds. */
  readonly retryMs: number;
  /** How long a mail waits for one it answers before both are looked for again. Milliseconds. */
  readonly forerunnerMs: number;
}

export interface GiveBackOptions {
  readonly office: Office;
  readonly log: Log;
  readonly settings: GiveBackSettings;
}

/** Where the database is away, claims run out by themselves, and the mails are tried again. */
export function createGiveBack({ office, log, settings }: GiveBackOptions): GiveBack {
  const { mails } = office.store;

  async function giveBack(id: string, attempts: number, reason: string): Promise<void> {
    try {
      if (attempts < settings.mostAttempts) await mails.release(id, reason, settings.retryMs * 4 ** (attempts - 1));
      else await quarantine(office, id, `${attempts} denemede işlenemedi: ${reason}`);
    } catch (error) {
      log.error({ mail: id, err: error }, "A mail could not be given back to the ledger.");
    }
  }

  return {
    async orGiveBack(row, work) {
      const attempts = row.attempts + 1;
      try {
        return await work();
      } catch (error) {
        log.error({ mail: row.id, attempts, err: error }, "A mail could not be processed.");
        await giveBack(row.id, attempts, error instanceof Error ? error.message : String(error));
        return undefined;
      }
    },
    async postpone(early) {
      try {
        await Promise.all(early.map(({ row }) => mails.postpone(row.id, settings.forerunnerMs)));
      } catch (error) {
        log.error({ err: error }, "Mails could not be given back to the ledger.");
      }
    },
  };
}
