import type { Page } from "playwright-core";
import { story, toNextPage, withBrowser } from "../staff/browser.ts";
import { colleagueAt } from "../staff/colleague.ts";
import { PASSWORD, ticketFrom, withDesk } from "../staff/desk.ts";

/** What is typed outlives the session it was typed in. */
const desk = withDesk({}, () => new Date());
const browser = withBrowser();

const open = (name: string, role: "agent" | "admin" = "agent") => colleagueAt(desk, browser, { name, role });

/** Fills in the sign-in that is on the screen. */
async function signIn(page: Page, name: string): Promise<void> {
  const member = (await desk.office.store.staff.list()).find((one) => one.name === name);
  await page.getByLabel("E-posta").fill(member?.email ?? "");
  await page.getByLabel("Parola", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Oturum aç" }).click();
}

async function signInAgain(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "Oturum aç" }).click();
  await signIn(page, name);
}

story("a reply sent after the session ended waits behind the sign-in, on its own ticket", async () => {
  const { number } = (await ticketFrom(desk.office, { subject: "Oturum bitti" })).ticket;
  const page = await open("Oturumu Biten");
  await page.goto(`${desk.url}/console/tickets/${number}`);
  await page.locator("#compose-text").fill("Yarım kalan yanıt");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Gönder" }).click();
  await page.getByText("Yazdıklarınız bu sekmede saklı").waitFor();
  await signInAgain(page, "Oturumu Biten");
  await page.waitForURL(new RegExp(`/console/tickets/${number}`));
  expect(await page.locator("#compose-text").inputValue()).toBe("Yarım kalan yanıt");
  await page.getByRole("button", { name: "Gönder" }).click();
  await page.getByText("15 saniye").waitFor();
  // Taken is forgotten: the next page of the ticket begins empty.
  await page.goto(`${desk.url}/console/tickets/${number}`);
  expect(await page.locator("#compose-text").inputValue()).toBe("");
  expect(await page.evaluate(() => sessionStorage.getItem("keptForm"))).toBeNull();
});

story("any other form comes back as it was typed, words, choices and all", async () => {
  const page = await open("Bilgi Yazan", "admin");
  await page.goto(`${desk.url}/console/knowledge/new`);
  await page.getByLabel("Kimlik").fill("yeni-konu");
  await page.getByLabel("Nasıl sorulur (Türkçe)").fill("İlk soru\nIşıklı soru");
  await page.getByLabel("Konu grubu").selectOption("fees");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Taslağı kaydet" }).click();
  await signInAgain(page, "Bilgi Yazan");
  await page.waitForURL(/\/console\/knowledge\/new/);
  await page.getByText("Gönderilemeyen yazdıklarınız yerine kondu").waitFor();
  expect(await page.getByLabel("Kimlik").inputValue()).toBe("yeni-konu");
  expect(await page.getByLabel("Nasıl sorulur (Türkçe)").inputValue()).toBe("İlk soru\nIşıklı soru");
  expect(await page.getByLabel("Konu grubu").inputValue()).toBe("fees");
});

story("a form of a session signed in anew in another window is sent again from its page", async () => {
  const { number } = (await ticketFrom(desk.office, { subject: "Başka pencere" })).ticket;
  const page = await open("İki Pencereli");
  await page.goto(`${desk.url}/console/tickets/${number}`);
  await page.getByLabel("Etiketler").fill("ışık, acele");
  await page.context().clearCookies();
  const other = await page.context().newPage();
  await other.goto(`${desk.url}/console`);
  await signIn(other, "İki Pencereli");
  await other.waitForURL(/\/console\/tickets/);
  await toNextPage(page, () => page.getByRole("button", { name: "Kaydet" }).click());
  await toNextPage(page, () => page.getByRole("link", { name: "Yazdıklarıma dön" }).click());
  expect(await page.getByLabel("Etiketler").inputValue()).toBe("ışık, acele");
  await page.getByRole("button", { name: "Kaydet" }).click();
  await page.getByText("Kaydedildi").waitFor();
});

story("what one had typed is not shown to a colleague who signs in after them", async () => {
  const { number } = (await ticketFrom(desk.office, { subject: "Ortak bilgisayar" })).ticket;
  const page = await open("Önce Oturan");
  const other = await open("Sonra Oturan");
  await other.context().close();
  await page.goto(`${desk.url}/console/tickets/${number}`);
  await page.getByLabel("Etiketler").fill("yalnız benim");
  await page.context().clearCookies();
  await toNextPage(page, () => page.getByRole("button", { name: "Kaydet" }).click());
  await signInAgain(page, "Sonra Oturan");
  await page.waitForURL(new RegExp(`/console/tickets/${number}`));
  expect(await page.getByLabel("Etiketler").inputValue()).toBe("");
  expect(await page.evaluate(() => sessionStorage.getItem("keptForm"))).toBeNull();
});

test("the address of a form leads to the page above it; what is no address of ours is still not found", async () => {
  const { number } = (await ticketFrom(desk.office)).ticket;
  const agent = await desk.agent();
  const above = await agent.get(`/console/tickets/${number}/messages?assignee=me`);
  expect([above.status, above.headers.get("location")]).toEqual([303, `/console/tickets/${number}?assignee=me`]);
  expect((await agent.get("/console/account/password")).headers.get("location")).toBe("/console/account");
  expect((await agent.get("/console/nowhere")).status).toBe(404);
});
