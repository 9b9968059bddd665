import { withDesk } from "./desk.ts";

const desk = withDesk();

async function chosen(name: string) {
  return (await desk.office.store.staff.list()).find((member) => member.name === name)?.notices;
}

test("what somebody chooses to be told is kept, with quiet hours, and stands in the form again", async () => {
  const client = await desk.agent("lead", "Seçen Görevli");
  const choices = { assigned: "digest", mailbox: "off", from: "18:00", to: "08:00" };
  expect((await client.post("/console/account/notices", choices)).status).toBe(303);
  expect(await chosen("Seçen Görevli")).toEqual({
    choices: { assigned: "digest", mailbox: "off" },
    quiet: { from: "18:00", to: "08:00" },
    language: "tr",
  });
  const { text } = await client.get("/console/account");
  expect(text).toMatch(/name="assigned">.*?<option value="digest" selected/s);
  expect(text).toContain('value="18:00"');
  expect(text).toContain("SMTP");
});

test("choices that do not exist are refused, and hours left empty are no quiet hours", async () => {
  const client = await desk.agent("agent", "Boş Bırakan");
  expect((await client.post("/console/account/notices", { assigned: "hourly" })).status).toBe(400);
  expect((await client.post("/console/account/notices", { from: "25:00", to: "08:00" })).status).toBe(400);
  await client.post("/console/account/notices", { assigned: "off", from: "", to: "" });
  expect(await chosen("Boş Bırakan")).toEqual({ choices: { assigned: "off" }, language: "tr" });
});

test("quiet hours with only one end are not dropped in silence: the form comes back as it was filled in", async () => {
  const client = await desk.agent("agent", "Yarım Bırakan");
  const half = await client.post("/console/account/notices", { assigned: "off", from: "18:00", to: "" });
  expect(half.status).toBe(400);
  expect(half.text).toContain("sessiz saatlerin başını da sonunu da yazın");
  expect(half.text).toMatch(/id="quiet-from"[^>]* value="18:00"/);
  expect(half.text).toMatch(/id="quiet-to"[^>]* aria-invalid="true"/);
  expect(half.text).toMatch(/name="assigned">.*?<option value="off" selected/s);
  expect(await chosen("Yarım Bırakan")).toBeUndefined();
});

test("what only leads are told is offered to leads only", async () => {
  const agent = await desk.agent("agent", "Sade Görevli");
  expect((await agent.get("/console/account")).text).not.toContain('name="mailbox"');
});

test("the ways are asked for once a Teams account is linked, and kept while it is not", async () => {
  const client = await desk.agent("agent", "Yol Seçen");
  const { staff } = desk.office.store;
  const id = (await staff.list()).find(({ name }) => name === "Yol Seçen")?.id ?? "";
  expect((await client.get("/console/account")).text).not.toContain('name="assigned.way"');
  await staff.update(id, { teamsId: "hesap-yol", teamsName: "Yol Seçen" });
  expect((await client.get("/console/account")).text).toContain("bota bir kez yazın");

  await client.post("/console/account/notices", {
    assigned: "atOnce",
    "assigned.way": "teams",
    "mentioned.way": "both",
  });
  expect((await chosen("Yol Seçen"))?.ways).toEqual({ assigned: ["teams"], mentioned: ["mail", "teams"] });
  expect((await client.get("/console/account")).text).toMatch(
    /name="assigned.way"[^>]*>.*?<option value="teams" selected/s,
  );
  expect((await client.post("/console/account/notices", { "assigned.way": "sms" })).status).toBe(400);

  await staff.update(id, { teamsId: undefined });
  await client.post("/console/account/notices", { assigned: "digest" });
  expect((await chosen("Yol Seçen"))?.ways).toEqual({ assigned: ["teams"], mentioned: ["mail", "teams"] });
});
