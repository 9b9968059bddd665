import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { KnowledgeEntry, Language } from "./core/knowledge.ts";
import { validityOn } from "./core/knowledge-record.ts";
import type { Log, Office } from "./core/ports.ts";
import { turkishDay } from "./core/turkish-time.ts";
import { bringFilesIn, type EntryText } from "./knowledge/bring-files-in.ts";
import { inForce } from "./knowledge/draft-entry.ts";
import { createGiveWay } from "./knowledge/give-way.ts";
import type { KnowledgeDesk } from "./knowledge/knowledge-desk.ts";
import type { Example } from "./understanding/knowledge.ts";
import { basisOf } from "./understanding/learn.ts";
import type { Learner } from "./understanding/learn-aside.ts";
import { fillEntry, type LoadedKnowledge, loadKnowledge } from "./understanding/load-knowledge.ts";
import { modelSteps, type UnderstandingModel } from "./understanding/model.ts";
import type { Understander } from "./understanding/types.ts";
import { buildUnderstanding } from "./understanding/understand.ts";

/** Knowledge as the doors ask for it: anew each time, so that what is published counts at once. */
export interface Knowledge {
  readonly understander: () => Understander;
  readonly categories: () => readonly { readonly id: string; readonly title: Readonly<Record<Language, string>> }[];
  /** How people reach the office. */
  readonly contact: () => { readonly mail: string; readonly phone: string; readonly callCentre: string };
}

/** The knowledge in force: what came in files and what staff published. */
export interface LiveKnowledge extends Knowledge {
  /** What the use cases on knowledge work with. */
  readonly desk: KnowledgeDesk;
  /** Begins to look for what other processes publish, and for the next day. */
  start(): void;
  stop(): Promise<void>;
}

/** Knowledge of the folder alone. Throws KnowledgeFaultsError with every fault, file and line. */
export function openKnowledge(folder: string): Knowledge & { readonly loaded: LoadedKnowledge } {
  const loaded = loadKnowledge(folder);
  let built: Understander | undefined;
  const understander = () => {
    built ??= buildUnderstanding(loaded);
    return built;
  };
  const fact = (name: string) => loaded.facts[name]?.tr ?? "";
  const contact = { mail: fact("officeMail"), phone: fact("officePhone"), callCentre: fact("callCentre") };
  const categories = Object.entries(loaded.categories).map(([id, title]) => ({ id, title }));
  return { loaded, understander, categories: () => categories, contact: () => contact };
}

export interface LiveKnowledgeOptions {
  readonly folder: string;
  readonly office: Office;
  readonly log: Log;
  /** How often the revision is looked at, in milliseconds. */
  readonly lookEveryMs?: number;
  /** Teaches the classifier what staff published and confirmed; without it, it knows what the files taught it. */
  readonly learner?: Learner;
  /** How long after a change learning begins, in milliseconds: editors publish several entries in a row. */
  readonly learnAfterMs?: number;
}

const LOOK_EVERY_MS = 2_000;
const LEARN_AFTER_MS = 20_000;
/** What staff confirmed of real questions counts as much as so many examples. */
const CONFIRMED_COUNT = 4;

/** What an understanding was built from: another revision or another set of valid entries calls for a new one. */
interface Basis {
  readonly revision: number;
  readonly day: string;
}

/**
 * Takes the files of the knowledge folder in and builds the understanding of what is published today.
 * Throws KnowledgeFaultsError with every fault of the files, with file and line.
 */
export async function openLiveKnowledge(options: LiveKnowledgeOptions): Promise<LiveKnowledge> {
  const { office, log } = options;
  const { knowledge } = office.store;
  const { loaded, categories, contact } = openKnowledge(options.folder);
  const { written: _written, entries: _entries, ...around } = loaded;
  await bringFilesIn(office, entryTexts(options.folder, loaded));

  const today = () => turkishDay(office.clock.now());
  const { facts, trained: shipped, ...rest } = around;
  let trained = shipped;
  const inForceOn = (written: readonly KnowledgeEntry[], day: string) =>
    written.filter((entry) => validityOn(entry, day) === "current").map((entry) => fillEntry(entry, facts));
  const build = async (written: readonly KnowledgeEntry[], day: string) => {
    const knowledge = { ...rest, ...(trained && { trained }), entries: inForceOn(written, day) };
    return buildUnderstanding(knowledge, await builtModel(knowledge));
  };
  const published = async () => (await knowledge.list()).flatMap(inForce);

  /** Learns anew when what is asked of the bot is no longer what the classifier learned from. */
  async function learnAnew(): Promise<void> {
    if (!options.learner) return;
    const lessons = { ...rest, entries: inForceOn(await published(), today()), examples: await examples() };
    if (basisOf(lessons) === trained?.basis) return;
    trained = await options.learner(lessons);
    // Meanwhile more may have been published: what is in force now is looked up again.
    isOutdated = true;
    await refresh();
    log.info({ version: current.version }, "The classifier has learned what was published");
  }

  /** Those of the files, and the questions staff confirmed. */
  async function examples(): Promise<Example[]> {
    const confirmed = (await knowledge.confirmed()).map(
      ({ text, entry }): Example => ({ label: entry, language: "tr", text, writer: "confirmed" }),
    );
    return [...rest.examples, ...Array.from({ length: CONFIRMED_COUNT }, () => confirmed).flat()];
  }

  let basis: Basis = { revision: await knowledge.revision(), day: today() };
  let current = await build(await published(), basis.day);
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** The classifier has learned since the understanding was built. */
  let isOutdated = false;
  let isLearning = false;
  let learning: NodeJS.Timeout | undefined;

  /** One at a time: a change during it is learned after it. */
  function learnSoon(): void {
    clearTimeout(learning);
    learning = setTimeout(async () => {
      if (isLearning) return learnSoon();
      isLearning = true;
      await learnAnew().catch((error: unknown) => {
        log.warn({ err: error }, "The classifier could not learn what was published; signs and likeness answer for it");
      });
      isLearning = false;
    }, options.learnAfterMs ?? LEARN_AFTER_MS);
    learning.unref();
  }

  /** The revision is read before the entries: what is published in between is taken up by the next look. */
  async function look(): Promise<void> {
    const now: Basis = { revision: await knowledge.revision(), day: today() };
    const isNew = now.revision !== basis.revision || now.day !== basis.day;
    if (!isNew && !isOutdated) return;
    const entries = await published();
    if (isOutdated || now.revision !== basis.revision || changesWithDay(entries, basis.day, now.day)) {
      isOutdated = false;
      current = await build(entries, now.day);
      log.info({ revision: now.revision, version: current.version }, "New knowledge is in force");
    }
    basis = now;
    if (isNew) learnSoon();
  }

  /** One look at a time; who asks while one is under way gets one of its own after it. */
  async function refresh(): Promise<void> {
    const before = looking;
    const mine = (async () => {
      await before?.catch(() => undefined);
      await look();
    })();
    looking = mine;
    await mine;
  }

  const understander = () => current;

  function lookAgain(): void {
    timer = setTimeout(async () => {
      await refresh().catch((error: unknown) => {
        log.warn({ err: error }, "The knowledge could not be looked at; what was in force stays so");
      });
      if (timer) lookAgain();
    }, options.lookEveryMs ?? LOOK_EVERY_MS);
    timer.unref();
  }

  return {
    understander,
    categories,
    contact,
    desk: { office, around, understander, build, refresh },
    start() {
      lookAgain();
      learnSoon();
    },
    async stop() {
      clearTimeout(learning);
      clearTimeout(timer);
      timer = undefined;
      await looking?.catch(() => undefined);
    },
  };
}

/** Builds the model while turns and mails go on. */
async function builtModel(knowledge: Parameters<typeof modelSteps>[0]): Promise<UnderstandingModel> {
  const giveWay = createGiveWay();
  const steps = modelSteps(knowledge);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await giveWay();
  }
}

/** Whether another entry is valid on one day than on the other. */
function changesWithDay(entries: readonly KnowledgeEntry[], before: string, now: string): boolean {
  return entries.some((entry) => validityOn(entry, before) !== validityOn(entry, now));
}

/** The entries of a folder, each with its file byte for byte. */
export function entryTexts(folder: string, { written }: Pick<LoadedKnowledge, "written">): EntryText[] {
  return written.map((entry) => ({
    entry,
    text: readFileSync(join(folder, "entries", `${entry.id}.md`), "utf8"),
  }));
}
