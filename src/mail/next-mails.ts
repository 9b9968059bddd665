import type { LedgerMail } from "../core/mail.ts";
import type { ClaimLimit } from "../core/mail-ports.ts";
import type { Office } from "../core/ports.ts";
import type { ReadMail } from "./file-together.ts";
import type { GiveBack } from "./give-back.ts";
import type { HandedMail, HandOverQueue } from "./hand-over.ts";
import { quarantine } from "./quarantine.ts";
import type { MailInHand } from "./reading/mail-in-hand.ts";

/** Mails whose turn it is. */
export interface Batch {
  readonly isEmpty: boolean;
  /** Never tried before, read. */
  readonly fresh: readonly ReadMail[];
  /** Tried before, and untouched: one of them may have killed its process. */
  readonly suspects: readonly LedgerMail[];
}

/** Where the intake's mails come from: handed over by this process's watcher, or claimed in the ledger. */
export interface NextMails {
  /** The next batch: mails handed over, now and then those the ledger has for anybody. */
  next(): Promise<Batch>;
  /** Of those handed over alone; undefined when none is left. */
  nextHanded(): Promise<Batch> | undefined;
  /** Counts the attempt and reads the mail; undefined when there is nothing left to do with it. */
  takeUp(row: LedgerMail): Promise<ReadMail | undefined>;
}

export interface NextMailsOptions {
  readonly office: Office;
  readonly worker: string;
  readonly read: (raw: Buffer) => Promise<MailInHand>;
  readonly handOver: Pick<HandOverQueue, "next">;
  readonly orGiveBack: GiveBack["orGiveBack"];
  readonly settings: ClaimSettings;
}

export interface ClaimSettings {
  /** Mails claimed, read and written together; as few as make up the bytes, for all of them are held in memory to be read. */
  readonly claimAtOnce: ClaimLimit;
  /** A claim not settled after this long is taken for a crash, and the mail is claimed again. Milliseconds. */
  readonly claimMs: number;
}

/** Every so often the ledger comes first, so that no flood of new mails keeps waiting what was left for anybody. */
const LEDGER_EVERY = 5;

export function createNextMails(options: NextMailsOptions): NextMails {
  const { office, worker, handOver, orGiveBack, settings } = options;
  const { mails } = office.store;
  let turn = 0;

  async function takeUp(row: LedgerMail): Promise<ReadMail | undefined> {
    if (!(await mails.begin(row.id))) return undefined;
    const raw = await mails.raw(row.id);
    if (raw) return { row, mail: await options.read(raw) };
    await quarantine(office, row.id, "E-postanın ham içeriği yok.");
    return undefined;
  }

  async function readHanded(handed: readonly HandedMail[]): Promise<Batch> {
    const read = await Promise.all(
      handed.map(({ row, raw }) => orGiveBack(row, async () => ({ row, mail: await options.read(raw) }))),
    );
    return { isEmpty: false, fresh: read.filter((one) => one !== undefined), suspects: [] };
  }

  function nextHanded(): Promise<Batch> | undefined {
    const handed = handOver.next();
    return handed && readHanded(handed);
  }

  async function claim(): Promise<Batch> {
    const claimed = await mails.claim(worker, settings.claimAtOnce, settings.claimMs);
    const fresh = claimed.filter((row) => row.attempts === 0);
    const read = await Promise.all(fresh.map((row) => orGiveBack(row, () => takeUp(row))));
    return {
      isEmpty: claimed.length === 0,
      fresh: read.filter((one) => one !== undefined),
      suspects: claimed.filter((row) => row.attempts > 0),
    };
  }

  return {
    async next() {
      turn += 1;
      const handed = turn % LEDGER_EVERY === 0 ? undefined : nextHanded();
      if (handed) return handed;
      const claimed = await claim();
      return (claimed.isEmpty && (await nextHanded())) || claimed;
    },
    nextHanded,
    takeUp,
  };
}
