import { given, idSpelt, plain, spelt, surname, upper } from "../../../support/spelling.ts";
import { type ExpectedMail, without } from "../expected-mails.ts";
import { asked, byThemself, LEAD, mail, of, own, storyteller, wrongId } from "./writing.ts";

const story = storyteller(5_000);

/** Matters told in sentences. */
export const PROSE_MAILS: readonly ExpectedMail[] = [
  story("an official letter's sentence with title and unit", 1, ([p]) => ({
    mail: mail(
      "Mobil İmza Talebi",
      `Sayın İlgili,\n\nMüdürlüğümüz emrinde Şube Müdürü olarak görev yapmakta olan ${p!.name} (T.C. Kimlik No: ${p!.nationalId}) adına mobil imza başvurusu yapılması gerekmektedir. İlgilinin kullanmakta olduğu ${spelt(p!, "0### ### ## ##")} no'lu hat Turkcell'e kayıtlı olup faturalıdır.\n\nBilgilerinize arz ederim.\n\nSevda KURTARAN\nProje Sorumlusu\nNiğde Valiliği İl Yazı İşleri Müdürlüğü\nTel: (388) 232 10 10`,
    ),
    people: [asked(p!, { operator: "turkcell", lineType: "postpaid" })],
  })),
  story("two people with and, numbers in order after each", 2, ([p, q]) => ({
    mail: mail(
      "talep",
      `Merhaba, kurumumuz personeli ${p!.name} (TC ${p!.nationalId}, tel ${p!.spoken}) ile ${q!.name} (TC ${q!.nationalId}, tel ${q!.spoken}) için mobil imza talebimiz vardır, gereğini rica ederiz.`,
    ),
    people: [asked(p!), asked(q!)],
  })),
  story("all capitals, no polite forms", 1, ([p]) => ({
    mail: mail(
      "MOBİL İMZA",
      upper(
        `${p!.name} İSİMLİ PERSONELİMİZE MOBİL İMZA ÇIKARILMASI GEREKİYOR. TC KİMLİK NUMARASI ${p!.nationalId} CEP TELEFONU ${spelt(p!, "0##########")} HATTI VODAFONE. İVEDİ OLARAK YAPILMASINI RİCA EDERİM.`,
      ),
    ),
    people: [asked(p!, { name: upper(p!.name), operator: "vodafone" })],
  })),
  story("no Turkish letters at all", 1, ([p]) => ({
    mail: mail(
      "mobil imza basvurusu",
      plain(
        `Merhabalar, ${p!.name} adli personelimizin mobil imza basvurusunun yapilmasini rica ediyorum. TC kimlik no: ${p!.nationalId}, sicil: ${p!.registryNumber}, telefon: ${spelt(p!, "### ### ## ##")} (turk telekom, faturasiz). Iyi calismalar.`,
      ),
    ),
    people: [
      asked(p!, {
        name: plain(p!.name),
        registryNumber: p!.registryNumber,
        operator: "turkTelekom",
        lineType: "prepaid",
      }),
    ],
  })),
  story("in English", 1, ([p]) => ({
    mail: mail(
      "Mobile signature request",
      `Dear colleagues,\n\nWe would like to request a mobile signature for our staff member ${p!.name}. Turkish ID number: ${p!.nationalId}, mobile phone: +90 ${spelt(p!, "### ### ## ##")}, operator: Vodafone, e-mail: ${p!.email}.\n\nKind regards,\nSevda Kurtaran`,
    ),
    people: [asked(p!, { operator: "vodafone", email: p!.email })],
  })),
  story("writes of oneself, everything in one breath", 1, ([p]) => ({
    mail: byThemself(
      p!,
      "mobil imza istiyorum",
      `Merhaba ben ${p!.name}, Yozgat İl Özel İdaresinde çalışıyorum, sicilim ${p!.registryNumber}, tc ${p!.nationalId}, telefonum ${spelt(p!, "0### ####### ")}vodafone, mobil imza almak istiyorum yardımcı olur musunuz`,
    ),
    people: [
      own("newApplication", p!, {
        nationalId: p!.nationalId,
        phone: p!.phone,
        registryNumber: p!.registryNumber,
        unit: "Yozgat İl Özel İdaresi",
        province: "Yozgat",
        operator: "vodafone",
      }),
    ],
  })),
  story("writes of oneself, name only in the sender and signature", 1, ([p]) => ({
    mail: byThemself(
      p!,
      "Mobil imza başvurusu",
      `İyi günler,\n\nMobil imza başvurumun yapılmasını istiyorum. T.C. kimlik numaram ${idSpelt(p!, "### ### ### ##")}, cep numaram ${spelt(p!, "+90-###-###-##-##")}.\n\nSaygılarımla,\n\n${p!.name}\nMühendis`,
    ),
    people: [own("newApplication", p!, { nationalId: p!.nationalId, phone: p!.phone })],
  })),
  story("a person whose surname stands in capitals, unit before the name", 1, ([p]) => ({
    mail: mail(
      "Mobil imza hk.",
      `Tokat İl Emniyet Müdürlüğü Trafik Tescil Şube Müdürlüğünde görevli ${p!.registryNumber} sicil sayılı Polis Memuru ${given(p!)} ${upper(surname(p!))}'a ait mobil imza talebi aşağıdadır.\n\nTCKN ${p!.nationalId}\nGSM ${spelt(p!, "(0###) ### ## ##")}`,
    ),
    people: [
      asked(p!, {
        name: `${given(p!)} ${upper(surname(p!))}`,
        registryNumber: p!.registryNumber,
        unit: "Tokat İl Emniyet Müdürlüğü Trafik Tescil Şube Müdürlüğü",
        province: "Tokat",
      }),
    ],
  })),
  story("the id's checksum is wrong, told in prose", 1, ([p]) => ({
    mail: mail(
      "Personel talebi",
      `Personelimiz ${p!.name}'a mobil imza alınacaktır. Kimlik numarası ${wrongId(p!)}, hattı ${spelt(p!, "0###-###-##-##")} olup Turkcell faturalıdır.`,
    ),
    people: [asked(p!, { nationalId: wrongId(p!), operator: "turkcell", lineType: "postpaid" })],
  })),
  story("document number, date, desk phone and IBAN are nobody's", 1, ([p]) => ({
    mail: mail(
      "E-86421357-105.03-48213579 sayılı yazı",
      `İlgi: 12.10.2026 tarihli ve E-86421357-105.03-48213579 sayılı yazımız.\n\nİlgi yazımız ile bildirilen ${p!.name} (${p!.nationalId}) isimli personelin mobil imza başvurusu için cep telefonu ${p!.spoken} olarak bildirilmiştir. Birimimizin telefonu 0388 232 10 10 (dahili 4512), hesap numarası TR33 0006 1005 1978 6457 8413 26'dır.`,
    ),
    people: [asked(p!)],
  })),
  story("changed line, old and new number", 1, ([p]) => ({
    mail: byThemself(
      p!,
      "Numara değişikliği",
      `Merhaba,\n\nMobil imza kullandığım 0555 111 22 33 numaralı hattımı kapattım, yeni numaram ${p!.spoken}. T.C. kimlik numaram ${p!.nationalId}. Mobil imzamı yeni numarada kullanabilmek için ne yapmam gerekiyor?\n\n${p!.name}`,
    ),
    people: [own("lineChange", p!, { nationalId: p!.nationalId, phone: p!.phone })],
  })),
  story("SIM card changed, reported by the lead", 1, ([p]) => ({
    mail: mail(
      "Sim kart değişikliği",
      `${p!.name} (TC: ${p!.nationalId}) telefonunu kaybettiği için sim kartını yenilemiştir, ${p!.spoken} numarası aynıdır. Mobil imzası çalışmamaktadır.`,
    ),
    people: [of("lineChange", p!)],
  })),
  story("ported to another operator", 1, ([p]) => ({
    mail: byThemself(
      p!,
      "operatör değişikliği",
      `Selamlar, ${spelt(p!, "### ### ####")} numaralı hattımı Vodafone'dan Turkcell'e taşıdım, mobil imzam artık çalışmıyor. sicil ${p!.registryNumber}`,
    ),
    people: [own("lineChange", p!, { phone: p!.phone, operator: "turkcell", registryNumber: p!.registryNumber })],
  })),
  story("billed twice of what was promised", 1, ([p]) => ({
    mail: byThemself(
      p!,
      "Fatura hk",
      `İyi günler, mobil imza kullanıyorum, bu ay faturama 8 TL yansıtılmış, 4 TL olması gerekmiyor muydu? Hattım ${spelt(p!, "0 ### ### ## ##")} Turkcell faturalı.\n${p!.name}`,
    ),
    people: [own("billing", p!, { phone: p!.phone, operator: "turkcell", lineType: "postpaid" })],
  })),
  story("a suggestion", 1, ([p]) => ({
    mail: byThemself(
      p!,
      "Öneri",
      `Merhaba, mobil imza onay ekranının telefonda daha uzun süre açık kalmasını öneriyorum. Süre çok kısa, geliştirilmesi faydalı olur.\n\n${p!.name}`,
    ),
    people: [own("suggestion", p!)],
  })),
  story("operator name to be put right on the contact page", 1, ([p]) => ({
    mail: mail(
      "İletişim bilgileri güncelleme",
      `${p!.name} isimli personelin (sicil ${p!.registryNumber}) iletişim bilgileri sayfasında operatör adı Vodafone görünüyor, Türk Telekom olarak güncellenmesi ve mobil imza alanının işaretlenmesi gerekiyor.`,
    ),
    people: [
      without(
        of("contactUpdate", p!, { registryNumber: p!.registryNumber, operator: "turkTelekom" }),
        "nationalId",
        "phone",
      ),
    ],
  })),
  story("four names after one another, no numbers yet", 4, (people) => ({
    mail: mail(
      "mobil imza talebi",
      `Aşağıda ismi yazılı personelimize mobil imza verilmesini talep ediyoruz, bilgilerini ayrıca göndereceğiz.\n\n- ${people.map(({ name }) => name).join("\n- ")}\n\nSevda Kurtaran`,
    ),
    people: people.map((p) => without(asked(p), "nationalId", "phone")),
  })),
  story("each person a paragraph of their own", 3, (people) => ({
    mail: mail(
      "3 personel",
      `Merhaba, üç arkadaşımız için mobil imza rica ediyoruz.\n\n${people.map((p, at) => `${at + 1}- ${p.name} Kırıkkale Valiliği Bilgi İşlem Şubesinde memur. Kimlik numarası ${p.nationalId}. Telefonu ${spelt(p, "0(###) ### ## ##")}. E-postası ${p.email}.`).join("\n\n")}\n\nKolay gelsin`,
    ),
    people: people.map((p) =>
      asked(p, { unit: "Kırıkkale Valiliği Bilgi İşlem Şubesi", province: "Kırıkkale", email: p.email }),
    ),
  })),
  story("blocked PIN of a named person", 1, ([p]) => ({
    mail: mail(
      "PIN blokesi",
      `${p!.name} (T.C. ${p!.nationalId}) mobil imza PIN kodunu üç kez yanlış girmiş, imza atamıyor. Yardımcı olur musunuz?`,
    ),
    people: [without(of("other", p!), "phone")],
  })),
  story("a lead asks for himself, his role told", 1, ([p]) => ({
    mail: {
      ...mail(
        "Kendi talebim",
        `Merhaba, Proje Sorumlusu olarak kendim için de mobil imza talep ediyorum. T.C. kimlik numaram ${p!.nationalId}, cep telefonum ${p!.spoken}.\n\nSevda Kurtaran`,
      ),
    },
    people: [
      { kind: "newApplication", name: LEAD.name, email: LEAD.email, nationalId: p!.nationalId, phone: p!.phone },
    ],
  })),
  story("a gendarme's rank and station", 1, ([p]) => ({
    mail: mail(
      "Mobil imza",
      `J.Astsb.Kd.Çvş. ${p!.name} Bafra İlçe Jandarma Komutanlığı emrinde görevlidir, tarafına mobil imza çıkartılmasını arz ederim. TC: ${p!.nationalId} Cep: ${spelt(p!, "0### ### ####")} Operatör: Türk Telekom`,
    ),
    people: [asked(p!, { unit: "Bafra İlçe Jandarma Komutanlığı", province: "Samsun", operator: "turkTelekom" })],
  })),
  story("two people, one wants a signature and the other changed the SIM", 2, ([p, q]) => ({
    mail: mail(
      "iki konu",
      `1) ${p!.name} (TC ${p!.nationalId}, ${p!.spoken}) için yeni mobil imza başvurusu yapılacak.\n2) ${q!.name} (TC ${q!.nationalId}, ${q!.spoken}) sim kartını değiştirdi, mobil imzası çalışmıyor.`,
    ),
    people: [asked(p!), of("lineChange", q!)],
  })),
];
