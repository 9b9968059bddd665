import { decideTogether, writeTogether } from "../../src/mail/file-together.ts";
import { createIntake, INTAKE_SETTINGS, type Intake } from "../../src/mail/intake.ts";
import { readMail } from "../../src/mail/reading/read-mail.ts";
import { runStages } from "../../src/mail/stages.ts";
import { eventually } from "../support/eventually.ts";
import { mailOf, withStages } from "./stages/harness.ts";
import { quietLog } from "./support/quiet-log.ts";

const { MONGODB_URI, SECANTUS_BIN } = process.env;
/**
 * Not on the stand-in written in Python: where a write outside of a transaction meets one inside of it in the same document, again
 * and again as here, its own locks wait for one another for ever.
 */
const onLockingEngine = MONGODB_URI || SECANTUS_BIN ? test : test.skip;

const stages = withStages(() => new Date());
const TALKS = 8;
const MAILS_EACH = 10;

/** Mails of several talks in turn, each but the first of its talk answering the one before it. */
async function keepTalks(): Promise<void> {
  const begin = Date.now() - TALKS * MAILS_EACH * 1_000;
  for (let count = 0; count < TALKS * MAILS_EACH; count++) {
    const [talk, at] = [count % TALKS, Math.floor(count / TALKS)];
    const headers = {
      From: `kisi@ilce${talk}.example`,
      Subject: `Talep ${talk}`,
      "Message-ID": `<${talk}-${at}@ilce.example>`,
      "In-Reply-To": at > 0 ? `<${talk}-${at - 1}@ilce.example>` : undefined,
    };
    await stages.keep(mailOf(headers, `${at}`), { internalDate: new Date(begin + count * 1_000) });
  }
}

/** One of several processes: it writes more slowly than its claims last, and every so often a mail fails in its hands. */
function startSlow(worker: string): Intake {
  const { context } = stages;
  let tries = 0;
  const fails = (every: number) => {
    tries += 1;
    return tries % every === 0;
  };
  const intake = createIntake({
    office: context.office,
    worker,
    read: async (raw) => readMail(raw),
    runStages: async (row, mail) => {
      if (fails(9)) throw new Error("olmadı");
      return runStages(row, mail, context);
    },
    decideTogether: (mails) =>
      decideTogether(
        mails.filter(() => !fails(17)),
        context,
      ),
    async writeTogether(mails) {
      await new Promise((done) => setTimeout(done, 300));
      return writeTogether(mails, context);
    },
    log: quietLog,
    settings: {
      ...INTAKE_SETTINGS,
      claimAtOnce: { mails: 12, bytes: 8_000_000 },
      claimMs: 150,
      lookMs: 20,
      retryMs: 50,
      forerunnerMs: 60,
      // Each time the claims run out counts as a try; here that is no fault of the mails'.
      mostAttempts: 1_000,
      mostDeaths: 1_000,
    },
  });
  intake.start();
  return intake;
}

onLockingEngine(
  "claims that run out while rounds wait for others: every mail is filed once, after what it answers, in its ticket",
  async () => {
    await keepTalks();
    const processes = ["one", "two", "three"].map(startSlow);
    await eventually(
      () => stages.office.store.mails.outcomeCounts(),
      ({ open, ticket = 0, followUp = 0 }) => !open && ticket + followUp === TALKS * MAILS_EACH,
      90_000,
    );
    await Promise.all(processes.map((intake) => intake.stop()));
    const { items } = await stages.office.store.tickets.list({ limit: 50 });
    expect(items).toHaveLength(TALKS);
    for (const { number } of items) {
      const filed = (await stages.messages(number)).filter(({ direction }) => direction === "in");
      expect(filed.map(({ text }) => text)).toEqual(Array.from({ length: MAILS_EACH }, (_, at) => `${at}`));
    }
  },
);
