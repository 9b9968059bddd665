import type { AddressInfo } from "node:net";
import { createChatDoor } from "../../src/chat/chat-door.ts";
import type { Role } from "../../src/core/person.ts";
import { createMetrics } from "../../src/http/metrics.ts";
import { close, createHttpServer, listen } from "../../src/http/server.ts";
import { draftWithQuestion } from "../../src/knowledge/draft-entry.ts";
import { talkTo } from "../chat/support/chat-house.ts";
import { anotherProcess } from "../knowledge/desk-support.ts";
import { withLiveDesk } from "../knowledge/live-desk.ts";
import { quietLog } from "../mail/support/quiet-log.ts";
import { scrollsSideways, shot, story, toNextPage, violations, withBrowser } from "../staff/browser.ts";
import { colleagueAt } from "../staff/colleague.ts";
import { eventually } from "../support/eventually.ts";
import { madeUpQuestion } from "../support/made-up-question.ts";

jest.setTimeout(120_000);

const { desk, folder, live } = withLiveDesk();
const browser = withBrowser();
const signedIn = (name: string, role: Role, options = {}) => colleagueAt(desk, browser, { name, role }, options);

/** A bot in what would be another process: its own connection, understanding and server on the same database. */
async function botElsewhere() {
  const other = await anotherProcess(desk.office, { folder });
  const { understander, contact, categories } = other.live;
  const categoryTitle = (id: string) => categories().find((category) => category.id === id)?.title;
  const options = { office: other.office, understander, contact, categoryTitle, credentials: {}, log: quietLog };
  const door = createChatDoor(options as unknown as Parameters<typeof createChatDoor>[0]);
  const server = createHttpServer(quietLog, createMetrics());
  door.mount(server);
  await listen(server, "127.0.0.1", 0);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ask: (text: string) => talkTo(() => url)(text),
    async close() {
      await close(server);
      await other.close();
    },
  };
}

story(
  "a question nobody could answer becomes a question of an entry, passes the gate, and the bot elsewhere answers it",
  async () => {
    const bot = await botElsewhere();
    try {
      const question = "Zambaklı dosyam için hangi kapıyı çalayım?";
      expect(await bot.ask(question)).toMatchObject({ outcome: "unknown" });
      const page = await signedIn("Şef Ayşe", "lead");

      await page.goto(`${desk.url}/console/knowledge`);
      await page.getByRole("link", { name: "Boşluklar" }).click();
      const gap = page.getByRole("listitem").filter({ hasText: question });
      await gap.getByRole("combobox").selectOption("contact");
      await toNextPage(page, () => gap.getByRole("button", { name: "Bu girdiye soru olarak ekle" }).click());

      await page.getByText("Denetim geçti").waitFor();
      expect(await page.locator(".diff ins").allTextContents()).toEqual([expect.stringContaining(question)]);
      expect(await violations(page)).toEqual([]);
      await shot(page, "gate");
      await toNextPage(page, () => page.getByRole("button", { name: "Yayımla" }).click());
      await page.getByText("Yayımlandı.").first().waitFor();
      await shot(page, "published");

      const answer = await eventually(
        () => bot.ask(question),
        ({ outcome }) => outcome === "answer",
      );
      expect(answer.entries).toEqual(["contact"]);
      await page.goto(`${desk.url}/console/gaps`);
      await page.getByText("Boşluk yok").waitFor();
    } finally {
      await bot.close();
    }
  },
);

story(
  "an entry is written with its preview beside it; faults stand at their fields and nothing typed is lost",
  async () => {
    const page = await signedIn("Görevli Ali", "agent");
    await page.goto(`${desk.url}/console/knowledge/new?question=Lale%20formu%20nedir%3F`);
    await page.getByLabel("Kimlik").fill("lale-formu");
    await page.getByLabel("Yanıt (Türkçe)").fill("Lale formu **{{monthlyFee}}** tutar.\n\n- bir\n- iki");
    await page.locator("#preview strong", { hasText: "4 TL" }).waitFor();
    await shot(page, "editor");
    await page.getByLabel("Yanıt (İngilizce)").fill("It costs {{yok}}.");
    await page.getByLabel("Başlık (İngilizce)").fill("What is the lale form?");
    await page.getByLabel("Kaynak").fill("Deneme");
    await toNextPage(page, () => page.getByRole("button", { name: "Taslağı kaydet" }).click());
    await page.getByText("Taslak kaydedilmedi").waitFor();
    expect(await page.locator(".wrong").allTextContents()).toEqual([expect.stringContaining("{{yok}}")]);
    expect(await page.getByLabel("Yanıt (Türkçe)").inputValue()).toContain("{{monthlyFee}}");
    expect(await violations(page)).toEqual([]);
    await shot(page, "faults");
    await page.getByLabel("Yanıt (İngilizce)").fill("It costs {{monthlyFee}}.");
    await toNextPage(page, () => page.getByRole("button", { name: "Taslağı kaydet" }).click());
    await page.getByText("Taslak kaydedildi.").waitFor();
    await toNextPage(page, () => page.getByRole("link", { name: "Denetle ve yayımla" }).click());
    await page.getByText("Yayımlamak için şef yetkisi gerekir.").waitFor();
    expect(await page.getByRole("button", { name: "Yayımla" }).count()).toBe(0);
  },
);

story("a question is tried out with every step, and what was asked can be looked at", async () => {
  const page = await signedIn("Görevli Veli", "agent");
  await page.goto(`${desk.url}/console/questions`);
  await page.getByLabel("Denenecek soru").fill("turkcell faturalı aylık ne kadar");
  await toNextPage(page, () => page.getByRole("button", { name: "Dene" }).click());
  await page.locator(".bot-says", { hasText: "4 TL" }).waitFor();
  expect(await page.locator(".steps li").count()).toBeGreaterThan(0);
  await shot(page, "try");
  await page.goto(`${desk.url}/console/questions`);
  await page
    .getByRole("link", { name: /Zambaklı dosyam/ })
    .last()
    .click();
  await page.getByRole("heading", { name: "Bot bunu neden söyledi?" }).waitFor();
  await shot(page, "why");
});

const PAGES = [
  "/console/knowledge",
  "/console/knowledge?q=ucret&kind=fact",
  "/console/knowledge/monthly-fee",
  "/console/knowledge/contact/history",
  "/console/knowledge/question-mail/gate",
  "/console/knowledge/new",
  "/console/gaps",
  "/console/questions",
  "/console/questions/try?text=ucret+ne+kadar",
];

story.each([
  ["on the office screen", {}],
  ["on a phone in the dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" as const }],
])("axe finds nothing to complain of, nothing scrolls sideways, no policy is broken (%s)", async (where, options) => {
  const { store } = desk.office;
  const why = [{ step: "candidate", detail: "none" }];
  await store.questions.add(
    madeUpQuestion(store.newId(), `Kasımpatı ${where} nasıl alınır`, new Date(), { conversation: "kasim", why }),
  );
  const asked = `Menekşe ${where} nereye yazılır?`;
  const agent = { id: "a1", name: "Ayşe" };
  await draftWithQuestion(live().desk, { entry: "question-mail", question: asked, language: "tr", agent });
  const page = await signedIn("Denetçi", "lead", options);
  const faults: string[] = [];
  page.on("console", (line) => faults.push(line.text()));
  for (const path of PAGES) {
    await page.goto(desk.url + path);
    faults.push(...(await violations(page)).map((fault) => `${path} ${fault}`));
    if (await scrollsSideways(page)) faults.push(`${path} scrolls sideways`);
    await shot(page, `${where.length}-${path.replace(/\W+/g, "-")}`);
  }
  expect(faults).toEqual([]);
});
