import { AppError } from "../core/errors.ts";
import type { LedgerMail, MailOutcomeKind, StageNote } from "../core/mail.ts";
import { FETCH_LIMITS } from "./account.ts";
import { describeRaw } from "./raw-envelope.ts";
import type { MailInHand } from "./reading/mail-in-hand.ts";
import { mailFiles, readMailFile } from "./replay-files.ts";
import type { Decision } from "./stages/decision.ts";
import type { StageContext } from "./stages/stage.ts";
import { decide, runStages } from "./stages.ts";

/** What became, or in a dry run would become, of one file; printed as one JSON line. */
export interface ReplayLine {
  readonly file: string;
  /** `failed`: the file could not be read, or the database not be written. */
  readonly outcome: MailOutcomeKind | "failed";
  readonly ticket?: string;
  readonly requests?: readonly string[];
  readonly reason: string;
  readonly decisions: readonly StageNote[];
}

export interface ReplayOptions {
  readonly context: StageContext;
  readonly read: (raw: Buffer) => Promise<MailInHand>;
  /** Looks threads up in the store, and writes nothing at all. */
  readonly dryRun: boolean;
  readonly report: (line: ReplayLine) => void;
  /** Called after every file. */
  readonly progress?: (done: number, total: number) => void;
}

/** The account under which replayed files stand in the ledger. */
const ACCOUNT = "replay";
/** A ticket changed under a mail's hands is read again this often. */
const MOST_STALE = 5;

/**
 * Runs .eml files, and the mails in folders, through the same stages as a mailbox's. A file is known in the ledger by its
 * content: replaying it again adds nothing and reports what became of it. Returns how many files had each outcome.
 */
export async function replay(
  paths: readonly string[],
  options: ReplayOptions,
): Promise<Readonly<Partial<Record<ReplayLine["outcome"], number>>>> {
  const files = await mailFiles(paths);
  const counts: Partial<Record<ReplayLine["outcome"], number>> = {};
  for (const [index, file] of files.entries()) {
    const line = await replayFile(file, options);
    counts[line.outcome] = (counts[line.outcome] ?? 0) + 1;
    options.report(line);
    options.progress?.(index + 1, files.length);
  }
  return counts;
}

async function replayFile(file: string, options: ReplayOptions): Promise<ReplayLine> {
  try {
    return options.dryRun ? await rehearse(file, options) : await takeIn(file, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { file, outcome: "failed", reason, decisions: [] };
  }
}

async function takeIn(file: string, { context, read }: ReplayOptions): Promise<ReplayLine> {
  const { mails } = context.office.store;
  const { whole, raw, row: seen } = await openFile(file);
  await mails.see([seen]);
  const fresh = await mails.byOccurrence(seen);
  if (!fresh) throw new Error("The ledger did not keep the file's row.");
  const isCut = whole > raw.length;
  await mails.keep(fresh.id, raw, { ...describeRaw(raw, seen.internalDate), ...(isCut && { size: whole }) });
  const row = (await mails.byId(fresh.id)) ?? fresh;
  const outcome = row.outcome ?? (await untilFresh(async () => runStages(row, await read(raw), context)));
  const { kind, ticket, requests, reason, decisions } = outcome;
  return { file, outcome: kind, ...(ticket && { ticket }), ...(requests && { requests }), reason, decisions };
}

async function rehearse(file: string, { context, read }: ReplayOptions): Promise<ReplayLine> {
  const { row, raw } = await openFile(file);
  const verdict = await decide(row, await read(raw), { ...context, dryRun: true, rawOf: async () => raw });
  const { decision, decisions } = verdict;
  const ticket = "ticket" in decision ? decision.ticket : undefined;
  return { file, outcome: kindOf(decision), ...(ticket && { ticket }), reason: decision.reason, decisions };
}

function kindOf(decision: Decision): MailOutcomeKind {
  return decision.action === "add" || decision.action === "storm" ? "followUp" : decision.kind;
}

/** The file's bytes (of a very big one the beginning, as from a mailbox) and the row it has, or would have, in the ledger. */
async function openFile(file: string): Promise<{ whole: number; raw: Buffer; row: LedgerMail }> {
  const { bytes, receivedAt } = await readMailFile(file);
  const raw = bytes.length > FETCH_LIMITS.mailBytes ? bytes.subarray(0, FETCH_LIMITS.beginningBytes) : bytes;
  const kept = describeRaw(bytes, receivedAt);
  const row: LedgerMail = {
    ...kept,
    id: `dry-run:${kept.contentKey}`,
    account: ACCOUNT,
    mailbox: ACCOUNT,
    uidValidity: "1",
    // 48 bits of the content's hash: the same file is the same mail, whatever it is called.
    uid: Number.parseInt(kept.contentKey.slice(0, 12), 16),
    internalDate: receivedAt,
    size: bytes.length,
    state: "stored",
    attempts: 1,
    createdAt: receivedAt,
  };
  return { whole: bytes.length, raw, row };
}

async function untilFresh<Result>(work: () => Promise<Result>, tries = 1): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code === "stale" && tries < MOST_STALE) return untilFresh(work, tries + 1);
    throw error;
  }
}
