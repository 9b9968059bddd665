import { randomBytes } from "node:crypto";

/** windows-1254 differs from latin-1 in these letters, as far as Turkish needs. */
const TURKISH: Readonly<Record<string, string>> = {
  Ğ: "\u00d0",
  İ: "\u00dd",
  Ş: "\u00de",
  ğ: "\u00f0",
  ı: "\u00fd",
  ş: "\u00fe",
};
const SENTENCES = [
  "Mobil imza başvurumun hangi aşamada olduğunu öğrenmek istiyorum.",
  "SIM kartımı değiştirdikten sonra imza atamıyorum.",
  "Müdürlüğümüzdeki beş personel için mobil imza talep ediyoruz.",
  "Faturamda 4 TL yerine 8 TL görünüyor, düzeltilmesini rica ederim.",
  "Formu doldurdum, güvenli posta ile gönderdim.",
  "İletişim bilgilerimde operatör adını güncelledim.",
];
/** One attachment for all, 100 KB, as a scanned form. */
const SCAN = randomBytes(100_000).toString("base64").replace(/.{76}/g, "$&\r\n");

/**
 * The n-th mail of an ordinary mailbox: every sender and subject its own, a quarter in windows-1254, three of five with HTML,
 * one of five with an attachment of 100 KB. The same n gives nearly the same mail; only Message-IDs are new.
 */
export function realisticMail(n: number, to: string): Buffer {
  const charset = n % 4 === 0 ? "windows-1254" : "utf-8";
  const text = Array.from({ length: 4 + (n % 9) }, (_, line) => SENTENCES[(n + line) % SENTENCES.length]).join("\r\n");
  const parts = [partOf("text/plain", charset, `Sayın yetkili,\r\n\r\n${text}\r\n\r\nKişi ${n}\r\n`)];
  if (n % 5 < 3)
    parts.push(
      partOf(
        "text/html",
        charset,
        `<html><body><p>Sayın yetkili,</p><p>${text}</p><p><b>Kişi ${n}</b></p></body></html>`,
      ),
    );
  const body = parts.length > 1 ? multipart("alternative", parts) : (parts[0] ?? "");
  const attached =
    n % 5 === 4
      ? multipart("mixed", [
          body,
          `Content-Type: application/pdf; name=form.pdf\r\nContent-Disposition: attachment; filename=form.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${SCAN}`,
        ])
      : body;
  const head = [
    `Received: from mx${n % 7}.kurum.example by mail.icisleri.example; Mon, 23 Nov 2026 09:00:00 +0300`,
    `From: =?utf-8?B?${Buffer.from(`Kişi ${n}`).toString("base64")}?= <kisi${n}@kurum${n % 997}.example>`,
    `To: ${to}`,
    `Subject: =?utf-8?B?${Buffer.from(`Başvuru ${n} hakkında`).toString("base64")}?=`,
    "Date: Mon, 23 Nov 2026 09:00:00 +0300",
    `Message-ID: <${randomBytes(9).toString("hex")}@kurum.example>`,
    "MIME-Version: 1.0",
  ].join("\r\n");
  const mail = `${head}\r\n${attached}`;
  return charset === "utf-8" ? Buffer.from(mail) : windows1254(mail);
}

function partOf(type: string, charset: string, content: string): string {
  return `Content-Type: ${type}; charset=${charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${content}`;
}

function multipart(kind: string, parts: readonly string[]): string {
  const boundary = `b-${kind}-1`;
  const inner = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("");
  return `Content-Type: multipart/${kind}; boundary=${boundary}\r\n\r\n${inner}--${boundary}--\r\n`;
}

function windows1254(text: string): Buffer {
  return Buffer.from(
    text.replace(/[ĞİŞğış]/g, (letter) => TURKISH[letter] ?? letter),
    "latin1",
  );
}
