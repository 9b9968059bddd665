import { AppError } from "../core/errors.ts";
import type { LedgerMail, MailOutcome } from "../core/mail.ts";
import type { ClaimLimit } from "../core/mail-ports.ts";
import type { Log, Office } from "../core/ports.ts";
import type { DecidedMail, ReadMail } from "./file-together.ts";
import { createFilingLine } from "./filing-line.ts";
import { createHandOver, type HandedMail, type HandOver, type Room } from "./hand-over.ts";
import { inLanes } from "./lanes.ts";
import { quarantine } from "./quarantine.ts";
import type { MailInHand } from "./reading/mail-in-hand.ts";
import { partEarly } from "./wait-for-forerunners.ts";
import { createWakeUp } from "./wake-up.ts";

/**
 * Takes kept mails through reading and the stages, each to its one outcome. Every process helps: mails are claimed in the
 * ledger, the try is counted before anything is parsed, and a mail that fails too often is set aside instead of tried for ever.
 */
export interface Intake {
  start(): void;
  /** Where the watcher hands over mails as it keeps them. */
  readonly handOver: HandOver;
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
  /** Decides how several mails end. One that is left out goes through `runStages`. */
  readonly decideTogether: (mails: readonly ReadMail[]) => Promise<readonly DecidedMail[]>;
  /** Writes outcomes in as few writes as can be. Out: by ledger id; a mail that is not among them goes through `runStages`. */
  readonly writeTogether: (mails: readonly DecidedMail[]) => Promise<ReadonlyMap<string, MailOutcome>>;
  readonly log: Log;
  readonly settings: IntakeSettings;
}

export interface IntakeSettings {
  /** Mails claimed, read and written together; as few as make up the bytes, for all of them are held in memory to be read. */
  readonly claimAtOnce: ClaimLimit;
  /** Mails that wait in memory, handed over by the watcher, and their bytes. */
  readonly handedOver: Room;
  /** How long the watcher waits for room there before it keeps mails for anybody. Milliseconds. */
  readonly patienceMs: number;
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
  /** How long a mail waits for one it answers before both are looked for again. Milliseconds. */
  readonly forerunnerMs: number;
}

export const INTAKE_SETTINGS: IntakeSettings = {
  claimAtOnce: { mails: 100, bytes: 8_000_000 },
  handedOver: { mails: 200, bytes: 16_000_000 },
  patienceMs: 500,
  claimMs: 90_000,
  lookMs: 5_000,
  mostAttempts: 3,
  mostDeaths: 6,
  retryMs: 15_000,
  forerunnerMs: 2_000,
};

/** Mails that could not be filed together, taken through the stages at the same time. */
const LANES = 8;
/** Every so often the ledger comes first, so that no flood of new mails keeps waiting what was left for anybody. */
const LEDGER_EVERY = 5;
/** A ticket changed under a mail's hands is read again at once; this often before it counts as a failure. */
const MOST_STALE = 5;

interface Batch {
  readonly isEmpty: boolean;
  readonly fresh: readonly ReadMail[];
  readonly suspects: readonly LedgerMail[];
}

export function createIntake(options: IntakeOptions): Intake {
  const { office, worker, read, log, settings } = options;
  const { mails } = office.store;
  const bell = createWakeUp();
  let stopped = false;
  let turn = 0;
  let running: Promise<void> | undefined;
  /** Mails that are decided or written just now. */
  const inHand = new Set<string>();
  const line = createFilingLine({ decide: options.decideTogether, write: endAll, postpone: waitForOriginals });

  const handOver = createHandOver({
    claim: { worker, leaseMs: settings.claimMs },
    room: settings.handedOver,
    patienceMs: settings.patienceMs,
    onTaken: () => bell.ring(),
  });

  /** Counts the attempt and reads the mail; undefined when there is nothing left to do with it. */
  async function takeUp(row: LedgerMail): Promise<ReadMail | undefined> {
    if (!(await mails.begin(row.id))) return undefined;
    const raw = await mails.raw(row.id);
    if (raw) return { row, mail: await read(raw) };
    await quarantine(office, row.id, "E-postanın ham içeriği yok.");
    return undefined;
  }

  function tell(id: string, { kind, ticket }: MailOutcome): void {
    log.info({ mail: id, outcome: kind, ...(ticket && { ticket }) }, "A mail has its outcome.");
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

  /** A mail that fails is given back, and does not end the others' way. */
  async function orGiveBack<Result>(row: LedgerMail, work: () => Promise<Result>): Promise<Result | undefined> {
    const attempts = row.attempts + 1;
    try {
      return await work();
    } catch (error) {
      log.error({ mail: row.id, attempts, err: error }, "A mail could not be processed.");
      await giveBack(row.id, attempts, error instanceof Error ? error.message : String(error));
      return undefined;
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

  /** The next mails: those handed over, now and then those the ledger has for anybody. */
  async function next(): Promise<Batch> {
    turn += 1;
    const handed = turn % LEDGER_EVERY === 0 ? undefined : handOver.next();
    if (handed) return readHanded(handed);
    const claimed = await claim();
    const late = claimed.isEmpty ? handOver.next() : undefined;
    return late ? readHanded(late) : claimed;
  }

  async function readHanded(handed: readonly HandedMail[]): Promise<Batch> {
    const read = await Promise.all(
      handed.map(({ row, raw }) => orGiveBack(row, async () => ({ row, mail: await options.read(raw) }))),
    );
    return { isEmpty: false, fresh: read.filter((one) => one !== undefined), suspects: [] };
  }

  /** Mails never tried before, read and ready to be filed together; those tried before, untouched. */
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

  /** Out: the mails that failed, and are to be tried again. */
  async function endAll(round: readonly ReadMail[], decided: readonly DecidedMail[]): Promise<readonly ReadMail[]> {
    const outcomes = await options.writeTogether(decided).catch((error: unknown) => {
      log.error({ err: error }, "Mails could not be filed together.");
      return new Map<string, MailOutcome>();
    });
    for (const [id, outcome] of outcomes) tell(id, outcome);
    const left = round.filter(({ row }) => !outcomes.has(row.id));
    const failed: ReadMail[] = [];
    await inLanes(left, LANES, async (one) => {
      if (!(await fileOne(one))) failed.push(one);
    });
    for (const { row } of round) inHand.delete(row.id);
    return failed;
  }

  /** Files mails in their order; those that came to us before what they answer go back to the ledger. */
  async function fileAll(batch: readonly ReadMail[]): Promise<void> {
    const ready = await withoutEarly(batch);
    for (const { row } of ready) inHand.add(row.id);
    await line.file(ready);
  }

  /** Gives back those that must wait for what they answer; none is ready when that cannot be told. */
  async function withoutEarly(batch: readonly ReadMail[]): Promise<readonly ReadMail[]> {
    try {
      const { ready, early } = await partEarly(batch, inHand, mails);
      await postpone(early);
      return ready;
    } catch (error) {
      // The database is away: their claims run out by themselves.
      log.error({ err: error }, "What mails answer could not be looked for.");
      return [];
    }
  }

  /**
   * Mails whose original failed go back to the ledger, and are looked at again with it. They wait no longer than it has tries left:
   * then it is set aside, and they are filed without it.
   */
  async function waitForOriginals(early: readonly ReadMail[]): Promise<void> {
    for (const { row } of early) inHand.delete(row.id);
    await postpone(early).catch((error: unknown) => {
      // The database is away: their claims run out by themselves.
      log.error({ err: error }, "Mails could not be given back to the ledger.");
    });
  }

  async function postpone(early: readonly ReadMail[]): Promise<void> {
    await Promise.all(early.map(({ row }) => mails.postpone(row.id, settings.forerunnerMs)));
  }

  /** Out: whether it has its outcome; one that failed is given back. */
  async function fileOne({ row, mail }: ReadMail): Promise<boolean> {
    const outcome = await orGiveBack(row, () => decide(row, mail));
    if (outcome) tell(row.id, outcome);
    return outcome !== undefined;
  }

  /** A mail tried before may be one that kills the process. It goes alone, so that it takes no other one with it. */
  async function retry(row: LedgerMail): Promise<void> {
    if (stopped) return mails.release(row.id, undefined, 0);
    const taken = await orGiveBack(row, () =>
      row.attempts >= settings.mostDeaths
        ? quarantine(office, row.id, hopeless(row)).then(() => undefined)
        : takeUp(row),
    );
    for (const ready of await withoutEarly(taken ? [taken] : [])) await fileOne(ready);
  }

  /** Claims and works until nothing is due. While a batch is filed the next one is read, unless a mail must go alone. */
  async function workOff(): Promise<void> {
    let ahead: Promise<Batch> | undefined;
    do {
      const batch = await (ahead ?? next());
      if (batch.isEmpty) return line.settled();
      ahead = batch.suspects.length === 0 && !stopped ? next() : undefined;
      // Its failure is met where it is awaited, in the next round.
      ahead?.catch(() => undefined);
      await fileAll(batch.fresh);
      if (batch.suspects.length > 0) await line.settled();
      await inLanes(batch.suspects, 1, retry);
    } while (ahead || !stopped);
    await line.settled();
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
    await finishHanded();
  }

  /** Mails handed over are this process's own: nobody else would look at them before their claim runs out. */
  async function finishHanded(): Promise<void> {
    handOver.close();
    for (let handed = handOver.next(); handed; handed = handOver.next()) {
      await fileAll((await readHanded(handed)).fresh);
    }
    await line.settled();
  }

  return {
    start() {
      running ??= run();
    },
    handOver,
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
