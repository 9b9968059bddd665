import type { RequestMaterial } from "../../../src/understanding/extraction/types.ts";
import { type MadeUpPerson, madeUpPerson } from "../../support/made-up-people.ts";
import type { ExpectedMail, ExpectedPerson } from "./expected-mails.ts";

type Listed = MadeUpPerson & { readonly written: string };

const LEAD = { email: "lead@ornek.example", name: "Hale Sorumlu" };
const people = Array.from({ length: 30 }, (_, serial) => madeUpPerson(serial + 1));
const [A, B, C, D] = people as [MadeUpPerson, MadeUpPerson, MadeUpPerson, MadeUpPerson];

const of = ({ name, nationalId, phone }: MadeUpPerson) => ({ name, nationalId, phone });
const application = (person: object): ExpectedPerson => ({ kind: "newApplication", ...person, projectLead: LEAD.name });
const mail = (subject: string, text: string, rest: Partial<RequestMaterial> = {}): RequestMaterial => ({
  subject,
  text,
  sender: LEAD,
  ...rest,
});

/** The mails the extractor was built on. The set it is measured with is another one (test/benchmarks). */
export const DEVELOPMENT_MAILS: readonly ExpectedMail[] = [
  {
    name: "a form of labels with colons, numbers spaced",
    mail: mail(
      "Toplu mobil imza talebi",
      `Ad Soyad : ${A.name}\nT.C. Kimlik No: ${A.nationalId.replace(/(\d{3})(\d{3})(\d{3})/, "$1 $2 $3 ")}\nGSM No: ${A.phone.replace(/^\+90(\d{3})(\d{3})(\d\d)/, "+90 ($1) $2 $3 ")}\nOperatör: TURKCELL\nKurum: Örnek Bakanlığı`,
    ),
    people: [application({ ...of(A), operator: "turkcell", unit: "Örnek Bakanlığı" })],
  },
  {
    name: "two rows parted by tabs, one checksum wrong",
    mail: mail(
      "2 personel için mobil imza",
      `Aşağıdaki iki personel için:\n\n${A.name}\t${A.nationalId}\t${A.spoken}\tTurkcell\n${B.name}\t${B.nationalId.slice(0, 10)}${(Number(B.nationalId[10]) + 1) % 10}\t${B.spoken}\tVodafone`,
    ),
    people: [
      application({ ...of(A), operator: "turkcell" }),
      application({
        ...of(B),
        nationalId: `${B.nationalId.slice(0, 10)}${(Number(B.nationalId[10]) + 1) % 10}`,
        operator: "vodafone",
      }),
    ],
  },
  {
    name: "a sentence with everything in brackets, and a signature",
    mail: mail(
      "Mobil imza",
      `Merhaba,\n\nPersonelimiz ${A.name} (T.C. ${A.nationalId}, sicil no ${A.registryNumber}, cep ${A.spoken}, Turkcell faturalı hat) için mobil imza talep ediyoruz.\n\nSaygılarımla,\nHale Sorumlu\nBilgi İşlem Şube Müdürlüğü\nTel: 0312 111 22 33  Cep: 0555 999 88 77`,
    ),
    people: [application({ ...of(A), registryNumber: A.registryNumber, operator: "turkcell", lineType: "postpaid" })],
  },
  {
    name: "two people in one sentence, the name before the number",
    mail: mail(
      "Mobil imza başvurusu",
      `${A.name} (${A.nationalId}) ve ${B.name} (${B.nationalId}) için mobil imza başvurusu yapılmasını arz ederim.`,
    ),
    people: [
      application({ name: A.name, nationalId: A.nationalId }),
      application({ name: B.name, nationalId: B.nationalId }),
    ],
  },
  {
    name: "two people, the number before the name",
    mail: mail(
      "Mobil imza başvurusu",
      `Mobil imza verilecek personel:\n${A.nationalId} ${A.name}\n${B.nationalId} ${B.name}`,
    ),
    people: [
      application({ name: A.name, nationalId: A.nationalId }),
      application({ name: B.name, nationalId: B.nationalId }),
    ],
  },
  {
    name: "a table with pipes and a heading",
    mail: mail(
      "Mobil imza listesi",
      `Sayın Yetkili,\n\n| S.No | Adı Soyadı | T.C. Kimlik No | Sicil | Görev Yeri | İl | Cep Tel | Operatör | Hat Tipi | E-posta |\n|---|---|---|---|---|---|---|---|---|---|\n| 1 | ${A.name} | ${A.nationalId} | ${A.registryNumber} | Nüfus Müdürlüğü | Çorum | ${A.spoken} | Avea | Faturalı | ${A.email} |\n| 2 | ${B.name} | ${B.nationalId} | ${B.registryNumber} | Emniyet Müdürlüğü | K.Maraş | ${B.spoken} | TT Mobil | Kontörlü | ${B.email} |`,
    ),
    people: [
      application({
        ...of(A),
        registryNumber: A.registryNumber,
        unit: "Nüfus Müdürlüğü",
        province: "Çorum",
        operator: "turkTelekom",
        lineType: "postpaid",
        email: A.email,
      }),
      application({
        ...of(B),
        registryNumber: B.registryNumber,
        unit: "Emniyet Müdürlüğü",
        province: "Kahramanmaraş",
        operator: "turkTelekom",
        lineType: "prepaid",
        email: B.email,
      }),
    ],
  },
  {
    name: "columns laid out with spaces",
    mail: mail(
      "Mobil imza",
      `Personel listesi aşağıdadır.\n\nAdı Soyadı        TCKN           GSM             Operatör\n${A.name.padEnd(18)}${A.nationalId}    ${A.spoken}   Turkcell\n${B.name.padEnd(18)}${B.nationalId}    ${B.spoken}   Vodafone\n`,
    ),
    people: [application({ ...of(A), operator: "turkcell" }), application({ ...of(B), operator: "vodafone" })],
  },
  {
    name: "a pasted comma list with quotes",
    mail: mail(
      "mobil imza",
      `ad,soyad,tc,gsm\n"${A.name.split(" ")[0]}","${A.name.split(" ")[1]}",${A.nationalId},${A.phone}\n${B.name.split(" ")[0]},${B.name.split(" ")[1]},${B.nationalId},${B.phone}`,
    ),
    people: [application(of(A)), application(of(B))],
  },
  {
    name: "several labelled blocks",
    mail: mail(
      "Mobil imza talepleri",
      [A, B, C]
        .map((p) => `Adı Soyadı: ${p.name}\nTC No: ${p.nationalId}\nCep Telefonu: ${p.spoken}\nOperatörü: Vodafone\n`)
        .join("\n"),
    ),
    people: [A, B, C].map((p) => application({ ...of(p), operator: "vodafone" })),
  },
  {
    name: "labels of one line",
    mail: mail(
      "mobil imza",
      `Ad Soyad: ${A.name} T.C.: ${A.nationalId} Tel: ${A.spoken} Operatör: Turkcell\nAd Soyad: ${B.name}, T.C.: ${B.nationalId}, Tel: ${B.spoken}`,
    ),
    people: [application({ ...of(A), operator: "turkcell" }), application(of(B))],
  },
  {
    name: "label on its own line, value on the next",
    mail: mail("mobil imza başvurusu", `Ad Soyad:\n${A.name}\nT.C. Kimlik No:\n${A.nationalId}\nCep:\n${A.spoken}`),
    people: [application(of(A))],
  },
  {
    name: "bare lines, block after block",
    mail: mail(
      "Mobil imza",
      `${A.name}\n${A.nationalId}\n${A.spoken}\nTurkcell\n\n${B.name}\n${B.nationalId}\n${B.spoken}\nVodafone`,
    ),
    people: [application({ ...of(A), operator: "turkcell" }), application({ ...of(B), operator: "vodafone" })],
  },
  {
    name: "an HTML table, its text in cells one a line",
    mail: mail(
      "Mobil imza",
      `Liste:\n\nAdı Soyadı\n\nKimlik No\n\nTelefon\n\n${A.name}\n\n${A.nationalId}\n\n${A.spoken}\n\nSaygılarımla,\nHale Sorumlu`,
      {
        html: `<p>Liste:</p><table><tr><td><b>Adı Soyadı</b></td><td>Kimlik No</td><td>Telefon</td></tr><tr><td>${A.name}</td><td>${A.nationalId}</td><td>${A.spoken.replaceAll(" ", "&nbsp;")}</td></tr></table><p>Saygılarımla,</p>`,
      },
    ),
    people: [application(of(A))],
  },
  {
    name: "an HTML table only in the quoted part",
    mail: mail("Ynt: Mobil imza", "Teşekkürler, bekliyoruz.", {
      fullText: `Teşekkürler, bekliyoruz.\n\n> ${A.name} ${A.nationalId} ${A.spoken}`,
      html: `<p>Teşekkürler, bekliyoruz.</p><blockquote><table><tr><td>${A.name}</td><td>${A.nationalId}</td><td>${A.spoken}</td></tr></table></blockquote>`,
    }),
    people: [],
  },
  {
    name: "an HTML form with labels in the first column",
    mail: mail("Mobil imza", `Adı Soyadı ${A.name}\nT.C. Kimlik No ${A.nationalId}\nCep ${A.spoken}`, {
      html: `<table><tr><td>Adı Soyadı</td><td>${A.name}</td></tr><tr><td>T.C. Kimlik No</td><td>${A.nationalId}</td></tr><tr><td>Cep</td><td>${A.spoken}</td></tr></table>`,
    }),
    people: [application(of(A))],
  },
  ...[
    ["Mobil imza ücreti", "Merhaba, mobil imza ücreti ne kadar acaba? 8 TL mi kesiliyor?"],
    ["soru", "SIM kartımı değiştirirsem mobil imzam çalışır mı?"],
    ["Bilgi", "Mobil imza almak istiyorum, nasıl başvurabilirim?"],
    ["Bilgi", "Mobil imza almak istiyorum. Başvuruyu nereden yapacağım?"],
    ["hat", "Numara taşıma durumunda mobil imza iptal oluyor mu? Bilgi verir misiniz?"],
    [
      "Duyuru",
      "Değerli çalışma arkadaşlarımız, sistemlerimiz 20 Kasım 2026 saat 18:00'de kapalı olacaktır.\n\nBilgi İşlem Dairesi Başkanlığı\n0312 397 84 13",
    ],
    ["Durum", `${A.name} (T.C. ${A.nationalId}) için yaptığımız başvuru ne durumda?`],
    ["Teşekkür", "Yardımlarınız için teşekkürler.\n\nSaygılarımla,\nHale Sorumlu\nCep: 0555 999 88 77"],
    ["", ""],
    ["Bilgi", "Mobil imza almak istiyorum. Başvuru şartlarını öğrenmek istiyorum."],
    ...[
      "mobil imza başvuru şartlarını öğrenmek istiyorum.",
      "Mobil imza başvurusu nasıl yapılıyor öğrenmek istiyorum",
      "Mobil imza için nasıl başvurulur, öğrenmek istiyorum.",
      "Başvurdum diyelim, mobil imza kaç günde çıkar",
      "Mobil imza başvurusu ne kadar sürede sonuçlanıyor",
      "Mobil imza başvurusu için ne gerekiyor?",
    ].flatMap((text) =>
      ["Mobil imza başvurusu", "bilgi"].flatMap((subject) =>
        [
          `${LEAD.name}\nŞube Müdürü\nT.C. ${B.nationalId} Sicil: 123456\nGSM: 0555 999 88 77 (Turkcell, faturalı)`,
          `Saygılarımla,\n${LEAD.name}\nT.C. Kimlik No: ${B.nationalId}\nSicil: 123456\nCep: 05559998877`,
          `${LEAD.name} - Sivas Valiliği - ${B.nationalId} - 0555 999 88 77`,
        ].map((signature) => [subject, `Merhaba,\n\n${text}\n\n${signature}`] as const),
      ),
    ),
  ].map(([subject = "", text = ""]) => ({
    name: `nobody: ${text.slice(0, 40)}`,
    mail: mail(subject, text),
    people: [],
  })),
  ...["Sivas Valiliği", undefined].map((name) => ({
    name: `nobody: a signature below a question, from ${name ?? "an address alone"}`,
    mail: mail(
      "Bilgi",
      `Merhaba,\n\nMobil imza başvuru şartlarını öğrenmek istiyorum.\n\n${B.name}\nŞef\nT.C. ${B.nationalId}\nCep: ${B.spoken}`,
      { sender: { email: "bilgi@sivas.example", ...(name && { name }) } },
    ),
    people: [],
  })),
  {
    name: "somebody of whom an office asks how to apply",
    mail: mail(
      "Mobil imza",
      `Personelimiz için mobil imza başvurusu nasıl yapılıyor?\n\n${B.name}\nT.C. ${B.nationalId}\nCep: ${B.spoken}`,
      { sender: { email: "bilgi@sivas.example", name: "Sivas Valiliği" } },
    ),
    people: [{ kind: "newApplication", name: B.name, nationalId: B.nationalId, phone: B.phone }],
  },
  {
    name: "the writer's own SIM change",
    mail: mail(
      "SIM kartım",
      "İyi günler,\nDün sim kartımı değiştirdim, mobil imzam çalışmıyor. Ne yapmam gerekir?\n\nSaygılar\nHale Sorumlu\nSicil: 123456\nGSM: 0555 999 88 77",
    ),
    people: [
      { kind: "lineChange", name: "Hale Sorumlu", email: LEAD.email, registryNumber: "123456", phone: "+905559998877" },
    ],
  },
  {
    name: "the writer's own application with their number in the text",
    mail: mail("başvuru", `Mobil imza talep ediyorum. TC: ${A.nationalId} tel 0555 999 88 77`),
    people: [
      {
        kind: "newApplication",
        name: "Hale Sorumlu",
        email: LEAD.email,
        nationalId: A.nationalId,
        phone: "+905559998877",
      },
    ],
  },
  {
    name: "billing of one's own",
    mail: mail("Fatura", "Turkcell faturama mobil imza için 4 TL yerine 8 TL yansıdı, düzeltilmesini rica ederim."),
    people: [{ kind: "billing", name: "Hale Sorumlu", email: LEAD.email, operator: "turkcell" }],
  },
  {
    name: "a line change of another person, old and new number",
    mail: mail(
      "Numara değişikliği",
      `Personelimiz ${A.name} numarasını değiştirmiştir.\nT.C.: ${A.nationalId}\nEski numara: ${B.spoken}\nYeni numara: ${A.spoken}`,
    ),
    people: [{ kind: "lineChange", ...of(A), projectLead: LEAD.name }],
  },
  {
    name: "contact update",
    mail: mail(
      "Güncelleme",
      `Ad Soyad: ${A.name}\nSicil No: ${A.registryNumber}\nOperatör: Türk Telekom\nCep: ${A.spoken}\n\nPersonelin operatör adı ve mobil imza alanlarının güncellenmesini arz ederim.`,
    ),
    people: [
      {
        kind: "contactUpdate",
        name: A.name,
        registryNumber: A.registryNumber,
        operator: "turkTelekom",
        phone: A.phone,
        projectLead: LEAD.name,
      },
    ],
  },
  {
    name: "a kind for every row",
    mail: mail(
      "İşlemler",
      `Adı Soyadı\tTC\tCep\tTalep\n${A.name}\t${A.nationalId}\t${A.spoken}\tyeni mobil imza başvurusu\n${B.name}\t${B.nationalId}\t${B.spoken}\tSIM kart değişikliği`,
    ),
    people: [application(of(A)), { kind: "lineChange", ...of(B), projectLead: LEAD.name }],
  },
  {
    name: "numbers swapped between their columns",
    mail: mail(
      "mobil imza",
      `Ad Soyad;TC Kimlik No;Telefon\n${A.name};${A.phone.slice(3)};${A.nationalId}\n${B.name};${B.nationalId};${B.phone.slice(3)}`,
    ),
    people: [application(of(A)), application(of(B))],
  },
  {
    name: "the same two people in the text and in a table",
    mail: mail(
      "mobil imza",
      `${A.name} ve ${B.name} için mobil imza talep ediyoruz.\n\nAd Soyad\tTC\n${A.name}\t${A.nationalId}\n${B.name}\t${B.nationalId}`,
    ),
    people: [
      application({ name: A.name, nationalId: A.nationalId }),
      application({ name: B.name, nationalId: B.nationalId }),
    ],
  },
  {
    name: "written without Turkish letters and capitals",
    mail: mail(
      "mobil imza",
      `slm, mobil imza istiyoruz\nad soyad: ayse yilmaz\ntc: ${A.nationalId}\ntel: ${A.phone.slice(3)}\noperator: turkcell\nhat tipi: faturali`,
    ),
    people: [
      application({
        name: "ayse yilmaz",
        nationalId: A.nationalId,
        phone: A.phone,
        operator: "turkcell",
        lineType: "postpaid",
      }),
    ],
  },
  {
    name: "a name in capitals and a title",
    mail: mail(
      "MOBİL İMZA",
      `POLİS MEMURU ${D.name.toLocaleUpperCase("tr")} T.C. KİMLİK NO ${D.nationalId} SİCİL ${D.registryNumber} MOBİL İMZA TALEBİ`,
    ),
    people: [
      application({ name: D.name.toLocaleUpperCase("tr"), nationalId: D.nationalId, registryNumber: D.registryNumber }),
    ],
  },
  {
    name: "province and operator said once for all",
    mail: mail(
      "Mobil imza",
      `Çorum İl Emniyet Müdürlüğünde görevli aşağıdaki personelin Turkcell hatlarına mobil imza tanımlanmasını rica ederiz.\n\n1) ${A.name} - ${A.nationalId} - ${A.spoken}\n2) ${B.name} - ${B.nationalId} - ${B.spoken}`,
    ),
    people: [A, B].map((p) =>
      application({ ...of(p), operator: "turkcell", province: "Çorum", unit: "Çorum İl Emniyet Müdürlüğü" }),
    ),
  },
  {
    name: "a report that runs on into a question",
    mail: mail("imza", `selam simimi degistirdim geçen hafta, ekran hata veriyor bakar misiniz TC ${C.nationalId}`),
    people: [{ kind: "lineChange", name: LEAD.name, email: LEAD.email, nationalId: C.nationalId }],
  },
  ...(
    [
      [
        "numbered, with commas",
        (p, n) => `${n}. ${p.name}, T.C. ${p.nationalId}, sicil ${1000 + n}, ${p.written}, Turkcell`,
      ],
      [
        "with a bullet and brackets",
        (p, n) => `- ${p.name} (T.C. ${p.nationalId}, sicil ${1000 + n}), ${p.written}, Turkcell`,
      ],
      [
        "numbered, with semicolons",
        (p, n) => `${n}) ${p.name}; TCKN ${p.nationalId}; sicil no ${1000 + n}; GSM ${p.written}; Turkcell`,
      ],
      ["without any mark", (p, n) => `${p.name} TCKN ${p.nationalId} sicil no ${1000 + n} GSM ${p.written} Turkcell`],
    ] as const satisfies readonly (readonly [string, (person: Listed, number: number) => string])[]
  ).map(
    ([how, line]): ExpectedMail => ({
      name: `a list of sentences, ${how}`,
      mail: mail(
        "Mobil imza",
        `Aşağıdaki personelimiz için mobil imza talep ediyoruz:\n\n${[A, B, C].map((p, at) => line({ ...p, written: `0${p.phone.slice(3)}` }, at + 1)).join("\n")}`,
      ),
      people: [A, B, C].map((p, at) =>
        application({ ...of(p), registryNumber: String(1001 + at), operator: "turkcell" }),
      ),
    }),
  ),
  {
    name: "labels parted by semicolons or slashes, a person a line",
    mail: mail(
      "mobil imza",
      `İsim: ${A.name}; TC: ${A.nationalId}; GSM: ${A.spoken}\nİsim: ${B.name} / TC: ${B.nationalId} / GSM: ${B.spoken}`,
    ),
    people: [application(of(A)), application(of(B))],
  },
  {
    name: "the sicil before its word",
    mail: mail("mobil imza", `${D.registryNumber} sicil numaralı ${D.name} için mobil imza talep ediyoruz.`),
    people: [application({ name: D.name, registryNumber: D.registryNumber })],
  },
  {
    name: "a wish for the product",
    mail: mail("İstek", "Önerimiz: mobil imza sayfasında arama kutusu olsa güzel olurdu."),
    people: [{ kind: "suggestion", name: LEAD.name, email: LEAD.email }],
  },
  {
    name: "names and numbers of another matter",
    mail: mail("Invoice 4711", "Name: John Smith\nPhone: 0532 000 00 01\nOrder no: 20181215001\nRegards"),
    people: [],
  },
  {
    name: "a page laid out in a table",
    mail: mail("Mobil imza", `Mobil imza talep ediyoruz.\n${A.name} T.C. ${A.nationalId}`, {
      html: `<table><tr><td>Mobil imza talep ediyoruz.</td></tr><tr><td>${A.name} T.C. ${A.nationalId}</td></tr></table>`,
    }),
    people: [application({ name: A.name, nationalId: A.nationalId })],
  },
  {
    name: "a first name and a family name in lines of their own",
    mail: mail(
      "Mobil imza talebi",
      `Soyadı : ${A.name.split(" ").slice(1).join(" ")}\nAdı : ${A.name.split(" ")[0]}\nTC Kimlik Numarası : ${A.nationalId}\nCep Telefonu : ${A.spoken}\nOperatör : TÜRK TELEKOM (FATURALI)`,
    ),
    people: [application({ ...of(A), operator: "turkTelekom", lineType: "postpaid" })],
  },
  {
    name: "bullets under a greeting that also closes letters",
    mail: mail(
      "Başvuru",
      `Selamlar,\n• ${A.name} – ${A.nationalId} – ${A.spoken}\n• ${B.name} – ${B.nationalId} – ${B.spoken}\nmobil imza istiyoruz, teşekkürler`,
    ),
    people: [application(of(A)), application(of(B))],
  },
  {
    name: "two people in brackets, each with labels, in one sentence",
    mail: mail(
      "Mobil imza talebi",
      `Şubemize yeni atanan Polis Memuru ${A.name}'a (TC: ${A.nationalId}, GSM: ${A.spoken}) ve Komiser ${B.name}'e (TC: ${B.nationalId}, GSM: ${B.spoken}) mobil imza tanımlanması için gereğini arz ederim.`,
    ),
    people: [application(of(A)), application(of(B))],
  },
  {
    name: "the number of an official letter is nobody's T.C. kimlik no",
    mail: mail(
      "Mobil imza",
      `12.11.2026 tarih ve E-12345678-000-98765432101 sayılı yazımız ile ${A.name} (${A.nationalId}) için mobil imza talep edilmiştir.`,
    ),
    people: [application({ name: A.name, nationalId: A.nationalId })],
  },
  {
    name: "a number given up and a new one, after a sicil in brackets",
    mail: mail(
      "Numara değişikliği",
      `Merhaba, ${A.name} (sicil: ${A.registryNumber}). Eski numaram ${B.spoken} idi, yeni numaram ${A.spoken} oldu. Güncellenmesini arz ederim.`,
    ),
    people: [
      { kind: "lineChange", name: A.name, registryNumber: A.registryNumber, phone: A.phone, projectLead: LEAD.name },
    ],
  },
  {
    name: "a line taken to another operator",
    mail: mail(
      "Hat değişikliği",
      `İyi günler. Ben ${A.name}, T.C. kimlik numaram ${A.nationalId}. Turkcell hattım üzerinden mobil imza kullanıyordum. Hattımı Vodafone'a taşıdım, numaram aynı kaldı (${A.spoken}).`,
    ),
    people: [{ kind: "lineChange", ...of(A), operator: "vodafone", projectLead: LEAD.name }],
  },
  {
    name: "a new mail address, told before its owner, and an office of ours",
    mail: mail(
      "İletişim güncelleme",
      `Sistemde kayıtlı e-posta adresim eski kalmış. Yeni adresim ${A.email} olacak şekilde güncellenmesini arz ederim. ${A.name} TC ${A.nationalId}`,
    ),
    people: [{ kind: "contactUpdate", name: A.name, nationalId: A.nationalId, email: A.email, projectLead: LEAD.name }],
  },
  {
    name: "somebody whose signature is to end applies for nothing",
    mail: mail(
      "İptal",
      `${A.name} (TC: ${A.nationalId}) emekli olduğundan mobil imzasının iptal edilmesini arz ederim.`,
    ),
    people: [{ kind: "other", name: A.name, nationalId: A.nationalId, projectLead: LEAD.name }],
  },
  {
    name: "numbers told in turn after the names, over wrapped lines",
    mail: mail(
      "mobil imza",
      `Merhaba, ${A.name} ve ${B.name} için mobil imza çıkarılmasını\nrica ederiz. T.C. kimlik numaraları sırasıyla ${A.nationalId} ve\n${B.nationalId}, cep telefonları ${A.spoken} ve ${B.spoken} şeklindedir.`,
    ),
    people: [application(of(A)), application(of(B))],
  },
  {
    name: "a number behind the label of a line, and a comma behind an office",
    mail: mail(
      "Mobil imza",
      `Adı Soyadı: ${A.name}, T.C.: ${A.nationalId}, Birimi: Kastamonu Valiliği Bilgi İşlem Şube Müdürlüğü, Hat: ${A.spoken} Vodafone`,
    ),
    people: [
      application({
        ...of(A),
        unit: "Kastamonu Valiliği Bilgi İşlem Şube Müdürlüğü",
        province: "Kastamonu",
        operator: "vodafone",
      }),
    ],
  },
  {
    name: "a forwarded mail, whose writer's address is nobody's own",
    mail: mail(
      "İLT: Mobil imza talebi",
      `Bilgilerinize.\n\n-------- İletilen İleti --------\nKimden: Ali Veli <ali.veli@van.example>\nTarih: 12.11.2026\nKime: Hale Sorumlu\nKonu: Mobil imza talebi\n\nMerhaba, ${A.name} ${A.nationalId} ${A.spoken} için mobil imza talep ediyoruz.`,
    ),
    people: [application(of(A))],
  },
  {
    name: "a wide cell that runs into the next column",
    mail: mail(
      "Mobil imza listesi",
      `No  Adı Soyadı            Rütbesi            T.C. Kimlik No   Cep\n1   ${A.name.padEnd(22)}J.Asb.Kd.Çvş.      ${A.nationalId}      ${A.spoken}\n2   ${B.name.padEnd(22)}Uzm.J.III.Kad.Çvş. ${B.nationalId}      ${B.spoken}`,
    ),
    people: [application(of(A)), application(of(B))],
  },
  {
    name: "English for a mobile signature",
    mail: mail(
      "Mobile signature",
      `Hello, please register ${A.name} (ID ${A.nationalId}, phone ${A.phone}) for the mobile signature.`,
    ),
    people: [application(of(A))],
  },
  {
    name: "said of all, and of one otherwise",
    mail: mail(
      "Mobil imza",
      `1. ${A.name}, ${A.nationalId}, ${A.spoken}\n2. ${B.name}, ${B.nationalId}, ${B.spoken}\n\nHepsi Turkcell faturalı, yalnız ${B.name} faturasız.`,
    ),
    people: [
      application({ ...of(A), operator: "turkcell", lineType: "postpaid" }),
      application({ ...of(B), operator: "turkcell", lineType: "prepaid" }),
    ],
  },
  {
    name: "said of all but one, and of all again",
    mail: mail(
      "Mobil imza",
      `1. ${A.name}, ${A.nationalId}, ${A.spoken}\n2. ${B.name}, ${B.nationalId}, ${B.spoken}\n\n${B.name} hariç hepsi faturalıdır. Hatların tamamı Vodafone.`,
    ),
    people: [
      application({ ...of(A), operator: "vodafone", lineType: "postpaid" }),
      application({ ...of(B), operator: "vodafone" }),
    ],
  },
  {
    name: "said of all in a sentence that the mail program broke",
    mail: mail(
      "Mobil imza",
      `1. ${A.name}, ${A.nationalId}, ${A.spoken}\n2. ${B.name}, ${B.nationalId}, ${B.spoken}\n\nYukarıda bilgileri sunulan personelin kullandığı hatların tamamı Turkcell\nfaturalıdır.`,
    ),
    people: [
      application({ ...of(A), operator: "turkcell", lineType: "postpaid" }),
      application({ ...of(B), operator: "turkcell", lineType: "postpaid" }),
    ],
  },
  {
    name: "said above a group, up to the next",
    mail: mail(
      "Mobil imza",
      `Turkcell kullananlar:\n${A.name} ${A.nationalId} ${A.spoken}\n${B.name} ${B.nationalId} ${B.spoken}\n\nVodafone kullananlar:\n${C.name} ${C.nationalId} ${C.spoken}`,
    ),
    people: [
      application({ ...of(A), operator: "turkcell" }),
      application({ ...of(B), operator: "turkcell" }),
      application({ ...of(C), operator: "vodafone" }),
    ],
  },
  {
    name: "operators as headings, and a note with an exception",
    mail: mail(
      "Mobil imza",
      `Turkcell\n${A.name} ${A.nationalId} ${A.spoken}\n\nVodafone\n${B.name} ${B.nationalId} ${B.spoken}\n${C.name} ${C.nationalId} ${C.spoken}\n\nNot: ${B.name} dışındakiler faturalı, ${B.name} faturasız.`,
    ),
    people: [
      application({ ...of(A), operator: "turkcell", lineType: "postpaid" }),
      application({ ...of(B), operator: "vodafone", lineType: "prepaid" }),
      application({ ...of(C), operator: "vodafone", lineType: "postpaid" }),
    ],
  },
  {
    name: "said of one of a table in the text below it",
    mail: mail(
      "Mobil imza",
      `Hatların tümü Türk Telekom kurumsaldır.\n\nAd Soyad\tTC\tCep\n${A.name}\t${A.nationalId}\t${A.spoken}\n${B.name}\t${B.nationalId}\t${B.spoken}\n\n${B.name}'nın hattı ise Turkcell faturasızdır.`,
    ),
    people: [
      application({ ...of(A), operator: "turkTelekom", lineType: "corporate" }),
      application({ ...of(B), operator: "turkcell", lineType: "prepaid" }),
    ],
  },
  {
    name: "operator and kind of line in one column",
    mail: mail(
      "Mobil imza",
      `| Adı Soyadı | TC | Tel | Hat |\n|--|--|--|--|\n| ${A.name} | ${A.nationalId} | ${A.spoken} | Vodafone / faturasız |\n| ${B.name} | ${B.nationalId} | ${B.spoken} | Turkcell fat. |`,
    ),
    people: [
      application({ ...of(A), operator: "vodafone", lineType: "prepaid" }),
      application({ ...of(B), operator: "turkcell", lineType: "postpaid" }),
    ],
  },
  {
    name: "sicil numbers nobody calls so",
    mail: mail(
      "Mobil imza",
      `P.M. ${A.name} J-123456 ${A.nationalId} ${A.spoken}\n223344 / ${B.name} / ${B.nationalId} / ${B.spoken}\n${C.name} (334455) ${C.nationalId} ${C.spoken}`,
    ),
    people: [
      application({ ...of(A), registryNumber: "J123456" }),
      application({ ...of(B), registryNumber: "223344" }),
      application({ ...of(C), registryNumber: "334455" }),
    ],
  },
  {
    name: "of two mobiles the one that is meant",
    mail: mail(
      "Mobil imza",
      `Adı Soyadı: ${A.name}\nT.C.: ${A.nationalId}\nTelefon: ${B.spoken}\nMobil imza için kullanılacak numara ${A.spoken}`,
    ),
    people: [application(of(A))],
  },
  {
    name: "a line that became a postpaid one",
    mail: mail(
      "Hat",
      `${A.name} (${A.nationalId}) mobil imza kullandığı kontörlü hattını faturalıya çevirmiştir. Numarası ${A.spoken}.`,
    ),
    people: [{ kind: "lineChange", ...of(A), lineType: "postpaid", projectLead: LEAD.name }],
  },
  {
    name: "an operator that is said to be wrong",
    mail: mail(
      "İletişim bilgileri",
      `${A.name} (${A.nationalId}): iletişim bilgilerinde operatör adı Turkcell görünüyor, Vodafone olmalı. Hattında değişiklik yok.`,
    ),
    people: [
      {
        kind: "contactUpdate",
        name: A.name,
        nationalId: A.nationalId,
        operator: "vodafone",
        projectLead: LEAD.name,
      },
    ],
  },
  {
    name: "a name in the subject alone",
    mail: mail(`Mobil imza başvurusu - ${A.name} - 186387 sicil`, `TC ${A.nationalId}\nCep ${A.spoken}`),
    people: [application({ ...of(A), registryNumber: "186387" })],
  },
];
