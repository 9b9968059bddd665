import { readMail } from "../../../src/mail/reading/read-mail.ts";
import type { ExtractRequests } from "../../../src/mail/stages/stage.ts";
import { runStages } from "../../../src/mail/stages.ts";
import { mailOf, withStages } from "./harness.ts";

const stages = withStages();

async function arriveWith(raw: string, extractRequests: ExtractRequests) {
  const row = await stages.keep(raw);
  const bytes = (await stages.office.store.mails.raw(row.id)) ?? Buffer.alloc(0);
  return runStages(row, await readMail(bytes), { ...stages.context, extractRequests });
}

test("what is read out of a mail and its files is written with it, and named in its outcome", async () => {
  const list = mailOf(
    { "Content-Type": "multipart/mixed; boundary=l" },
    "--l\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nListe ekte\r\n--l\r\nContent-Type: text/csv; name=liste.csv\r\nContent-Disposition: attachment; filename=liste.csv\r\n\r\nAd;İl\r\nElif;Iğdır\r\n--l--",
  );
  const outcome = await arriveWith(list, async ({ text, mail }, file) => {
    const content = (await file(mail.attachments[0]?.index ?? -1))?.toString().trim();
    return {
      note: `${text}: ${content}`,
      write: async (_transaction, ticket) => [`${ticket.number}/1`],
    };
  });
  expect(outcome.requests).toEqual([`${outcome.ticket}/1`]);
  expect(outcome.decisions).toContainEqual({ stage: "Başvurular", note: "Liste ekte: Ad;İl\r\nElif;Iğdır" });
});

test("when an entry cannot be written, neither is the mail: it is tried again as a whole", async () => {
  const before = (await stages.office.store.tickets.list({ limit: 200 })).items.length;
  const failing = arriveWith(mailOf({}, "Liste"), async () => ({
    note: "1 kişi",
    write: () => Promise.reject(new Error("no room")),
  }));
  await expect(failing).rejects.toThrow("no room");
  expect((await stages.office.store.tickets.list({ limit: 200 })).items).toHaveLength(before);
  const [row] = (await stages.office.store.mails.list({ limit: 1 })).items;
  expect(row?.outcome).toBeUndefined();
});

test("a forged answer fills nothing", async () => {
  const first = await stages.arrive(mailOf({}, "Mobil imza istiyorum"));
  const [, acknowledgement] = await stages.messages(first.ticket);
  const forged = mailOf(
    {
      "Authentication-Results": "mx.kurum.example; dmarc=fail header.from=ornek.example",
      "In-Reply-To": acknowledgement?.messageId ?? "",
    },
    "Numaram 0532 000 00 00",
  );
  const outcome = await arriveWith(forged, async () => {
    throw new Error("not to be called");
  });
  expect(outcome).toMatchObject({ kind: "followUp", ticket: first.ticket });
});

test("machines ask for nothing", async () => {
  const outcome = await arriveWith(mailOf({ "Auto-Submitted": "auto-generated" }, "Bildirim"), async () => {
    throw new Error("not to be called");
  });
  expect(outcome.kind).toBe("ticket");
});
