import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readAttachments } from "../../../src/mail/reading/attachments.ts";
import { READ_LIMITS } from "../../../src/mail/reading/mail-in-hand.ts";
import { readMail } from "../../../src/mail/reading/read-mail.ts";

const FOLDER = "test/fixtures/mail";
const mails = readdirSync(FOLDER).filter((file) => file.endsWith(".eml"));

/** What each fixture is read as stands beside it; `UPDATE_GOLDEN=1 npx jest read-mail` writes it anew, to be reviewed in the diff. */
test.each(mails)("%s is read as its .json says", async (file) => {
  const { headers: _headers, ...mail } = await readMail(readFileSync(join(FOLDER, file)));
  const golden = join(FOLDER, file.replace(/\.eml$/, ".json"));
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, `${JSON.stringify(mail, null, 2)}\n`);
  expect(JSON.parse(JSON.stringify(mail))).toEqual(JSON.parse(readFileSync(golden, "utf8")));
});

const fixture = (name: string) => readFileSync(join(FOLDER, `${name}.eml`));

test("wrongly labelled Turkish is the same text as rightly labelled", async () => {
  const { text } = await readMail(fixture("plain-utf8"));
  expect(text).toContain("Öğretmenevi müdürlüğündeki çalışanımızın hattı değişti; ışık, güneş, İğdır, ŞÜKRÜ.");
  for (const name of [
    "turkish-bytes-labelled-latin1",
    "turkish-bytes-unlabelled",
    "turkish-bytes-labelled-utf8",
    "utf8-labelled-iso-8859-9",
    "bare-cr",
    "decomposed-letters",
    "mbox-line",
  ]) {
    expect({ name, text: (await readMail(fixture(name))).text }).toEqual({ name, text });
  }
});

test("names of people and files, and an HTML text, that were made UTF-8 twice are read as they were meant", async () => {
  const twice = (text: string) => Buffer.from(new TextDecoder("windows-1252").decode(Buffer.from(text)));
  const word = `=?utf-8?B?${twice("başvuru.pdf").toString("base64")}?=`;
  const percent = [...twice("ışık.pdf")].map((byte) => `%${byte.toString(16)}`).join("");
  const parts = [
    `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${twice("<p>Şifrem değişti</p>").toString("base64")}`,
    `Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="${word}"\r\n\r\nx`,
    `Content-Type: application/pdf\r\nContent-Disposition: attachment; filename*=UTF-8''${percent}\r\n\r\nx`,
  ].map((part) => `--b\r\n${part}\r\n`);
  const mail = await readMail(
    Buffer.from(
      `From: =?utf-8?B?${twice("Işık Güneş").toString("base64")}?= <a@b.example>\r\nTo: "${twice("Şule Çağ")}" <c@d.example>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join("")}--b--`,
    ),
  );
  expect([mail.from?.name, mail.to[0]?.name]).toEqual(["Işık Güneş", "Şule Çağ"]);
  expect(mail.text).toBe("Şifrem değişti");
  expect(mail.attachments.map(({ name }) => name)).toEqual(["başvuru.pdf", "ışık.pdf"]);
});

test.each([
  ["windows-1250", "de=F0i=FEti"],
  ["iso-8859-2", "de=F0i=FEti"],
  ["cp857", "de=A7i=9Fti"],
  ["x-mac-turkish", "de=DBi=DFti"],
])("Turkish labelled %s is read in the subject, the text, the HTML and the names of files", async (charset, quoted) => {
  const part = (type: string, text: string) =>
    `--b\r\nContent-Type: ${type}; charset=${charset}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${text}\r\n`;
  const head = `From: =?${charset}?Q?${quoted}?= <a@b.example>\r\nSubject: =?${charset}?Q?${quoted}?=\r\n`;
  const read = (parts: string) =>
    readMail(Buffer.from(`${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--`));
  const file = `--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="=?${charset}?Q?${quoted}.pdf?="\r\n\r\nx\r\n`;
  for (const type of ["text/plain", "text/html"]) {
    const { subject, from, text, attachments } = await read(part(type, quoted) + file);
    expect({ subject, name: from?.name, text }).toEqual({ subject: "değişti", name: "değişti", text: "değişti" });
    expect(attachments.map(({ name }) => name)).toEqual(["değişti.pdf"]);
  }
});

describe("a mail that is attached as a file like any other", () => {
  const asFile = (head: string, content: string) => {
    const encoded = Buffer.from(content).toString("base64").replace(/.{76}/g, "$&\r\n");
    const parts = `--b\r\nContent-Type: text/plain\r\n\r\nBakar mısınız\r\n--b\r\n${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}`;
    return readMail(
      Buffer.from(`From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts}\r\n--b--\r\n`),
    );
  };
  const inner = (text: string) =>
    `Received: from x\r\nFrom: Ali Kaya <ali@ilce.example>\r\nSubject: Hattım\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`;
  const heads = [
    'Content-Type: application/octet-stream; name="ileti.eml"\r\nContent-Disposition: attachment; filename="ileti.eml"',
    "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename*=UTF-8''%C5%9F.EML",
    'Content-Type: application/octet-stream; name="=?utf-8?B?YS5lbWw=?="\r\nContent-Disposition: attachment',
    "Content-Type: application/x-eml; name=ileti.eml",
    "Content-Type: application/vnd.ms-outlook; name=ileti.eml",
    "Content-Type: text/plain; name=ileti.eml\r\nContent-Disposition: attachment; filename=ileti.eml",
  ];

  test.each(heads.map((head) => [head.replace(/\r\n/g, " "), head]))(
    "is read like one that says so: %s",
    async (_said, head) => {
      for (const text of ["Değişti.", "Değişti. ".repeat(5_000).trim()]) {
        const { enclosed, text: own, attachments } = await asFile(head, inner(text));
        expect(enclosed).toMatchObject([{ index: 0, subject: "Hattım", text, from: { address: "ali@ilce.example" } }]);
        expect(own).toBe("Bakar mısınız");
        expect(attachments).toHaveLength(1);
      }
    },
  );

  test("is a file only, where what is in it begins as no mail does", async () => {
    for (const content of ["\u0000\u0001PK\u0003", "Merhaba, dün konuştuk: tamam.\r\n\r\nx", "Not: x\r\n\r\nFrom: y"]) {
      for (const head of heads) {
        const { enclosed, attachments } = await asFile(head, content);
        expect({ enclosed: enclosed.length, files: attachments.length }).toEqual({ enclosed: 0, files: 1 });
      }
    }
  });
});

test("an attachment is read again by its index, also from inside a signature", async () => {
  const evil = await readMail(fixture("dangerous-names"));
  for (const { index, size } of evil.attachments) {
    const [read] = await readAttachments(fixture("dangerous-names"), [index]);
    expect({ index, size: read?.content.length }).toEqual({ index, size });
  }
  const packed = await readMail(fixture("winmail"));
  const [list] = packed.attachments;
  expect((await readAttachments(fixture("winmail"), [list?.index ?? -1]))[0]?.content.toString()).toBe(
    "Elif;Iğdır\r\n",
  );
  for (const name of ["signed-opaque", "signed-detached"]) {
    const [inside] = (await readMail(fixture(name))).attachments;
    const [read] = await readAttachments(fixture(name), [inside?.index ?? -1]);
    expect({ name, content: read?.content.toString().trim() }).toEqual({ name, content: "ek içeriği" });
  }
  expect(await readAttachments(fixture("plain-utf8"), [0])).toEqual([undefined]);
  expect(await readAttachments(fixture("signed-detached"), [99])).toEqual([undefined]);
});

test.each([
  [
    "a stub of a few words",
    "Bu iletiyi HTML olarak açın.",
    "<p>Kartım kayboldu, iptal edilsin.</p><p>Elif Kara</p>",
    /HTML olarak açın[\s\S]*Kartım kayboldu/,
  ],
  [
    "the same words, laid out otherwise",
    "Kartım kayboldu, iptal edilsin.",
    "<p>Kart&#305;m <b>kayboldu</b>, iptal edilsin.</p><p>Elif Kara, Valilik</p>",
    /^Kartım kayboldu, iptal edilsin\.$/,
  ],
])("plain text beside HTML: of %s nothing the person wrote is missing", async (_name, plain, html, expected) => {
  const type = "Content-Type: text/";
  const parts = `--a\r\n${type}plain; charset=utf-8\r\n\r\n${plain}\r\n--a\r\n${type}html; charset=utf-8\r\n\r\n${html}\r\n--a--\r\n`;
  const { text } = await readMail(
    Buffer.from(`From: a@b.example\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n${parts}`),
  );
  expect(text).toMatch(expected);
});

const readAs = (type: string, body: string) =>
  readMail(Buffer.from(`From: a@b.example\r\nContent-Type: ${type}\r\n\r\n${body}`));

test("a mail that says it is signed, and whose signature is gone or is none, says that", async () => {
  const signed = 'multipart/signed; protocol="application/pkcs7-signature"; boundary=a';
  const stripped = await readAs(signed, "--a\r\nContent-Type: text/plain\r\n\r\nmetin\r\n--a--\r\n");
  expect(stripped).toMatchObject({ text: "metin", signature: { why: "damaged" } });
  const none = await readAs("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", "yok");
  expect(none).toMatchObject({ signature: { why: "damaged" }, attachments: [{ name: "smime.p7m" }] });
});

test("a mail encrypted by PGP says what to ask for", async () => {
  const parts =
    "--a\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--a\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n--a--\r\n";
  const { remarks } = await readAs('multipart/encrypted; protocol="application/pgp-encrypted"; boundary=a', parts);
  expect(remarks.join(" ")).toContain("şifresiz hâli istenmeli");
});

test("a winmail.dat in which nothing is found is a file like any other", async () => {
  const parts =
    "--a\r\nContent-Type: text/plain\r\n\r\nmetin\r\n--a\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgAAAAAA\r\n--a--\r\n";
  expect((await readAs("multipart/mixed; boundary=a", parts)).attachments).toMatchObject([{ name: "winmail.dat" }]);
});

test("an answer to an invitation says what was answered", async () => {
  const reply =
    "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nSUMMARY:Toplantı\r\nATTENDEE;PARTSTAT=DECLINED:mailto:a@x.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  const { text } = await readAs("text/calendar; charset=utf-8; method=REPLY", reply);
  expect(text).toBe("Takvim davetine yanıt: Toplantı\nYanıt: katılmayacak");
});

test("active content does not survive, the mail's own pictures do", async () => {
  const { html = "", text } = await readMail(fixture("html-only"));
  expect(html).toContain('<img src="cid:logo@valilik" />');
  expect(html).not.toMatch(/script|onload|javascript|iframe|takip\.example|style/);
  expect(text).toMatch(/Elif Kara\s+Iğdır/);
  expect(text).not.toContain("alert");
});

test("nobody reads the title, styles or scripts of an HTML text, however deep it is nested", async () => {
  const html =
    "<title>Adsız Belge</title><style>p { color: red }</style>%<p>Hatt&#305;m<br>de&#287;i&#351;ti &amp; bitti</p>";
  for (const nesting of ["", "<div>".repeat(500)]) {
    const raw = `Subject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html.replace("%", nesting)}`;
    expect((await readMail(Buffer.from(raw))).text).toBe("Hattım\ndeğişti & bitti");
  }
});

describe("bombs are read in part or set aside, never followed", () => {
  const head = "From: a@b.example\r\nSubject: Bomba\r\n";

  test("recipients, references and header lines are capped", async () => {
    const people = Array.from({ length: 5000 }, (_none, index) => `k${index}@x.example`).join(",\r\n ");
    const ids = Array.from({ length: 5000 }, (_none, index) => `<r${index}@x.example>`).join("\r\n ");
    const lines = "X-Cok: evet\r\n".repeat(5000);
    const mail = await readMail(Buffer.from(`${head}To: ${people}\r\nReferences: ${ids}\r\n${lines}\r\nMetin`));
    expect(mail.to).toHaveLength(READ_LIMITS.recipients);
    expect(mail.references).toHaveLength(READ_LIMITS.references);
    expect(mail.headers).toHaveLength(READ_LIMITS.headerLines);
    expect(mail.text).toBe("Metin");
  });

  test("a head of megabytes is cut, and what all depends on is kept", async () => {
    const people = Array.from({ length: 100_000 }, (_none, index) => `k${index}@x.example`).join(",\r\n ");
    const lines = "X-Cok: evet\r\n".repeat(50_000);
    const mail = await readMail(
      Buffer.from(`${lines}To: ${people}\r\nX-Uzun: ${"a".repeat(2_000_000)}\r\n${head}\r\nMetin`),
    );
    expect(mail).toMatchObject({ text: "Metin", from: { address: expect.stringContaining("@") } });
    expect(mail.to).toHaveLength(READ_LIMITS.recipients);
    expect(mail.remarks).toContain("Başlıklar olağan dışı uzundu; kısaltılarak okundu.");
  });

  test("tables of a million cells, or that say they are, are read without laying them out", async () => {
    const cells = "<td>Elif</td>".repeat(25_000);
    for (const table of [
      `<tr>${cells}</tr>`,
      "<tr><td colspan=100000 rowspan=100000>Elif</td></tr>",
      "<tr>".repeat(90_000) + cells,
    ]) {
      const mail = await readMail(Buffer.from(`${head}Content-Type: text/html\r\n\r\n<table>${table}</table>`));
      expect(mail.text).toMatch(/^Elif/);
    }
  });

  test("an invitation made of parameters is read at once", async () => {
    const event = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY${";a".repeat(25_000)}\nLOCATION:Oda\n`;
    const mail = await readMail(Buffer.from(`${head}Content-Type: text/calendar\r\n\r\n${event}`));
    expect(mail.calendar).toEqual({ place: "Oda" });
  });

  test("thousands of parts are not read, and said so", async () => {
    const parts = "--b\r\nContent-Type: application/pdf\r\n\r\nx\r\n".repeat(20_000);
    const mail = await readMail(Buffer.from(`${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--`));
    expect(mail.unreadable).toMatch(/çözümlenemedi/);
  });

  test("more attachments than are listed", async () => {
    const parts = "--b\r\nContent-Type: application/pdf\r\n\r\nx\r\n".repeat(300);
    const mail = await readMail(Buffer.from(`${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--`));
    expect(mail.attachments).toHaveLength(READ_LIMITS.attachments);
    expect(mail.remarks.join()).toContain("100");
  });

  test.each([
    ["deep divs", "<div>".repeat(100_000)],
    ["five million angle brackets", "<".repeat(5_000_000)],
    ["a table of ten megabytes", `<table>${"<tr><td>hücre</td></tr>".repeat(430_000)}</table>`],
    ["entities without end", "&amp;".repeat(1_000_000)],
  ])("HTML of %s", async (_name, html) => {
    const mail = await readMail(Buffer.from(`${head}Content-Type: text/html; charset=utf-8\r\n\r\n${html}`));
    expect(mail.text.length).toBeLessThanOrEqual(READ_LIMITS.textLength);
    expect(mail.subject).toBe("Bomba");
  });

  test("multiparts nested two thousand deep", async () => {
    const open = Array.from(
      { length: 2000 },
      (_none, index) => `Content-Type: multipart/mixed; boundary=b${index}\r\n\r\n--b${index}\r\n`,
    );
    const mail = await readMail(Buffer.from(`${head}${open.join("")}Content-Type: text/plain\r\n\r\ndip`));
    expect(mail.unreadable ?? mail.text).toMatch(/dip|çözümlenemedi/);
  });
});

test.each([
  ["nothing", ""],
  ["bytes of something else", `${"\u0000\u0001\u0002\u00ff".repeat(200)}`],
])("%s is no mail, and says so", async (_name, content) => {
  expect(await readMail(Buffer.from(content, "latin1"))).toMatchObject({ unreadable: expect.any(String) });
});
