import type { RequestKind } from "../../../src/core/request.ts";
import { workbook } from "../../../src/requests/sheet-files.ts";
import type { RequestMaterial } from "../../../src/understanding/extraction/types.ts";
import { type MadeUpPerson, madeUpPerson } from "../../support/made-up-people.ts";
import { upper } from "../../support/spelling.ts";
import { type ExpectedMail, type ExpectedPerson, without } from "./expected-mails.ts";

/*
 * The mails the extractor is measured with. They were written after it and are not to be tuned on: a mail that is read wrongly stays
 * as it is, and what is learned from it goes into the development set in other words. What they misread was seen and mended since;
 * the honest measure now is the first reading of the independent mails, noted there.
 */

const LEAD = { email: "nermin.sorumlu@ornek.example", name: "Nermin Sorumluer" };
let serial = 2_000;
const next = () => madeUpPerson(++serial);
const several = (count: number) => Array.from({ length: count }, next);

type Extra = Omit<ExpectedPerson, "kind">;
const listed = (kind: RequestKind, person: MadeUpPerson, extra: Extra = {}): ExpectedPerson => ({
  kind,
  name: person.name,
  nationalId: person.nationalId,
  phone: person.phone,
  projectLead: LEAD.name,
  ...extra,
});
const mail = (subject: string, text: string, rest: Partial<RequestMaterial> = {}): RequestMaterial => ({
  subject,
  text,
  sender: LEAD,
  ...rest,
});
const dotted = ({ phone }: MadeUpPerson) => phone.replace(/^\+90(\d{3})(\d{3})(\d\d)(\d\d)$/, "0$1.$2.$3.$4");
const bare = ({ phone }: MadeUpPerson) => phone.slice(3);
const bracketed = ({ phone }: MadeUpPerson) => phone.replace(/^\+90(\d{3})(\d{3})(\d\d)(\d\d)$/, "(0$1) $2 $3 $4");
const attach = (name: string, bytes: Uint8Array) => [
  { name, size: bytes.length, read: async () => Buffer.from(bytes) },
];
const SIGNATURE =
  "\n\nİyi çalışmalar dilerim.\n\nNermin SORUMLUER\nVeri Hazırlama ve Kontrol İşletmeni\nBilgi Teknolojileri Şubesi\nDahili: 1234 / Cep: 0541 222 33 44";

type Template = (variation: number) => ExpectedMail;

const TEMPLATES: readonly Template[] = [
  (v) => {
    const [p] = several(1) as [MadeUpPerson];
    return {
      name: "form with dotted labels",
      mail: mail(
        v ? "Başvuru formu" : "M-imza başvurusu",
        `Sayın Yetkililer,\n\nAşağıda bilgileri yer alan personelimize mobil imza verilmesi hususunda gereğini arz ederim.\n\nADI SOYADI ........: ${upper(p.name)}\nT.C. KİMLİK NUMARASI: ${p.nationalId}\nSİCİLİ: ${p.registryNumber}\nCEP TELEFONU: ${v ? dotted(p) : bracketed(p)}\nGSM OPERATÖRÜ: ${v ? "VODAFONE" : "TÜRK TELEKOM"}\nE-POSTA ADRESİ: ${p.email}${SIGNATURE}`,
      ),
      people: [
        listed("newApplication", p, {
          name: upper(p.name),
          registryNumber: p.registryNumber,
          operator: v ? "vodafone" : "turkTelekom",
          email: p.email,
        }),
      ],
    };
  },
  (v) => {
    const [p, q, r] = several(3) as [MadeUpPerson, MadeUpPerson, MadeUpPerson];
    return {
      name: "numbered list, name first",
      mail: mail(
        "Mobil imza talep listesi",
        `Merhaba,\nmobil imza isteyen arkadaşlarımızın bilgileri:\n\n${[p, q, r].map((x, at) => `${at + 1}${v ? "." : ")"} ${x.name} TC: ${x.nationalId} Tel: ${x.spoken}`).join("\n")}\n\nTeşekkürler,\nNermin`,
      ),
      people: [p, q, r].map((x) => listed("newApplication", x)),
    };
  },
  (v) => {
    const [p] = several(1) as [MadeUpPerson];
    return {
      name: "flowing sentence with sicil first",
      mail: mail(
        "Talep",
        `Merhabalar, kurumumuzda ${p.registryNumber} sicil numarası ile görev yapan ${p.name}${v ? "'in" : ""} ${p.nationalId} T.C. kimlik numarası ve ${p.spoken} numaralı Vodafone hattı için mobil imza başvurusunun alınmasını rica ederim.`,
      ),
      people: [listed("newApplication", p, { registryNumber: p.registryNumber, operator: "vodafone" })],
    };
  },
  (v) => {
    const list = several(4);
    const head = v ? "SIRA;ADI;SOYADI;TC;TELEFON;HAT TÜRÜ" : "Sıra No;Ad;Soyad;Kimlik Numarası;GSM Numarası;Tarife";
    return {
      name: "semicolon list pasted",
      mail: mail(
        "mobil imza",
        `Liste:\n${head}\n${list.map((x, at) => `${at + 1};${x.name.split(" ")[0]};${x.name.split(" ")[1]};${x.nationalId};${bare(x)};${at % 2 ? "Faturasız" : "Faturalı"}`).join("\n")}${SIGNATURE}`,
      ),
      people: list.map((x, at) => listed("newApplication", x, { lineType: at % 2 ? "prepaid" : "postpaid" })),
    };
  },
  (v) => {
    const list = several(v ? 2 : 5);
    const rows = list.map((x) => [x.name, x.nationalId, x.registryNumber, "Erzurum", x.spoken, "Turkcell", x.email]);
    const head = ["İsim Soyisim", "Kimlik No", "Personel No", "İli", "Cep Tel.", "Şebeke", "Kurumsal e-posta"];
    const cells = (row: string[]) =>
      `<tr>${row.map((cell) => `<td style="border:1px">${cell.replaceAll(" ", "&nbsp;")}</td>`).join("")}</tr>`;
    return {
      name: "html table",
      mail: mail(
        "Mobil imza başvuruları",
        `Bilgiler aşağıdadır.\n\n${[head, ...rows].flat().join("\n")}\n\nSaygılarımla\nNermin Sorumluer`,
        {
          html: `<div>Bilgiler aşağıdadır.</div><table><tbody>${[head, ...rows].map(cells).join("")}</tbody></table><div>Saygılarımla</div>`,
        },
      ),
      people: list.map((x) =>
        listed("newApplication", x, {
          registryNumber: x.registryNumber,
          province: "Erzurum",
          operator: "turkcell",
          email: x.email,
        }),
      ),
    };
  },
  (v) => {
    const list = several(3);
    const rows = list.map((x, at) => [
      String(at + 1),
      x.name,
      x.nationalId,
      "İl Göç İdaresi Müdürlüğü",
      bare(x),
      ["Turkcell", "Vodafone", "Avea"][at] ?? "",
    ]);
    const bytes = workbook("Liste", [
      ["MOBİL İMZA TALEP FORMU"],
      [],
      ["S.NO", "ADI SOYADI", "TCKN", "GÖREV YERİ", "TELEFON", "OPERATÖR"],
      ...rows,
    ]);
    const csv = new TextEncoder().encode(
      ["S.NO,ADI SOYADI,TCKN,GÖREV YERİ,TELEFON,OPERATÖR", ...rows.map((row) => row.join(","))].join("\r\n"),
    );
    return {
      name: "attached list",
      mail: mail("Mobil imza talepleri hk.", `Talep listemiz ekte sunulmuştur.${SIGNATURE}`, {
        attachments: v ? attach("talep.csv", csv) : attach("Talep Listesi.xlsx", bytes),
      }),
      people: list.map((x, at) =>
        listed("newApplication", x, {
          unit: "İl Göç İdaresi Müdürlüğü",
          operator: ["turkcell", "vodafone", "turkTelekom"][at] ?? "",
        }),
      ),
    };
  },
  (v) => {
    const [p] = several(1) as [MadeUpPerson];
    return {
      name: "line change of a member of staff",
      mail: mail(
        "Hat değişikliği bildirimi",
        `Birimimizde görevli ${p.name} (TC: ${p.nationalId}) ${v ? "telefon hattını başka operatöre taşımıştır" : "SIM kartını yenilemiştir"}. Hattı: ${p.spoken}\nMobil imzası çalışmamaktadır.`,
      ),
      people: [listed("lineChange", p)],
    };
  },
  (v) => {
    const [p] = several(1) as [MadeUpPerson];
    return {
      name: "own line change",
      mail: mail(
        "mobil imzam",
        v
          ? `İyi günler, numaramı Vodafone'a taşıdım, o günden beri mobil imza ile giriş yapamıyorum.\n\n${p.name}\nCep: ${p.spoken}`
          : `merhaba dün hattımı değiştirdim imzam çalışmıyor yardımcı olur musunuz\n\nTC ${p.nationalId}`,
        { sender: { email: p.email, name: p.name } },
      ),
      people: [
        v
          ? { kind: "lineChange", name: p.name, email: p.email, phone: p.phone, operator: "vodafone" }
          : { kind: "lineChange", name: p.name, email: p.email, nationalId: p.nationalId },
      ],
    };
  },
  (v) => {
    const [p] = several(1) as [MadeUpPerson];
    return {
      name: "own application",
      mail: mail(
        "Başvuru",
        v
          ? `Mobil imza almak istiyorum, bilgilerim şöyle:\nTC Kimlik No: ${p.nationalId}\nTelefon: ${p.spoken}\nOperatör: Turkcell`
          : `Adıma mobil imza başvurusu yapılmasını talep ederim.\nT.C.: ${p.nationalId}\nGSM: ${p.phone}\nOperatör: Turkcell`,
        { sender: { email: p.email, name: p.name } },
      ),
      people: [
        {
          kind: "newApplication",
          name: p.name,
          email: p.email,
          nationalId: p.nationalId,
          phone: p.phone,
          operator: "turkcell",
        },
      ],
    };
  },
  (v) => {
    const [p] = several(1) as [MadeUpPerson];
    return {
      name: "billing complaint",
      mail: mail(
        "Fatura itirazı",
        v
          ? "Bu ayki Turkcell faturamda mobil imza ücreti 8 TL görünüyor, 4 TL olması gerekmiyor mu?"
          : "Turkcell hattıma ait faturama 8 TL yansıtılmış. Düzeltilmesini istiyorum.",
        { sender: { email: p.email, name: p.name } },
      ),
      people: [{ kind: "billing", name: p.name, email: p.email, operator: "turkcell" }],
    };
  },
  (v) => {
    const [p, q] = several(2) as [MadeUpPerson, MadeUpPerson];
    return {
      name: "paragraph blocks without labels",
      mail: mail(
        "mobil imza",
        `mobil imza talep eden personel\n\n${[p, q].map((x) => [x.name, x.nationalId, v ? `+90 ${bare(x)}` : x.spoken, x.email].join("\n")).join("\n\n")}`,
      ),
      people: [p, q].map((x) => listed("newApplication", x, { email: x.email })),
    };
  },
  (v) => {
    const [p, q] = several(2) as [MadeUpPerson, MadeUpPerson];
    const bad = v
      ? q.nationalId.slice(0, 10)
      : `${q.nationalId.slice(0, 9)}${(Number(q.nationalId[9]) + 3) % 10}${q.nationalId[10]}`;
    return {
      name: "a wrong number in a table with pipes",
      mail: mail(
        "Mobil imza talebi",
        `Adı Soyadı | TC | Telefon\n${p.name} | ${p.nationalId} | ${p.spoken}\n${q.name} | ${bad} | ${q.spoken}`,
      ),
      people: [listed("newApplication", p), listed("newApplication", q, { nationalId: bad })],
    };
  },
  (v) => {
    const [p] = several(1) as [MadeUpPerson];
    return {
      name: "contact details to be updated",
      mail: mail(
        "İletişim bilgileri",
        `${v ? "Personel" : "Ad Soyad"}: ${p.name}\nTC: ${p.nationalId}\nİletişim bilgilerinde operatör adı Türk Telekom, cep telefonu ${p.spoken} olarak güncellenmelidir.`,
      ),
      people: [listed("contactUpdate", p, { operator: "turkTelekom" })],
    };
  },
  (v) => {
    const [p] = several(1) as [MadeUpPerson];
    return {
      name: "suggestion",
      mail: mail(
        "Öneri",
        v
          ? "Önerim: başvuru ekranına toplu yükleme seçeneği eklense işimiz çok kolaylaşır."
          : "İstek bildir modülüne mobil imza için ayrı bir başlık eklenmesini öneriyorum.",
        { sender: { email: p.email, name: p.name } },
      ),
      people: [{ kind: "suggestion", name: p.name, email: p.email }],
    };
  },
  (v) => {
    const [p, q] = several(2) as [MadeUpPerson, MadeUpPerson];
    return {
      name: "labels in one line, several people, slashes",
      mail: mail(
        "mobil imza başvuru",
        [p, q]
          .map(
            (x) =>
              `Adı Soyadı: ${x.name} ${v ? "/" : ";"} T.C. No: ${x.nationalId} ${v ? "/" : ";"} Cep Tel: ${x.spoken} ${v ? "/" : ";"} Operatör: Vodafone`,
          )
          .join("\n"),
      ),
      people: [p, q].map((x) => listed("newApplication", x, { operator: "vodafone" })),
    };
  },
  (v) => {
    const list = several(3);
    return {
      name: "columns of spaces without heading",
      mail: mail(
        "Mobil imza isteyenler",
        `${list.map((x) => `${x.name.padEnd(20)}${x.nationalId}   ${v ? bare(x) : x.spoken}   Turkcell`).join("\n")}\n\nKolay gelsin`,
      ),
      people: list.map((x) => listed("newApplication", x, { operator: "turkcell" })),
    };
  },
  (v) => {
    const [p] = several(1) as [MadeUpPerson];
    return {
      name: "letter of an office with unit and province",
      mail: mail(
        "Mobil imza",
        `Kayseri İl Jandarma Komutanlığı emrinde görevli ${v ? "J.Asb.Çvş. " : "Uzman Çavuş "}${p.name} adına mobil imza talep edilmektedir. T.C. Kimlik No: ${p.nationalId}, GSM: ${p.spoken}.`,
      ),
      people: [listed("newApplication", p, { unit: "Kayseri İl Jandarma Komutanlığı", province: "Kayseri" })],
    };
  },
  (v) => {
    const [p] = several(1) as [MadeUpPerson];
    return {
      name: "labels without colons",
      mail: mail(
        "mobil imza talebi",
        v
          ? `Ad Soyad ${p.name}\nTC Kimlik No ${p.nationalId}\nCep Telefonu ${p.spoken}\nSicil No ${p.registryNumber}`
          : `Ad Soyad - ${p.name}\nTC Kimlik No - ${p.nationalId}\nCep Telefonu - ${p.spoken}\nSicil No - ${p.registryNumber}`,
      ),
      people: [listed("newApplication", p, { registryNumber: p.registryNumber })],
    };
  },
  (v) => {
    const [p] = several(1) as [MadeUpPerson];
    const html = `<table><tr><th>Adı Soyadı</th><td>${p.name}</td></tr><tr><th>T.C.</th><td>${p.nationalId}</td></tr><tr><th>GSM</th><td>${p.spoken}</td></tr><tr><th>Hat Tipi</th><td>Kurumsal</td></tr></table>`;
    return {
      name: "html form",
      mail: mail("mobil imza", v ? "" : `Adı Soyadı ${p.name} T.C. ${p.nationalId} GSM ${p.spoken} Hat Tipi Kurumsal`, {
        html,
      }),
      people: [listed("newApplication", p, { lineType: "corporate" })],
    };
  },
  (v) => {
    const [p, q] = several(2) as [MadeUpPerson, MadeUpPerson];
    return {
      name: "a new person above a quoted one",
      mail: mail("Ynt: mobil imza", `Bir kişi daha ekleyelim: ${p.name} ${p.nationalId} ${p.spoken}`, {
        fullText: `Bir kişi daha ekleyelim: ${p.name} ${p.nationalId} ${p.spoken}\n\n${v ? "Kimden: Nermin\nKonu: mobil imza\n" : "> "}${q.name} ${q.nationalId}`,
        html: `<p>Bir kişi daha ekleyelim: ${p.name} ${p.nationalId} ${p.spoken}</p><blockquote><table><tr><td>${q.name}</td><td>${q.nationalId}</td></tr></table></blockquote>`,
      }),
      people: [listed("newApplication", p)],
    };
  },
  (v) => {
    const [p] = several(1) as [MadeUpPerson];
    return {
      name: "without Turkish letters, in a hurry",
      mail: mail(
        "acil",
        `slm ${v ? "arkadasimiz" : "personelimiz"} ${p.name} icin mobil imza istiyoruz tc ${p.nationalId} tel ${bare(p)} turkcell faturali`,
      ),
      people: [listed("newApplication", p, { operator: "turkcell", lineType: "postpaid" })],
    };
  },
  (v) => {
    const [p] = several(1) as [MadeUpPerson];
    return {
      name: "name and sicil only",
      mail: mail(
        "Mobil İmza",
        `Ad Soyad: ${p.name}\nSicil: ${v ? `EGM-${p.registryNumber}` : p.registryNumber}\nMobil imza başvurusu yapmak istiyor.`,
      ),
      people: [
        without(
          listed("newApplication", p, { registryNumber: v ? `EGM${p.registryNumber}` : p.registryNumber }),
          "nationalId",
          "phone",
        ),
      ],
    };
  },
  (v) => {
    const [p, q] = several(2) as [MadeUpPerson, MadeUpPerson];
    return {
      name: "a kind for each row",
      mail: mail(
        "Toplu işlem",
        `Ad Soyad\tTC No\tGSM\tİşlem\n${p.name}\t${p.nationalId}\t${p.spoken}\t${v ? "İlk başvuru (mobil imza talebi)" : "Mobil imza talep"}\n${q.name}\t${q.nationalId}\t${q.spoken}\t${v ? "Numara değişikliği" : "Hat taşıma / numara taşıma"}`,
      ),
      people: [listed("newApplication", p), listed("lineChange", q)],
    };
  },
];

const NOBODY: readonly (readonly [subject: string, text: string])[] = [
  ["Ücret", "Mobil imza için her ay ne kadar ödeyeceğim? Turkcell faturalı hat kullanıyorum."],
  ["Bilgi talebi", "Hattımı başka operatöre taşırsam mobil imzam iptal olur mu?"],
  ["Soru", "Sertifika süresi kaç yıl, yenileme için ne yapmamız gerekiyor?"],
  ["Başvuru", "Mobil imza başvurusu nasıl yapılıyor, hangi sayfadan?"],
  [
    "Toplantı",
    "Sayın Ahmet Bey,\n\nToplantı 25 Kasım Çarşamba günü saat 14:00'te yapılacaktır.\n\nSaygılarımla,\nFatma Kaya\nŞube Müdürü\n0312 555 44 33",
  ],
  ["Re: başvuru", "Evrakları kargoya verdik, takip numarası 27312345678901. Teşekkür ederiz."],
  ["Duyuru", "Bilgi İşlem Dairesi Başkanlığı sunucu bakım çalışması yapacaktır. Çağrı Merkezi: (312) 422 46 33-38"],
  ["Durum sorgusu", "Geçen hafta gönderdiğimiz başvurular onaylandı mı?"],
  ["form", "Kamu SM formu mailime gelmedi, ne zaman gelir?"],
  ["teşekkür", "Mobil imzam aktif oldu, ilginiz için teşekkür ederim."],
  ["Bilgi", "Sim kart değişikliğinde mobil imza kullanılamıyor diye duydum, doğru mu?"],
  ["sertifika", "Vodafone hattı olanlar da mobil imza alabiliyor mu?"],
  ["tel", "Sizi aradım ulaşamadım, 0532 111 22 33 numaramdan arar mısınız?"],
  ["fatura", "8 TL mi 4 TL mi kesiliyor, bilgi verir misiniz?"],
];

export const HELD_BACK_MAILS: readonly ExpectedMail[] = [
  ...TEMPLATES.flatMap((template) => [template(0), template(1)]),
  ...NOBODY.map(([subject, text]) => ({ name: `nobody: ${text.slice(0, 50)}`, mail: mail(subject, text), people: [] })),
];
