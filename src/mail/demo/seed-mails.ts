import { createHash } from "node:crypto";

/** An example mail for a new demo mailbox. People, numbers and addresses in them are invented (RFC 2606 domains). */
export interface SeedMail {
  readonly raw: Buffer;
  readonly receivedAt: Date;
}

interface Draft {
  readonly from: string;
  readonly subject: string;
  readonly sent: string;
  readonly text: string;
  readonly charset?: "utf-8" | "windows-1254";
  readonly html?: boolean;
  readonly headers?: readonly string[];
}

const APART_MS = 25 * 60_000;

const DRAFTS: readonly Draft[] = [
  {
    from: "Nermin Aksoy <nermin.aksoy@corum.example>",
    subject: "Mobil imza talep listesi - Çorum İl Nüfus ve Vatandaşlık Müdürlüğü",
    sent: "2026-11-16T08:12:00Z",
    text: `Sayın yetkili,

Müdürlüğümüzde görev yapan aşağıdaki personel için mobil imza talep ediyoruz.

Adı Soyadı | T.C. Kimlik No | Sicil No | Telefon | Operatör | Hat Türü
Ayşe Yıldırım | 10000000146 | 45121 | 0532 000 01 01 | Turkcell | faturalı
Mehmet Özgür Çağlar | 10000000214 | 45187 | 0542 000 02 02 | Vodafone | faturalı
İlknur Şahin | 10000000382 | 45203 | 0505 000 03 03 | Türk Telekom | faturasız

Gereğini arz ederim.

Nermin Aksoy
Proje Sorumlusu
`,
  },
  {
    from: "Hakan Doğruöz <hakan.dogruoz@sivas.example>",
    subject: "Faturama 8 TL yansıdı",
    sent: "2026-11-16T11:40:00Z",
    text: `Merhaba,

Turkcell faturalı hattımda mobil imza kullanıyorum. Bu ayki faturamda mobil imza için 4 TL yerine 8 TL görünüyor.
Düzeltilmesi için ne yapmam gerekiyor?

Teşekkürler
Hakan Doğruöz
Sivas İl Yazı İşleri
`,
  },
  {
    from: "Gülşen İnce <gulsen.ince@mus.example>",
    subject: "SIM kart değişikliği sonrası imza atamıyorum",
    sent: "2026-11-17T06:55:00Z",
    text: `İyi günler,

Telefonum bozulduğu için dün SIM kartımı yeniledim. O günden beri belgeleri mobil imza ile imzalayamıyorum,
"sertifika bulunamadı" uyarısı alıyorum. Numaram aynı: 0533 000 04 04.

Gülşen İnce
Sicil: 38874
`,
  },
  {
    from: "Murat Ekşi <murat.eksi@bartin.example>",
    subject: "Otomatik yanıt: Mobil imza bilgilendirmesi",
    sent: "2026-11-17T07:01:00Z",
    headers: ["Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All"],
    text: `23.11.2026 tarihine kadar yıllık izindeyim. Acil konular için santrali arayabilirsiniz.
`,
  },
  {
    from: "Ömer Faruk Uçar <omer.ucar@rize.example>",
    subject: "Sertifika süresi",
    sent: "2026-11-17T13:20:00Z",
    text: `Merhaba, mobil imza sertifikasının süresi kaç yıl? Ücretini kurum mu karşılıyor?

Ömer Faruk Uçar
`,
  },
  {
    from: "Şükran Güneş <sukran.gunes@kars.example>",
    subject: "İletişim bilgilerinde operatör alanı",
    sent: "2026-11-18T09:05:00Z",
    charset: "windows-1254",
    text: `Sayın ilgili,

Mobil imzam geldi. İletişim bilgileri sayfasında operatör adını nereden güncelleyeceğim? Şu an boş görünüyor.

Saygılarımla,
Şükran Güneş
`,
  },
  {
    from: "Tülay Çetinkaya <tulay.cetinkaya@amasya.example>",
    subject: "İLT: Numara taşıma",
    sent: "2026-11-18T12:31:00Z",
    text: `Arkadaşlar, personelimizin sorusu aşağıda; ne yapması gerekiyor, bilgi verir misiniz?

Tülay Çetinkaya
Amasya Proje Sorumlusu

-----Özgün İleti-----
Kimden: Kâmil Aydın <kamil.aydin@amasya.example>
Gönderilme: 18 Kasım 2026 Çarşamba 14:02
Kime: Tülay Çetinkaya
Konu: Numara taşıma

Tülay Hanım, hattımı Vodafone'dan Turkcell'e taşımak istiyorum. Mobil imzam çalışmaya devam eder mi?
`,
  },
  {
    from: "İsmail Önder <ismail.onder@hakkari.example>",
    subject: "Öneri: başvuru durumu",
    sent: "2026-11-19T10:10:00Z",
    html: true,
    text: `<p>Merhaba,</p>
<p>Başvurumun hangi aşamada olduğunu <b>tek bir sayfada</b> görebilsek çok iyi olur. Şu an kime sorsam başka yere yönlendiriyor.</p>
<p>İsmail Önder<br>Hakkâri</p>
`,
  },
];

/**
 * The example mails, addressed to the mailbox, received over the last hours before `now`. Their bytes are the same every
 * time, so that the content key knows them again should the mailbox be made anew.
 */
export function seedMails(address: string, now: Date): SeedMail[] {
  return DRAFTS.map((draft, index) => ({
    raw: rawMail(draft, address),
    receivedAt: new Date(now.getTime() - (DRAFTS.length - index) * APART_MS),
  }));
}

function rawMail(draft: Draft, to: string): Buffer {
  const { from, subject, sent, text, charset = "utf-8", html = false, headers = [] } = draft;
  const id = createHash("sha256").update(`${sent}${subject}`).digest("hex").slice(0, 24);
  const [, name = "", address = ""] = /^(.*) <(.*)>$/.exec(from) ?? [];
  const head = [
    `From: ${encoded(name)} <${address}>`,
    `To: <${to}>`,
    `Subject: ${encoded(subject)}`,
    `Date: ${new Date(sent).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${id}@${address.split("@")[1]}>`,
    "MIME-Version: 1.0",
    `Content-Type: ${html ? "text/html" : "text/plain"}; charset=${charset}`,
    "Content-Transfer-Encoding: 8bit",
    ...headers,
    "",
    "",
  ].join("\r\n");
  const body = text.replace(/\n/g, "\r\n");
  return Buffer.concat([Buffer.from(head), charset === "utf-8" ? Buffer.from(body) : windows1254(body)]);
}

/** RFC 2047 "B" words of at most 45 bytes each, cut between letters. */
function encoded(text: string): string {
  const words: string[] = [""];
  for (const letter of text) {
    if (Buffer.byteLength((words.at(-1) ?? "") + letter) > 45) words.push("");
    words[words.length - 1] += letter;
  }
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString("base64")}?=`).join("\r\n ");
}

/** windows-1254 is latin-1 with six letters replaced, as far as these mails need it. */
function windows1254(text: string): Buffer {
  const turkish = { Ğ: "\u00d0", İ: "\u00dd", Ş: "\u00de", ğ: "\u00f0", ı: "\u00fd", ş: "\u00fe" } as const;
  return Buffer.from(
    text.replace(/[ĞİŞğış]/g, (letter) => turkish[letter as keyof typeof turkish] ?? letter),
    "latin1",
  );
}
