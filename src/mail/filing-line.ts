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
  /** Ends the mails of a round, also those that could not be decided. Throws nothing. */
  readonly write: (round: readonly ReadMail[], decided: readonly DecidedMail[]) => Promise<void>;
}

export function createFilingLine({ decide, write }: FilingLineOptions): FilingLine {
  let writing: Promise<void> = Promise.resolve();
  let inWriting: ReadonlySet<string> = new Set();

  return {
    async file(mails) {
      for (const round of independent(mails)) {
        // What a mail answers or repeats must be there to be found.
        if (round.some((one) => refersTo(one, inWriting))) await writing;
        const decided = await decide(round);
        await writing;
        inWriting = new Set(round.flatMap(idsOf));
        writing = write(round, decided);
      }
    },
    settled: () => writing,
  };
}
