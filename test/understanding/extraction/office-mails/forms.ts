import { given, idSpelt, plain, spelt, surname, upper } from "../../../support/spelling.ts";
import type { ExpectedMail } from "../expected-mails.ts";
import { asked, byThemself, mail, of, own, storyteller, wrongId } from "./writing.ts";

const story = storyteller(5_100);

/** Values behind labels, one under the other. */
export const FORM_MAILS: readonly ExpectedMail[] = [
  story("the talep page's form, capitals", 1, ([p]) => ({
    mail: mail(
      "MOBİL İMZA BAŞVURU FORMU",
      `BAŞVURU SAHİBİNİN\nT.C. KİMLİK NO : ${p!.nationalId}\nADI : ${upper(given(p!))}\nSOYADI : ${upper(surname(p!))}\nSİCİL NO : ${p!.registryNumber}\nGÖREV YERİ : AFYONKARAHİSAR VALİLİĞİ\nİLİ : AFYONKARAHİSAR\nCEP TELEFONU : ${spelt(p!, "0 (###) ### ## ##")}\nOPERATÖR : VODAFONE\nHAT TİPİ : FATURALI\nE-POSTA : ${upper(p!.email).replaceAll("İ", "I")}`,
    ),
    people: [
      asked(p!, {
        name: upper(p!.name),
        registryNumber: p!.registryNumber,
        unit: "AFYONKARAHİSAR VALİLİĞİ",
        province: "Afyonkarahisar",
        operator: "vodafone",
        lineType: "postpaid",
        email: p!.email,
      }),
    ],
  })),
  story("values under their labels", 1, ([p]) => ({
    mail: mail(
      "Mobil imza",
      `Personel bilgileri:\n\nAdı Soyadı\n${p!.name}\nT.C. Kimlik No\n${p!.nationalId}\nCep Telefonu\n${p!.spoken}\nOperatör\nTurkcell\n\nSaygılar`,
    ),
    people: [asked(p!, { operator: "turkcell" })],
  })),
  story("labels in English", 1, ([p]) => ({
    mail: mail(
      "New mobile signature application",
      `Full name: ${p!.name}\nNational ID: ${p!.nationalId}\nMobile: +90${spelt(p!, "##########")}\nCarrier: Turk Telekom\nCity: Izmir\nDepartment: Provincial Directorate\nE-mail: ${p!.email}`,
    ),
    people: [
      asked(p!, { operator: "turkTelekom", province: "İzmir", unit: "Provincial Directorate", email: p!.email }),
    ],
  })),
  story("without Turkish letters, hyphens for colons", 1, ([p]) => ({
    mail: mail(
      "mobil imza",
      plain(
        `Adi Soyadi - ${p!.name}\nTC Kimlik - ${p!.nationalId}\nTelefon - ${spelt(p!, "0### ### ## ##")}\nOperator - vodafone\nGorev yeri - Agri Valiligi\n`,
      ),
    ),
    people: [asked(p!, { name: plain(p!.name), operator: "vodafone", unit: "Agri Valiligi", province: "Ağrı" })],
  })),
  story("two forms one after the other, parted by a line", 2, (people) => ({
    mail: mail(
      "Başvuru",
      people
        .map(
          (p) =>
            `Ad Soyad: ${p.name}\nTC No: ${p.nationalId}\nGSM: ${spelt(p, "0###.###.##.##")}\nGSM Operatörü: Turkcell`,
        )
        .join("\n-----------------\n"),
    ),
    people: people.map((p) => asked(p, { operator: "turkcell" })),
  })),
  story("labels on one line, parted by slashes", 2, (people) => ({
    mail: mail(
      "Mobil imza listesi",
      people
        .map((p) => `Adı Soyadı: ${p.name} / TC: ${p.nationalId} / Sicil: ${p.registryNumber} / Cep: ${p.spoken}`)
        .join("\n"),
    ),
    people: people.map((p) => asked(p, { registryNumber: p.registryNumber })),
  })),
  story("a form with an empty operator, a desk phone and a fax", 1, ([p]) => ({
    mail: mail(
      "Talep formu",
      `Ad-Soyad: ${p!.name}\nTCKN: ${p!.nationalId}\nİş Tel: 0 (246) 211 12 13\nFaks: 0246 211 12 14\nCep Tel: ${spelt(p!, "5## ### ## ##".replace("5##", "###"))}\nOperatör:\nHat sahibi: kendisi\nİl/İlçe: Isparta / Eğirdir`,
    ),
    people: [asked(p!, { province: "Isparta" })],
  })),
  story("own application by form, lead named", 1, ([p]) => ({
    mail: byThemself(
      p!,
      "başvuru",
      `Adım soyadım: ${p!.name}\nTC kimlik numaram: ${p!.nationalId}\nSicil numaram: ${p!.registryNumber}\nTelefon numaram: ${spelt(p!, "0##########")}\nKullandığım operatör: Vodafone\nProje sorumlum: Sevda Kurtaran\nmobil imza istiyorum`,
    ),
    people: [
      own("newApplication", p!, {
        nationalId: p!.nationalId,
        registryNumber: p!.registryNumber,
        phone: p!.phone,
        operator: "vodafone",
        projectLead: "Sevda Kurtaran",
      }),
    ],
  })),
  story("checksum wrong, spaced id", 1, ([p]) => ({
    mail: mail(
      "Başvuru formu",
      `İsim: ${p!.name}\nT.C. Kimlik Numarası: ${wrongId(p!).replace(/(\d{3})(\d{4})(\d{4})/, "$1 $2 $3")}\nCep No: ${spelt(p!, "+90 ### ### ## ##")}\nHat: Faturasız`,
    ),
    people: [asked(p!, { nationalId: wrongId(p!), lineType: "prepaid" })],
  })),
  story("line change form", 1, ([p]) => ({
    mail: mail(
      "Hat değişikliği bildirimi",
      `Ad Soyad: ${p!.name}\nTC: ${p!.nationalId}\nEski Numara: 0544 321 00 11\nYeni Numara: ${p!.spoken}\nYeni Operatör: Turkcell\nDeğişiklik tarihi: 03.11.2026`,
    ),
    people: [of("lineChange", p!, { operator: "turkcell" })],
  })),
  story("equal signs and bullets", 1, ([p]) => ({
    mail: mail(
      "yeni talep",
      `Mobil imza başvurusu için bilgiler:\n• İsim Soyisim = ${p!.name}\n• Kimlik No = ${idSpelt(p!, "###########")}\n• Telefon = ${spelt(p!, "0090 ### ### ## ##")}\n• Hat = Kurumsal\n• Mail = ${p!.email}`,
    ),
    people: [asked(p!, { lineType: "corporate", email: p!.email })],
  })),
  story("unit and province in one label, title before the name", 1, ([p]) => ({
    mail: mail(
      "M.İmza",
      `Unvanı, Adı ve Soyadı : Vali Yardımcısı ${p!.name}\nBirimi : Hakkari Valiliği\nT.C. No : ${p!.nationalId}\nCep Telefonu (Mobil imza alınacak) : ${p!.spoken}\nOperatörü : Turkcell`,
    ),
    people: [asked(p!, { unit: "Hakkari Valiliği", province: "Hakkari", operator: "turkcell" })],
  })),
  story("the whole form in a quoted reply is not asked for again", 1, ([p]) => ({
    mail: mail("YNT: Mobil imza", `Teşekkür ederim, iyi çalışmalar.`, {
      fullText: `Teşekkür ederim, iyi çalışmalar.\n\nKimden: e-imza@icisleri.gov.tr\nAd Soyad: ${p!.name}\nTC: ${p!.nationalId}\nCep: ${p!.spoken}`,
    }),
    people: [],
  })),
  story("several labels in a run-on sentence", 1, ([p]) => ({
    mail: mail(
      "imza",
      `Mobil imza talebi. Adı soyadı ${p!.name}, TC kimlik no ${p!.nationalId}, GSM no ${spelt(p!, "0### ### ## ##")}, operatörü Türk Telekom, hat tipi faturalı, e-posta adresi ${p!.email}, görev yeri Bilecik İl Göç İdaresi Müdürlüğü.`,
    ),
    people: [
      asked(p!, {
        operator: "turkTelekom",
        lineType: "postpaid",
        email: p!.email,
        unit: "Bilecik İl Göç İdaresi Müdürlüğü",
        province: "Bilecik",
      }),
    ],
  })),
];
