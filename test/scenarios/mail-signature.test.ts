import type { BrowserContextOptions } from "playwright-core";
import { withReadingDoor } from "../mail/support/reading-door.ts";
import { makeIdentity, SENDER, type SignatureWish, signedMail } from "../mail/support/signed-mail.ts";
import { scrollsSideways, shot, signInBy, story, violations, withBrowser } from "../staff/browser.ts";
import { type Client, PASSWORD, withDesk } from "../staff/desk.ts";

/** From a signed mail to what staff see of it, and from a root an administrator pastes to a sender that is confirmed. */
const desk = withDesk();
const door = withReadingDoor(desk.office);
const browser = withBrowser();
const PAGE = "/console/settings";

const root = makeIdentity({ name: "Deneme Kök Sertifikası", isAuthority: true });
const elif = makeIdentity({ name: "Elif Kara", email: SENDER, issuer: root });

/** Takes a signed mail in, and gives the number of its ticket. */
async function arrive(wish: Partial<SignatureWish> = {}, change: (raw: string) => string = (raw) => raw) {
  return door.arrive(Buffer.from(change(signedMail({ by: [elif], ...wish }).toString("latin1")), "latin1"));
}

const anchorsOf = async () => (await desk.office.store.settings.versioned()).trustAnchors;
async function paste(client: Client, certificates: string) {
  await client.get(PAGE);
  const version = String((await anchorsOf()).version);
  return client.post(`${PAGE}/trust-anchors`, { certificates, version });
}

test("without a root the ticket says that the chain was not checked; with one, that the sender is confirmed", async () => {
  const admin = await desk.agent("admin", "Kök Ekleyen");
  const before = await admin.get(`/console/tickets/${await arrive()}`);
  expect(before.text).toContain("İmza: sağlam, imzalayan doğrulanmadı");
  expect(before.text).toContain("Denetlenmedi: güvenilen kök tanımlı değil");

  expect((await paste(admin, `Certificate:\n    Data: ...\n${root.pem}\n`)).status).toBe(303);
  const settings = await admin.get(PAGE);
  expect(settings.text).toContain("<strong>Deneme Kök Sertifikası, Deneme Kurumu</strong>");
  expect(settings.text).toContain("güvenilen kökler: Yok → Deneme Kök Sertifikası, Deneme Kurumu");
  const after = await admin.get(`/console/tickets/${await arrive({ form: "opaque" })}`);
  expect(after.text).toContain("İmza: sağlam, gönderenin; iptal durumu denetlenmedi");
  expect(after.text).toContain("Güvenilen bir köke bağlanıyor");
  for (const { text } of [before, after]) expect(text).toMatch(/İptal durumu<\/dt>\s*<dd>Denetlenmedi/);

  await paste(admin, "");
  expect((await anchorsOf()).value).toEqual({ certificates: [] });
});

test.each([
  ["what is no certificate", "Kamu SM kök sertifikası", "Okunamayan bir sertifika var"],
  ["one of two that is broken", `${root.pem}\n${root.pem.replace(/M/g, "N")}`, "Okunamayan bir sertifika var"],
  ["a person's certificate", elif.pem, "kuruluşun kök sertifikasını girin"],
  ["a private key", "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----", "gizli anahtar var"],
])("%s is not taken for a root, and what was pasted is still there", async (_name, pasted, sentence) => {
  const answer = await paste(await desk.agent("admin"), pasted);
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(sentence);
  expect(answer.text).toContain(pasted.split("\n")[0]);
  expect((await anchorsOf()).value.certificates).toEqual([]);
});

test("only administrators say whom the office trusts", async () => {
  const lead = await desk.agent("lead");
  expect((await paste(lead, root.pem)).status).toBe(403);
  expect((await lead.get(PAGE)).text).not.toContain("trust-anchors");
});

test("the API tells the same", async () => {
  const agent = await desk.agent();
  const number = await arrive({}, (raw) => raw.replace("4 TL", "9 TL"));
  const { messages } = JSON.parse((await agent.get(`/api/v1/tickets/${number}`)).text);
  expect(messages[0].signature).toMatchObject({ form: "detached", signers: [{ state: "changed", emails: [SENDER] }] });
});

story.each([
  ["on the office screen", {}],
  ["on a phone in the dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" as const }],
])(
  "staff see by keyboard that a mail was changed on its way, and what to do (%s)",
  async (where, options: BrowserContextOptions) => {
    const admin = await desk.agent("admin", "Birinci");
    await paste(admin, root.pem);
    const page = await browser.open(options);
    await signInBy(page, desk.url, "gorevli1@e-imza.example", PASSWORD);
    const number = await arrive({}, (raw) => raw.replace("4 TL", "9 TL"));
    await page.goto(`${desk.url}/console/tickets/${number}`);
    const summary = page.locator(".signature > summary");
    expect(await summary.textContent()).toContain("İmza: uyuşmuyor, yolda değişmiş olabilir");
    await summary.focus();
    await page.keyboard.press("Enter");
    await page.getByText("gönderene bildiğiniz bir yoldan sorun").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await shot(page, `ticket-${where.replaceAll(" ", "-")}`);
    await page.goto(`${desk.url}${PAGE}`);
    await page.getByText("Deneme Kök Sertifikası, Deneme Kurumu").first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await shot(page, `settings-${where.replaceAll(" ", "-")}`);
    await paste(admin, "");
  },
);
