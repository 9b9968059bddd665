import type { LedgerMail } from "../core/mail.ts";
import type { MailClaim } from "../core/mail-ports.ts";

/** A mail just kept, with the bytes that were kept. */
export interface HandedMail {
  readonly row: LedgerMail;
  readonly raw: Buffer;
}

/**
 * From the watcher straight to this process's intake: mails are kept under its claim and handed over in memory, so that none of
 * them has to be claimed and read back. When there is no room soon, they are kept for whoever claims them first.
 */
export interface HandOver {
  /** Room for mails about to be kept. Undefined after a short wait without any: nothing holds up the keeping. */
  reserve(mails: number): Promise<Reservation | undefined>;
}

export interface Reservation {
  readonly claim: MailClaim;
  /** Once they are in the ledger. */
  take(mails: readonly HandedMail[]): void;
  /** They were not kept. */
  cancel(): void;
}

export interface HandOverOptions {
  readonly claim: MailClaim;
  /** Mails waiting at once. */
  readonly room: number;
  /** How long keeping waits for room, in milliseconds. */
  readonly patienceMs: number;
  readonly onTaken: () => void;
}

/** Both ends of it: the watcher reserves, the intake takes the next batch. */
export interface HandOverQueue extends HandOver {
  /** The longest waiting batch. */
  next(): readonly HandedMail[] | undefined;
  /** No more room from now on. */
  close(): void;
}

export function createHandOver({ claim, room, patienceMs, onTaken }: HandOverOptions): HandOverQueue {
  const batches: (readonly HandedMail[])[] = [];
  let waiting: (() => void)[] = [];
  let reserved = 0;
  let closed = false;

  const hasRoom = (mails: number): boolean => !closed && (reserved === 0 || reserved + mails <= room);

  function free(mails: number): void {
    reserved -= mails;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  }

  function change(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  return {
    async reserve(mails) {
      const until = Date.now() + patienceMs;
      while (!closed && !hasRoom(mails) && Date.now() < until) await change(until - Date.now());
      if (!hasRoom(mails)) return undefined;
      reserved += mails;
      return {
        claim,
        take(handed) {
          if (handed.length < mails) free(mails - handed.length);
          batches.push(handed);
          onTaken();
        },
        cancel: () => free(mails),
      };
    },
    next() {
      const batch = batches.shift();
      if (batch) free(batch.length);
      return batch;
    },
    close() {
      closed = true;
      free(0);
    },
  };
}
