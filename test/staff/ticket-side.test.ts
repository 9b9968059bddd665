import type { BrowserContextOptions } from "playwright-core";
import { openKnowledge } from "../../src/live-knowledge.ts";
import { changeTicket, type TicketChanges } from "../../src/tickets/change-ticket.ts";
import { linkRequester } from "../../src/tickets/link-identities.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { hasBrowser, scrollsSideways, signInBy, story, toNextPage, violations, withBrowser } from "./browser.ts";
import { listFrom, PASSWORD, ticketFrom, withDesk } from "./desk.ts";

const real = openKnowledge("knowledge");
const desk = withDesk({ understander: real.understander, categories: real.categories });
const browser = withBrowser();
const actor = { kind: "staff", id: "someone", name: "Biri" } as const;

const EMAIL = "ayse.kara@valilik.example";
const KNOWS_THE_PERSON = "Ayşe'yi Tanıyan";
const KNOWS_THE_MATTER = "Birinci Görevli";

/** A chat of one person alone with the bot, as a ticket. */
async function chatted(account: string, name: string): Promise<string> {
  const person = { aadObjectId: account, name };
  const conversationId = `msteams|a:${account}`;
  await desk.office.store.conversations.remember(conversationId, {}, { ...person, alone: true });
  const { ticket } = await openTicket(desk.office, {
    subject: "Sohbetten gelen konu",
    category: "general",
    priority: "normal",
    channel: "teams",
    requester: { conversationId, ...person },
    message: { channel: "teams", from: { kind: "requester" }, text: "Merhaba" },
    actor: { kind: "requester" },
  });
  return ticket.number;
}

const change = async (number: string, changes: TicketChanges) => {
  const { version = 0 } = (await desk.office.store.tickets.byNumber(number)) ?? {};
  await changeTicket(desk.office, { ticket: number, version, actor, changes });
};

/** A ticket of which everything is still to be decided: who takes it, what it is about, how soon, and who its requester is. */
async function undecided(): Promise<string> {
  const members = await desk.office.store.staff.list();
  const idOf = (name: string) => members.find((one) => one.name === name)?.id ?? "";
  const linked = await chatted("hesap-1", "Ayşe Kara (Merkez)");
  await change(linked, { assignee: idOf(KNOWS_THE_PERSON) });
  const { ticket: solved } = await ticketFrom(desk.office, { email: "baska@valilik.example" });
  await change(solved.number, { assignee: idOf(KNOWS_THE_MATTER), status: "solved" });
  for (const account of ["hesap-2", "hesap-3"]) await chatted(account, "Ayşe Kara");
  const { ticket } = await ticketFrom(desk.office, {
    subject: "Sertifika süresi",
    text: "Acil: sertifika kaç yıl geçerli?",
    email: EMAIL,
    name: "Ayşe Kara",
  });
  await linkRequester(desk.office, { ticket: ticket.number, other: linked, actor });
  return ticket.number;
}

let undecidedTicket = "";
beforeAll(async () => {
  if (!hasBrowser) return;
  for (const name of [KNOWS_THE_PERSON, KNOWS_THE_MATTER]) await desk.agent("agent", name);
  undecidedTicket = await undecided();
});

async function open(number: string, options: BrowserContextOptions = {}) {
  const page = await browser.open(options);
  await signInBy(page, desk.url, "gorevli1@e-imza.example", PASSWORD);
  await page.goto(`${desk.url}/console/tickets/${number}`);
  return page;
}

story.each([
  ["on the office screen", {}],
  ["on a phone in the dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" as const }],
])(
  "what waits for a decision stands first beside a ticket, and only the best of each (%s)",
  async (_where, options) => {
    const page = await open(undecidedTicket, options);
    const headings = await page.locator(".side h2").allTextContents();
    expect(headings).toEqual(["Öneriler", "Aynı kişi olabilir", "Bilgiler", "Talep sahibi", "Geçmiş"]);
    const offered = page.locator(".suggestions button:visible");
    const names = async () => offered.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    const best = [`Ata: ${KNOWS_THE_PERSON}`, "Uygula: Sertifika", "Uygula: Acil", "Eşleştir: Ayşe Kara"];
    expect(await names()).toEqual(best);
    await page.getByText("1 görevli daha").click();
    await page.getByText("1 kişi daha").click();
    expect(await names()).toHaveLength(best.length + 2);

    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Hazır yanıt" }).click();
    await page.getByLabel("Yanıtlarda ara").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  },
);

story("a colleague who knows the person from the chat they are linked with is suggested for their mail", async () => {
  const page = await open(undecidedTicket);
  const best = page.locator(".suggestions li").first();
  expect(await best.textContent()).toMatch(/Ayşe'yi Tanıyan.*bu kişinin 1 biletiyle ilgilendi/);
  await toNextPage(page, () => best.getByRole("button").click());
  await page.getByText("Kaydedildi.").waitFor();
  expect(await page.locator(".suggestions button", { hasText: "Ata" }).count()).toBe(0);
  await toNextPage(page, () => page.getByRole("button", { name: "Eşleştir: Ayşe Kara" }).first().click());
  await page.getByText("Kişinin biletleri artık birlikte görünüyor").waitFor();
  expect(await page.locator("#person .identities li").count()).toBe(3);
});

story("of a long list of people and of a long history the first are seen, and the rest on asking", async () => {
  const people = ["Ali Ak", "Can Er", "Ece Su", "Efe Taş", "Gül Koç", "Nur Dağ", "Oya Bal"];
  const lines = people.map((name, index) => `${index + 1}. ${name}, 0532 111 22 1${index}, Turkcell`);
  const { ticket, requests } = await listFrom(desk.office, lines.join("\n"));
  const page = await open(ticket.number);
  const links = page.locator('.side a[href*="/console/requests/"]:visible');
  expect([requests.length, await links.count()]).toEqual([7, 5]);
  await page.getByText("2 başvuru daha").click();
  expect(await links.count()).toBe(7);
  expect(await page.locator(".steps li:visible").count()).toBe(0);
  await page.locator(".side summary", { hasText: "Geçmiş" }).click();
  expect(await page.locator(".steps li:visible").count()).toBe(5);
  await page.getByText("Önceki 3 olay").click();
  expect(await page.locator(".steps li:visible").count()).toBe(8);
});

story(
  "what was folded and unfolded by keyboard stays so on every ticket, and on the office screen it all stands in sight",
  async () => {
    const page = await open(undecidedTicket);
    const isOpen = (name: string) =>
      page.locator(`.side details[data-fold=${name}]`).evaluate((section) => (section as HTMLDetailsElement).open);
    expect([await isOpen("properties"), await isOpen("history")]).toEqual([true, false]);

    await page.keyboard.press("b");
    await page.locator("#side:focus").waitFor();
    const press = async (name: string) => {
      const kept = page.waitForResponse((response) => response.url().endsWith("/console/preferences"));
      await page.locator(`.side details[data-fold=${name}] > summary`).focus();
      await page.keyboard.press("Enter");
      await kept;
    };
    await press("history");
    await press("suggestions");
    await press("same");

    const { ticket: another } = await ticketFrom(desk.office, { email: "oteki@valilik.example" });
    for (const number of [another.number, undecidedTicket]) {
      await page.goto(`${desk.url}/console/tickets/${number}`);
      expect([await isOpen("suggestions"), await isOpen("history"), await isOpen("person")]).toEqual([
        false,
        true,
        true,
      ]);
    }
    const box = await page.locator(".side").boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(768 + 200);
    expect(await violations(page)).toEqual([]);
  },
);
