import { story, toNextPage, violations, withBrowser } from "../staff/browser.ts";
import { colleagueAt } from "../staff/colleague.ts";
import { ticketFrom, withDesk } from "../staff/desk.ts";
import { eventually } from "../support/eventually.ts";

const desk = withDesk({}, () => new Date());
const browser = withBrowser();
const open = (name: string, role: "agent" | "lead" = "agent") => colleagueAt(desk, browser, { name, role });

story("a filter and a search are saved by name; their counts follow without a reload, for whoever looks", async () => {
  await ticketFrom(desk.office, { subject: "Orkide başvurusu", category: "application" });
  const lead = await open("Görünüm Şefi", "lead");
  await toNextPage(lead, () => lead.getByLabel("Konu grubu", { exact: true }).selectOption({ label: "Başvuru" }));
  await lead.waitForURL(/category=application/);
  await lead.getByRole("button", { name: "Görünümü kaydet" }).click();
  expect(await violations(lead)).toEqual([]);
  await lead.getByLabel("Adı").fill("Başvurular");
  await lead.getByLabel("Herkesle paylaş").check();
  await toNextPage(lead, () => lead.getByRole("button", { name: "Kaydet", exact: true }).click());
  await lead.getByRole("heading", { name: "Başvurular" }).waitFor();
  await lead.getByText("Görünüm kaydedildi.").waitFor();

  const agent = await open("Bakan Görevli");
  await agent.goto(`${desk.url}/console/tickets?q=orkide&status=all`);
  await agent.getByRole("button", { name: "Görünümü kaydet" }).click();
  await agent.getByLabel("Adı").fill("Orkide");
  await toNextPage(agent, () => agent.keyboard.press("Enter"));
  const links = agent.getByRole("navigation", { name: "Kayıtlı görünümler" }).getByRole("link");
  const show = (...names: string[]) =>
    eventually(
      () => links.allTextContents(),
      (shown) => shown.join() === names.join(),
    );
  await show("Başvurular 1", "Orkide 1");
  expect(await violations(agent)).toEqual([]);

  await ticketFrom(desk.office, { subject: "Orkide yenileme", category: "application" });
  await show("Başvurular 2", "Orkide 2");

  await toNextPage(agent, () => links.filter({ hasText: "Başvurular" }).click());
  await agent.getByRole("heading", { name: "Başvurular" }).waitFor();
  await agent.keyboard.press("j");
  await agent.keyboard.press("Enter");
  await agent.waitForURL(/console\/tickets\/MI-/);
  await agent.locator(".queue .head").getByText("Başvurular").waitFor();

  await agent.goto(`${desk.url}/console/views`);
  expect(await violations(agent)).toEqual([]);
  await agent.getByRole("button", { name: "Sil: Orkide" }).click();
  await agent.getByText("Görünüm silindi.").waitFor();
});
