import { resolve } from "node:path";
import { createMailReader, type MailReader } from "../../../src/mail/reading/mail-reader.ts";

/** The real worker file in real threads, compiled on the way in. */
const WORKER = {
  file: resolve("test/support/run-typescript.cjs"),
  argv: [resolve("src/mail/reading/read-worker.ts")],
};
/** Far more than a plain mail takes on a busy machine: only the endless one is to meet it. */
const LIMIT_MS = 4_000;
const MAIL = Buffer.from("From: ayse@ornek.example\r\nSubject: Merhaba\r\n\r\nŞifre gelmedi.\r\n");

let reader: MailReader | undefined;
afterEach(async () => {
  await reader?.stop();
  reader = undefined;
});

test("mails are read in threads, more at once than there are threads", async () => {
  reader = createMailReader({ worker: WORKER, threads: 2 });
  const mails = await Promise.all(Array.from({ length: 6 }, () => reader?.read(MAIL)));

  expect(mails).toHaveLength(6);
  for (const mail of mails) {
    expect(mail).toMatchObject({ subject: "Merhaba", text: "Şifre gelmedi.", from: { address: "ayse@ornek.example" } });
  }
});

test("a mail that takes too long ends its thread, says so, and the next mail is read", async () => {
  reader = createMailReader({
    worker: { file: resolve("test/fixtures/mail/endless-worker.cjs") },
    threads: 1,
    timeLimitMs: LIMIT_MS,
  });

  const stuck = await reader.read(Buffer.from("endless"));
  const next = await reader.read(MAIL);

  expect(stuck).toMatchObject({ size: 7, unreadable: expect.stringContaining("saniyede okunamadı") });
  expect(next).toMatchObject({ subject: "read by the endless worker" });
});

test("mails waiting behind one that ends its thread are read by the next, each with time of its own", async () => {
  reader = createMailReader({
    worker: { file: resolve("test/fixtures/mail/endless-worker.cjs") },
    threads: 1,
    timeLimitMs: LIMIT_MS,
  });

  const mails = await Promise.all([MAIL, Buffer.from("endless"), MAIL, MAIL].map((raw) => reader?.read(raw)));

  expect(mails.map((mail) => mail?.unreadable !== undefined)).toEqual([false, true, false, false]);
});

test("a mail that takes too much memory ends its thread, says so, and the next mail is read", async () => {
  reader = createMailReader({
    worker: { file: resolve("test/fixtures/mail/endless-worker.cjs") },
    threads: 1,
    heapMb: 16,
  });

  const bomb = await reader.read(Buffer.from("memory"));
  const next = await reader.read(MAIL);

  expect(bomb).toMatchObject({ unreadable: expect.stringContaining("bellek yetmedi") });
  expect(next).toMatchObject({ subject: "read by the endless worker" });
});

test("the thread's memory limit holds for a real bomb of a mail: it is read in part, or set aside", async () => {
  reader = createMailReader({ worker: WORKER, threads: 1 });
  const rows = "<tr><td>hücre</td></tr>".repeat(400_000);
  const bomb = Buffer.from(`From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<table>${rows}</table>`);

  const mail = await reader.read(bomb);

  expect(mail.unreadable ?? mail.text).toMatch(/hücre|bellek yetmedi|okunamadı/);
  expect(mail.text.length).toBeLessThanOrEqual(512 * 1024);
  expect(await reader.read(MAIL)).toMatchObject({ subject: "Merhaba" });
});

test("without a worker file mails are read in place", async () => {
  reader = createMailReader();
  expect(await reader.read(MAIL)).toMatchObject({ subject: "Merhaba" });
});

const WITH_FILE = Buffer.from(
  'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nmetin\r\n--b\r\nContent-Type: text/csv; name="liste.csv"\r\n\r\nElif;I\u011fdır\r\n--b--',
);

test("a file is taken out of a mail in a thread, and one that is not there is none", async () => {
  reader = createMailReader({ worker: WORKER, threads: 1 });
  const [file, none] = await reader.readFiles(WITH_FILE, [0, 7]);

  expect(file).toMatchObject({ name: "liste.csv", type: "text/csv" });
  expect(file?.content.toString()).toBe("Elif;Iğdır");
  expect(none).toBeUndefined();
});

test.each([
  ["takes too long", "endless", "saniyede okunamadı"],
  ["takes too much memory", "memory", "bellek yetmedi"],
])(
  "a file that %s ends its thread and says so, while mails are read and the next file is opened",
  async (_name, made, why) => {
    reader = createMailReader({
      worker: { file: resolve("test/fixtures/mail/endless-worker.cjs") },
      threads: 1,
      timeLimitMs: LIMIT_MS,
      heapMb: 16,
    });
    const order: string[] = [];
    const stuck = reader.readFiles(Buffer.from(made), [0]).catch((error: Error) => {
      order.push("file");
      return error;
    });
    expect(await reader.read(MAIL)).toMatchObject({ subject: "read by the endless worker" });
    order.push("mail");

    expect(await stuck).toMatchObject({ name: "ThreadEnded", message: expect.stringContaining(why) });
    if (made === "endless") expect(order).toEqual(["mail", "file"]);
    await expect(reader.readFiles(MAIL, [0])).resolves.toMatchObject([{ name: "ek.txt" }]);
  },
);

test("whoever waits for a mail when the reader stops is told, and nothing is said against the mail", async () => {
  const stopping = createMailReader({ worker: { file: resolve("test/fixtures/mail/endless-worker.cjs") }, threads: 1 });
  const waiting = [Buffer.from("endless"), ...Array.from({ length: 10 }, () => MAIL)].map((raw) => stopping.read(raw));
  const told = Promise.allSettled(waiting);
  await stopping.stop();
  expect((await told).map(({ status }) => status)).toEqual(waiting.map(() => "rejected"));
  await expect(stopping.read(MAIL)).rejects.toThrow("stopped");
});
