import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FETCH_LIMITS, MAIL_TIMINGS, type MailAccount } from "../../src/mail/account.ts";
import { type DemoMailbox, startDemoMailbox } from "../../src/mail/demo/demo-mailbox.ts";
import { sendDemoMail } from "../../src/mail/demo/send-demo-mail.ts";
import { type AccountWatch, watchAccount } from "../../src/mail/watch-account.ts";
import { eventually } from "../support/eventually.ts";
import { withOffice } from "../support/office.ts";
import { quietLog } from "./support/quiet-log.ts";

const office = withOffice(() => new Date());
const address = "e-imza@icisleri.gov.tr";
let folder: string;
let mailbox: DemoMailbox | undefined;
let watch: AccountWatch | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demo-mailbox-"));
});
afterEach(async () => {
  await watch?.stop();
  await mailbox?.stop();
});
afterAll(() => rm(folder, { recursive: true }));

async function start(): Promise<DemoMailbox> {
  mailbox = await startDemoMailbox({ folder, address });
  const { host, port, user, password } = mailbox.imap;
  const account: MailAccount = {
    id: address,
    host,
    port,
    secure: false,
    user,
    auth: { kind: "password", password },
    mailboxes: ["INBOX"],
    since: "all",
    sweepSeconds: 3_600,
  };
  watch = watchAccount({
    account,
    office,
    worker: "test",
    timings: MAIL_TIMINGS,
    limits: FETCH_LIMITS,
    log: quietLog,
    onKept: () => undefined,
  });
  return mailbox;
}

const kept = async () =>
  (await office.store.mails.list({ limit: 200 })).items.filter((mail) => mail.state === "stored");

test("the example mails are kept in the ledger, Turkish letters right", async () => {
  await start();
  const mails = await eventually(kept, (rows) => rows.length === 8);
  expect(mails.map((mail) => mail.subject)).toContain(
    "Mobil imza talep listesi - Çorum İl Nüfus ve Vatandaşlık Müdürlüğü",
  );
  expect(mails.map((mail) => mail.from)).toContain("Şükran Güneş <sukran.gunes@kars.example>");
  const turkish = mails.find((mail) => mail.subject === "İletişim bilgilerinde operatör alanı")!;
  expect(new TextDecoder("windows-1254").decode(await office.store.mails.raw(turkish.id))).toContain(
    "operatör adını nereden",
  );
});

test("a mail sent while the product runs is noticed without waiting for the sweep", async () => {
  await start();
  await eventually(() => watch?.health().mailboxes[0]?.lastContact, Boolean);
  await sendDemoMail(folder, { subject: "Sertifika ücreti", text: "Sertifika ücreti ne kadar?" });
  // The next sweep is an hour away.
  const mails = await eventually(kept, (rows) => rows.length === 9);
  expect(mails[0]?.subject).toBe("Sertifika ücreti");
});

test("after a restart the same mails are known again, and none comes twice", async () => {
  await start();
  await eventually(() => watch?.health().mailboxes[0]?.lastContact, Boolean);
  expect(await kept()).toHaveLength(9);
});

test("mail for somebody else is refused", async () => {
  await start();
  await expect(sendDemoMail(join(folder, "nowhere"), { subject: "x", text: "x" })).rejects.toThrow(
    "Deneme posta kutusu yok",
  );
});
