import { type ChildProcess, spawn } from "node:child_process";
import type { ImapFlow } from "imapflow";
import type { Store } from "../../../src/core/ports.ts";
import { eventually } from "../../support/eventually.ts";
import { type Dovecot, PASSWORD } from "../support/dovecot.ts";
import type { SmtpSink } from "../support/smtp-sink.ts";
import { type CrashPoint, DIE_SOON } from "./crash-points.ts";
import { type Letter, letters } from "./letters.ts";
import type { Orders } from "./office-process.ts";

export interface CrashRunOptions {
  readonly dovecot: Dovecot;
  readonly smtp: SmtpSink;
  readonly store: Store;
  readonly uri: string;
  /** Hex, the store's own. */
  readonly key: string;
  readonly letters: number;
  /** Where to kill; the steps are taken in turn, before and after, at the first, second, third time. */
  readonly steps: readonly string[];
  readonly kills: number;
  /**
   * Mails in hand at the same time. With more than one, a kill may find another mail inside its transaction, whose locks a
   * database holds for a minute or two (see STEPS_INSIDE).
   */
  readonly atOnce: number;
  /** How long the last process may take to finish, in milliseconds. */
  readonly patienceMs: number;
}

export interface CrashRunResult {
  readonly letters: number;
  readonly deliveries: number;
  /** Processes killed: by themselves at their step, or from outside when they never came to it. */
  readonly kills: number;
  /** Steps at which no process died: none met them. */
  readonly stepsMissed: readonly string[];
  /** Letters with no message in any ticket. */
  readonly lost: readonly string[];
  /** Letters with more than one. */
  readonly doubled: readonly string[];
  readonly tickets: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** Why mails were set aside; the killing alone is no reason. */
  readonly quarantined: readonly string[];
  /** Different acknowledgements a letter's sender got; more than one is a fault. */
  readonly answeredTwice: readonly string[];
  /** The same acknowledgement sent again under its one Message-ID: what "at least once" allows. */
  readonly resent: number;
}

const ARCHIVE = "Archive";
/** From then on, a round in which nothing is left to do has not met its step; and from the other time on, any. */
const SHORTEST_ROUND_MS = 1_500;
const LONGEST_ROUND_MS = 12_000;
const START_MS = 60_000;

/**
 * Kills the office at every step of the ledger, again and again, while mails arrive and a person reads and moves them; then
 * lets it finish, and counts what became of every mail.
 */
export async function crashRun(options: CrashRunOptions): Promise<CrashRunResult> {
  const { dovecot, smtp, store, uri, key } = options;
  const run = Math.random().toString(36).slice(2, 8);
  const user = `office-${run}@office.example`;
  const all = letters(options.letters, run);
  const orders: Orders = {
    uri,
    key,
    imapPort: dovecot.port,
    user,
    password: PASSWORD,
    mailboxes: ["INBOX", ARCHIVE],
    smtpUrl: smtp.url,
    atOnce: options.atOnce,
  };

  const human = disturb(dovecot, user);
  const hit = new Set<string>();
  const waiting = [...all];
  for (let round = 0; round < options.kills; round++) {
    const crash = crashPoint(options.steps, round);
    const arriving = waiting.splice(0, Math.ceil(waiting.length / (options.kills - round)));
    const delivering = deliver(dovecot, user, arriving);
    const isIdle = () => delivering.then(() => whatIsLeft(options, user)).then((left) => left === "");
    const died = await runUntilDead({ ...orders, crash }, isIdle);
    await delivering;
    if (died) hit.add(`${crash.when} ${crash.step}`);
  }
  await human.stop();

  const last = start(orders);
  try {
    await eventually(
      () => whatIsLeft(options, user),
      (left) => left === "",
      options.patienceMs,
    );
  } finally {
    last.kill("SIGTERM");
    await ended(last);
  }
  const marks = all.map((letter) => letter.mark);
  const { tickets, filed } = await filedLetters(store);
  const { answers, resent } = answersTo(smtp);
  return {
    letters: all.length,
    deliveries: all.flatMap((letter) => letter.copies).length,
    kills: options.kills,
    stepsMissed: options.steps
      .flatMap((step) => [`before ${step}`, `after ${step}`])
      .filter((moment) => !hit.has(moment)),
    lost: marks.filter((mark) => !filed.has(mark)),
    doubled: marks.filter((mark) => (filed.get(mark) ?? 0) > 1),
    tickets,
    outcomes: { ...(await store.mails.outcomeCounts()) },
    quarantined: (await store.mails.list({ limit: 200, outcome: "quarantined" })).items.map(
      (row) => row.outcome?.reason ?? "",
    ),
    answeredTwice: marks.filter((mark) => (answers.get(mark)?.size ?? 0) > 1),
    resent,
  };
}

function crashPoint(steps: readonly string[], round: number): CrashPoint {
  const step = steps[Math.floor(round / 2) % steps.length] ?? "transact";
  return { step, when: round % 2 === 0 ? "before" : "after", count: 1 + (Math.floor(round / (2 * steps.length)) % 3) };
}

function start(orders: Orders): ChildProcess {
  const args = ["--import", "./test/support/run-typescript.mjs", "test/mail/crash/office-process.ts"];
  return spawn(process.execPath, args, {
    env: { ...process.env, OFFICE_ORDERS: JSON.stringify(orders) },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** True when the process killed itself at its step. `isIdle`: nothing is left to do, so that it will not come to it any more. */
async function runUntilDead(orders: Orders, isIdle: () => Promise<boolean>): Promise<boolean> {
  const office = start(orders);
  let isOver = false;
  let outside = false;
  const end = ended(office).then(() => {
    isOver = true;
  });
  const kill = (signal: NodeJS.Signals) => {
    outside = !isOver;
    office.kill(signal);
  };
  const isReady = await Promise.race([ready(office).then(() => true), end, pause(START_MS)]);
  if (!isReady) kill("SIGKILL");
  const from = Date.now();
  const isIn = (ms: number) => Date.now() - from < ms;
  while (!isOver && isIn(LONGEST_ROUND_MS) && (isIn(SHORTEST_ROUND_MS) || !(await isIdle().catch(() => false)))) {
    await Promise.race([end, pause(200)]);
  }
  if (!isOver) kill(DIE_SOON);
  await Promise.race([end, pause(START_MS)]);
  if (!isOver) kill("SIGKILL");
  await end;
  return !outside;
}

function ready(office: ChildProcess): Promise<void> {
  return new Promise((resolve) => office.stdout?.once("data", () => resolve()));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

/** Hands letters over while the office starts and works. */
async function deliver(dovecot: Dovecot, user: string, some: readonly Letter[]): Promise<void> {
  for (const letter of some) {
    for (const copy of letter.copies) await dovecot.deliver(user, copy);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Somebody with the mailbox open in Outlook: reads mails, and moves some away and some back. */
function disturb(dovecot: Dovecot, user: string): { stop(): Promise<void> } {
  let stopped = false;
  const once = async (from: string, to: string) => {
    await dovecot.as(
      user,
      async (client: ImapFlow) => {
        const found = await client.search({ all: true }, { uid: true });
        const some = (found || []).filter(() => Math.random() < 0.05);
        if (some.length === 0) return;
        await client.messageFlagsAdd(some, ["\\Seen"], { uid: true });
        await client.messageMove(some.slice(0, 1), to, { uid: true });
      },
      from,
    );
  };
  const running = (async () => {
    while (!stopped) {
      await once("INBOX", ARCHIVE).catch(() => undefined);
      await once(ARCHIVE, "INBOX").catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  })();
  return {
    async stop() {
      stopped = true;
      await running;
    },
  };
}

/** Mails without an outcome, tickets whose acknowledgement is not out, mails the ledger does not know; "" when none is left. */
async function whatIsLeft({ store, dovecot, smtp }: CrashRunOptions, user: string): Promise<string> {
  const { open = 0 } = await store.mails.outcomeCounts();
  if (open > 0) return `${open} mails open`;
  const unanswered = (await allTickets(store)).length - new Set(smtp.mails.map(({ parsed }) => parsed.messageId)).size;
  if (unanswered > 0) return `${unanswered} tickets not acknowledged`;
  for (const mailbox of ["INBOX", ARCHIVE]) {
    const { uids, uidValidity } = await dovecot.as(user, uidsNow, mailbox);
    const unknown = await store.mails.unknownUids({ account: user, mailbox, uidValidity }, uids);
    if (unknown.length > 0) return `${unknown.length} mails not seen in ${mailbox}`;
  }
  return "";
}

async function uidsNow(client: ImapFlow): Promise<{ uids: readonly number[]; uidValidity: string }> {
  const uids = (await client.search({ all: true }, { uid: true })) || [];
  return { uids, uidValidity: client.mailbox ? String(client.mailbox.uidValidity) : "" };
}

const MARK = /K-\w+-\d+/;

/** How many messages each letter has become, over all tickets. */
async function filedLetters(store: Store): Promise<{ tickets: number; filed: Map<string, number> }> {
  const filed = new Map<string, number>();
  const tickets = await allTickets(store);
  for (const number of tickets) {
    for (const { direction, text } of await store.messages.ofTicket(number)) {
      const mark = direction === "in" ? MARK.exec(text)?.[0] : undefined;
      if (mark) filed.set(mark, (filed.get(mark) ?? 0) + 1);
    }
  }
  return { tickets: tickets.length, filed };
}

async function allTickets(store: Store): Promise<string[]> {
  const numbers: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.tickets.list({ limit: 200, ...(cursor && { cursor }) });
    numbers.push(...page.items.map((ticket) => ticket.number));
    cursor = page.nextCursor;
  } while (cursor);
  return numbers;
}

/** The different acknowledgements each letter got, by Message-ID, and how many went out more than once. */
function answersTo(smtp: SmtpSink): { answers: Map<string, Set<string>>; resent: number } {
  const answers = new Map<string, Set<string>>();
  for (const { parsed } of smtp.mails) {
    const mark = MARK.exec(parsed.subject ?? "")?.[0] ?? "";
    answers.set(mark, (answers.get(mark) ?? new Set()).add(parsed.messageId ?? ""));
  }
  const different = [...answers.values()].reduce((sum, ids) => sum + ids.size, 0);
  return { answers, resent: smtp.mails.length - different };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}
