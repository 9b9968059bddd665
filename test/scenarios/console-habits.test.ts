import { addStaff } from "../../src/staff/sign-in/accounts.ts";
import { addMessage } from "../../src/tickets/add-message.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { scrollsSideways, shot, story, toNextPage, violations, withBrowser } from "../staff/browser.ts";
import { colleagueAt } from "../staff/colleague.ts";
import { PASSWORD, ticketFrom, withDesk } from "../staff/desk.ts";
import { eventually } from "../support/eventually.ts";

/** What agents do without thinking about it. */
const desk = withDesk({}, () => new Date());
const browser = withBrowser();
const open = (name: string) => colleagueAt(desk, browser, { name });

story("? tells the keys, j and k go down and up, Enter opens, u leads back to the same list", async () => {
  for (const subject of ["Tuşlarla bir", "Tuşlarla iki", "Tuşlarla üç"]) await ticketFrom(desk.office, { subject });
  const page = await open("Tuşlara Basan");
  await page.goto(`${desk.url}/console/tickets?q=tuslarla`);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Klavye kısayolları" });
  await help.waitFor();
  expect(await violations(page)).toEqual([]);
  // Behind the help nothing is done by a key.
  await page.keyboard.press("j");
  expect(await page.evaluate(() => document.activeElement?.closest("[data-list]"))).toBeNull();
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });

  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  const order: (string | undefined)[] = [];
  for (const key of ["j", "j", "j", "k"]) {
    await page.keyboard.press(key);
    order.push(await focused());
  }
  expect(order).toEqual(["Tuşlarla üç", "Tuşlarla iki", "Tuşlarla bir", "Tuşlarla iki"]);
  await toNextPage(page, () => page.keyboard.press("Enter"));
  await page.getByRole("heading", { name: "Tuşlarla iki" }).waitFor();
  // The list stands beside the ticket, and the same keys go through it.
  await page.keyboard.press("k");
  await toNextPage(page, () => page.keyboard.press("Enter"));
  await page.getByRole("heading", { name: "Tuşlarla üç" }).waitFor();
  await page.keyboard.press("u");
  await page.waitForURL(/tickets\?.*q=tuslarla/);
});

story("what a mail quoted is folded, and opens by the keyboard", async () => {
  const { ticket } = await openTicket(desk.office, {
    subject: "Alıntılı posta",
    category: "fees",
    priority: "normal",
    channel: "mail",
    requester: { email: "alinti@valilik.example", name: "Alıntılayan" },
    message: {
      channel: "mail",
      from: { kind: "requester", email: "alinti@valilik.example" },
      text: "Evet, doğrudur.",
      fullText: "Evet, doğrudur.\n\n> Hattınız faturalı mı?",
    },
    actor: { kind: "requester" },
  });
  const page = await open("Alıntı Okuyan");
  await page.goto(`${desk.url}/console/tickets/${ticket.number}`);
  const quoted = page.getByText("> Hattınız faturalı mı?");
  expect(await page.getByText("Evet, doğrudur.").first().isVisible()).toBe(true);
  expect(await quoted.isVisible()).toBe(false);
  await page.getByText("Alıntılarla birlikte tam metin").focus();
  await page.keyboard.press("Enter");
  await quoted.waitFor();
});

story("every field that is changed stands in the history with what it was and what it became", async () => {
  const { ticket } = await ticketFrom(desk.office, { subject: "Alan alan değişen" });
  const page = await open("Değiştiren Görevli");
  await page.goto(`${desk.url}/console/tickets/${ticket.number}`);
  await toNextPage(page, () => page.keyboard.press("a"));
  await page.getByText("Kaydedildi.").waitFor();
  await toNextPage(page, () => page.getByLabel("Öncelik").first().selectOption("high"));
  await page.getByText("Kaydedildi.").waitFor();
  await page.goto(`${desk.url}/console/tickets/${ticket.number}`);
  const history = await page.locator(".steps").last().textContent();
  expect(history).toMatch(/Değiştiren Görevli.*Öncelik.*Olağan.*Yüksek/s);
  expect(history).toMatch(/Görevli.*Değiştiren Görevli/s);
});

story(
  "two tickets that have to do with each other are linked by a number as it was jotted down, and lead to one another",
  async () => {
    const { ticket: one } = await ticketFrom(desk.office, { subject: "İlgili birinci", email: "b1@valilik.example" });
    const { ticket: two } = await ticketFrom(desk.office, { subject: "İlgili ikinci", email: "b2@valilik.example" });
    const page = await open("Bağlayan Görevli");
    await page.goto(`${desk.url}/console/tickets/${one.number}`);
    await page.getByText("Birleştir ya da bağla").click();
    await page.getByLabel("Öteki biletin numarası").fill(`mi ${two.number.slice(3, 7)} ${Number(two.number.slice(8))}`);
    await toNextPage(page, () => page.getByRole("button", { name: "Yalnızca bağla" }).click());
    await page.getByText("Kaydedildi.").waitFor();
    await page.getByText("Bağlı biletler").click();
    await toNextPage(page, () => page.getByRole("link", { name: two.number }).first().click());
    await page.getByRole("heading", { name: "İlgili ikinci" }).waitFor();
    expect(await page.locator(`.side a[href="/console/tickets/${one.number}"]`).count()).toBe(1);
  },
);

test("one's open sessions are listed, and one that is ended from the list is over at once", async () => {
  const email = "oturum@e-imza.example";
  await addStaff(desk.office, { email, name: "Çok Oturumlu", role: "agent", password: PASSWORD });
  const [here, there] = [desk.client(), desk.client()];
  for (const client of [here, there]) await client.signIn(email, PASSWORD);
  const { text } = await here.get("/console/account");
  const ends = [...text.matchAll(/action="(\/console\/account\/sessions\/[^"]+\/end)"/g)].map(([, path]) => path ?? "");
  expect((await there.get("/console/tickets")).status).toBe(200);
  for (const path of ends) await here.post(path, {});
  expect((await there.get("/console/tickets")).status).toBe(303);
  expect((await here.get("/console/tickets")).status).toBe(200);
  const other = await desk.agent("admin");
  await other.get("/console/account");
  expect((await other.post(ends[0] ?? "", {})).status).toBe(404);
});

test("what is under way is not put into a closed ticket: the page says what to do instead", async () => {
  const agent = await desk.agent();
  const { ticket: closed } = await ticketFrom(desk.office, { subject: "Kapanmış", email: "k1@valilik.example" });
  const { ticket: fresh } = await ticketFrom(desk.office, { subject: "Yeni gelen", email: "k2@valilik.example" });
  await agent.get(`/console/tickets/${closed.number}`);
  await agent.post(`/console/tickets/${closed.number}/changes`, {
    version: "1",
    "was.status": "new",
    status: "closed",
  });
  const form = { version: "1", other: closed.number, how: "merge" };
  const told = await agent.post(`/console/tickets/${fresh.number}/join`, form);
  expect((await desk.office.store.tickets.byNumber(closed.number))?.status).toBe("closed");
  expect(told.text).toContain("Öteki bilet kapalı");
  expect((await desk.office.store.tickets.byNumber(fresh.number))?.status).toBe("new");
});

story("a half-written note comes back as a note, never as a reply ready to be sent", async () => {
  const { ticket } = await ticketFrom(desk.office, { subject: "Yarım not" });
  const page = await open("Notu Yarım Kalan");
  await page.goto(`${desk.url}/console/tickets/${ticket.number}`);
  await page.keyboard.press("n");
  await page.keyboard.type("Yalnız bize: kimliği doğrulayın");
  await page.reload();
  expect(await page.locator("#compose-text").inputValue()).toBe("Yalnız bize: kimliği doğrulayın");
  expect(await page.getByRole("radio", { name: "İç not" }).isChecked()).toBe(true);
  await page.getByRole("button", { name: "Notu ekle" }).click();
  await page.getByRole("status").filter({ hasText: "Not eklendi" }).waitFor();
  // The next one begins as usual.
  await page.locator("#compose-text").fill("Sayın ilgili");
  await page.reload();
  expect(await page.getByRole("radio", { name: "Yanıt" }).isChecked()).toBe(true);
});

story("after a form that could not be taken one is at its first fault", async () => {
  const page = await colleagueAt(desk, browser, { name: "Yanlış Yazan", role: "lead" });
  await page.goto(`${desk.url}/console/settings`);
  await page.locator('[name="resolution.high"]').fill("çok");
  await page.locator("main form").first().getByRole("button", { name: "Kaydet" }).click();
  await page.getByText("işaretli alanları düzeltin").waitFor();
  const at = page.locator(":focus");
  expect([await at.getAttribute("name"), await at.inputValue()]).toEqual(["resolution.high", "çok"]);
});

story("a split with nothing chosen keeps what was typed and says what to choose", async () => {
  const { ticket } = await ticketFrom(desk.office, { subject: "Bölünecek" });
  const page = await open("Bölen Kişi");
  await page.goto(`${desk.url}/console/tickets/${ticket.number}/split`);
  await page.getByLabel("Yeni biletin konusu").fill("Ayrı bir iş");
  await page.getByRole("button", { name: "Seçilenleri ayır" }).click();
  await page.getByRole("alert").filter({ hasText: "En az bir ileti seçin" }).waitFor();
  expect(await page.getByLabel("Yeni biletin konusu").inputValue()).toBe("Ayrı bir iş");
  expect(await page.locator(":focus").getAttribute("role")).toBe("alert");
});

story("a reply that is on its way does not stand ready once more after going back", async () => {
  const { ticket } = await ticketFrom(desk.office, { subject: "Geri düğmesi" });
  const page = await open("Geri Dönen");
  await page.goto(`${desk.url}/console/tickets/${ticket.number}`);
  await page.locator("#compose-text").fill("Bir kez gitsin");
  await toNextPage(page, () => page.getByRole("button", { name: "Gönder" }).click());
  await page.goBack();
  await page.getByRole("heading", { name: "Geri düğmesi" }).waitFor();
  await eventually(
    () => page.locator("#compose-text").inputValue(),
    (text) => text === "",
  );
});

story("for a viewer, too, the list lives, and no script of it fails", async () => {
  const page = await colleagueAt(desk, browser, { name: "Yalnız Bakan", role: "viewer" });
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  const { ticket } = await ticketFrom(desk.office, { subject: "Bakanın bileti" });
  for (const path of [
    "tickets",
    `tickets/${ticket.number}`,
    "requests",
    "reports",
    "knowledge",
    "gaps",
    "questions",
    "account",
  ]) {
    await page.goto(`${desk.url}/console/${path}`);
  }
  await page.goto(`${desk.url}/console/tickets`);
  await ticketFrom(desk.office, { subject: "Bakarken gelen" });
  await page.getByText("Listede değişiklik var").waitFor();
  expect(faults).toEqual([]);
});

story("who dictates turns the single keys off, and on again", async () => {
  const { ticket } = await ticketFrom(desk.office, { subject: "Sesle yazılan" });
  const page = await open("Sesle Yazan");
  await page.goto(`${desk.url}/console/tickets/${ticket.number}`);
  await page.keyboard.press("?");
  await toNextPage(page, () => page.getByRole("button", { name: "Tek tuşlu kısayolları kapat" }).click());
  const version = async () => (await desk.office.store.tickets.byNumber(ticket.number))?.version;
  const before = await version();
  for (const key of ["a", "e", "j", "?"]) await page.keyboard.press(key);
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.getByRole("button", { name: "Klavye kısayolları" }).click();
  expect(await violations(page)).toEqual([]);
  await toNextPage(page, () => page.getByRole("button", { name: "Tek tuşlu kısayolları aç" }).click());
  // By now a key that still did something would have done it.
  expect(await version()).toBe(before);
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Klavye kısayolları" }).waitFor();
});

story(
  "on a phone, where no button opens the shortcuts, the account menu turns the single keys off, and on again",
  async () => {
    const { ticket } = await ticketFrom(desk.office, { subject: "Telefonda klavyeyle" });
    const page = await colleagueAt(
      desk,
      browser,
      { name: "Telefonda Yazan" },
      { viewport: { width: 390, height: 780 } },
    );
    await page.goto(`${desk.url}/console/tickets/${ticket.number}`);
    const choose = async (isOn: boolean) => {
      await page.locator("header.bar .menu summary").click();
      const button = page.getByRole("button", { name: "Tek tuşlu kısayollar" });
      expect(await button.getAttribute("aria-pressed")).toBe(String(isOn));
      expect(await scrollsSideways(page)).toBe(false);
      await toNextPage(page, () => button.click());
    };
    await choose(true);
    await page.keyboard.press("?");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await choose(false);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Klavye kısayolları" }).waitFor();
  },
);

story(
  "a long thread opens at its end, with the way to its beginning and without moving the focus; a short one as ever",
  async () => {
    const { ticket } = await ticketFrom(desk.office, { subject: "Uzayıp giden yazışma", text: "İlk ileti budur." });
    const short = await ticketFrom(desk.office, { subject: "Kısa yazışma" });
    const from = { kind: "requester", email: "ali@valilik.example", name: "Ali Demir" } as const;
    for (let count = 2; count <= 150; count++)
      await addMessage(desk.office, {
        ticket: ticket.number,
        actor: { kind: "requester", name: "Ali Demir" },
        message: { channel: "mail", from, text: `Bu da ${count}. ileti.` },
        reopens: true,
      });
    const page = await open("Uzun Okuyan");
    const shown = () => page.locator(".message").filter({ visible: true });
    await page.goto(`${desk.url}/console/tickets/${ticket.number}`);
    await page.getByText("Bu da 150. ileti.").waitFor();
    expect(await shown().count()).toBe(3);
    expect(await page.evaluate(() => [document.activeElement === document.body, scrollY])).toEqual([true, 0]);
    const newest = await page.getByText("Bu da 150. ileti.").boundingBox();
    expect((newest?.y ?? 9_999) + (newest?.height ?? 0)).toBeLessThan(768);
    expect(await violations(page)).toEqual([]);
    await shot(page, "long-thread");

    await page.getByText("İlk 147 ileti").click();
    expect(await page.getByText("İlk ileti budur.").isVisible()).toBe(true);
    await page.getByRole("link", { name: "En yeni iletiye geç" }).click();
    await page.waitForFunction(() => scrollY > 1_000);
    const first = await page.locator(".message").first().getAttribute("id");
    await page.goto(`${desk.url}/console/tickets/${short.ticket.number}`);
    expect(await page.locator(".earlier").count()).toBe(0);
    await page.goto(`${desk.url}/console/tickets/${ticket.number}#${first}`);
    await page.getByText("İlk ileti budur.").waitFor();
    await page.goto(`${desk.url}/console/tickets/${ticket.number}`);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByText("İlk ileti budur.").isVisible()).toBe(true);
  },
);
