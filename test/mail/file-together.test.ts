import { fileTogether, type ReadMail } from "../../src/mail/file-together.ts";
import { readMail } from "../../src/mail/reading/read-mail.ts";
import { mailOf, withStages } from "./stages/harness.ts";

const stages = withStages();

async function readMails(raws: readonly string[]): Promise<ReadMail[]> {
  const read: ReadMail[] = [];
  for (const raw of raws) {
    const row = await stages.keep(raw);
    read.push({ row, mail: await readMail((await stages.office.store.mails.raw(row.id))!) });
  }
  return read;
}

test("a mail and the answer to it, read together, end in one ticket", async () => {
  const from = { From: "cem@ilce.example" };
  const mails = await readMails([
    mailOf({ ...from, "Message-ID": "<ilk@ilce.example>" }, "İlk"),
    mailOf({ ...from, "Message-ID": "<ek@ilce.example>", "In-Reply-To": "<ilk@ilce.example>" }, "Ek"),
  ]);
  const [first, second] = [...(await fileTogether(mails, stages.context)).values()];
  expect(first).toMatchObject({ kind: "ticket" });
  expect(second).toMatchObject({ kind: "followUp", ticket: first?.ticket });
});

test("one that has its outcome already keeps it, and the others of its batch are filed all the same", async () => {
  const mails = await readMails(
    ["bir", "iki", "üç"].map((name) =>
      mailOf({ Subject: name, "Message-ID": `<${name.length}${name[0]}@x.example>` }, name),
    ),
  );
  const taken = mails[1]!.row.id;
  await stages.office.store.mails.finish(taken, { kind: "spam", reason: "önce", decisions: [], at: new Date() });
  const outcomes = await fileTogether(mails, stages.context);
  expect(mails.map(({ row }) => outcomes.get(row.id)?.kind)).toEqual(["ticket", "spam", "ticket"]);
  const numbers = [outcomes.get(mails[0]!.row.id)?.ticket, outcomes.get(mails[2]!.row.id)?.ticket];
  for (const number of numbers) expect(await stages.messages(number)).toHaveLength(2);
  const { items } = await stages.office.store.tickets.list({ limit: 50 });
  expect(items.filter(({ subject }) => subject === "iki")).toEqual([]);
});

test("a mail that cannot be written takes none of its batch with it", async () => {
  const mails = await readMails(["başta", "zehirli", "sonda"].map((name) => mailOf({ Subject: name }, name)));
  const { store } = stages.office;
  /** The database refuses whatever has to do with this one mail. */
  const context = {
    ...stages.context,
    office: {
      ...stages.context.office,
      store: {
        ...store,
        transact: ((work, lease) =>
          store.transact(
            (transaction) =>
              work({
                ...transaction,
                async insertTicket(ticket) {
                  if (ticket.subject === "zehirli") throw new Error("olmaz");
                  await transaction.insertTicket(ticket);
                },
              }),
            lease,
          )) as typeof store.transact,
      },
    },
  };
  const outcomes = await fileTogether(mails, context);
  expect(mails.map(({ row }) => outcomes.get(row.id)?.kind)).toEqual(["ticket", undefined, "ticket"]);
  expect(await store.mails.byId(mails[1]!.row.id)).toMatchObject({ state: "stored" });
  const { items } = await store.tickets.list({ limit: 50 });
  expect(items.filter(({ subject }) => subject === "başta" || subject === "sonda")).toHaveLength(2);
});
