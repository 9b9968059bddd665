import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import type { Role } from "../../src/core/person.ts";
import { LONGEST_TAG } from "../../src/core/ticket.ts";
import { addStaff } from "../../src/staff/sign-in/accounts.ts";
import { changeTicket } from "../../src/tickets/change-ticket.ts";
import { scrollsSideways, signInBy, story, toNextPage, violations, withBrowser } from "../staff/browser.ts";
import { PASSWORD, ticketFrom, withDesk } from "../staff/desk.ts";

const desk = withDesk({ demoMailbox: "e-imza@deneme.localhost" }, () => new Date());
const browser = withBrowser();

async function colleague(name: string, role: Role = "agent"): Promise<string> {
  const email = `${name.length}${Math.random().toString(36).slice(2, 8)}@e-imza.example`;
  await addStaff(desk.office, { email, name, role, password: PASSWORD });
  return email;
}

story("an agent signs in, opens the newest ticket, answers it and sees the answer in the thread", async () => {
  await ticketFrom(desk.office, { subject: "Faturama 8 TL yansıdı" });
  const page = await browser.open();
  await signInBy(page, desk.url, await colleague("Ayşe Yılmaz"), PASSWORD);

  await page.getByRole("link", { name: "Faturama 8 TL yansıdı" }).click();
  await page.getByLabel("Yanıtınız").fill("Faturalı hatta aylık 4 TL yansıması gerekir.");
  await toNextPage(page, () => page.getByRole("button", { name: "Gönder" }).click());

  await page.getByText("yola çıkıyor").waitFor();
  expect(await page.locator(".message.out .text").textContent()).toBe("Faturalı hatta aylık 4 TL yansıması gerekir.");
  expect(await page.locator(".title .badge").first().textContent()).toBe("Beklemede");
  expect(await page.locator(".message.out .badge").textContent()).toBe("gönderilmeyi bekliyor");
});

story("a whole ticket is worked with the keyboard alone", async () => {
  const { ticket } = await ticketFrom(desk.office, { subject: "Klavyeyle çözülen" });
  const page = await browser.open();
  await signInBy(page, desk.url, await colleague("Klavye Ustası"), PASSWORD);

  await page.keyboard.press("/");
  await page.keyboard.type("klavyeyle cozulen");
  await toNextPage(page, () => page.keyboard.press("Enter"));
  await page.waitForURL(/q=klavyeyle/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await toNextPage(page, () => page.keyboard.press("Enter"));
  await page.waitForURL(new RegExp(ticket.number));
  await toNextPage(page, () => page.keyboard.press("a"));
  await page.getByText("Kaydedildi.").waitFor();
  await page.keyboard.press("n");
  await page.keyboard.type("Arandı, çözüldü.");
  await toNextPage(page, () => page.keyboard.press("Control+Enter"));
  await page.getByText("Not eklendi.").waitFor();
  await page.keyboard.press("e");
  await page.locator(".title .badge.good", { hasText: "Çözüldü" }).waitFor();

  const after = await desk.office.store.tickets.byNumber(ticket.number);
  expect(after?.status).toBe("solved");
  const messages = await desk.office.store.messages.ofTicket(ticket.number);
  expect(messages.map(({ direction, text }) => [direction, text])).toContainEqual(["note", "Arandı, çözüldü."]);
});

story("two agents answer one ticket: the second is told, sees the first answer, and loses not a word", async () => {
  const { ticket } = await ticketFrom(desk.office, { subject: "İki görevli" });
  const [first, second] = [await browser.open(), await browser.open()];
  await signInBy(first, desk.url, await colleague("Birinci Görevli"), PASSWORD);
  await signInBy(second, desk.url, await colleague("İkinci Görevli"), PASSWORD);
  for (const page of [first, second]) await page.goto(`${desk.url}/console/tickets/${ticket.number}`);

  await first.getByLabel("Yanıtınız").fill("Birincinin yanıtı.");
  await second.getByLabel("Yanıtınız").fill("İkincinin özenle yazdığı yanıt.");
  await toNextPage(first, () => first.getByRole("button", { name: "Gönder" }).click());
  await first.getByText("yola çıkıyor").waitFor();
  await toNextPage(second, () => second.getByRole("button", { name: "Gönder" }).click());

  await second.getByText("Siz yazarken bu bilet değişti").first().waitFor();
  expect(await second.locator(".message .text").textContent()).toBe("Birincinin yanıtı.");
  expect(await second.getByLabel("Yanıtınız").inputValue()).toBe("İkincinin özenle yazdığı yanıt.");
  expect(await violations(second)).toEqual([]);
  await toNextPage(second, () => second.getByRole("button", { name: "Gönder" }).click());
  await second.getByText("yola çıkıyor").waitFor();
  expect(await second.locator(".message.out .text").allTextContents()).toEqual([
    "Birincinin yanıtı.",
    "İkincinin özenle yazdığı yanıt.",
  ]);
});

story("a half-written reply is there again after the tab was closed, and gone once it was sent", async () => {
  const { ticket } = await ticketFrom(desk.office, { subject: "Yarım kalan" });
  const page = await browser.open();
  await signInBy(page, desk.url, await colleague("Unutkan Görevli"), PASSWORD);
  const path = `${desk.url}/console/tickets/${ticket.number}`;
  await page.goto(path);
  await page.getByLabel("Yanıtınız").fill("Yarım kalan cüm");
  await page.close();

  const again = await page.context().newPage();
  await again.goto(path);
  expect(await again.getByLabel("Yanıtınız").inputValue()).toBe("Yarım kalan cüm");
  await again.getByText("Taslak bu tarayıcıda saklı").waitFor();
  await toNextPage(again, () => again.getByRole("button", { name: "Gönder" }).click());
  await again.getByText("yola çıkıyor").waitFor();
  await again.goto(path);
  expect(await again.getByLabel("Yanıtınız").inputValue()).toBe("");
});

const PAGES = [
  "/console/tickets",
  "/console/tickets?q=yok+böyle",
  "/console/mails",
  "/console/knowledge",
  "/console/questions",
  "/console/requests",
  "/console/requests/board",
  "/console/requests/calendar",
  "/console/reports",
  "/console/reports?report=response",
  "/console/people",
  "/console/erasure",
  "/console/audit",
  "/console/account/second-step",
  "/console/health",
  "/console/account",
  "/console/yok",
];

const MAIN_PAGES = ["/console/tickets", "/console/requests", "/console/reports", "/console/account"];

test("no page weighs more than 100 KB on the wire, styles and scripts included, with a full list", async () => {
  const agent = await desk.agent("admin");
  for (let count = 0; count < 60; count += 1)
    await ticketFrom(desk.office, { subject: `Uzunca bir konu satırı, ${count}. kez yazılan` });
  const { ticket } = await ticketFrom(desk.office, { text: "Uzun metin. ".repeat(2_000) });
  const assets = ["console.css", "console.js", "icon.svg"].map(async (name) => agent.weight(`/console/assets/${name}`));
  const shared = (await Promise.all(assets)).reduce((sum, bytes) => sum + bytes, 0);
  for (const path of [...PAGES, `/console/tickets/${ticket.number}`]) {
    expect(shared + (await agent.weight(path))).toBeLessThan(100 * 1024);
  }
});

story.each([
  ["on the office screen", {}, PAGES],
  ["on a phone in the dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" as const }, MAIN_PAGES],
  ["in English", { locale: "en-GB" }, MAIN_PAGES],
])(
  "axe finds nothing to complain of and nothing scrolls sideways (%s)",
  async (_where, options, pages) => {
    const { ticket } = await ticketFrom(desk.office, { text: "Kimlik 10000000146.", html: "<p>Merhaba</p>" });
    const page = await browser.open({ ...options, locale: "tr-TR" });
    await page.goto(`${desk.url}/console/sign-in`);
    expect(await violations(page)).toEqual([]);
    await signInBy(page, desk.url, await colleague("Denetçi", "admin"), PASSWORD);
    if ("locale" in options) await page.context().addCookies([{ name: "language", value: "en", url: desk.url }]);
    const faults: string[] = [];
    for (const path of [...pages, `/console/tickets/${ticket.number}`]) {
      await page.goto(desk.url + path);
      faults.push(...(await violations(page)).map((fault) => `${path} ${fault}`));
      if (await scrollsSideways(page)) faults.push(`${path} scrolls sideways`);
    }
    expect(faults).toEqual([]);
  },
  180_000,
);

story("no page breaks its own policy, and a mail opened as it looked fetches nothing from outside", async () => {
  let asked = 0;
  const tracker = createServer((_request, response) => {
    asked += 1;
    response.end();
  });
  await new Promise<void>((resolve) => tracker.listen(0, "127.0.0.1", resolve));
  const picture = `http://127.0.0.1:${(tracker.address() as AddressInfo).port}/izle.png`;
  const { ticket } = await ticketFrom(desk.office, { html: `<p style="color:red">Merhaba <img src="${picture}"></p>` });
  const page = await browser.open();
  const complaints: string[] = [];
  page.on("console", (line) => complaints.push(line.text()));
  await signInBy(page, desk.url, await colleague("Meraklı"), PASSWORD);
  await page.goto(`${desk.url}/console/tickets/${ticket.number}`);
  expect(complaints).toEqual([]);
  await page.getByText("E-postayı göründüğü gibi aç").click();
  await page.frameLocator("iframe").getByText("Merhaba").waitFor();
  // All that a page fetches at its opening has been fetched, or refused, when it is loaded.
  for (const frame of page.frames()) await frame.waitForLoadState();
  expect(asked).toBe(0);
  tracker.close();
});

/** What people and machines send: names, addresses and words that nothing parts. */
const ENDLESS = {
  subject: `Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine_${"x".repeat(150)}`,
  name: "Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine Abdurrahmangazioğullarından",
  email: `cok.uzun.bir.adres.ile.yazan.personel@${"cekoslovakyalilastiramadiklarimizdan".repeat(2)}.example`,
  text: `Kimlik no 10000000146. ${"Çekoslovakyalılaştıramadıklarımızdanmışsınızcasına".repeat(10)} https://www.ornek.example/${"a".repeat(300)}`,
};

story.each([
  ["on the office screen", { width: 1366, height: 768 }, ""],
  ["on the smallest phone, or magnified four times", { width: 320, height: 640 }, ""],
  [
    "with letters and lines set apart",
    { width: 683, height: 384 },
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }",
  ],
])("words without end stay in their places, and menus on the screen (%s)", async (_where, viewport, spacing) => {
  const { ticket } = await ticketFrom(desk.office, ENDLESS);
  const changes = { tags: ["x".repeat(LONGEST_TAG), "y".repeat(LONGEST_TAG)] };
  const actor = { kind: "staff", id: "etiketleyen", name: "Etiketleyen" } as const;
  await changeTicket(desk.office, { ticket: ticket.number, version: ticket.version, actor, changes });
  const page = await browser.open({ viewport, bypassCSP: true });
  await signInBy(page, desk.url, await colleague("Taşma Arayan", "admin"), PASSWORD);
  for (const path of [
    `/console/tickets/${ticket.number}`,
    `/console/tickets/${ticket.number}/split`,
    "/console/tickets",
    "/console/audit",
  ]) {
    await page.goto(desk.url + path);
    if (spacing) await page.addStyleTag({ content: spacing });
    expect([path, await outside(page)]).toEqual([path, []]);
  }
  await page.goto(`${desk.url}/console/tickets/${ticket.number}`);
  for (const menu of ["Ertele", "Birleştir ya da bağla"]) {
    await page.locator("summary", { hasText: menu }).click();
    expect([menu, await outside(page)]).toEqual([menu, []]);
    await page.keyboard.press("Escape");
  }
});

/** What stands out of the window, or a message's words out of their message. */
function outside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1;
    const beyond = (one: Element, limit: number) =>
      one.getBoundingClientRect().width > 0 && one.getBoundingClientRect().right > limit;
    const seen = [...document.querySelectorAll("main *")].filter(
      (one) => !one.closest("details:not([open]), .tabs, .visually-hidden") && one.checkVisibility(),
    );
    const out = seen.filter((one) => {
      const card = one.closest(".message, .side .card");
      return beyond(one, card ? card.getBoundingClientRect().right + 1 : edge);
    });
    return out.map((one) => `${one.tagName}.${one.className} ${one.textContent?.trim().slice(0, 30)}`);
  });
}
