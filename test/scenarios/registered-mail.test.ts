import type { BrowserContextOptions } from "playwright-core";
import { withReadingDoor } from "../mail/support/reading-door.ts";
import { registeredMail, remEvidence } from "../mail/support/registered-mail.ts";
import { scrollsSideways, shot, signInBy, story, violations, withBrowser } from "../staff/browser.ts";
import { PASSWORD, withDesk } from "../staff/desk.ts";

/** From registered mail (KEP) in the mailbox to what staff see of it, its evidence and its pictures, with the real reading threads. */
const desk = withDesk(() => ({ attachments: door.openAttachments }));
const door = withReadingDoor(desk.office);
const browser = withBrowser();
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const INNER =
  "From: İlçe Nüfus <ilce@hs01.kep.tr>\r\nSubject: Kart\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nKartım kırıldı.\r\n";

story.each([
  ["on the office screen", {}],
  ["on a phone in the dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" as const }],
])(
  "staff see what the evidence of registered mail says, that nobody checked it, and the file itself (%s)",
  async (where, options: BrowserContextOptions) => {
    await desk.agent("admin", "Birinci");
    const page = await browser.open(options);
    await signInBy(page, desk.url, "gorevli1@e-imza.example", PASSWORD);
    const evidence = [
      remEvidence("DeliveryNonDeliveryToRecipient", "Delivery", "<x@hs01.kep.tr>"),
      remEvidence("SubmissionAcceptanceRejection", "Rejection", "<x@hs01.kep.tr>", "İmza doğrulanamadı"),
    ];
    const number = await door.arrive(registeredMail({ inner: INNER, evidence }));
    await page.goto(`${desk.url}/console/tickets/${number}`);
    const pieces = page.locator(".signature > summary");
    expect(await pieces.allTextContents()).toEqual(["KEP: teslim edildi", "KEP: gönderenin sağlayıcısı kabul etmedi"]);
    expect(await page.locator(".signature .badge.good").count()).toBe(0);
    await pieces.last().focus();
    await page.keyboard.press("Enter");
    await page.getByText("İmza doğrulanamadı").waitFor();
    await page.getByText("Delilin imzası ve zaman damgası burada denetlenmedi").last().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await shot(page, `kep-${where.replaceAll(" ", "-")}`);
    const download = page.waitForEvent("download");
    await page
      .getByRole("link", { name: /delil\.xml/ })
      .first()
      .click();
    expect((await download).suggestedFilename()).toBe("delil.xml");
  },
);

story("a screenshot pasted into a mail stands in its place when the mail is opened as it looked", async () => {
  const page = await browser.open();
  await desk.agent("admin", "Birinci");
  await signInBy(page, desk.url, "gorevli1@e-imza.example", PASSWORD);
  const parts = [
    'Content-Type: text/html; charset=utf-8\r\n\r\n<p>Hata ekranı:</p><img src="cid:ekran@x" width="40" height="40" alt="ekran">',
    `Content-Type: image/png; name=image001.png\r\nContent-ID: <ekran@x>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\n${PNG}`,
  ];
  const headers = "From: cem@ilce.example\r\nSubject: Hata\r\nContent-Type: multipart/related; boundary=r\r\n\r\n";
  const number = await door.arrive(`${headers}${parts.map((part) => `--r\r\n${part}\r\n`).join("")}--r--`);
  await page.goto(`${desk.url}/console/tickets/${number}`);
  await page.getByText("E-postayı göründüğü gibi aç").click();
  const picture = page.frameLocator("iframe").getByAltText("ekran");
  await picture.waitFor();
  const width = picture.evaluate(async (element) => {
    const image = element as unknown as { naturalWidth: number; decode(): Promise<void> };
    await image.decode();
    return image.naturalWidth;
  });
  expect(await width).toBe(1);
  await page.getByText("Metnin içindeki 1 görsel").click();
  await page.getByRole("link", { name: "image001.png" }).first().waitFor();
  expect(await violations(page)).toEqual([]);
  await shot(page, "picture-in-place");
});
