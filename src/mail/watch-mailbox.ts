import type { MailTimings } from "./account.ts";
import { createMailCollector } from "./collect-mail.ts";
import type { CollectorOptions } from "./fetch-raw.ts";
import { type MailboxConnection, openMailbox } from "./mailbox-connection.ts";
import { type MailboxFault, mailboxFault } from "./mailbox-fault.ts";
import { createWakeUp } from "./wake-up.ts";

/** Keeps watching one mailbox until it is stopped: connects, looks, waits for the server's notice, looks again. */
export interface MailboxWatch {
  stop(): Promise<void>;
}

export interface WatchOptions extends CollectorOptions {
  readonly timings: MailTimings;
  /** A look went through. */
  readonly onContact: () => void;
  /** A look or a connection failed. Returns how long to stay away, in milliseconds. */
  readonly onFault: (fault: MailboxFault, failuresInARow: number) => number;
}

export function watchMailbox(options: WatchOptions): MailboxWatch {
  const { account, path, limits, timings, onContact, onFault } = options;
  const bell = createWakeUp();
  let stopped = false;
  let current: MailboxConnection | undefined;
  const collector = createMailCollector({ ...options, lease: () => (stopped ? undefined : options.lease()) });
  let failures = 0;

  async function session(): Promise<void> {
    let closed = false;
    const connection = await openMailbox(
      account,
      path,
      { timings, limits },
      {
        onArrival: () => bell.ring(),
        onClose: () => {
          closed = true;
          bell.ring();
        },
      },
    );
    current = connection;
    try {
      await lookUntil(connection, () => closed || stopped);
    } finally {
      current = undefined;
      await connection.close();
    }
  }

  async function lookUntil(connection: MailboxConnection, isOver: () => boolean): Promise<void> {
    let nextSweep = 0;
    while (!isOver()) {
      const everything = Date.now() >= nextSweep;
      if (everything && nextSweep > 0) await connection.confirm();
      await collector.look(connection, everything);
      failures = 0;
      onContact();
      if (everything) nextSweep = Date.now() + account.sweepSeconds * 1_000;
      // A notice means "look now" and no more than that; without one the sweep finds what the notices left out.
      if (!isOver()) await bell.wait(Math.max(0, nextSweep - Date.now()));
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      let stayAway = 0;
      try {
        await session();
        // The server hung up on a healthy line. One second keeps a server that does so at once from being hammered.
        stayAway = Math.min(1_000, timings.longestBackOff);
      } catch (error) {
        failures += 1;
        stayAway = onFault(mailboxFault(error), failures);
      }
      const until = Date.now() + stayAway;
      while (!stopped && Date.now() < until) await bell.wait(until - Date.now());
    }
  }

  const running = run();
  return {
    async stop() {
      stopped = true;
      bell.ring();
      // Ends a look that is under way; what it leaves is taken up by the next.
      await current?.close();
      await running;
    },
  };
}
