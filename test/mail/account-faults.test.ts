import { FETCH_LIMITS, type MailAccount, type MailTimings } from "../../src/mail/account.ts";
import { createMailCollector } from "../../src/mail/collect-mail.ts";
import { openMailbox } from "../../src/mail/mailbox-connection.ts";
import { type AccountWatch, watchAccount } from "../../src/mail/watch-account.ts";
import { eventually } from "../support/eventually.ts";
import { withOffice } from "../support/office.ts";
import { describeWithDovecot } from "./support/describe-with-dovecot.ts";
import { type Dovecot, type FaultProxy, PASSWORD, startDovecot, startProxy } from "./support/dovecot.ts";
import { quietLog } from "./support/quiet-log.ts";
import { sampleMail } from "./support/sample-mail.ts";

/** Everything is shorter than in production, in proportion; but no limit is so short that a busy machine alone would break it. */
const TIMINGS: MailTimings = {
  connect: 10_000,
  greeting: 10_000,
  socket: 2_000,
  idle: 500,
  longestBackOff: 300,
  paused: 500,
  lease: 6_000,
  silent: 600_000,
};
const office = withOffice(() => new Date());

describeWithDovecot("a mailbox on a real server", () => {
  let dovecot: Dovecot;
  let proxy: FaultProxy;
  let address: string;
  let watches: AccountWatch[] = [];
  /** Why a mailbox could not be read. */
  let faults: string[] = [];
  let users = 0;

  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot.stop());
  beforeEach(async () => {
    users += 1;
    address = `user${users}@test.example`;
    proxy = await startProxy(dovecot.port);
  });
  afterEach(async () => {
    await Promise.all(watches.map((watch) => watch.stop()));
    watches = [];
    faults = [];
    proxy.close();
  });

  const account = (changes: Partial<MailAccount> = {}): MailAccount => ({
    id: address,
    host: "127.0.0.1",
    port: proxy.port,
    secure: false,
    user: address,
    auth: { kind: "password", password: PASSWORD },
    mailboxes: ["INBOX"],
    since: "all",
    sweepSeconds: 2,
    ...changes,
  });

  function start(
    changes: Partial<MailAccount> = {},
    worker = "one",
    limits = FETCH_LIMITS,
    timings = TIMINGS,
  ): AccountWatch {
    const watch = watchAccount({
      account: account(changes),
      office,
      worker,
      timings,
      limits,
      log: { ...quietLog, warn: (fields) => faults.push("reason" in fields ? String(fields.reason) : "") },
      onKept: () => undefined,
    });
    watches.push(watch);
    return watch;
  }

  const rows = async () =>
    (await office.store.mails.list({ limit: 200 })).items.filter((mail) => mail.account === address);
  const subjects = async () =>
    (await rows())
      .filter((mail) => mail.state === "stored")
      .map((mail) => mail.subject)
      .toSorted();
  const deliver = async (...names: string[]) => {
    for (const name of names) await dovecot.deliver(address, sampleMail(name));
  };
  const arrives = (...names: string[]) => eventually(subjects, (found) => found.join() === names.toSorted().join());
  const inContact = (watch: AccountWatch) => eventually(() => watch.health().mailboxes[0]?.lastContact, Boolean);
  const events = async () =>
    (await office.store.events.list({ limit: 200 })).items
      .flatMap((event) => ("account" in event && event.account === address ? [event.type] : []))
      .toReversed();

  /** What no intake may ever do: read flags set, mails removed. */
  async function isUntouched(count: number, mailbox?: string): Promise<void> {
    await dovecot.as(
      address,
      async (client) => {
        const mails = await client.fetchAll("1:*", { flags: true });
        expect(mails).toHaveLength(count);
        for (const { flags } of mails) expect([...(flags ?? [])].filter((flag) => flag !== "\\Recent")).toEqual([]);
      },
      mailbox,
    );
  }

  test("old and new mails are kept, and the mailbox stays untouched", async () => {
    await deliver("bir", "iki");
    start();
    await arrives("bir", "iki");
    await deliver("üç");
    await arrives("bir", "iki", "üç");
    await isUntouched(3);
  });

  test("the server killed under us: nothing is lost, nothing doubled", async () => {
    await inContact(start());
    for (const name of ["a", "b", "c"]) {
      dovecot.killSessions();
      await deliver(name);
    }
    await arrives("a", "b", "c");
    expect(await rows()).toHaveLength(3);
  });

  test.each([
    ["reset", true],
    ["closed", false],
  ])("the line %s again and again while mails come down", async (_how, reset) => {
    for (let index = 0; index < 12; index++)
      await dovecot.deliver(address, sampleMail(`mail ${index}`, { text: "x".repeat(40_000) }));
    let cuts = 0;
    const cutAgain = () => {
      cuts += 1;
      proxy.cut(reset);
      if (cuts < 4) proxy.trigger = { after: 60_000 + cuts * 90_000, fn: cutAgain };
    };
    proxy.trigger = { after: 50_000, fn: cutAgain };
    start();
    await arrives(...Array.from({ length: 12 }, (_, index) => `mail ${index}`));
    expect(cuts).toBeGreaterThan(0);
    expect(await rows()).toHaveLength(12);
  });

  test("a line that went dead without a word is found out", async () => {
    const watch = start();
    await inContact(watch);
    const before = proxy.accepted;
    proxy.stall();
    await deliver("beklenen");
    await eventually(
      () => proxy.accepted,
      (accepted) => accepted > before,
    );
    proxy.resume();
    await arrives("beklenen");
  });

  test("a trickling line is slow, not dead", async () => {
    await dovecot.deliver(address, sampleMail("yavaş", { text: "y".repeat(60_000) }));
    proxy.rate = 15_000;
    start();
    await arrives("yavaş");
    expect(proxy.accepted).toBeLessThanOrEqual(2);
  });

  test("a server that leaves a mail out of its answer cannot hide it", async () => {
    await deliver("bir", "iki");
    // The second literal announces three bytes too few: what follows makes no sense, and the mail is missing from the answer.
    let lies = 0;
    proxy.corrupt = (bytes) => {
      const text = bytes.toString("latin1");
      const at = text.indexOf("BODY[] {");
      if (at < 0 || lies >= 2) return undefined;
      lies += 1;
      return Buffer.from(
        text.replace(/BODY\[\] \{(\d+)\}(?![\s\S]*BODY\[\])/, (_all, size) => `BODY[] {${Number(size) - 3}}`),
        "latin1",
      );
    };
    start();
    await arrives("bir", "iki");
    expect(lies).toBeGreaterThan(0);
  });

  test("a literal announced too long holds nothing up for ever", async () => {
    await deliver("bir", "iki");
    let lies = 0;
    proxy.corrupt = (bytes) => {
      const text = bytes.toString("latin1");
      if (!text.includes("BODY[] {") || lies >= 2) return undefined;
      lies += 1;
      return Buffer.from(
        text.replace(/BODY\[\] \{(\d+)\}/, (_all, size) => `BODY[] {${Number(size) + 100_000}}`),
        "latin1",
      );
    };
    start();
    await arrives("bir", "iki");
    expect(lies).toBe(2);
  });

  test("a mail removed between being seen and being fetched ends as vanished, the others are kept", async () => {
    await deliver("kalan", "giden");
    const connection = await openMailbox(
      account(),
      "INBOX",
      { timings: TIMINGS, limits: FETCH_LIMITS },
      { onArrival: () => undefined, onClose: () => undefined },
    );
    const lease = await office.store.leases.acquire(`mailbox:${address}`, "test", 60_000);
    const collector = createMailCollector({
      account: account(),
      path: "INBOX",
      office,
      limits: FETCH_LIMITS,
      log: quietLog,
      lease: () => lease,
      onKept: () => undefined,
    });
    const underOurHands = {
      ...connection,
      async describe(uids: readonly number[]) {
        const described = await connection.describe(uids);
        await dovecot.as(address, (client) => client.messageDelete("2", { uid: true }));
        return described;
      },
    };
    await collector.look(underOurHands, true);
    await connection.close();
    const ends = (await rows()).map((mail) => [mail.uid, mail.state, mail.outcome?.kind]).toSorted();
    expect(ends).toEqual([
      [1, "stored", undefined],
      [2, "done", "vanished"],
    ]);
  });

  test("a line that breaks under a batch lets the one before it be written first", async () => {
    await deliver("yazılan", "kopan");
    const limits = { ...FETCH_LIMITS, batchMails: 1 };
    const connection = await openMailbox(
      account(),
      "INBOX",
      { timings: TIMINGS, limits },
      { onArrival: () => undefined, onClose: () => undefined },
    );
    const lease = await office.store.leases.acquire(`mailbox:${address}`, "test", 60_000);
    const { mails } = office.store;
    const slow: typeof mails.keepNew = async (...given) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return mails.keepNew(...given);
    };
    const collector = createMailCollector({
      account: account(),
      path: "INBOX",
      office: { ...office, store: { ...office.store, mails: { ...mails, keepNew: slow } } },
      limits,
      log: quietLog,
      lease: () => lease,
      onKept: () => undefined,
    });
    const breaking = {
      ...connection,
      async fetch(uids: readonly number[], beginning?: number) {
        if (uids.includes(2)) await connection.close();
        return connection.fetch(uids, beginning);
      },
    };
    await expect(collector.look(breaking, true)).rejects.toThrow();
    expect((await rows()).map(({ uid, state }) => [uid, state])).toEqual([[1, "stored"]]);
  });

  test("a mail the server never hands over is set aside, holds up no other, and is fetched when it is tried again", async () => {
    await deliver("bir", "inatçı", "üç");
    let isStubborn = true;
    proxy.corrupt = (bytes) => {
      const text = bytes.toString("latin1");
      if (!isStubborn || !/BODY\[\]/.test(text) || !text.includes("inat")) return undefined;
      // The literal is cut short: the mail's end is read as nonsense, and the server is not understood any more.
      return Buffer.from(
        text.replace(/BODY\[\](<0>)? \{(\d+)\}/g, (_all, _part, size) => `BODY[] {${Number(size) + 50_000}}`),
        "latin1",
      );
    };
    start();
    await arrives("bir", "üç");
    const aside = await eventually(rows, (found) => found.some((row) => row.outcome?.kind === "quarantined"));
    const stubborn = aside.find((row) => row.outcome)!;
    expect(stubborn.outcome?.reason).toContain("teslim etmedi");
    isStubborn = false;
    expect(await office.store.mails.reopen(stubborn.id)).toBe(true);
    await arrives("bir", "inatçı", "üç");
  });

  test("several mailboxes of one account are watched side by side, and one that is not there keeps none from the others", async () => {
    await deliver("gelen");
    await dovecot.as(address, async (client) => {
      await client.mailboxCreate("Başvurular İl");
      await client.append("Başvurular İl", sampleMail("başvuru"), [], new Date("2026-11-20T09:00:00Z"));
    });
    const watch = start({ mailboxes: ["INBOX", "Yok", "Başvurular İl"] }, "one", FETCH_LIMITS, {
      ...TIMINGS,
      silent: 500,
    });
    await arrives("gelen", "başvuru");
    await deliver("sonradan");
    await arrives("gelen", "başvuru", "sonradan");
    expect(new Set((await rows()).map((row) => row.mailbox))).toEqual(new Set(["INBOX", "Başvurular İl"]));

    // The others answer all the while, and yet it is missed, and comes back.
    expect(await eventually(events, ({ length }) => length > 0)).toEqual(["mailbox.silent"]);
    expect(watch.health().mailboxes.map(({ path, fault }) => [path, fault !== undefined])).toEqual([
      ["INBOX", false],
      ["Yok", true],
      ["Başvurular İl", false],
    ]);
    await dovecot.as(address, (client) => client.mailboxCreate("Yok"));
    expect(await eventually(events, ({ length }) => length > 1)).toEqual(["mailbox.silent", "mailbox.recovered"]);
    expect(watch.health().mailboxes.every(({ fault }) => fault === undefined)).toBe(true);
  });

  test("a mailbox deleted and made again is read through as a new one, and the content is known again", async () => {
    // The watcher has it open: for a moment a server may refuse what is done to it from outside.
    const insist = (command: () => Promise<unknown>, isDone: () => Promise<boolean> = async () => false) =>
      eventually(() => command().then(() => true, isDone), Boolean);
    const make = (...names: string[]) =>
      dovecot.as(address, async (client) => {
        await insist(() => client.mailboxCreate("Talepler"));
        for (const name of names)
          await insist(() => client.append("Talepler", sampleMail(name), [], new Date("2026-11-20T09:00:00Z")));
      });
    const remove = () =>
      dovecot.as(address, async (client) => {
        const isGone = async () => (await client.list()).every(({ path }) => path !== "Talepler");
        await insist(() => client.mailboxDelete("Talepler"), isGone);
      });
    await make("bir", "iki");
    const watch = start({ mailboxes: ["Talepler"] });
    await arrives("bir", "iki");
    await remove();
    await make("iki", "üç");
    await eventually(rows, (found) => found.filter((row) => row.state === "stored").length === 4);
    const found = await rows();
    expect(new Set(found.map((row) => row.uidValidity)).size).toBe(2);
    expect(new Set(found.map((row) => row.contentKey)).size).toBe(3);
    expect(watch.health().role).toBe("watching");
  });

  test("from now on: what lay in the mailbox before stays there, also after it was made again", async () => {
    await deliver("eski");
    const watch = start({ since: "now" });
    await inContact(watch);
    await deliver("yeni");
    await arrives("yeni");
    await watch.stop();
    await deliver("arada");
    start({ since: "now" });
    await arrives("yeni", "arada");
    await isUntouched(3);
  });

  test("from a day on: older mails stay where they are", async () => {
    await dovecot.as(address, async (client) => {
      await client.append("INBOX", sampleMail("eski"), [], new Date("2026-10-31T20:59:00Z"));
      await client.append("INBOX", sampleMail("sınırda"), [], new Date("2026-10-31T21:00:00Z"));
    });
    start({ since: new Date("2026-11-01T00:00:00+03:00") });
    await arrives("sınırda");
  });

  test("a mail over the limit is kept in its beginning, with its true size", async () => {
    await dovecot.deliver(address, sampleMail("büyük", { text: "z".repeat(500_000) }));
    await deliver("küçük");
    start({}, "one", { ...FETCH_LIMITS, mailBytes: 100_000, beginningBytes: 20_000 });
    await arrives("büyük", "küçük");
    const big = (await rows()).find((row) => row.subject === "büyük")!;
    expect(big.size).toBeGreaterThan(500_000);
    expect(await office.store.mails.raw(big.id)).toHaveLength(20_000);
  });

  test("a wrong password pauses the account, alarms once, and does not hammer; a right one recovers it", async () => {
    let password = "wrong";
    const auth = {
      kind: "password",
      get password() {
        return password;
      },
    } as const;
    const watch = start({ auth });
    await eventually(() => watch.health().paused, Boolean);
    const [from, before] = [performance.now(), proxy.accepted];
    await eventually(
      () => proxy.accepted,
      (accepted) => accepted >= before + 3,
    );
    expect(performance.now() - from).toBeGreaterThan(2 * TIMINGS.paused - 50);
    expect(await events()).toEqual(["mailbox.paused"]);
    password = PASSWORD;
    await inContact(watch);
    expect(watch.health().paused).toBeUndefined();
    expect(await eventually(events, (found) => found.length === 2)).toEqual(["mailbox.paused", "mailbox.recovered"]);
  });

  describe("with OAuth2", () => {
    const tokens = (...given: string[]) => {
      const state = { asked: 0, forgotten: 0 };
      const source = {
        token: async () => given[Math.min(state.asked++, given.length - 1)]!,
        forget: () => {
          state.forgotten += 1;
        },
      };
      return { state, auth: { kind: "oauth2", tokens: source } as const };
    };

    test("a good token signs in", async () => {
      await deliver("jetonla");
      start({ auth: tokens(`good:${address}`).auth });
      await arrives("jetonla");
    });

    test("a refused token is thrown away and a new one taken, with no alarm", async () => {
      const { state, auth } = tokens("bad", `good:${address}`);
      await deliver("yenilenmiş");
      start({ auth });
      await arrives("yenilenmiş");
      expect(state.forgotten).toBe(1);
      expect(await events()).toEqual([]);
    });

    test("another account's token is refused, and pauses", async () => {
      const watch = start({ auth: tokens("good:other@test.example").auth });
      await eventually(() => watch.health().paused, Boolean);
    });

    test("a token server in trouble is an outage: tried again soon, never paused", async () => {
      const { state, auth } = tokens("err", "err", "err", "err", `good:${address}`);
      await deliver("sonunda");
      const watch = start({ auth });
      await arrives("sonunda");
      expect(state.asked).toBe(5);
      expect(watch.health().paused).toBeUndefined();
      expect(await events()).toEqual([]);
    });
  });

  test("TLS is checked: an unknown certificate is refused, a trusted one is good", async () => {
    await deliver("şifreli");
    const tls = { host: "localhost", port: dovecot.tlsPort, secure: true };
    const distrusting = start(tls);
    await eventually(
      () => faults.join(),
      (said) => said.includes("certificate"),
    );
    expect(distrusting.health().mailboxes[0]?.lastContact).toBeUndefined();
    await distrusting.stop();
    start({ ...tls, ca: dovecot.certificate() });
    await arrives("şifreli");
  });

  test("two processes share an account: one watches, the other stands by and takes over", async () => {
    const first = start({}, "one");
    await inContact(first);
    const second = start({}, "two");
    await deliver("bir");
    await arrives("bir");
    expect([first.health().role, second.health().role]).toEqual(["watching", "standby"]);
    expect(proxy.accepted).toBe(1);
    await first.stop();
    await deliver("iki");
    await inContact(second);
    await arrives("bir", "iki");
    expect(await rows()).toHaveLength(2);
  });

  test("the server away for a while: tried with pauses, then all is there", async () => {
    const watch = start();
    await inContact(watch);
    proxy.refuse = true;
    proxy.cut();
    await deliver("arada");
    const [from, before] = [performance.now(), proxy.accepted];
    await eventually(
      () => proxy.accepted,
      (accepted) => accepted >= before + 6,
    );
    // Five pauses, each at least half of the longest.
    expect(performance.now() - from).toBeGreaterThan((5 * TIMINGS.longestBackOff) / 2 - 50);
    proxy.refuse = false;
    await arrives("arada");
  });
});
