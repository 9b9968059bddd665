import { type NoticeOptions, sendNotice } from "../../src/mail/send-notice.ts";
import { createMailer, type Mailer } from "../../src/mail/smtp-mailer.ts";
import { type SmtpSink, startSmtpSink } from "./support/smtp-sink.ts";

let sink: SmtpSink;
let mailer: Mailer;
beforeEach(async () => {
  sink = await startSmtpSink();
  mailer = createMailer(sink.url);
});
afterEach(async () => {
  await mailer.close();
  await sink.stop();
});

const NOTICE = {
  to: "ayse@e-imza.example",
  subject: "Size atandı:\r\nBcc: x@y.example",
  text: "Işık",
  key: "notice:1",
};
const options = (): NoticeOptions => ({
  office: { clock: { now: () => new Date("2026-11-23T07:00:00Z") }, ownAddresses: ["e-imza@office.example"] },
  mailer,
  officeName: "e-İmza Şefliği",
  from: "e-imza@office.example",
});

test("a notice says that a machine wrote it, and a second copy has the same Message-ID", async () => {
  expect(await sendNotice(options(), NOTICE)).toEqual({ kind: "sent" });
  expect(await sendNotice(options(), NOTICE)).toEqual({ kind: "sent" });
  const [first, second] = sink.mails;
  expect(first?.to).toEqual(["ayse@e-imza.example"]);
  expect(first?.parsed.subject).toBe("Size atandı: Bcc: x@y.example");
  expect(first?.parsed.text?.trim()).toBe("Işık");
  expect(first?.parsed.headers.get("auto-submitted")).toBe("auto-generated");
  expect(second?.parsed.messageId).toBe(first?.parsed.messageId);
});

test("it is never sent to ourselves, held without SMTP, tried again after a passing fault and given up after a lasting one", async () => {
  expect(await sendNotice(options(), { ...NOTICE, to: "E-Imza@office.example" })).toMatchObject({ kind: "failed" });
  expect(await sendNotice({ ...options(), mailer: undefined }, NOTICE)).toMatchObject({ kind: "held" });
  sink.refuseWith = 451;
  expect(await sendNotice(options(), NOTICE)).toMatchObject({ kind: "retry" });
  sink.refuseWith = 550;
  expect(await sendNotice(options(), NOTICE)).toMatchObject({ kind: "failed" });
  expect(sink.mails).toEqual([]);
});
