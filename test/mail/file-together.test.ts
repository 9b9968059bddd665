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

test("mails for one ticket are written one after the other, those for others meanwhile", async () => {
  const roots = await Promise.all(
    ["kök bir", "kök iki"].map((subject) =>
      stages.arrive(mailOf({ From: "ali@ilce.example", Subject: subject }, subject)),
    ),
  );
  const [one, two] = await Promise.all(roots.map(async ({ ticket }) => (await stages.messages(ticket))[1]?.messageId));
  const answers = [one, one, two, one, two, one];
  const mails = await readMails(
    answers.map((id, index) =>
      mailOf({ From: "ali@ilce.example", Subject: `${index}`, "In-Reply-To": id }, `${index}`),
    ),
  );
  const { store } = stages.office;
  const inHand: string[] = [];
  const most = { ofOne: 0, together: 0 };
  let open = (): void => undefined;
  const bothBegun = new Promise<void>((resolve) => {
    open = resolve;
  });
  const watched = {
    ...store,
    transact: ((work, lease) =>
      store.transact(async (transaction) => {
        let ticket = "";
        const result = work({
          ...transaction,
          async ticket(number) {
            ticket = number;
            inHand.push(number);
            most.together = Math.max(most.together, inHand.length);
            most.ofOne = Math.max(most.ofOne, inHand.filter((other) => other === number).length);
            if (new Set(inHand).size === 2) open();
            await bothBegun;
            await new Promise((done) => setTimeout(done, 20));
            return transaction.ticket(number);
          },
        });
        // It may be tried again.
        return result.finally(() => inHand.splice(inHand.indexOf(ticket), 1));
      }, lease)) as typeof store.transact,
  };
  const outcomes = await fileTogether(mails, {
    ...stages.context,
    office: { ...stages.context.office, store: watched },
  });
  expect(mails.map(({ row }) => outcomes.get(row.id)?.kind)).toEqual(answers.map(() => "followUp"));
  expect(most).toEqual({ ofOne: 1, together: 2 });
  const texts = (await stages.messages(roots[0]?.ticket)).map(({ text }) => text);
  expect(texts.slice(2)).toEqual(["0", "1", "3", "5"]);
});
