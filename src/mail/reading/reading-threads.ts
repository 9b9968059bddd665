import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ReadingTask } from "./read-worker.ts";

/** Work handed to threads: one that takes too long or too much memory only ends its thread. */
export interface ReadingThreads {
  /** What the thread answers. Throws ThreadEnded when the work broke a limit, and another error when it was not done before a stop. */
  run(task: ReadingTask): Promise<unknown>;
  /** Ends all threads; work in their hands, and later work, is refused. */
  stop(): Promise<void>;
}

/** Work ended its thread; the message says why in Turkish, without a full stop. */
export class ThreadEnded extends Error {
  override readonly name = "ThreadEnded";
}

export interface ThreadOptions {
  /** The compiled read-worker.js, and arguments for it. Its first message says that it is ready. */
  readonly worker: { readonly file: string | URL; readonly argv?: readonly string[] };
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
/** No fault of the mail's: whoever asked may ask again (unlike ThreadEnded). */
const STOPPED = "The reading threads were stopped.";

/** Work to be done, and whom to tell. */
interface Reading {
  readonly task: ReadingTask;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

export function createReadingThreads(options: ThreadOptions): ReadingThreads {
  const most = options.threads ?? THREADS;
  const waiting: Reading[] = [];
  const threads = new Set<ReadingThread>();
  let stopped = false;

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
    const thread: ReadingThread = createReadingThread(options, {
      onRead: handOut,
      onEnd(unread) {
        threads.delete(thread);
        waiting.unshift(...unread);
        handOut();
      },
    });
    threads.add(thread);
    return thread;
  }

  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        if (stopped) return reject(new Error(STOPPED));
        waiting.push({ task, resolve, reject });
        handOut();
      }),
    async stop() {
      stopped = true;
      for (const { reject } of waiting.splice(0)) reject(new Error(STOPPED));
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

/** One thread, reading one mail after the other; it ends with the first mail that breaks a limit. */
function createReadingThread(
  { worker: { file, argv = [] }, timeLimitMs, heapMb }: ThreadOptions,
  { onRead, onEnd }: ThreadEvents,
): ReadingThread {
  const limit = timeLimitMs ?? TIME_LIMIT_MS;
  const thread = new Worker(file, { argv: [...argv], resourceLimits: { maxOldGenerationSizeMb: heapMb ?? HEAP_MB } });
  let readings: readonly Reading[] = [];
  let isReady = false;
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;

  /**
   * The time of a mail begins when the one before it is read, or the thread is ready. An idle thread is no reason to keep the process
   * running.
   */
  function begin(): void {
    clearTimeout(timer);
    if (readings.length === 0) {
      thread.unref();
      return;
    }
    thread.ref();
    if (!isReady) return;
    timer = setTimeout(() => fail(`E-posta ${Math.round(limit / 1000)} saniyede okunamadı`), limit);
  }

  function fail(reason: string): void {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    void thread.terminate();
    const [blamed, ...unread] = readings;
    readings = [];
    blamed?.reject(new ThreadEnded(reason));
    onEnd(unread);
  }

  thread.unref();
  thread.on("message", (answer: unknown) => {
    if (!isReady) {
      isReady = true;
      begin();
      return;
    }
    const [done, ...left] = readings;
    readings = left;
    begin();
    done?.resolve(answer);
    onRead();
  });
  thread.on("error", (error: NodeJS.ErrnoException) => {
    const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
    fail(isMemory ? "E-postayı okumaya ayrılan bellek yetmedi" : `E-posta okunurken hata oldu (${error.message})`);
  });
  thread.on("exit", () => fail("E-postayı okuyan iş parçacığı durdu"));

  return {
    inHand: () => readings.length,
    hasRoom: () =>
      readings.length < AHEAD && readings.reduce((bytes, { task }) => bytes + task.raw.length, 0) < AHEAD_BYTES,
    read(reading) {
      readings = [...readings, reading];
      if (readings.length === 1) begin();
      thread.postMessage(reading.task);
    },
    async end() {
      isOver = true;
      clearTimeout(timer);
      for (const { reject } of readings) reject(new Error(STOPPED));
      readings = [];
      await thread.terminate();
    },
  };
}
