import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { MailInHand } from "./mail-in-hand.ts";
import { readMail, unreadMail } from "./read-mail.ts";

/** Reads raw mails without holding up the process: a mail that takes too long or too much memory only ends its thread. */
export interface MailReader {
  /**
   * Always a mail in hand; one that ended its thread says so in `unreadable`. With certificates (PEM), those that signers'
   * certificates may lead to.
   */
  read(raw: Buffer, anchors?: readonly string[]): Promise<MailInHand>;
  stop(): Promise<void>;
}

export interface MailReaderOptions {
  /** The compiled read-worker.js, and arguments for it. Absent: mails are read in this thread, without limits (tests, tools). */
  readonly worker?: { readonly file: string | URL; readonly argv?: readonly string[] };
  readonly threads?: number;
  /** A mail takes milliseconds; this is for the one made to take for ever. Milliseconds. */
  readonly timeLimitMs?: number;
  /** Heap of one thread, in megabytes; the mail's own bytes lie outside of it. */
  readonly heapMb?: number;
}

/** One is left to the rest of the process, where there is more than one. */
const THREADS = Math.min(4, Math.max(1, availableParallelism() - 1));
/** Mails sent ahead to one thread, so that it need not wait for the next one; they are copied, so that they must be small. */
const AHEAD = 8;
const AHEAD_BYTES = 2_000_000;
const TIME_LIMIT_MS = 20_000;
const HEAP_MB = 192;

/** What a thread is sent. */
export interface MailToRead {
  readonly raw: Uint8Array;
  readonly anchors: readonly string[];
}

/** A mail to be read, and whom to tell. */
interface Reading extends MailToRead {
  readonly resolve: (mail: MailInHand) => void;
}

export function createMailReader(options: MailReaderOptions = {}): MailReader {
  const { worker } = options;
  if (!worker) return { read: readMail, stop: async () => undefined };
  const most = options.threads ?? THREADS;
  const waiting: Reading[] = [];
  const threads = new Set<ReadingThread>();

  /** Hands out what waits: to the thread with the least in hand, or to a new one. */
  function handOut(): void {
    while (waiting.length > 0) {
      const [freest] = [...threads].sort((one, other) => one.inHand() - other.inHand());
      const thread = freest && (freest.inHand() === 0 || threads.size >= most) ? freest : start();
      if (!thread.hasRoom()) return;
      const reading = waiting.shift();
      if (reading) thread.read(reading);
    }
  }

  function start(): ReadingThread {
    const thread: ReadingThread = createReadingThread(
      { ...options, worker: worker as ThreadSettings["worker"] },
      {
        onRead: handOut,
        onEnd(unread) {
          threads.delete(thread);
          waiting.unshift(...unread);
          handOut();
        },
      },
    );
    threads.add(thread);
    return thread;
  }

  return {
    read: (raw, anchors = []) =>
      new Promise((resolve) => {
        waiting.push({ raw, anchors, resolve });
        handOut();
      }),
    async stop() {
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}

interface ReadingThread {
  read(reading: Reading): void;
  /** Mails it was given and has not read yet. */
  inHand(): number;
  /** Whether another one may be sent ahead. */
  hasRoom(): boolean;
  end(): Promise<void>;
}

interface ThreadEvents {
  /** A mail was read. */
  readonly onRead: () => void;
  /** The thread ended, over the mail it was at or because it was told to; these it had not begun. */
  readonly onEnd: (unread: readonly Reading[]) => void;
}

type ThreadSettings = MailReaderOptions & Required<Pick<MailReaderOptions, "worker">>;

/** One thread, reading one mail after the other; it ends with the first mail that breaks a limit. */
function createReadingThread(
  { worker: { file, argv = [] }, timeLimitMs, heapMb }: ThreadSettings,
  { onRead, onEnd }: ThreadEvents,
): ReadingThread {
  const limit = timeLimitMs ?? TIME_LIMIT_MS;
  const thread = new Worker(file, { argv: [...argv], resourceLimits: { maxOldGenerationSizeMb: heapMb ?? HEAP_MB } });
  let readings: readonly Reading[] = [];
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;

  /** The time of a mail begins when the one before it is read. An idle thread is no reason to keep the process running. */
  function begin(): void {
    clearTimeout(timer);
    if (readings.length === 0) {
      thread.unref();
      return;
    }
    thread.ref();
    timer = setTimeout(() => fail(`E-posta ${Math.round(limit / 1000)} saniyede okunamadı`), limit);
  }

  function fail(reason: string): void {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    void thread.terminate();
    const [blamed, ...unread] = readings;
    readings = [];
    blamed?.resolve(unreadMail(blamed.raw.length, `${reason}; özgün e-posta saklandı.`));
    onEnd(unread);
  }

  thread.unref();
  thread.on("message", (mail: MailInHand) => {
    const [done, ...left] = readings;
    readings = left;
    begin();
    done?.resolve(mail);
    onRead();
  });
  thread.on("error", (error: NodeJS.ErrnoException) => {
    const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
    fail(isMemory ? "E-postayı okumaya ayrılan bellek yetmedi" : `E-posta okunurken hata oldu (${error.message})`);
  });
  thread.on("exit", () => fail("E-postayı okuyan iş parçacığı durdu"));

  return {
    inHand: () => readings.length,
    hasRoom: () => readings.length < AHEAD && readings.reduce((bytes, { raw }) => bytes + raw.length, 0) < AHEAD_BYTES,
    read(reading) {
      readings = [...readings, reading];
      if (readings.length === 1) begin();
      thread.postMessage({ raw: reading.raw, anchors: reading.anchors } satisfies MailToRead);
    },
    async end() {
      isOver = true;
      clearTimeout(timer);
      await thread.terminate();
    },
  };
}
