import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { story, violations, withBrowser } from "../staff/browser.ts";
import { withChatHouse } from "./support/chat-house.ts";

const house = withChatHouse(() => ({ web: { secret: Buffer.alloc(32, 1) } }));
const browser = withBrowser();
const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };

story("a visitor taps a sample question, rates the answer, and opens a ticket by keyboard alone", async () => {
  const page = await browser.open();
  const faults: string[] = [];
  page.on("console", (line) => line.type() === "error" && faults.push(line.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(house.url);
  const log = page.getByRole("log", { name: "Sohbet" });
  await log.getByText("Merhaba!").waitFor();
  await page.getByRole("group", { name: "Önerilen yanıtlar" }).getByRole("button").first().click();
  await log.getByText("Kaynak: Mobil İmza Bilgi Notu (Taşra)").waitFor();
  await page.getByRole("button", { name: "Yararlı oldu" }).click();
  await log.getByText("Teşekkür ederim").waitFor();

  await page.keyboard.type("Mobil imza yurt dışında çalışır mı?");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Destek talebi aç" }).waitFor();
  await page.keyboard.type("destek talebi aç");
  await page.keyboard.press("Enter");
  await log.getByText("Destek talebiniz açıldı").waitFor();
  await page.keyboard.type("talebim ne durumda");
  await page.keyboard.press("Enter");
  await log.getByText("alındı, sırada").waitFor();
  const former = await log.getByText("alındı, sırada").elementHandle();
  await log.getByRole("button", { name: "Yenile" }).click();
  await page.waitForFunction((element) => !element?.isConnected, former);
  await log.getByText("alındı, sırada").waitFor();
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});

story("the conversation outlives a reload, and the office's later answer comes in by itself", async () => {
  const page = await browser.open(PHONE);
  await page.goto(house.url);
  const log = page.getByRole("log");
  const say = async (text: string, answer: string | RegExp) => {
    await page.getByLabel("Mesajınız").fill(text);
    await page.getByRole("button", { name: "Gönder" }).tap();
    await log.getByText(answer).last().waitFor();
  };
  await say("Mobil imza yurt dışında çalışır mı?", "yer almıyor");
  await say("destek talebi aç", /Takip numaranız: MI-/);
  await page.reload();
  const opened = await log.getByText(/Takip numaranız: MI-/).textContent();
  const number = opened?.match(/MI-\d{4}-\d{6}/)?.[0] ?? "";
  const ticket = await house.office.store.tickets.byNumber(number);
  const agent = { id: "staff-1", name: "Zeynep Kaya" };
  await replyToRequester(house.office, {
    ticket: number,
    version: ticket?.version ?? 0,
    agent,
    text: "Çalışmaz efendim.",
  });
  const [item] = await house.office.store.outbox.claim("test", ["chat.message"], 1, 60_000);
  if (item) await house.door.deliver(item);
  await log.getByText("Çalışmaz efendim.").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(await violations(page)).toEqual([]);
});

story("what a person writes stays text", async () => {
  const page = await browser.open();
  await page.goto(house.url);
  const text = '<img src=x onerror="document.title=1"> **kalın** [x](javascript:alert(1))';
  await page.getByLabel("Mesajınız").fill(text);
  await page.keyboard.press("Enter");
  await page.locator(".user .bubble").waitFor();
  expect(await page.locator(".user .bubble").textContent()).toBe(text);
  expect(await page.locator("img, a[href^=javascript]").count()).toBe(0);
});

story("a message that could not be sent is offered again, and answered once", async () => {
  const page = await browser.open();
  await page.goto(house.url);
  await page.getByRole("log").getByText("Merhaba!").waitFor();
  await page.route("**/api/webchat/messages", (route) => route.abort(), { times: 1 });
  await page.getByLabel("Mesajınız").fill("Sertifika bedeli ne kadar?");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Yeniden dene" }).click();
  await page.getByRole("log").getByText("76,70").first().waitFor();
  expect(await page.locator(".user .bubble").count()).toBe(1);
});

story("one tag puts the chat into another page", async () => {
  const page = await browser.open();
  await page.goto(`${house.url}/webchat/chat.css`);
  await page.setContent(
    `<html lang="tr"><body><main>Sayfa</main><script src="${house.url}/embed.js"></script></body></html>`,
  );
  await page.getByRole("button", { name: "Mobil İmza yardımcısını aç" }).click();
  const frame = page.frameLocator('iframe[title="Mobil İmza Yardımcısı"]');
  await frame.getByText("Merhaba!").waitFor();
  await page.getByRole("button", { name: "Yardımcıyı kapat" }).click();
  await page.locator("iframe").waitFor({ state: "hidden" });

  await page.getByRole("button", { name: "Mobil İmza yardımcısını aç" }).click();
  await frame.getByLabel("Mesajınız").press("Escape");
  await page.locator("iframe").waitFor({ state: "hidden" });
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
    "Mobil İmza yardımcısını aç",
  );
});

story("a long answer is read from its beginning, and its rating stands apart from what one may ask next", async () => {
  const page = await browser.open({ viewport: { width: 390, height: 560 }, reducedMotion: "reduce" });
  await page.goto(house.url);
  await page.getByLabel("Mesajınız").fill("Başvuru nasıl yapılır, sertifika bedeli ne kadar?");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Yararlı oldu" }).waitFor();
  const begins = await page.locator(".row.bot .bubble").last().boundingBox();
  const log = await page.getByRole("log").boundingBox();
  expect(begins?.y).toBeGreaterThanOrEqual(log?.y ?? 0);
  expect(await page.locator(".ratings button").allTextContents()).toEqual(["Yararlı oldu", "Yararlı olmadı"]);
  expect(await page.locator("#log time").count()).toBe(1);
});

story("a new chat begins with one press, and the one before is one press away", async () => {
  const page = await browser.open();
  await page.goto(house.url);
  const log = page.getByRole("log");
  await log.getByText("Merhaba!").waitFor();
  await page.getByLabel("Mesajınız").fill("Sertifika bedeli ne kadar?");
  await page.keyboard.press("Enter");
  await log.getByText("76,70").first().waitFor();
  await page.getByRole("button", { name: "Yeni sohbet" }).click();
  await page.getByRole("button", { name: "Önceki sohbete dön" }).click();
  await log.getByText("76,70").first().waitFor();
  expect(await page.locator(".user .bubble").allTextContents()).toEqual(["Sertifika bedeli ne kadar?"]);
  await page.reload();
  await log.getByText("76,70").first().waitFor();
});
