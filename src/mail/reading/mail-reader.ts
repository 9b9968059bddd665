import { Worker } from "node:worker_threads";
import type { MailInHand } from "./mail-in-hand.ts";
import { readMail, unreadMail } from "./read-mail.ts";

/** Reads raw mails without holding up the process: a mail that takes too long or too much memory only ends its thread. */
export interface MailReader {
  /** Always a mail in hand; one that ended its thread says so in `unreadable`. */
  read(raw: Buffer): Promise<MailInHand>;
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

const THREADS = 2;
const TIME_LIMIT_MS = 20_000;
const HEAP_MB = 192;

export function createMailReader(options: MailReaderOptions = {}): MailReader {
  const { worker } = options;
  if (!worker) return { read: (raw) => readMail(raw), stop: async () => undefined };
  const settings = { ...options, worker };
  const idle: ReadingThread[] = [];
  const waiting: ((thread: ReadingThread) => void)[] = [];
  const all = new Set<ReadingThread>();

  function borrow(): Promise<ReadingThread> {
    const free = idle.pop();
    if (free) return Promise.resolve(free);
    if (all.size < (options.threads ?? THREADS)) return Promise.resolve(start());
    return new Promise((resolve) => waiting.push(resolve));
  }

  function start(): ReadingThread {
    const thread = createReadingThread(settings);
    all.add(thread);
    return thread;
  }

  function giveBack(thread: ReadingThread): void {
    if (!thread.isAlive()) all.delete(thread);
    const next = waiting.shift();
    if (next) next(thread.isAlive() ? thread : start());
    else if (thread.isAlive()) idle.push(thread);
  }

  return {
    async read(raw) {
      const thread = await borrow();
      try {
        return await thread.read(raw);
      } finally {
        giveBack(thread);
      }
    },
    async stop() {
      await Promise.all([...all].map((thread) => thread.end()));
    },
  };
}

interface ReadingThread {
  read(raw: Buffer): Promise<MailInHand>;
  isAlive(): boolean;
  end(): Promise<void>;
}

type ThreadSettings = MailReaderOptions & Required<Pick<MailReaderOptions, "worker">>;

/** One thread, reading one mail at a time; it ends with the first mail that breaks a limit. */
function createReadingThread({ worker: { file, argv = [] }, timeLimitMs, heapMb }: ThreadSettings): ReadingThread {
  const limit = timeLimitMs ?? TIME_LIMIT_MS;
  const thread = new Worker(file, { argv: [...argv], resourceLimits: { maxOldGenerationSizeMb: heapMb ?? HEAP_MB } });
  let isAlive = true;
  let settle: ((mail: MailInHand | string) => void) | undefined;
  // An idle thread is no reason to keep the process running; one at work is.
  thread.unref();
  thread.on("message", (mail: MailInHand) => settle?.(mail));
  thread.on("error", (error: NodeJS.ErrnoException) => {
    isAlive = false;
    const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
    settle?.(isMemory ? "E-postayı okumaya ayrılan bellek yetmedi" : `E-posta okunurken hata oldu (${error.message})`);
  });
  thread.on("exit", () => {
    isAlive = false;
    settle?.("E-postayı okuyan iş parçacığı durdu");
  });

  async function end(): Promise<void> {
    isAlive = false;
    await thread.terminate();
  }

  return {
    isAlive: () => isAlive,
    end,
    async read(raw) {
      thread.ref();
      const timer = setTimeout(() => {
        settle?.(`E-posta ${Math.round(limit / 1000)} saniyede okunamadı`);
        void end();
      }, limit);
      const result = await new Promise<MailInHand | string>((resolve) => {
        settle = resolve;
        thread.postMessage(raw);
      });
      clearTimeout(timer);
      settle = undefined;
      thread.unref();
      return typeof result === "string" ? unreadMail(raw.length, `${result}; özgün e-posta saklandı.`) : result;
    },
  };
}
