import { AppError } from "../core/errors.ts";
import type { LedgerMail, MailOutcome } from "../core/mail.ts";
import type { Log, Office } from "../core/ports.ts";
import type { DecidedMail, ReadMail } from "./file-together.ts";
import { createFilingLine } from "./filing-line.ts";
import { createGiveBack, type GiveBackSettings } from "./give-back.ts";
import { createHandOver, type HandOver, type Room } from "./hand-over.ts";
import { inLanes } from "./lanes.ts";
import { type Batch, type ClaimSettings, createNextMails } from "./next-mails.ts";
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

export interface IntakeSettings extends ClaimSettings, GiveBackSettings {
  /** Mails that wait in memory, handed over by the watcher, and their bytes. */
  readonly handedOver: Room;
  /** How long the watcher waits for room there before it keeps mails for anybody. Milliseconds. */
  readonly patienceMs: number;
  /** Look for mails kept by other processes this often. Milliseconds. */
  readonly lookMs: number;
  /** A mail whose attempts ended this often without a word is set aside: the process died over it, or was killed for other reasons. */
  readonly mostDeaths: number;
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
/** A ticket changed under a mail's hands is read again at once; this often before it counts as a failure. */
const MOST_STALE = 5;

export function createIntake(options: IntakeOptions): Intake {
  const { office, worker, log, settings } = options;
  const { mails } = office.store;
  const bell = createWakeUp();
  let stopped = false;
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
  const { orGiveBack, postpone } = createGiveBack(options);
  const { next, nextHanded, takeUp } = createNextMails({ ...options, handOver, orGiveBack });

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
    await postpone(early);
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
    for (let batch = nextHanded(); batch; batch = nextHanded()) await fileAll((await batch).fresh);
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
