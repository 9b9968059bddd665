import { mailIdentity } from "../../src/core/identity.ts";
import { connect } from "../../src/store/connect.ts";
import { NOW, withOffice } from "../support/office.ts";

const office = withOffice();
let uid = 0;

/** A mail that ended with no ticket, as spam or an automatic answer does: only its sender tells whose it is. */
async function mailFrom(from: string): Promise<string> {
  uid += 1;
  const place = { account: "a", mailbox: "INBOX", uidValidity: "1", uid };
  const kept = { contentKey: `k${uid}`, from, subject: "Konu" };
  const [mail] = await office.store.mails.keepNew([
    { ...place, internalDate: NOW, size: 3, raw: Buffer.from("raw"), kept },
  ]);
  await office.store.mails.finish(mail!.id, { kind: "spam", reason: "", decisions: [], at: NOW });
  return mail!.id;
}
const found = async (address: string) => {
  const subject = await office.store.erasure.subjectOf({ identities: [mailIdentity(address)] });
  return (await office.store.erasure.count(subject)).mails;
};
const upgrade = async () => {
  while (!(await office.store.upgrades.senderKeys.step()).done);
};

test("mails of a former version are found by their sender before they have keys, and by their keys afterwards", async () => {
  const connection = await connect(office.uri);
  const mails = connection.collection("mails");
  for (const from of ["eski@kurum.example", "Eski Kişi <ESKI@kurum.example>", "baska.eski@kurum.example"])
    await mailFrom(from);
  await mails.updateMany({}, { $unset: { senderKeys: 1 } });
  expect(await found("eski@kurum.example")).toBe(2);
  await upgrade();
  expect(await mails.countDocuments({ senderKeys: { $exists: true } })).toBe(3);
  expect(await found("eski@kurum.example")).toBe(2);
  await connection.close();
});

test.each([
  ["an address alone", "bir@kurum.example"],
  ["a name before it", '"Bir, Kişi" <Bir@Kurum.example>'],
  ["quotes around it", "'bir@kurum.example' <bir@kurum.example>"],
  ["one of several senders", "Öteki <oteki@kurum.example>, Bir <bir@kurum.example>"],
  ["a comment", "bir@kurum.example (Bir Kişi)"],
])("a mail is found by its sender's address: %s", async (_what, from) => {
  await upgrade();
  const [before, longer] = [await found("bir@kurum.example"), await found("r@kurum.example")];
  await mailFrom(from);
  expect(await found("bir@kurum.example")).toBe(before + 1);
  expect(await found("r@kurum.example")).toBe(longer);
});

test("the key holds no address, and goes with the header when the sender is erased", async () => {
  await upgrade();
  const id = await mailFrom("Gidecek <gidecek@kurum.example>");
  const connection = await connect(office.uri);
  const row = () => connection.collection<{ _id: string; senderKeys?: string[] }>("mails").findOne({ _id: id });
  expect((await row())?.senderKeys).toEqual([expect.stringMatching(/^[\w-]{22}$/)]);
  const { erasure } = office.store;
  await erasure.erase(await erasure.subjectOf({ identities: ["mail:gidecek@kurum.example"] }), NOW);
  expect(await row()).not.toHaveProperty("senderKeys");
  expect(await row()).not.toHaveProperty("from");
  expect(await found("gidecek@kurum.example")).toBe(0);
  await connection.close();
});
