import { resolve } from "node:path";
import { createOpenAttachments } from "../../src/mail/open-attachments.ts";
import { createMailReader } from "../../src/mail/reading/mail-reader.ts";
import { mailOf, withStages } from "./stages/harness.ts";

const stages = withStages();
const LIST = '--b\r\nContent-Type: text/csv; name="liste.csv"\r\nContent-Disposition: attachment\r\n\r\nElif\r\n--b--';
const withList = () => stages.keep(mailOf({ "Content-Type": "multipart/mixed; boundary=b" }, LIST));

const reader = createMailReader({
  worker: { file: resolve("test/support/run-typescript.cjs"), argv: [resolve("src/mail/reading/read-worker.ts")] },
});
afterAll(() => reader.stop());
const open = async (mail: string, index: number) => {
  const opener = createOpenAttachments({ mails: stages.office.store.mails, readFiles: reader.readFiles });
  return (await opener(mail, [index]))[0];
};

test("an attachment of a kept mail is opened in a reading thread; one that is not there is none", async () => {
  const { id } = await withList();
  expect((await open(id, 0))?.content.toString()).toBe("Elif");
  expect(await open(id, 3)).toBeUndefined();
  expect(await open("0".repeat(24), 0)).toBeUndefined();
});

test("a mail of too many parts is refused with what can be done, and the next one opened", async () => {
  const parts = "--b\r\n\r\nx\r\n".repeat(1_500);
  const bomb = await stages.keep(mailOf({ "Content-Type": "multipart/mixed; boundary=b" }, `${parts}--b--`));
  await expect(open(bomb.id, 1)).rejects.toMatchObject({ code: "fileUnreadable" });
  expect((await open((await withList()).id, 0))?.name).toBe("liste.csv");
});

test("few are opened at once; of many that wait the latest are asked to come back, and no other", async () => {
  let inHand = 0;
  let most = 0;
  const opener = createOpenAttachments({
    mails: stages.office.store.mails,
    async readFiles(raw, indexes) {
      inHand += 1;
      most = Math.max(most, inHand);
      await new Promise((done) => setTimeout(done, 20));
      inHand -= 1;
      return reader.readFiles(raw, indexes);
    },
  });
  const { id } = await withList();
  const opened = await Promise.allSettled(Array.from({ length: 30 }, () => opener(id, [0])));
  const refused = opened.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  expect(most).toBe(2);
  expect(refused).toHaveLength(8);
  for (const reason of refused) expect(reason).toMatchObject({ code: "busy" });
  expect((await opener(id, [0]))[0]?.name).toBe("liste.csv");
});
