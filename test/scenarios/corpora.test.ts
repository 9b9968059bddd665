import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { MAIL_OUTCOMES } from "../../src/core/mail.ts";
import type { Message } from "../../src/core/message.ts";
import { readMail } from "../../src/mail/reading/read-mail.ts";
import { type ReplayLine, replay } from "../../src/mail/replay.ts";
import { mailFiles } from "../../src/mail/replay-files.ts";
import { withStages } from "../mail/stages/harness.ts";

/** Collections of other projects' test mails, laid beside the checkout; never part of it. */
const CORPORA = resolve("../shared/corpora");
const there = existsSync(CORPORA);
if (!there) console.log(`Atlandı / skipped: ${CORPORA} yok / is not there.`);
const describeCorpora = there ? describe : describe.skip;

jest.setTimeout(600_000);

describeCorpora("every mail of the corpora", () => {
  const stages = withStages(() => new Date("2026-11-23T07:00:00Z"));
  const first = new Map<string, ReplayLine>();
  const totals = { first: "", second: "" };

  async function takeIn(folder = CORPORA, dryRun = false): Promise<ReplayLine[]> {
    const lines: ReplayLine[] = [];
    const read = (raw: Buffer) => readMail(raw);
    await replay([folder], { context: stages.context, read, dryRun, report: (line) => lines.push(line) });
    return lines;
  }

  async function countAll(): Promise<string> {
    const { tickets, mails, outbox } = stages.office.store;
    return JSON.stringify([await tickets.counts(), await mails.outcomeCounts(), await outbox.counts()]);
  }

  beforeAll(async () => {
    for (const line of await takeIn()) first.set(line.file, line);
    totals.first = await countAll();
  });

  /** U+FFFD stands where a byte could not be read; one the sender wrote himself does not count. */
  async function hasLostLetters({ file, ticket }: ReplayLine): Promise<boolean> {
    const thread = readFileSync(file).includes("\ufffd") ? [] : await stages.messages(ticket);
    return thread.some(({ text, fullText, html, from }) => `${text}${fullText}${html}${from.name}`.includes("\ufffd"));
  }

  const named = (part: string) => [...first.values()].filter(({ file }) => file.includes(part));

  test("ends in exactly one outcome, with its reasons", () => {
    expect(first.size).toBeGreaterThan(1000);
    for (const line of first.values()) {
      expect({ file: line.file, known: MAIL_OUTCOMES.includes(line.outcome as never) }).toEqual({
        file: line.file,
        known: true,
      });
      expect(line.decisions.length).toBeGreaterThan(0);
    }
  });

  test("adds nothing when it is taken in a second time, and would add nothing in a dry run", async () => {
    const again = await takeIn();
    expect(await countAll()).toBe(totals.first);
    expect(again.map(({ file, outcome, ticket }) => ({ file, outcome, ticket }))).toEqual(
      [...first.values()].map(({ file, outcome, ticket }) => ({ file, outcome, ticket })),
    );
    await takeIn(join(CORPORA, "handmade-tr"), true);
    expect(await countAll()).toBe(totals.first);
  });

  test("is called a bounce when it is one: at least 98 of 100, and none that is not", () => {
    const rows = readFileSync(join(CORPORA, "sisimai/EXPECTED.tsv"), "utf8")
      .split("\n")
      .map((row) => row.split("\t"));
    const reasons = new Map<string, string[]>();
    for (const [file = "", , , , reason = ""] of rows) reasons.set(file, [...(reasons.get(file) ?? []), reason]);
    const isOther = (file: string) =>
      reasons.get(file.slice(file.indexOf("sisimai/") + 8))?.some((reason) => /vacation|feedback/.test(reason)) ??
      false;
    const bounces = [...named("sisimai/bsd"), ...named("sisimai/dos")].filter(
      ({ file }) => !isOther(file) && !/arf-/.test(file),
    );
    const found = bounces.filter(({ outcome }) => outcome === "bounce");

    console.log(`bounces recognised: ${found.length} of ${bounces.length}`);
    expect(found.length / bounces.length).toBeGreaterThanOrEqual(0.98);
    expect(named("sisimai/not").filter(({ outcome }) => outcome === "bounce")).toEqual([]);
  });

  test("gets no machine answer when its return path is null", async () => {
    const answered: string[] = [];
    for (const { file, ticket, outcome } of first.values()) {
      if (outcome !== "ticket") continue;
      const mail = await readMail(readFileSync(file));
      if (mail.returnPath !== "") continue;
      const thread: readonly Message[] = await stages.messages(ticket);
      if (thread.some(({ direction }) => direction === "out")) answered.push(file);
    }
    expect(answered).toEqual([]);
  });

  test("keeps every Turkish letter", async () => {
    const damaged: string[] = [];
    for (const line of [...named("handmade-tr"), ...named("crisp-email-forward-parser-tr")]) {
      if (await hasLostLetters(line)) damaged.push(basename(line.file));
    }
    expect(damaged).toEqual([]);
    for (const { file, ticket } of named("handmade-tr/cs-")) {
      if (file.includes("raw-8bit")) continue;
      const [message] = await stages.messages(ticket);
      expect({ file, text: message?.text }).toEqual({ file, text: expect.stringContaining("başvurum için şifre") });
    }
  });

  test("is read the same with bare line feeds, as some programs save it", async () => {
    for (const file of (await mailFiles([CORPORA])).filter((path) => path.includes("handmade-tr"))) {
      const raw = readFileSync(file);
      const bare = Buffer.from(raw.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
      const [asKept, asBare] = [await readMail(raw), await readMail(bare)];
      const same = ({ subject, text, from, references }: typeof asKept) => ({ subject, text, from, references });
      expect(same(asBare)).toEqual(same(asKept));
    }
  });
});
