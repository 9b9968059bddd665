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
  reserve(wanted: Room): Promise<Reservation | undefined>;
}

/** Mails, and the bytes they hold in memory. */
export interface Room {
  readonly mails: number;
  readonly bytes: number;
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
  /** What may wait at once; a batch larger than that waits alone. */
  readonly room: Room;
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
  const batches: { readonly handed: readonly HandedMail[]; readonly held: Room }[] = [];
  let waiting: (() => void)[] = [];
  let reserved: Room = { mails: 0, bytes: 0 };
  let closed = false;

  function hasRoom({ mails, bytes }: Room): boolean {
    if (closed) return false;
    return reserved.mails === 0 || (reserved.mails + mails <= room.mails && reserved.bytes + bytes <= room.bytes);
  }

  function free({ mails, bytes }: Room): void {
    reserved = { mails: reserved.mails - mails, bytes: reserved.bytes - bytes };
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
    async reserve(wanted) {
      const until = Date.now() + patienceMs;
      while (!closed && !hasRoom(wanted) && Date.now() < until) await change(until - Date.now());
      if (!hasRoom(wanted)) return undefined;
      reserved = { mails: reserved.mails + wanted.mails, bytes: reserved.bytes + wanted.bytes };
      return {
        claim,
        take(handed) {
          batches.push({ handed, held: wanted });
          onTaken();
        },
        cancel: () => free(wanted),
      };
    },
    next() {
      const batch = batches.shift();
      if (batch) free(batch.held);
      return batch?.handed;
    },
    close() {
      closed = true;
      free({ mails: 0, bytes: 0 });
    },
  };
}
