import { resolve } from "node:path";
import { createMailReader } from "../../../src/mail/reading/mail-reader.ts";
import { runStages } from "../../../src/mail/stages.ts";
import { makeIdentity, SENDER, signedMail, TEXT } from "../support/signed-mail.ts";
import { withStages } from "./harness.ts";

const stages = withStages(() => new Date("2026-11-23T07:00:00Z"));

const root = makeIdentity({ name: "Deneme Kök", isAuthority: true });
const elif = makeIdentity({ name: "Elif Kara", email: SENDER, issuer: root });

const noteOf = (outcome: { readonly decisions: readonly { readonly stage: string; readonly note: string }[] }) =>
  outcome.decisions.find(({ stage }) => stage === "İmza")?.note;

test("a signed mail is a ticket like any other, and its signature's state stands beside it and in its steps", async () => {
  const outcome = await stages.arrive(signedMail({ by: [elif] }));
  expect(outcome).toMatchObject({ kind: "ticket" });
  expect(noteOf(outcome)).toMatch(/^S\/MIME: İmza sağlam: içerik imzalandığı gibi\. Kimin imzaladığı doğrulanmadı/);
  expect(noteOf(outcome)).toContain(`imzalayan: Elif Kara; adresi: ${SENDER}; veren: Deneme Kök, Deneme Kurumu`);
  expect(noteOf(outcome)).toContain("zincir denetlenmedi: ayarlarda güvenilen kök tanımlı değil");
  const [message] = await stages.messages(outcome.ticket);
  expect(message?.text).toBe(TEXT);
  expect(message?.signature).toMatchObject({
    form: "detached",
    signers: [
      { state: "intact", address: "sender", isInForce: true, chain: "noAnchors", validTo: new Date("2029-01-01") },
    ],
  });
});

test("a mail changed on its way is a ticket all the same, and says so", async () => {
  const raw = signedMail({ by: [elif] })
    .toString("latin1")
    .replace("4 TL", "9 TL");
  const outcome = await stages.arrive(Buffer.from(raw, "latin1"));
  expect(outcome.kind).toBe("ticket");
  expect(noteOf(outcome)).toContain("İmza içerikle uyuşmuyor: e-posta yolda değişmiş ya da imza sahte");
  expect((await stages.messages(outcome.ticket))[0]).toMatchObject({
    text: TEXT.replace("4 TL", "9 TL"),
    signature: { signers: [{ state: "changed" }] },
  });
});

test("a good signature makes nobody a participant: it joins a thread no easier than any mail", async () => {
  const first = await stages.arrive(signedMail({ by: [elif] }));
  const stranger = makeIdentity({ name: "Yabancı", email: "yabanci@baska.example", issuer: root });
  const raw = signedMail({ by: [stranger], from: "yabanci@baska.example" })
    .toString("latin1")
    .replace(/Subject: .*/, `Subject: YNT: [${first.ticket}]`);
  const outcome = await stages.arrive(Buffer.from(raw, "latin1"));
  expect(outcome.kind).toBe("ticket");
  expect(outcome.ticket).not.toBe(first.ticket);
});

test("a reading thread checks against the certificates the office trusts", async () => {
  const reader = createMailReader({
    worker: { file: resolve("test/support/run-typescript.cjs"), argv: [resolve("src/mail/reading/read-worker.ts")] },
    threads: 1,
  });
  const raw = signedMail({ by: [elif], form: "opaque" });
  const outcome = await runStages(await stages.keep(raw), await reader.read(raw, [root.pem]), stages.context);
  await reader.stop();
  expect(noteOf(outcome)).toContain("sertifika gönderenin adresini taşıyor ve güvenilen bir köke bağlanıyor");
  expect(noteOf(outcome)?.match(/iptal durumu denetlenmedi/g)).toHaveLength(1);
  expect((await stages.messages(outcome.ticket))[0]?.signature?.signers[0]?.chain).toBe("trusted");
});

const day = (text: string) => new Date(`${text}T07:00:00Z`);

test.each([
  ["signed right before it came", "2026-11-23T06:59:00Z", "2026-11-23", { isInForce: true }, undefined],
  ["signed by a clock some hours ahead", "2026-11-23T13:00:00Z", "2026-11-23", { isInForce: true }, undefined],
  [
    "signed days after it came",
    "2026-11-26T07:00:00Z",
    "2026-11-23",
    { isInForce: true, timing: "ahead" },
    "imza anı e-postanın gelişinden sonra",
  ],
  [
    "signed weeks before it came",
    "2026-10-01T07:00:00Z",
    "2026-11-23",
    { isInForce: true, timing: "old" },
    "eski bir e-posta yeniden gönderilmiş",
  ],
  [
    "signed in time, but sent again when the certificate has ended",
    "2026-11-23T06:00:00Z",
    "2029-02-01",
    { isInForce: false, timing: "old" },
    "sertifika o tarihte geçerli değildi",
  ],
  [
    "said to be signed before the certificate began",
    "2019-01-01T00:00:00Z",
    "2026-11-23",
    { isInForce: false, timing: "old" },
    "sertifika o tarihte geçerli değildi",
  ],
] as const)(
  "a mail %s: its times are held against the certificate and against each other",
  async (_name, signedAt, came, facts, told) => {
    const outcome = await stages.arrive(signedMail({ by: [elif], signedAt }), { internalDate: day(came) });
    const [signer] = (await stages.messages(outcome.ticket))[0]?.signature?.signers ?? [];
    expect(signer).toMatchObject(facts);
    expect(signer?.timing).toBe("timing" in facts ? facts.timing : undefined);
    expect(noteOf(outcome)).toContain(told ?? "İmza sağlam");
    expect(noteOf(outcome)).toContain("iptal durumu denetlenmedi");
  },
);
