import { addStaff } from "../../src/staff/sign-in/accounts.ts";
import { signInBy, story, toNextPage, violations, withBrowser } from "../staff/browser.ts";
import { PASSWORD, ticketFrom, withDesk } from "../staff/desk.ts";

const desk = withDesk({}, () => new Date());
const browser = withBrowser();

story("a lead shortens a target and adds a day off; the next ticket in the list is due sooner", async () => {
  await addStaff(desk.office, { email: "sef@e-imza.example", name: "Ayar Şefi", role: "lead", password: PASSWORD });
  const page = await browser.open();
  await signInBy(page, desk.url, "sef@e-imza.example", PASSWORD);
  await page.locator("summary", { hasText: "Hesabım" }).click();
  await toNextPage(page, () => page.getByRole("link", { name: "Ayarlar" }).click());
  expect(await violations(page)).toEqual([]);

  await page.getByLabel("Olağan: İlk yanıt (iş saati)").fill("yarım");
  await toNextPage(page, () => page.getByRole("button", { name: "Kaydet" }).click());
  await page.getByText("Kaydedilmedi").waitFor();
  expect(await page.getByLabel("Olağan: İlk yanıt (iş saati)").inputValue()).toBe("yarım");
  expect(await violations(page)).toEqual([]);

  await page.getByLabel("Olağan: İlk yanıt (iş saati)").fill("0,5");
  await page.getByLabel("1. gün: Gün").fill("2031-01-02");
  await page.getByLabel("1. gün: Açıklama").fill("Köprü günü");
  await toNextPage(page, () => page.getByRole("button", { name: "Kaydet" }).click());
  await page.getByText("Ayarlar kaydedildi.").waitFor();
  await page.getByText("Olağan · ilk yanıt: 9 sa → 0,5 sa").waitFor();
  expect(await page.getByLabel("1. gün: Açıklama").inputValue()).toBe("Köprü günü");

  await ticketFrom(desk.office, { subject: "Kısa süreli" });
  await page.goto(`${desk.url}/console/tickets`);
  // Half an hour, of which a busy machine may have used up some.
  await page.getByText(/İlk yanıt için (?:30|2\d) dk/).waitFor();
});
