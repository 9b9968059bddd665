import { type DecidedMail, idsOf, independent, type ReadMail, refersTo } from "./file-together.ts";

/** Files mails in the order in which they come: while some are written, the next are decided, and no further ahead than that. */
export interface FilingLine {
  /** Returns when the last of the mails are being written; those filed before have ended by then. */
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

export function createFilingLine({ decide, write, postpone }: FilingLineOptions): FilingLine {
  let writing: Promise<readonly ReadMail[]> = Promise.resolve([]);
  let inWriting: ReadonlySet<string> = new Set();

  return {
    async file(mails) {
      /** Ids of mails that these may answer, and that have no end yet. */
      const endless = new Set<string>();
      const learn = (failed: readonly ReadMail[]): void => {
        for (const id of failed.flatMap(idsOf)) endless.add(id);
      };
      for (const round of independent(mails)) {
        // What a mail answers or repeats must be there to be found.
        if (round.some((one) => refersTo(one, inWriting))) learn(await writing);
        const early = round.filter((one) => answers(one, endless));
        if (early.length > 0) await postpone(early);
        learn(early);
        const ready = round.filter((one) => !early.includes(one));
        const decided = await decide(ready);
        learn(await writing);
        inWriting = new Set(ready.flatMap(idsOf));
        writing = write(ready, decided);
      }
    },
    async settled() {
      await writing;
    },
  };
}

function answers({ mail }: ReadMail, ids: ReadonlySet<string>): boolean {
  return mail.references.some((id) => ids.has(id));
}
