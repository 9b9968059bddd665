import { addStaff } from "../../src/staff/sign-in/accounts.ts";
import { addMessage } from "../../src/tickets/add-message.ts";
import { addNote } from "../../src/tickets/add-note.ts";
import { changeTicket } from "../../src/tickets/change-ticket.ts";
import { story, toNextPage, violations, withBrowser } from "../staff/browser.ts";
import { colleagueAt } from "../staff/colleague.ts";
import { PASSWORD, ticketFrom, withDesk } from "../staff/desk.ts";
import { eventually } from "../support/eventually.ts";

const desk = withDesk({}, () => new Date());
const browser = withBrowser();
const open = (name: string) => colleagueAt(desk, browser, { name });
const ticket = async (number: string) => (await desk.office.store.tickets.byNumber(number))!;

story(
  "an answer sent too soon is taken back: it never leaves, the status is the old one, the text is in the composer",
  async () => {
    const { ticket: one } = await ticketFrom(desk.office, { subject: "Geri alınacak" });
    const page = await open("Pişman Görevli");
    await page.goto(`${desk.url}/console/tickets/${one.number}`);
    await page.getByLabel("Yanıtınız").fill("Yanlış kişiye yazılmış yanıt");
    await toNextPage(page, () => page.getByRole("button", { name: "Gönder" }).click());
    await toNextPage(page, () => page.getByRole("button", { name: "Geri al" }).click());

    await page.getByText("Yanıt geri alındı").waitFor();
    expect(await page.getByLabel("Yanıtınız").inputValue()).toBe("Yanlış kişiye yazılmış yanıt");
    expect((await ticket(one.number)).status).toBe("new");
    expect((await desk.office.store.messages.ofTicket(one.number)).map(({ direction }) => direction)).toEqual(["in"]);
    const claimed = await desk.office.store.outbox.claim("test", ["mail.message"], 100, 1000);
    expect(claimed.filter(({ effect }) => effect.ticket === one.number)).toEqual([]);
  },
);

story(
  "tickets chosen with the keyboard are solved together; one that changed meanwhile is left and counted",
  async () => {
    const made = [];
    for (const subject of ["Toplu bir", "Toplu iki", "Toplu üç"])
      made.push((await ticketFrom(desk.office, { subject })).ticket);
    const page = await open("Toplu Görevli");
    await page.goto(`${desk.url}/console/tickets?q=toplu`);
    for (let count = 0; count < 3; count += 1) {
      await page.keyboard.press("j");
      await page.keyboard.press("x");
    }
    await page.getByText("3 seçildi").waitFor();
    await addMessage(desk.office, {
      ticket: made[1]!.number,
      reopens: true,
      actor: { kind: "requester" },
      message: { channel: "mail", from: { kind: "requester" }, text: "Ek bilgi." },
    });
    await page.getByRole("button", { name: "Çözüldü yap" }).click();

    await page.getByText("2 bilet değişti, 1 bilet değişmedi").waitFor();
    const statuses = await Promise.all(made.map(async ({ number }) => (await ticket(number)).status));
    expect(statuses).toEqual(["solved", "new", "solved"]);
  },
);

story("a ticket put off leaves the queue, and comes back when it is called", async () => {
  const { ticket: one } = await ticketFrom(desk.office, { subject: "Ertelenecek konu" });
  const page = await open("Erteleyen Görevli");
  await page.goto(`${desk.url}/console/tickets/${one.number}`);
  await page.locator("summary", { hasText: /^Ertele$/ }).click();
  await page.getByRole("button", { name: "Pazartesi sabahı" }).click();
  await page.getByText("tarihine ertelendi").waitFor();

  await page.goto(`${desk.url}/console/tickets`);
  expect(await page.getByRole("link", { name: "Ertelenecek konu" }).count()).toBe(0);
  await page.getByRole("link", { name: "Ertelenen" }).click();
  await page.getByRole("link", { name: "Ertelenecek konu" }).click();
  await page.getByRole("button", { name: "Şimdi geri getir" }).click();
  await page.getByText("Kaydedildi.").waitFor();
  await page.goto(`${desk.url}/console/tickets`);
  expect(await page.getByRole("link", { name: "Ertelenecek konu" }).count()).toBe(1);
});

story("the same matter mailed twice is seen before work begins, and put together with one click", async () => {
  const { ticket: first } = await ticketFrom(desk.office, { subject: "Çift gönderilen dilekçe", text: "Birinci" });
  const { ticket: second } = await ticketFrom(desk.office, { subject: "Çift gönderilen dilekçe", text: "İkinci" });
  const page = await open("Dikkatli Görevli");
  await page.goto(`${desk.url}/console/tickets/${second.number}`);
  await page.getByText("Aynı konu olabilir").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "İçine al" }).click();

  await page.waitForURL(new RegExp(first.number));
  expect(await page.locator(".message .text").allTextContents()).toEqual(["Birinci", "İkinci"]);
  expect(await ticket(second.number)).toMatchObject({ status: "closed", mergedInto: first.number });
});

story("two matters in one thread are split", async () => {
  const { ticket: one } = await ticketFrom(desk.office, { subject: "İki konu birden", text: "Ücret sorusu" });
  const from = { kind: "participant", email: "veli@valilik.example", name: "Veli Kaya" } as const;
  await addMessage(desk.office, {
    ticket: one.number,
    reopens: true,
    actor: { kind: "requester" },
    message: { channel: "mail", from, text: "Evrak sorusu" },
  });
  const page = await open("Ayıran Görevli");
  await page.goto(`${desk.url}/console/tickets/${one.number}`);
  await page.getByText("Birleştir ya da bağla").click();
  await toNextPage(page, () => page.getByRole("link", { name: "Yazışmayı ayır" }).click());
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Evrak sorusu").check();
  await page.getByLabel("Yeni biletin konusu").fill("Evrak");
  await toNextPage(page, () => page.getByRole("button", { name: "Seçilenleri ayır" }).click());

  await page.getByRole("heading", { name: "Evrak", exact: true }).waitFor();
  expect(await page.locator(".message .name").allTextContents()).toEqual(["Veli Kaya"]);
  expect((await desk.office.store.messages.ofTicket(one.number)).map(({ text }) => text)).toEqual(["Ücret sorusu"]);
});

story("a ready answer is found without Turkish letters and put into the reply with the keyboard", async () => {
  const { ticket: one } = await ticketFrom(desk.office, { subject: "Aylık ücret" });
  const page = await open("Hazır Görevli");
  await page.goto(`${desk.url}/console/tickets/${one.number}`);
  await page.keyboard.press("i");
  await page.getByLabel("Yanıtlarda ara").fill("aylik ucret");
  await page.keyboard.press("Enter");
  await eventually(
    () => page.getByLabel("Yanıtınız").inputValue(),
    (text) => text.includes("Faturalı hatta aylık 4 TL yansır."),
  );
});

story(
  "who has a ticket open is told at once when somebody else writes into it, and sees who else is looking",
  async () => {
    const { ticket: one } = await ticketFrom(desk.office, { subject: "Canlı" });
    const [first, second] = [await open("Bakan Birinci"), await open("Yazan İkinci")];
    const told: string[] = [];
    await second.exposeFunction("tell", (by: string) => told.push(by));
    await second.addInitScript(() => {
      const { tell } = globalThis as unknown as { tell(by: string): void };
      addEventListener("DOMContentLoaded", () => {
        const words = document.querySelector("[data-live-ticket] [data-words]");
        if (words) new MutationObserver(() => tell(words.textContent ?? "")).observe(words, { childList: true });
      });
    });
    await first.goto(`${desk.url}/console/tickets/${one.number}`);
    await second.goto(`${desk.url}/console/tickets/${one.number}`);
    await first.getByText("Şu an bakıyor: Yazan İkinci").waitFor();
    await toNextPage(second, () => second.keyboard.press("a"));
    await second.getByText("Kaydedildi.").waitFor();

    await first.getByText("Bu bilet şimdi değişti").waitFor();
    // Of one's own change one is not told: only what the other does after it shows.
    const { id } = (await desk.office.store.staff.list()).find(({ name }) => name === "Bakan Birinci")!;
    await addNote(desk.office, { ticket: one.number, agent: { id, name: "Bakan Birinci" }, text: "Sonra" });
    await second.getByText("Bu bilet şimdi değişti").waitFor();
    expect([...new Set(told)]).toEqual(["Bakan Birinci"]);
  },
);

story("the counts on the tabs follow without a reload", async () => {
  const page = await open("Sayan Görevli");
  // What the page was made with is put aside before its scripts run: when a number stands there again, the page listens.
  await page.addInitScript(() => {
    document.addEventListener("readystatechange", () => {
      const made = document.querySelector('[data-count="new"]');
      if (document.readyState !== "interactive" || !made) return;
      made.setAttribute("data-made", made.textContent ?? "");
      made.replaceChildren();
    });
  });
  await page.goto(`${desk.url}/console/tickets`);
  const number = page.locator('[data-count="new"]');
  const before = Number(await number.getAttribute("data-made"));
  const shows = (count: number) =>
    eventually(
      () => number.textContent(),
      (text) => text === String(count),
    );
  await shows(before);
  await ticketFrom(desk.office, { subject: "Sayılan" });
  await shows(before + 1);
  await page.getByText("Listede değişiklik var").waitFor();
});

story("a colleague is named in a note with the keyboard, without Turkish letters, and is told", async () => {
  const { ticket: one } = await ticketFrom(desk.office, { subject: "Danışılacak" });
  await addStaff(desk.office, {
    email: "isik@e-imza.example",
    name: "Gülşen Işık",
    role: "agent",
    password: PASSWORD,
  });
  const page = await open("Danışan Görevli");
  await page.goto(`${desk.url}/console/tickets/${one.number}`);
  await page.keyboard.press("n");
  await page.keyboard.type("@isi");
  expect(await page.locator("#colleagues").getByRole("option").allTextContents()).toEqual(["Gülşen Işık"]);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.keyboard.type("bakar mısınız?");
  await page.keyboard.press("Control+Enter");

  await page.getByText("Not eklendi.").waitFor();
  expect(await page.locator(".mention").textContent()).toBe("@Gülşen Işık");
  const events = await desk.office.store.events.ofTicket(one.number);
  const { id } = (await desk.office.store.staff.byEmail("isik@e-imza.example"))!;
  expect(events.at(-1)).toMatchObject({ type: "ticket.noteAdded", mentions: [id] });
});

story("a ready answer is written once and comes into the reply by / and its name, filled in", async () => {
  const { ticket: one } = await ticketFrom(desk.office, { subject: "Tekrarlanan soru" });
  const page = await open("Hızlı Görevli");
  await page.goto(`${desk.url}/console/answers`);
  expect(await violations(page)).toEqual([]);
  await toNextPage(page, () => page.getByRole("link", { name: "Yeni hazır yanıt" }).click());
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Adı").fill("İşleme alındı");
  await page.getByLabel("Türkçe metin").fill("Sayın {{ad}},\n{{bilet}} numaralı talebiniz işleme alındı.\n{{görevli}}");
  await page.getByRole("button", { name: "Kaydet" }).click();
  await page.getByText("Hazır yanıt kaydedildi.").waitFor();
  await page.getByText(`Sayın Ali Demir`).waitFor();

  await page.goto(`${desk.url}/console/tickets/${one.number}`);
  await page.keyboard.press("r");
  await page.keyboard.type("/isl");
  await page.locator("#snippets").getByRole("option").first().waitFor();
  // A slash within a date or a word opens nothing, though the list is at hand by now.
  await page.getByLabel("Yanıtınız").fill("");
  await page.keyboard.type("24/11 ve/veya ");
  expect(await page.locator("#snippets").isVisible()).toBe(false);
  await page.keyboard.type("/isl");
  await page.locator("#snippets").getByRole("option").first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  expect(await page.getByLabel("Yanıtınız").inputValue()).toBe(
    `24/11 ve/veya Sayın Ali Demir,\n${one.number} numaralı talebiniz işleme alındı.\nHızlı Görevli`,
  );
  // A slash alone offers all and takes none: Enter is a new line.
  await page.keyboard.type(" /");
  await page.locator("#snippets").getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  expect(await page.getByLabel("Yanıtınız").inputValue()).toMatch(/ \/\n$/);
});

story("a ticket nobody works on is given to whoever is suggested, by one key", async () => {
  await ticketFrom(desk.office, { subject: "Bir başkasının işi" });
  const page = await open("Boştaki Görevli");
  const { id } = (await desk.office.store.staff.list()).find(({ name }) => name === "Boştaki Görevli")!;
  const { ticket: done } = await ticketFrom(desk.office, { subject: "Bitmiş iş", email: "bitmis@valilik.example" });
  await changeTicket(desk.office, {
    ticket: done.number,
    version: done.version,
    actor: { kind: "staff", id, name: "Boştaki Görevli" },
    changes: { assignee: id, status: "solved" },
  });
  const { ticket: one } = await ticketFrom(desk.office, { subject: "Sahipsiz iş", email: "bitmis@valilik.example" });
  await page.goto(`${desk.url}/console/tickets/${one.number}`);
  await page.getByText("bu kişinin 1 biletiyle ilgilendi").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("s");
  await page.getByText("Kaydedildi.").waitFor();
  expect((await ticket(one.number)).assignee).toBe(id);
});

story(
  "the button that takes an answer back goes when its time is over, and a draft begun since is not lost",
  async () => {
    const { ticket: one } = await ticketFrom(desk.office, {
      subject: "Gönderilen yanıt",
      email: "giden@valilik.example",
    });
    const page = await open("Gönderen Görevli");
    await page.clock.install();
    await page.goto(`${desk.url}/console/tickets/${one.number}`);
    await page.getByLabel("Yanıtınız").fill("Yanıt");
    await toNextPage(page, () => page.getByRole("button", { name: "Gönder" }).click());
    await page.getByRole("button", { name: "Geri al" }).waitFor();
    await page.clock.fastForward(16_000);
    await page.getByText("Yanıt yola çıktı.").waitFor();
    expect(await page.getByRole("button", { name: "Geri al" }).count()).toBe(0);

    await page.getByLabel("Yanıtınız").fill("Ek olarak");
    await page.reload();
    expect(await page.getByLabel("Yanıtınız").inputValue()).toBe("Ek olarak");
  },
);

story("the reply is one press away at the top of a ticket, and a note says that it is one", async () => {
  const { ticket: one } = await ticketFrom(desk.office, { subject: "Üstten yanıt" });
  const page = await open("Yanıtlayan Görevli");
  await page.goto(`${desk.url}/console/tickets/${one.number}`);
  const box = page.locator("#compose-text");
  await page.getByText("İç not", { exact: true }).first().click();
  expect(await box.getAttribute("placeholder")).toBe("Görevliler için not yazın…");
  expect(await page.getByRole("textbox", { name: "İç not", exact: true }).count()).toBe(1);

  await page.getByRole("link", { name: "Yanıtla" }).click();
  await page.locator("#compose-text:focus").waitFor();
  expect(await page.getByRole("radio", { name: "Yanıt" }).isChecked()).toBe(true);
  expect(await page.getByRole("textbox", { name: "Yanıtınız", exact: true }).count()).toBe(1);

  await box.fill("Uzun bir yanıt. ".repeat(300));
  await box.press("End");
  const send = page.getByRole("button", { name: "Gönder", exact: true });
  const place = await send.boundingBox();
  expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual(768);
  expect(await violations(page)).toEqual([]);
});

story("a list that comes back to the front says that it is no longer what it was", async () => {
  const page = await open("Sekme Değiştiren");
  await page.goto(`${desk.url}/console/tickets`);
  const hide = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => value });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  await hide(true);
  await ticketFrom(desk.office, { subject: "Arkadayken gelen" });
  await hide(false);
  await page.getByText("Listede değişiklik var").waitFor();
});
