import { AppError } from "../../src/core/errors.ts";
import { previewType } from "../../src/staff/picture-type.ts";
import { picturesInPlace, withPictures } from "../../src/staff/pictures-in-place.ts";
import { addMessage } from "../../src/tickets/add-message.ts";
import { ticketFrom, withDesk } from "./desk.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const FILES = [
  { name: "ekran görüntüsü.png", type: "image/png", content: PNG },
  { name: "fatura.png", type: "image/png", content: Buffer.from("<script>alert(1)</script>") },
  { name: `"tır\r\nnak".svg`, type: "image/svg+xml", content: Buffer.from("<svg onload='alert(1)'/>") },
];
let refusal: AppError | undefined;
const desk = withDesk({
  async attachments(_mail, indexes) {
    if (refusal) throw refusal;
    return indexes.map((index) => FILES[index]);
  },
});
afterEach(() => {
  refusal = undefined;
});

async function withFiles() {
  const { ticket } = await ticketFrom(desk.office);
  const attachments = FILES.map(({ name, type, content }, index) => ({
    index,
    name,
    type,
    size: content.length,
    inline: false,
  }));
  const from = { kind: "requester", email: "ali@valilik.example" } as const;
  const { message } = await addMessage(desk.office, {
    ticket: ticket.number,
    reopens: true,
    actor: { kind: "requester" },
    message: { channel: "mail", from, text: "Ekte.", mail: "a".repeat(24), attachments },
  });
  return { ticket, message };
}

test("an attachment is only ever downloaded, as bytes, under its own name", async () => {
  const agent = await desk.agent();
  const { ticket, message } = await withFiles();
  expect((await agent.get(`/console/tickets/${ticket.number}`)).text).toContain("ekran görüntüsü.png");
  for (const index of [1, 2]) {
    const file = await agent.get(`/console/messages/${message.id}/attachments?index=${index}`);
    expect(file.headers.get("content-type")).toBe("application/octet-stream");
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w. -]+"; filename\*=UTF-8''\S+$/);
    expect(file.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
  }
  expect((await agent.get(`/console/messages/${message.id}/attachments?index=9`)).status).toBe(404);
});

test("a picture is shown when its content is one; what only calls itself a picture is not", async () => {
  const agent = await desk.agent();
  const { message } = await withFiles();
  const shown = await agent.get(`/console/messages/${message.id}/preview?index=0`);
  expect([shown.status, shown.headers.get("content-type"), shown.headers.get("x-content-type-options")]).toEqual([
    200,
    "image/png",
    "nosniff",
  ]);
  for (const index of [1, 2])
    expect((await agent.get(`/console/messages/${message.id}/preview?index=${index}`)).status).toBe(404);
});

test.each([
  ["%PDF-1.7", "application/pdf"],
  ["GIF89a", "image/gif"],
  ["\xff\xd8\xff\xe0", "image/jpeg"],
  ["RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"],
  ["<html>", undefined],
  ["", undefined],
])("%j is taken for %s", (start, type) => {
  expect(previewType(Buffer.from(start, "latin1"))).toBe(type);
});

test("a file holds everything unmasked: who opens it stands in the events, and a viewer may not", async () => {
  const { ticket, message } = await withFiles();
  const viewer = await desk.agent("viewer");
  for (const way of ["attachments", "preview"]) {
    expect((await viewer.get(`/console/messages/${message.id}/${way}?index=0`)).status).toBe(403);
  }
  const agent = await desk.agent();
  await agent.get(`/console/messages/${message.id}/attachments?index=0`);
  const opened = (await desk.office.store.events.ofTicket(ticket.number)).filter(
    ({ type }) => type === "personalData.revealed",
  );
  expect(opened).toMatchObject([{ subject: message.id, detail: "ekran görüntüsü.png" }]);
});

test.each([
  ["fileUnreadable", 422, "Ek açılamadı", "özgün e-postayı indirip"],
  ["busy", 503, "Şu anda çok sayıda ek açılıyor", "Birkaç saniye bekleyip"],
] as const)(
  "an attachment that cannot be opened (%s) says why and what to do, and nothing is written down",
  async (code, status, title, remedy) => {
    const agent = await desk.agent();
    const { ticket, message } = await withFiles();
    refusal = new AppError(code, "inner words");
    for (const way of ["attachments", "preview"]) {
      const answer = await agent.get(`/console/messages/${message.id}/${way}?index=0`);
      expect(answer.status).toBe(status);
      expect(answer.text).toContain(title);
      expect(answer.text).toContain(remedy);
      expect(answer.text).not.toContain("inner words");
    }
    // A link that downloads would hide the page that says so.
    expect((await agent.get(`/console/tickets/${ticket.number}`)).text).not.toMatch(/attachments\?index=0" download/);
    const events = await desk.office.store.events.ofTicket(ticket.number);
    expect(events.filter(({ type }) => type === "personalData.revealed")).toEqual([]);
  },
);

describe("pictures within the text of a mail", () => {
  const markup = '<p>Hata:</p><img src="cid:hata%40x&amp;1" alt="ekran"><img src="cid:sahte@x"><img src="cid:yok@x">';
  async function withPicture() {
    const { ticket } = await ticketFrom(desk.office);
    const file = (index: number, contentId: string, isInline = true) => ({
      index,
      name: FILES[index]?.name ?? "",
      type: "image/png",
      size: 100,
      inline: isInline,
      contentId,
    });
    const { message } = await addMessage(desk.office, {
      ticket: ticket.number,
      reopens: true,
      actor: { kind: "requester" },
      message: {
        channel: "mail",
        from: { kind: "requester", email: "ali@valilik.example" },
        text: "Hata:",
        html: markup,
        mail: "a".repeat(24),
        attachments: [file(0, "hata@x&1"), file(1, "sahte@x")],
      },
    });
    return { ticket, message };
  }
  const openedBy = async (ticket: string) =>
    (await desk.office.store.events.ofTicket(ticket)).filter(({ type }) => type === "personalData.revealed");

  test("stand in their places when they are pictures by their content, and who saw them is written down", async () => {
    const agent = await desk.agent();
    const { ticket, message } = await withPicture();
    const { text, headers } = await agent.get(`/console/messages/${message.id}/html`);
    expect(text).toContain(`<img src="data:image/png;base64,${PNG.toString("base64")}" alt="ekran">`);
    expect(text).toContain('<img src="cid:sahte@x">');
    expect(headers.get("content-security-policy")).toContain("img-src data:");
    expect(await openedBy(ticket.number)).toMatchObject([{ subject: message.id }]);
    const page = (await agent.get(`/console/tickets/${ticket.number}`)).text;
    expect(page).toContain("Metnin içindeki 2 görsel");
    expect(page).toContain(`/console/messages/${message.id}/preview?index=0`);
  });

  test("are not shown to a viewer, whom nobody writes down then", async () => {
    const viewer = await desk.agent("viewer");
    const { ticket, message } = await withPicture();
    expect((await viewer.get(`/console/messages/${message.id}/html`)).text).not.toContain("data:image");
    expect(await openedBy(ticket.number)).toEqual([]);
  });

  test("too large to be shown there take no other one's place", () => {
    const picture = (index: number, size: number) => ({
      index,
      name: `${index}.png`,
      type: "image/png",
      size,
      inline: true,
      contentId: `${index}@x`,
    });
    const html = [0, 1, 2].map((index) => `<img src="cid:${index}@x">`).join("");
    const shown = picturesInPlace({ html, attachments: [picture(0, 9_000_000), picture(1, 200), picture(2, 300)] });
    expect(shown.map(({ index }) => index)).toEqual([1, 2]);
    const contents = new Map([
      ["0@x", Buffer.concat([PNG, Buffer.alloc(9_000_000)])],
      ["1@x", PNG],
    ]);
    const put = withPictures(html, contents);
    expect(put.match(/src="(?:cid:\d|data:image\/png)/g)).toEqual(['src="cid:0', 'src="data:image/png', 'src="cid:2']);
  });

  test("that cannot be taken out of the mail leave its words", async () => {
    const agent = await desk.agent();
    const { message } = await withPicture();
    refusal = new AppError("fileUnreadable", "x");
    const { status, text } = await agent.get(`/console/messages/${message.id}/html`);
    expect(status).toBe(200);
    expect(text).toContain("<p>Hata:</p>");
  });
});
