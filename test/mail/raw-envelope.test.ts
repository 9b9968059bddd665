import { describeRaw } from "../../src/mail/describe-raw.ts";
import { splitRaw } from "../../src/mail/raw-envelope.ts";

const received = new Date("2026-11-20T09:00:00Z");
const mail = (head: readonly string[], body: string, gap = "\r\n"): Buffer =>
  Buffer.from([...head, "", body].join(gap));
const head = [
  "From: Ayşe <a@x.example>",
  "Date: Fri, 20 Nov 2026 12:00:00 +0300",
  "Subject: Konu",
  "Message-ID: <1@x.example>",
];
const keyOf = (raw: Buffer, at = received) => describeRaw(raw, at).contentKey;

describe("the content key", () => {
  const key = keyOf(mail(head, "Merhaba"));

  test("is the same however the mail came: other transport headers, other order, other end of lines at the end, another day", () => {
    expect(
      keyOf(mail(["Received: by mx2", "Delivered-To: alias@x", ...head.toReversed()], "Merhaba\r\n"), new Date()),
    ).toBe(key);
  });
  test("differs when the body differs under a reused Message-ID", () =>
    expect(keyOf(mail(head, "Merhaba!"))).not.toBe(key));
  test.each([0, 1, 2, 3])("differs when header %i differs", (index) => {
    expect(
      keyOf(mail(head.with(index, `${head[index]} 2`.replace("<1@x.example> 2", "<2@x.example>")), "Merhaba")),
    ).not.toBe(key);
  });
  test("tells mails without Message-ID apart by the server's date", () => {
    const raw = mail(head.slice(0, 3), "Merhaba");
    expect(keyOf(raw)).toBe(keyOf(raw, new Date(received)));
    expect(keyOf(raw)).not.toBe(keyOf(raw, new Date("2026-11-20T09:00:01Z")));
  });
  test("takes an empty Message-ID for none", () => {
    const raw = mail([...head.slice(0, 3), "Message-ID: "], "Merhaba");
    expect(keyOf(raw)).not.toBe(keyOf(raw, new Date("2026-11-20T09:00:01Z")));
  });
  test("tells two broken mails without an empty line apart", () => {
    expect(keyOf(Buffer.from("From: a\r\nX: 1"))).not.toBe(keyOf(Buffer.from("From: a\r\nX: 2")));
  });
});

test("the ledger shows sender and subject as people read them", () => {
  const folded = [
    "From: =?utf-8?B?xLBsa251cg==?=\r\n <i@x.example>",
    "Subject: =?iso-8859-9?Q?Ba=FEvuru?=",
    "MESSAGE-ID:\r\n <a@b>",
  ];
  expect(describeRaw(mail(folded, ""), received)).toMatchObject({
    from: "İlknur <i@x.example>",
    subject: "Başvuru",
    messageId: "<a@b>",
  });
});

test.each([
  ["CRLF", "\r\n", "\r\n"],
  ["LF", "\n", "\n"],
  ["CR", "\r", "\n"],
  ["CR CR LF", "\r\r\n", "\r\n"],
])("header and body are parted at the first empty line, as they are read: %s", (_name, gap, read) => {
  const parts = splitRaw(mail(["A: 1", "B: 2"], `x${gap}${gap}y`, gap));
  expect(parts.head.toString()).toBe(`A: 1${read}B: 2`);
  expect(parts.body.toString()).toBe(`x${read}${read}y`);
});

test("anything at all is described", () => {
  for (const raw of [
    Buffer.alloc(0),
    Buffer.from([0, 255, 13, 10]),
    Buffer.alloc(400_000, "a"),
    Buffer.from(":\n\n"),
  ]) {
    expect(describeRaw(raw, received).contentKey).toMatch(/^[0-9a-f]{64}$/);
  }
});
