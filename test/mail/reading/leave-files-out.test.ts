import { randomBytes } from "node:crypto";
import { readAttachments } from "../../../src/mail/reading/attachments.ts";
import { leaveFilesOut } from "../../../src/mail/reading/leave-files-out.ts";
import { READ_LIMITS } from "../../../src/mail/reading/mail-in-hand.ts";
import { type ParseOptions, parseMime } from "../../../src/mail/reading/parse-mime.ts";
import { readMail } from "../../../src/mail/reading/read-mail.ts";

const FILE = randomBytes(50_000);
const OPTIONS: ParseOptions = {
  parts: READ_LIMITS.parts,
  textLength: READ_LIMITS.textLength,
  keep: ({ type }) => (type.startsWith("message/") ? 1_000_000 : 0),
};

function base64(content: Buffer, eol = "\r\n", line = 76): string {
  return content.toString("base64").replace(new RegExp(`.{${line}}`, "g"), `$&${eol}`);
}

function part(type: string, content: string, encoding = "base64"): string {
  return `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}`;
}

function mixed(parts: readonly string[], boundary = "sinir"): string {
  const inner = parts.map((one) => `--${boundary}\r\n${one}\r\n`).join("");
  return `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=${boundary}\r\n\r\n${inner}--${boundary}--\r\n`;
}

/** A text whose lines, its head's with them, are broken where those of a file would be. */
function emptyFileBeforeText(): string {
  const boundary = "s".repeat(72);
  const head = `Content-Type: text/plain; charset=utf-8; x=${"y".repeat(31)}`;
  const lines = [`--${boundary}`, head, "", "a".repeat(72), ...Array.from({ length: 300 }, () => "b".repeat(74))];
  const empty = "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  const type = `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=${boundary}\r\n\r\n`;
  return `${type}--${boundary}\r\n${empty}${lines.join("\r\n")}\r\n--${boundary}--\r\n`;
}

const HEAD = "From: a@x.example\r\nSubject: Ek\r\nMessage-ID: <1@x.example>\r\n";
const TEXT = part("text/plain; charset=utf-8", "Form ektedir.", "8bit");
const PDF = 'application/pdf; name="form.pdf"';
const mail = (body: string) => Buffer.from(`${HEAD}${body}`);

/** Every file is read as it would be in one piece; `leaves` says whether something is left out at first. */
const CASES: readonly [what: string, raw: Buffer, leaves: boolean][] = [
  ["one file", mail(mixed([TEXT, part(PDF, base64(FILE))])), true],
  ["padded once", mail(mixed([TEXT, part(PDF, base64(FILE.subarray(1)))])), true],
  ["padded twice", mail(mixed([TEXT, part(PDF, base64(FILE.subarray(2)))])), true],
  ["lines that end evenly", mail(mixed([TEXT, part(PDF, base64(FILE.subarray(0, 57 * 700)))])), true],
  ["a blank line after it", mail(mixed([TEXT, part(PDF, `${base64(FILE)}\r\n\r\n`)])), true],
  [
    "LF alone",
    Buffer.from(
      mail(mixed([TEXT, part(PDF, base64(FILE))]))
        .toString()
        .replaceAll("\r\n", "\n"),
    ),
    true,
  ],
  ["two files, with text between", mail(mixed([part(PDF, base64(FILE)), TEXT, part(PDF, base64(FILE))])), true],
  ["the whole mail a file", mail(part(PDF, base64(FILE))), true],
  ["a mail that breaks off inside", mail(mixed([TEXT, part(PDF, base64(FILE))]).slice(0, 40_000)), true],
  [
    "a head in the other order, folded",
    mail(
      mixed([
        TEXT,
        `content-transfer-encoding: BASE64\r\nContent-Disposition: attachment;\r\n filename=a.pdf\r\nContent-Type: application/pdf\r\n\r\n${base64(FILE)}`,
        `Content-Transfer-Encoding:\tBase64\r\nContent-Type: image/png\r\nContent-ID: <logo>\r\n\r\n${base64(FILE)}`,
      ]),
    ),
    true,
  ],
  ["lines of other lengths", mail(mixed([TEXT, part(PDF, `${base64(FILE)}\r\n${base64(FILE, "\r\n", 60)}`)])), false],
  [
    "text in base64",
    mail(mixed([part("text/html; charset=utf-8", base64(Buffer.from("<p>é</p>".repeat(5_000))))])),
    false,
  ],
  [
    "a file inside an enclosed mail",
    mail(mixed([part("message/rfc822", `${HEAD}${mixed([TEXT, part(PDF, base64(FILE))], "ic")}`, "8bit")])),
    true,
  ],
  [
    "a mail quoted in full",
    mail(part("text/plain", `Aynen:\r\n--x\r\n${part(PDF, base64(FILE))}\r\n--x--\r\nSaygılarımla`, "8bit")),
    true,
  ],
  ["an empty file before a text that is set like one", mail(emptyFileBeforeText()), false],
  ["a mail called a file", mail(mixed([TEXT, part("application/octet-stream; name=mail.eml", base64(FILE))])), false],
  [
    "a mail called a file by a name that only a parser reads",
    mail(mixed([TEXT, part('application/octet-stream; name="=?utf-8?B?bWFpbC5lbWw=?="', base64(FILE))])),
    true,
  ],
];

test.each(CASES)("%s", async (_what, raw, leaves) => {
  expect(leaveFilesOut(raw) !== undefined).toBe(leaves);
  expect(await parseMime(raw, OPTIONS)).toEqual(await parseMime(raw, { ...OPTIONS, wholeFiles: true }));
});

test("what is left out is most of the mail, and is told its true size", async () => {
  const raw = mail(mixed([TEXT, part(PDF, base64(FILE))]));
  expect(leaveFilesOut(raw)?.raw.length).toBeLessThan(1_000);
  expect((await readMail(raw)).attachments).toMatchObject([{ name: "form.pdf", size: FILE.length }]);
});

test("a file that somebody wants is all there", async () => {
  const raw = mail(mixed([TEXT, part(PDF, base64(FILE))]));
  expect((await readAttachments(raw, [0]))[0]?.content.equals(FILE)).toBe(true);
});

test("very many heads do not hold up the reading", () => {
  const raw = Buffer.from(`--x\n${"content-transfer-encoding: base64 ".repeat(300_000)}`);
  expect(leaveFilesOut(raw)).toBeUndefined();
});
