import { describeRaw } from "../../src/mail/describe-raw.ts";
import { readMail } from "../../src/mail/reading/read-mail.ts";
import { mailOf, withStages } from "./stages/harness.ts";

const stages = withStages();
const received = new Date("2026-11-20T09:00:00Z");

/** Mails whose headers are bytes: letters up to "ÿ" stand for the byte of their number. */
const bytesOf = (headers: Readonly<Record<string, string | undefined>>, text: string) =>
  Buffer.from(mailOf({ From: "cem@ilce.example", Subject: "Odd", ...headers }, text), "latin1");

const utf8 = (text: string) => Buffer.from(text).toString("latin1");

/** How a Message-ID header is written, the id it is, and how a mail program may name it in an answer. */
const FORMS: readonly (readonly [name: string, header: string, id: string, answered: string])[] = [
  ["plain", "<duz@x.example>", "<duz@x.example>", "<duz@x.example>"],
  ["folded before it", "\r\n <kat@x.example>", "<kat@x.example>", "\r\n\t<kat@x.example>"],
  [
    "folded inside",
    "<uzun-kimlik\r\n -devami@x.example>",
    "<uzun-kimlik-devami@x.example>",
    "<uzun-kimlik-devami@x.example>",
  ],
  [
    "commented",
    "(kurum <yanlis@x.example>) <yorum@x.example> (eklendi)",
    "<yorum@x.example>",
    "<yorum@x.example> (Cem)",
  ],
  ["without brackets", "ciplak@x.example", "<ciplak@x.example>", "<ciplak@x.example>"],
  ["without brackets, answered so", "ciplak2@x.example", "<ciplak2@x.example>", "ciplak2@x.example (Cem)"],
  ["without its last bracket", "<yarim@x.example", "<yarim@x.example>", "<yarim@x.example>"],
  ["without an @", "20261120090000.77", "<20261120090000.77>", "<20261120090000.77>"],
  ["raw UTF-8", utf8("<başvuru@x.example>"), "<başvuru@x.example>", utf8("<başvuru@x.example>")],
  ["raw windows-1254", "<ba\u00fevuru-2@x.example>", "<başvuru-2@x.example>", "<ba\u00fevuru-2@x.example>"],
  [
    "raw windows-1254, answered in UTF-8",
    "<ba\u00fevuru-3@x.example>",
    "<başvuru-3@x.example>",
    utf8("<başvuru-3@x.example>"),
  ],
  ["encoded", "=?utf-8?Q?=3Ckodlu=40x=2Eexample=3E?=", "<kodlu@x.example>", "<kodlu@x.example>"],
  [
    "encoded in part, answered raw",
    "<=?iso-8859-9?Q?=FEifre?=@x.example>",
    "<şifre@x.example>",
    utf8("<şifre@x.example>"),
  ],
];

test.each(FORMS)(
  "a Message-ID that is %s is one id in the ledger, in the mail and in the answer to it",
  async (_name, header, id, answered) => {
    const raw = bytesOf({ "Message-ID": header }, "soru");
    expect(describeRaw(raw, received).messageId).toBe(id);
    expect((await readMail(raw)).messageId).toBe(id);

    const first = await stages.arrive(raw);
    const copy = await stages.arrive(raw, { mailbox: "Kopya", internalDate: received });
    const answer = await stages.arrive(bytesOf({ "In-Reply-To": answered }, "ek"));
    expect(first.kind).toBe("ticket");
    expect(copy).toMatchObject({ kind: "duplicate", ticket: first.ticket });
    expect(answer).toMatchObject({ kind: "followUp", ticket: first.ticket });
  },
);

test.each([
  ["an empty id", "<>"],
  ["only a comment", "(yok)"],
  ["nothing", ""],
])("%s is no id, in the ledger as in the mail", async (_name, header) => {
  const raw = bytesOf({ "Message-ID": header }, "metin");
  expect(describeRaw(raw, received).messageId).toBeUndefined();
  expect((await readMail(raw)).messageId).toBeUndefined();
});

test("headers begin at the same place for the ledger and the parser", async () => {
  const mail = bytesOf({ "Message-ID": "<bas@x.example>" }, "metin");
  const led = [
    Buffer.from("\r\n\r\n"),
    Buffer.from([0xef, 0xbb, 0xbf]),
    Buffer.from("From cem Fri Nov 20 09:00:00 2026\n"),
  ];
  for (const lead of [Buffer.alloc(0), ...led]) {
    const raw = Buffer.concat([lead, mail]);
    expect(describeRaw(raw, received)).toMatchObject({ messageId: "<bas@x.example>", subject: "Odd" });
    expect(await readMail(raw)).toMatchObject({ messageId: "<bas@x.example>", subject: "Odd" });
  }
  const bare = Buffer.from("Merhaba,\r\nnumarası şu:\r\nMessage-ID: <metinde@x.example>\r\n\r\nson");
  expect(describeRaw(bare, received).messageId).toBeUndefined();
  expect((await readMail(bare)).messageId).toBeUndefined();
});

test("words around ids are passed over, and a sentence that names an address is none", async () => {
  const read = async (value: string) => (await readMail(bytesOf({ References: value }, "x"))).references;
  expect(await read('Message of "Fri" (<c@x> wrote) <a@x> and <b@x>,<a@x>')).toEqual(["<a@x>", "<b@x>"]);
  expect(await read("a@x, b@x")).toEqual(["<a@x>", "<b@x>"]);
  expect(await read("Your message of Friday from cem@ilce.example")).toEqual([]);
  expect(await read("(bitmeyen <a@x>")).toEqual(["<a@x>"]);
});
