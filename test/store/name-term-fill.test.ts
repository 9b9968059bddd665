import mongoose from "mongoose";
import { createLog } from "../../src/log.ts";
import { connectOptions } from "../../src/store/engine.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { createUpgrade } from "../../src/upgrade.ts";
import { eventually } from "../support/eventually.ts";
import { withOffice } from "../support/office.ts";

const office = withOffice();

async function ofFormerVersion(count: number): Promise<void> {
  const open = (serial: number) =>
    openTicket(office, {
      subject: "Eski bilet",
      category: "general",
      priority: "normal",
      channel: "mail",
      requester: { email: `kisi${serial}@kurum.example`, name: `Işıl Çağrı ${"abc"[serial % 3]}` },
      message: { channel: "mail", from: { kind: "requester" }, text: "Merhaba" },
      actor: { kind: "requester" },
    });
  for (let serial = 0; serial < count; serial += 10) {
    await Promise.all(Array.from({ length: 10 }, (_, index) => open(serial + index)));
  }
  const connection = await mongoose.createConnection(office.uri, connectOptions).asPromise();
  const tickets = connection.db!.collection<{ searchTerms: string[] }>("tickets");
  await tickets.updateMany({}, { $pull: { searchTerms: { $regex: "^called:" } } });
  await connection.close();
}
const called = async (name: string) => (await office.store.tickets.list({ called: name, limit: 200 })).items.length;

test("tickets of a former version are found by name after the upgrade, which goes on where it was stopped", async () => {
  await ofFormerVersion(230);
  expect(await called("ışıl çağrı a")).toBe(0);
  const { nameTerms } = office.store.upgrades;
  expect(await nameTerms.step()).toEqual({ done: false, filled: 200 });
  expect(await nameTerms.isDone()).toBe(false);

  const log = createLog("silent");
  const processes = ["a", "b"].map((worker) => createUpgrade({ office, worker, log }));
  for (const process of processes) process.start();
  await eventually(nameTerms.isDone, (isDone) => isDone);
  for (const process of processes) await process.stop();
  expect(await called("IŞIL ÇAĞRI A")).toBe(77);
  expect(await called("kisi7")).toBe(1);
  expect(await nameTerms.step()).toEqual({ done: true, filled: 0 });
});
