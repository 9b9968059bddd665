import { AppError } from "../core/errors.ts";
import type { LedgerMail, MailOutcome, MailOutcomeKind, StageNote } from "../core/mail.ts";
import type { KeptMail, MailLedger } from "../core/mail-ports.ts";
import { FETCH_LIMITS } from "./account.ts";
import { describeRaw } from "./describe-raw.ts";
import { fileTogether, type ReadMail } from "./file-together.ts";
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
/** Files taken in together. */
const AT_ONCE = 32;
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
  // Rehearsed mails are nowhere to be found by the next ones: nothing is won by taking them together.
  const atOnce = options.dryRun ? 1 : AT_ONCE;
  for (let first = 0; first < files.length; first += atOnce) {
    const some = files.slice(first, first + atOnce);
    for (const [index, line] of (await replayFiles(some, options)).entries()) {
      counts[line.outcome] = (counts[line.outcome] ?? 0) + 1;
      options.report(line);
      options.progress?.(first + index + 1, files.length);
    }
  }
  return counts;
}

async function replayFiles(files: readonly string[], options: ReplayOptions): Promise<ReplayLine[]> {
  const opened = await Promise.all(files.map((file) => openFile(file).catch((error: unknown) => failed(file, error))));
  const work = options.dryRun ? rehearseAll : takeInAll;
  const mails = opened.filter((one) => "raw" in one);
  const lines = await work(mails, options).catch((error: unknown) => mails.map(({ file }) => failed(file, error)));
  return opened.map((one) => ("raw" in one ? (lines[mails.indexOf(one)] ?? failed(one.file, "?")) : one));
}

function failed(file: string, error: unknown): ReplayLine {
  const reason = error instanceof Error ? error.message : String(error);
  return { file, outcome: "failed", reason, decisions: [] };
}

/** Files the mails together; one that cannot be filed so is tried by itself, and tells why it fails. */
async function takeInAll(files: readonly OpenFile[], options: ReplayOptions): Promise<ReplayLine[]> {
  const rows = await keepAll(files, options.context.office.store.mails);
  const filed = await fileFresh(files, rows, options);
  const lines: ReplayLine[] = [];
  for (const [index, file] of files.entries()) {
    const row = rows[index];
    const outcome = row && (row.outcome ?? filed.get(row.id));
    lines.push(outcome ? lineOf(file, outcome) : await takeIn(file, row, options));
  }
  return lines;
}

/** Keeps the mails in the ledger. Out: their rows, in the order of the files. */
async function keepAll(files: readonly OpenFile[], mails: MailLedger): Promise<readonly (LedgerMail | undefined)[]> {
  const rows = () => Promise.all(files.map(({ row }) => mails.byOccurrence(row)));
  await mails.see(files.map(({ row }) => row));
  const seen = await rows();
  await mails.keepAll(
    files.flatMap(({ raw, kept, row: { size } }, index) => {
      const row = seen[index];
      if (row?.state !== "seen") return [];
      return [{ id: row.id, raw, kept: { ...kept, ...(size > raw.length && { size }) } }];
    }),
  );
  return rows();
}

async function fileFresh(
  files: readonly OpenFile[],
  rows: readonly (LedgerMail | undefined)[],
  { context, read }: ReplayOptions,
): Promise<ReadonlyMap<string, MailOutcome>> {
  const fresh = new Map<string, ReadMail>();
  for (const [index, { raw }] of files.entries()) {
    const row = rows[index];
    if (!row || row.outcome || fresh.has(row.id)) continue;
    const mail = await read(raw).catch(() => undefined);
    if (mail) fresh.set(row.id, { row, mail });
  }
  return fileTogether([...fresh.values()], context);
}

async function takeIn(
  { file, raw }: OpenFile,
  row: LedgerMail | undefined,
  { context, read }: ReplayOptions,
): Promise<ReplayLine> {
  try {
    if (!row) throw new Error("The ledger did not keep the file's row.");
    // A file of the same content may have been filed right before.
    const known = (await context.office.store.mails.byId(row.id))?.outcome;
    return lineOf({ file }, known ?? (await untilFresh(async () => runStages(row, await read(raw), context))));
  } catch (error) {
    return failed(file, error);
  }
}

function lineOf({ file }: Pick<OpenFile, "file">, outcome: MailOutcome): ReplayLine {
  const { kind, ticket, requests, reason, decisions } = outcome;
  return { file, outcome: kind, ...(ticket && { ticket }), ...(requests && { requests }), reason, decisions };
}

function rehearseAll(files: readonly OpenFile[], options: ReplayOptions): Promise<ReplayLine[]> {
  return Promise.all(files.map((file) => rehearse(file, options)));
}

async function rehearse({ file, row, raw }: OpenFile, { context, read }: ReplayOptions): Promise<ReplayLine> {
  const verdict = await decide(row, await read(raw), { ...context, dryRun: true, rawOf: async () => raw });
  const { decision, decisions } = verdict;
  const ticket = "ticket" in decision ? decision.ticket : undefined;
  return { file, outcome: kindOf(decision), ...(ticket && { ticket }), reason: decision.reason, decisions };
}

function kindOf(decision: Decision): MailOutcomeKind {
  return decision.action === "add" || decision.action === "storm" ? "followUp" : decision.kind;
}

interface OpenFile {
  readonly file: string;
  /** Of a very big file the beginning, as from a mailbox. */
  readonly raw: Buffer;
  readonly kept: KeptMail;
  /** The row it has, or would have, in the ledger. */
  readonly row: LedgerMail;
}

async function openFile(file: string): Promise<OpenFile> {
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
  return { file, raw, kept: describeRaw(raw, receivedAt), row };
}

async function untilFresh<Result>(work: () => Promise<Result>, tries = 1): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code === "stale" && tries < MOST_STALE) return untilFresh(work, tries + 1);
    throw error;
  }
}
