import { type DecidedMail, idsOf, independent, type ReadMail, refersTo } from "./file-together.ts";

/** Files mails in the order in which they come: while some are written, the next are decided, and no further ahead than that. */
export interface FilingLine {
  /** Returns when the last of the mails are being written; those filed before have ended by then, but for one round at most. */
  file(mails: readonly ReadMail[]): Promise<void>;
  /** Returns when no mail is being written any more. */
  settled(): Promise<void>;
}

export interface FilingLineOptions {
  /** Decides how mails end; one that cannot be decided is left out. */
  readonly decide: (round: readonly ReadMail[]) => Promise<readonly DecidedMail[]>;
  /** Ends the mails of a round, also those that could not be decided. Out: those that failed and have no end. Throws nothing. */
  readonly write: (round: readonly ReadMail[], decided: readonly DecidedMail[]) => Promise<readonly ReadMail[]>;
  /** Gives mails back that answer one without an end: filed now, they would not find its ticket. Throws nothing. */
  readonly postpone: (mails: readonly ReadMail[]) => Promise<void>;
}

/** Rounds written at the same time: while one waits for its turn in this process, the database has the other one's commands. */
const WRITTEN_AT_ONCE = 2;

interface RoundInWriting {
  readonly ids: ReadonlySet<string>;
  readonly written: Promise<void>;
}

export function createFilingLine({ decide, write, postpone }: FilingLineOptions): FilingLine {
  let inWriting: readonly RoundInWriting[] = [];
  /** Ids of mails that failed, or wait for one that did, since the mails being filed were looked at (wait-for-forerunners.ts). */
  let endless = new Set<string>();
  const settled = async (rounds = inWriting): Promise<void> => {
    await Promise.all(rounds.map(({ written }) => written));
  };

  function remember(mails: readonly ReadMail[]): void {
    for (const id of mails.flatMap(idsOf)) endless.add(id);
  }

  function begin(round: readonly ReadMail[], decided: readonly DecidedMail[]): void {
    const written = write(round, decided).then((failed) => {
      remember(failed);
      inWriting = inWriting.filter((one) => one !== begun);
    });
    const begun: RoundInWriting = { ids: new Set(round.flatMap(idsOf)), written };
    inWriting = [...inWriting, begun];
  }

  /** Those of a round that need not wait for another mail. */
  async function readyOf(round: readonly ReadMail[]): Promise<readonly ReadMail[]> {
    const early = round.filter(({ mail }) => mail.references.some((id) => endless.has(id)));
    if (early.length === 0) return round;
    remember(early);
    await postpone(early);
    return round.filter((one) => !early.includes(one));
  }

  return {
    async file(mails) {
      for (const round of independent(mails)) {
        // What a mail answers or repeats must be there to be found.
        await settled(inWriting.filter(({ ids }) => round.some((one) => refersTo(one, ids))));
        const ready = await readyOf(round);
        if (ready.length === 0) continue;
        const decided = await decide(ready);
        while (inWriting.length >= WRITTEN_AT_ONCE) await inWriting[0]?.written;
        begin(ready, decided);
      }
      endless = new Set();
    },
    settled: () => settled(),
  };
}
