import type { RequestKind } from "../../../src/core/request.ts";
import type { RequestMaterial } from "../../../src/understanding/extraction/types.ts";
import { type MadeUpPerson, peopleOfSeries } from "../../support/made-up-people.ts";
import { idSpelt, spelt, upper, withCapitalSurname } from "../../support/spelling.ts";
import type { ExpectedMail, ExpectedPerson } from "./expected-mails.ts";

/*
 * Mails by a writer who had seen neither the extractor nor any mail of the other sets, only their conventions (head of
 * independent-mails.ts), which hold here too. The extractor was measured with them once before anybody looked at a difference,
 * precision and recall in %: people 100 / 100, kind 98.5, name 100 / 95.4, T.C. no 100 / 100, sicil 97.0 / 84.2, unit 100 / 100,
 * province 100 / 100, phone 98.4 / 99.2, operator 100 / 92.5, line type 98.3 / 74.4, e-mail 100 / 93.9, project lead 99.0 / 100.
 * What was learned from them was mended afterwards, so they are no unseen measure any more.
 * One mail's wanted values were changed, with the reason beside it.
 *
 * Besides those conventions:
 * - A mail that only asks, only thanks or is about something else wants nobody, whatever numbers its signature has.
 * - Taking a mobile signature back (iptal) and a blocked e-İmza card are of the kind "other".
 * - A new SIM, an eSIM, another number, operator or line type is a "lineChange".
 * - In a forwarded mail who wrote it for himself is reached at the address in its head; who forwards it is his project lead.
 * - An operator is never concluded from a number's first digits; Avea is today's Türk Telekom.
 */

const turkcell = { operator: "turkcell" } as const;
const vodafone = { operator: "vodafone" } as const;
const telekom = { operator: "turkTelekom" } as const;
const postpaid = { lineType: "postpaid" } as const;
const prepaid = { lineType: "prepaid" } as const;
const corporate = { lineType: "corporate" } as const;

/** One digit in the middle misread: neither check digit fits any more. */
const misread = (id: string) => `${id.slice(0, 4)}${(Number(id[4]) + 1) % 10}${id.slice(5)}`;

const somebody = peopleOfSeries({
  prefixes: "532 544 505 533 551 546 506 535 542 501 507 536 553 539 545 531 555 537 541".split(" "),
  nationalId: { by: 387_420_489, from: 51_234_577 },
  phone: { by: 4_782_969, from: 2_236_067 },
  registryNumber: { by: 65_537, from: 3_331 },
});
const people = (...names: string[]) => names.map((name) => somebody(name));

/** Ways to write a mobile number: each `#` takes a digit of the ten. */
const written = (pattern: string) => (who: MadeUpPerson) => spelt(who, pattern);
const spaced = written("0### ### ## ##");
const solid = written("0##########");
const bare = written("##########");
const plus = written("+90 ### ### ## ##");
const plusSolid = written("+90##########");
const bracketed = written("(0###) ### ## ##");
const dashed = written("0###-###-##-##");
const dotted = written("0###.###.##.##");
const halves = written("0### #######");
const apart = written("0 (###) ### ## ##");
const short = written("### ### ## ##");

const FIELD_OF = {
  n: "name",
  t: "nationalId",
  r: "registryNumber",
  p: "phone",
  e: "email",
} as const;
/** What is wanted of somebody: `take` names the own values that the mail tells ("ntp"), the rest is given. */
function want(
  kind: RequestKind,
  who: MadeUpPerson,
  take: string,
  ...rest: readonly Omit<Partial<ExpectedPerson>, "kind">[]
): ExpectedPerson {
  const own: Record<string, string> = {};
  for (const letter of take) {
    const field = FIELD_OF[letter as keyof typeof FIELD_OF];
    own[field] = who[field];
  }
  return Object.assign({ kind }, own, ...rest) as ExpectedPerson;
}
const lead = ({ name }: MadeUpPerson) => ({ projectLead: name });
const from = ({ email, name }: MadeUpPerson) => ({ email, name });

type Sender = NonNullable<RequestMaterial["sender"]>;
const mails: ExpectedMail[] = [];
function mail(
  name: string,
  sender: Sender,
  subject: string,
  text: string,
  wanted: readonly ExpectedPerson[],
  more: Partial<RequestMaterial> = {},
): void {
  mails.push({
    name: `street: ${name}`,
    mail: {
      subject,
      text: text.trim(),
      sender,
      ownAddresses: ["e-imza@icisleri.gov.tr"],
      ...more,
    },
    people: wanted,
  });
}
/** The i-th of a list that is surely long enough. */
function at<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new Error(`No item ${place}`);
  return found;
}

// --- One person for himself -------------------------------------------------------------------------------------------------------

{
  const kerem = somebody("Kerem Ulusoy");
  mail(
    "one line from a phone",
    from(kerem),
    "mobil imza",
    `slm mobil imza almak istiyorum tc ${kerem.nationalId} tel ${solid(kerem)} turkcell faturalı iyi çalışmalar`,
    [want("newApplication", kerem, "ntpe", turkcell, postpaid)],
  );
}
{
  const seval = somebody("Seval Karaduman");
  mail(
    "a polite application with a full signature",
    from(seval),
    "Mobil İmza Başvurusu Hk.",
    `
Sayın Yetkili,

Görevim gereği sık sık arazide bulunduğumdan mobil imza kullanmak istiyorum. Başvuru için gerekli bilgilerim aşağıdadır.

T.C. Kimlik No : ${seval.nationalId}
Sicil No       : ${seval.registryNumber}
Cep Telefonu   : ${spaced(seval)}
Operatör       : Vodafone
Hat Türü       : Faturalı

Gereğini bilgilerinize arz ederim.

Seval KARADUMAN
Veri Hazırlama ve Kontrol İşletmeni
Çanakkale İl Nüfus ve Vatandaşlık Müdürlüğü
Tel: 0 286 217 10 10 / Dahili: 214`,
    [
      want("newApplication", seval, "ntrpe", vodafone, postpaid, {
        unit: "Çanakkale İl Nüfus ve Vatandaşlık Müdürlüğü",
        province: "Çanakkale",
      }),
    ],
  );
}
{
  const cemal = somebody("Cemal Aktuğ", "jandarma.example");
  mail(
    "all capitals from a gendarmerie station",
    { email: cemal.email, name: "CEMAL AKTUĞ" },
    "MOBİL İMZA TALEBİ",
    `
MOBİL İMZA KULLANMAK İSTİYORUM. BİLGİLERİM AŞAĞIDADIR.

ADI SOYADI: CEMAL AKTUĞ
RÜTBESİ: J.ASB.KD.ÇVŞ.
TC KİMLİK NO: ${cemal.nationalId}
SİCİL NO: ${cemal.registryNumber}
CEP TEL: ${halves(cemal)}
OPERATÖRÜ: TURKCELL
HAT TİPİ: FATURASIZ

ARZ EDERİM.`,
    [want("newApplication", cemal, "ntrpe", turkcell, prepaid)],
  );
}
{
  const ozgur = somebody("Ozgur Cakmak");
  mail(
    "without Turkish letters",
    from(ozgur),
    "mobil imza basvurusu",
    `
Merhaba,
Mobil imza icin basvuru yapmak istiyorum. TC kimlik numaram ${ozgur.nationalId}, sicilim ${ozgur.registryNumber}. Hattim Turk Telekom, faturali, numara ${short(ozgur)}.
Ankara Valiligi'nde calisiyorum.
Iyi gunler
Ozgur Cakmak`,
    [
      want("newApplication", ozgur, "ntrpe", telekom, postpaid, {
        unit: "Ankara Valiligi",
        province: "Ankara",
      }),
    ],
  );
}
{
  const huseyin = somebody("Hüseyin Kocabaş");
  mail(
    "typing errors",
    from(huseyin),
    "mobli imza bşvurusu",
    `mrb mobli imza için başvru yapmka istyorum ismim hüseyin kocabaş tc noo ${huseyin.nationalId} cep numram ${solid(huseyin)} vodafon faturlı hat yardmcı olursanız sevinrim`,
    [want("newApplication", huseyin, "ntpe", vodafone, postpaid)],
  );
}
{
  const melis = somebody("Melis Aydoğan", "projeler.example");
  mail(
    "English",
    from(melis),
    "Application for mobile signature",
    `
Dear Sir or Madam,

I work in the e-İçişleri development team and would like to apply for a mobile signature. My details are:

Full name: Melis Aydoğan
National ID number: ${melis.nationalId}
Mobile phone: ${plus(melis)}
Operator: Turkcell
Line type: postpaid

Kind regards,
Melis Aydoğan`,
    [want("newApplication", melis, "ntpe", turkcell, postpaid)],
  );
}
{
  const nazli = somebody("Nazlı Hilal Er Bozkurt", "posta.example");
  mail(
    "from a private address, the office one given",
    { email: "nazlihilal88@posta.example", name: "nazlı" },
    "başvuru",
    `
İyi günler, kurum mailime dışarıdan giremediğim için özel adresimden yazıyorum. Mobil imza başvurumu alabilir misiniz?

Ad Soyad: Nazlı Hilal ER BOZKURT
TC: ${idSpelt(nazli, "### ### ### ##")}
Cep: ${dashed(nazli)} (Türk Telekom, faturalı)
Kurumsal e-posta: nazli.bozkurt@icisleri.example`,
    [
      want("newApplication", nazli, "ntp", telekom, postpaid, {
        email: "nazli.bozkurt@icisleri.example",
      }),
    ],
  );
}
{
  const tahir = somebody("Tahir Gökmen");
  mail(
    "the form with things nobody needs",
    from(tahir),
    "Mobil imza başvuru formu",
    `
MOBİL İMZA BAŞVURU BİLGİ FORMU

Adı                  : Tahir
Soyadı               : GÖKMEN
T.C. Kimlik No       : ${tahir.nationalId}
Doğum Tarihi         : 14.03.1979
Baba Adı             : Rıza
Kurum Sicil No       : ${tahir.registryNumber}
Görev Yeri           : Ahlat Kaymakamlığı
İl                   : Bitlis
Cep Telefonu         : ${bracketed(tahir)}
GSM Operatörü        : Vodafone
Hat Tipi             : Faturasız
E-posta              : ${tahir.email}
İş Telefonu          : (0434) 412 40 06`,
    [
      want("newApplication", tahir, "ntrpe", vodafone, prepaid, {
        unit: "Ahlat Kaymakamlığı",
        province: "Bitlis",
      }),
    ],
  );
}
{
  const gulsah = somebody("Gülşah Tuncel");
  mail(
    "the mobile only in the signature",
    from(gulsah),
    "Mobil imza talebim",
    `
Merhabalar,

Mobil imza için başvuruda bulunmak istiyorum, T.C. kimlik numaram ${gulsah.nationalId}. Numaram imzamda yazılıdır, hattım Turkcell ve faturalıdır.

Teşekkürler.

Gülşah TUNCEL
Mühendis
Dahili: 7345
Masa: 0312 422 40 00
GSM: ${spaced(gulsah)}`,
    [want("newApplication", gulsah, "ntpe", turkcell, postpaid)],
  );
}
{
  const volkan = somebody("Volkan Sarıtaş", "egm.example");
  mail(
    "two mobiles, one of them for the signature",
    from(volkan),
    "mobil imza",
    `
Sayın ilgili,

Mobil imza başvurumun yapılmasını rica ederim.

TC: ${volkan.nationalId}
Sicil: ${volkan.registryNumber}
Mobil imza alınacak hat: ${spaced(volkan)} - Turkcell - faturalı
Ulaşamazsanız eşimin telefonu: 0505 987 65 43

Volkan Sarıtaş
Polis Memuru`,
    [want("newApplication", volkan, "ntrpe", turkcell, postpaid)],
  );
}
{
  const irem = somebody("İrem Sönmezer");
  mail(
    "told in sentences",
    from(irem),
    "Mobil imza hakkında",
    `
Merhaba, ben İrem Sönmezer, Kırklareli Valiliğinde bilgisayar işletmeni olarak görev yapıyorum. Mobil imza almak istiyorum. Kimlik numaram ${irem.nationalId}, sicil numaram da ${irem.registryNumber}. Kullandığım hat Türk Telekom'un kurumsal hattı, numarası ${dotted(irem)}. Evraklarım hazır, ne zaman isterseniz gönderebilirim.`,
    [
      want("newApplication", irem, "ntrpe", telekom, corporate, {
        unit: "Kırklareli Valiliği",
        province: "Kırklareli",
      }),
    ],
  );
}
{
  const adem = somebody("Adem Çetinkaya");
  mail(
    "a number whose check digits do not fit",
    from(adem),
    "başvuru - mobil imza",
    `
Mobil imza başvurusu yapmak istiyorum.
Adem Çetinkaya
TC ${misread(adem.nationalId)}
${solid(adem)}
Vodafone faturalı`,
    [want("newApplication", adem, "npe", { nationalId: misread(adem.nationalId) }, vodafone, postpaid)],
  );
}
{
  const ruhi = somebody("Ruhi Demirtaş");
  mail(
    "line by line without labels, the old name of an operator",
    from(ruhi),
    "Mobil imza almak istiyorum",
    `
${withCapitalSurname(ruhi)}
${ruhi.nationalId}
${solid(ruhi)}
Avea
Faturalı

mobil imza için yukarıdaki bilgilerle işlem yapılmasını istiyorum`,
    [want("newApplication", ruhi, "ntpe", telekom, postpaid)],
  );
}
{
  const pelin = somebody("Pelin Yurdakul");
  mail(
    "her project lead named",
    from(pelin),
    "Mobil İmza Başvuru",
    `
Sayın Yetkili,
Proje Sorumlumuz Orhan Bey'in yönlendirmesiyle yazıyorum, mobil imza başvurusu yapmak istiyorum.

Adı Soyadı: Pelin Yurdakul
TC Kimlik No: ${pelin.nationalId}
Telefon: ${plusSolid(pelin)}
Operatör: Vodafone
Proje Sorumlusu: Orhan Kızıltan

Saygılarımla`,
    [
      want("newApplication", pelin, "ntpe", vodafone, {
        projectLead: "Orhan Kızıltan",
      }),
    ],
  );
}
{
  const ferhat = somebody("Ferhat Toprak", "egm.example");
  mail(
    "a sender without a name, the rest in the subject",
    { email: ferhat.email },
    `Mobil imza başvurusu - Ferhat Toprak - ${ferhat.registryNumber} sicil`,
    `TC kimlik no: ${ferhat.nationalId}\nCep: ${spaced(ferhat)}\nHat: Turkcell / faturasız\n\nBaşvurumun alınmasını arz ederim.`,
    [want("newApplication", ferhat, "ntrpe", turkcell, prepaid)],
  );
}
{
  const banu = somebody("Banu Akgündüz");
  mail(
    "an HTML form of two columns",
    from(banu),
    "Mobil imza başvurum",
    `
Merhaba, mobil imza başvuru bilgilerim aşağıdadır.

Adı Soyadı
Banu Akgündüz
T.C. Kimlik No
${banu.nationalId}
Birimi
Personel Genel Müdürlüğü
Cep Telefonu
${bracketed(banu)}
Operatör
Türk Telekom
Hat Türü
Faturalı`,
    [
      want("newApplication", banu, "ntpe", telekom, postpaid, {
        unit: "Personel Genel Müdürlüğü",
      }),
    ],
    {
      html: `<html><body><p>Merhaba, mobil imza başvuru bilgilerim aşağıdadır.</p><table border="1"><tr><td>Adı Soyadı</td><td>Banu Akgündüz</td></tr><tr><td>T.C. Kimlik No</td><td>${banu.nationalId}</td></tr><tr><td>Birimi</td><td>Personel Genel Müdürlüğü</td></tr><tr><td>Cep Telefonu</td><td>${bracketed(banu)}</td></tr><tr><td>Operatör</td><td>Türk Telekom</td></tr><tr><td>Hat Türü</td><td>Faturalı</td></tr></table></body></html>`,
    },
  );
}

// --- One person for another -------------------------------------------------------------------------------------------------------

{
  const [sukru, writer] = [somebody("Şükrü Babacan"), somebody("Nevin Özdoğan")];
  mail(
    "a secretary for her head",
    from(writer),
    "Mobil imza",
    `
İyi çalışmalar,

Daire Başkanımız Sayın Şükrü BABACAN adına mobil imza başvurusu yapmak istiyoruz. T.C. kimlik no: ${sukru.nationalId}, cep telefonu: ${spaced(sukru)} (Turkcell, kurumsal hat).

Nevin Özdoğan
Özel Kalem
0312 422 41 15`,
    [want("newApplication", sukru, "ntp", turkcell, corporate, lead(writer))],
  );
}
{
  const [ali, writer] = [somebody("Ali Rıza Kunt", "jandarma.example"), somebody("Sedat Yalın", "jandarma.example")];
  mail(
    "a gendarmerie chief for a sergeant",
    from(writer),
    "Mobil İmza Talebi (J.Uzm.Çvş. Ali Rıza KUNT)",
    `
Komutanlığımız personeli J.Uzm.Çvş. Ali Rıza KUNT'un (TC: ${ali.nationalId}, sicil: ${ali.registryNumber}) mobil imza başvurusunun yapılmasını arz ederim.

Adı geçenin cep telefonu ${spaced(ali)} olup hattı Vodafone faturalıdır, e-postası ${ali.email} adresidir.

Sedat YALIN
J.Kd.Bçvş.
Proje Sorumlusu`,
    [want("newApplication", ali, "ntrpe", vodafone, postpaid, lead(writer))],
  );
}
{
  const [zehra, writer] = [somebody("Zehra Uçar"), somebody("Murat Sezgin")];
  mail(
    "a colleague's application, the lead another one",
    from(writer),
    "mobil imza başvurusu",
    `
Merhaba, mesai arkadaşım izinde olduğu için onun adına yazıyorum, mobil imza başvurusu yapılacak.

Adı soyadı: Zehra Uçar
TC: ${zehra.nationalId}
Tel: ${solid(zehra)}
Operatör: Turkcell
Proje sorumlusu: Hasan Basri Tekeli

Murat Sezgin`,
    [
      want("newApplication", zehra, "ntp", turkcell, {
        projectLead: "Hasan Basri Tekeli",
      }),
    ],
  );
}

// --- Lists ------------------------------------------------------------------------------------------------------------------------

{
  const [writer, list] = [somebody("Hatice Ergin"), people("Kazım Durmaz", "Leyla Sevim", "Onur Kaçar")];
  const units = ["Yazı İşleri Müdürlüğü", "İlçe Nüfus Müdürlüğü", "Sosyal Yardımlaşma ve Dayanışma Vakfı"];
  mail(
    "a formal letter with a numbered list",
    from(writer),
    "Mobil İmza Başvuruları",
    `
Sayı   : E-48217365-903.07-1284
Konu   : Mobil İmza Başvurusu
İlgi   : Bilgi İşlem Dairesi Başkanlığının 12.02.2024 tarihli ve E-71532846-703.99-5561 sayılı yazısı.

İlgi yazı gereğince mobil imza talep eden personelin bilgileri aşağıya çıkarılmıştır.

${list.map((who, i) => `${i + 1}. Adı Soyadı: ${withCapitalSurname(who)}, Birimi: ${at(units, i)}, T.C. Kimlik No: ${who.nationalId}, Sicil No: ${who.registryNumber}, Cep Tel: ${spaced(who)}, Operatörü: Turkcell, Hat Tipi: Faturalı`).join("\n")}

Bilgilerinize arz ederim.

Hatice ERGİN
Proje Sorumlusu
Tel: 0 366 214 10 58  Faks: 0 366 214 10 60`,
    list.map((who, i) =>
      want("newApplication", who, "ntrp", turkcell, postpaid, lead(writer), {
        unit: at(units, i),
      }),
    ),
  );
}
{
  const writer = somebody("Gökhan Arıkan", "egm.example");
  const list = people(
    "Serkan Dilek",
    "Tuba Erdem",
    "Yavuz Selim Kara",
    "Ebru Çelen",
    "Mustafa Kamil Oruç",
    "Deniz Başar",
  );
  const lines = [
    { ...turkcell, ...postpaid },
    { ...vodafone, ...postpaid },
    { ...turkcell, ...prepaid },
    { ...telekom, ...postpaid },
    { ...vodafone, ...prepaid },
    { ...turkcell, ...corporate },
  ];
  const shown = [
    "Turkcell\tFaturalı",
    "Vodafone\tFaturalı",
    "Turkcell\tFaturasız",
    "Türk Telekom\tFaturalı",
    "Vodafone\tFaturasız",
    "Turkcell\tKurumsal",
  ];
  mail(
    "pasted from Excel with tabs",
    from(writer),
    "Mobil imza listesi",
    `
Merhaba,
Mobil imza talep eden personelimizin listesi aşağıdadır, başvurularının yapılmasını rica ederim.

S.No\tAdı Soyadı\tT.C. Kimlik No\tSicil No\tCep Telefonu\tOperatör\tHat Tipi
${list.map((who, i) => `${i + 1}\t${withCapitalSurname(who)}\t${who.nationalId}\t${who.registryNumber}\t${bare(who)}\t${at(shown, i)}`).join("\n")}

Gökhan Arıkan`,
    list.map((who, i) => want("newApplication", who, "ntrp", at(lines, i), lead(writer))),
  );
}
{
  const writer = somebody("Ayla Kestane");
  const list = people("Recep Tayfun Oğuz", "Sibel Mutlu", "Halil Çiftçi", "Gonca Pamuk", "İbrahim Halil Şen");
  const ops = [turkcell, turkcell, vodafone, telekom, turkcell];
  const shown = ["Turkcell", "Turkcell", "Vodafone", "Türk Telekom", "Turkcell"];
  const head = ["Adı", "Soyadı", "TC Kimlik No", "Cep Tel", "Operatör", "E-posta"];
  const rows = list.map((who, i) => {
    const words = who.name.split(" ");
    return [
      words.slice(0, -1).join(" "),
      upper(words.at(-1) ?? ""),
      who.nationalId,
      spaced(who),
      at(shown, i),
      who.email,
    ];
  });
  const intro =
    "Aşağıdaki tabloda bilgileri bulunan personelimize mobil imza temin edilmesi hususunda gereğini rica ederim.";
  mail(
    "an HTML table, given name and surname apart",
    from(writer),
    "Mobil İmza Talepleri",
    [intro, "", ...[head, ...rows].map((row) => row.join("\t")), "", "Ayla KESTANE", "Şef", "0312 397 84 00"].join(
      "\n",
    ),
    list.map((who, i) => want("newApplication", who, "ntpe", at(ops, i), lead(writer))),
    {
      html: `<div><p>${intro}</p><table><thead><tr>${head.map((cell) => `<th>${cell}</th>`).join("")}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td><p class="MsoNormal">${cell}</p></td>`).join("")}</tr>`).join("")}</tbody></table><p>Ayla KESTANE<br>Şef<br>0312 397 84 00</p></div>`,
    },
  );
}
{
  const [writer, list] = [somebody("Tarık Bulut"), people("Songül Işık", "Emrah Karabulut", "Fadime Yüce")];
  const ops = ["Vodafone", "Turkcell", "Turkcell"];
  const types = ["Faturalı", "Faturasız", "Faturalı"];
  mail(
    "blocks with labels",
    from(writer),
    "3 personel için mobil imza",
    `
Merhabalar, üç personelimiz için mobil imza başvurusu yapılmasını rica ediyorum.

${list
  .map(
    (who, i) =>
      `Ad Soyad: ${who.name}\nTC No: ${who.nationalId}\nSicil: ${who.registryNumber}\nGSM: ${dashed(who)}\nOperatör: ${at(ops, i)}\nHat: ${at(types, i)}\nMail: ${who.email}`,
  )
  .join("\n\n")}

İyi çalışmalar
Tarık Bulut`,
    [
      want("newApplication", at(list, 0), "ntrpe", vodafone, postpaid, lead(writer)),
      want("newApplication", at(list, 1), "ntrpe", turkcell, prepaid, lead(writer)),
      want("newApplication", at(list, 2), "ntrpe", turkcell, postpaid, lead(writer)),
    ],
  );
}
{
  const [writer, list] = [somebody("Nurcan Elmas"), people("Bülent Saygılı", "Arzu Dinç", "Kadir Er", "Meryem Koçak")];
  mail(
    "a name on one line, its numbers on the next",
    from(writer),
    "mobil imza isteyenler",
    `
Mobil imza isteyen arkadaşların bilgileri:

${list.map((who) => `${withCapitalSurname(who)}\n${who.nationalId} ${solid(who)} Turkcell`).join("\n")}

hepsinin hattı faturalıdır
kolay gelsin
Nurcan Elmas`,
    list.map((who) => want("newApplication", who, "ntp", turkcell, postpaid, lead(writer))),
  );
}
{
  const writer = somebody("Levent Aygün");
  const list = people("Hande Güler", "Suat Taşkıran", "Yeliz Kurt", "Mesut Akdağ", "Sultan Polat");
  const shown = [
    "Vodafone, faturalı",
    "Turkcell, faturalı",
    "Türk Telekom, faturasız",
    "Turkcell, faturasız",
    "Vodafone, faturalı",
  ];
  const lines = [
    { ...vodafone, ...postpaid },
    { ...turkcell, ...postpaid },
    { ...telekom, ...prepaid },
    { ...turkcell, ...prepaid },
    { ...vodafone, ...postpaid },
  ];
  mail(
    "commas",
    from(writer),
    "Mobil İmza",
    `
Sayın Büro,
mobil imza başvurusu yapılacak personel (ad, TC, cep, operatör, hat):
${list.map((who, i) => `${who.name}, ${who.nationalId}, ${spaced(who)}, ${at(shown, i)}`).join("\n")}
Saygılar
Levent AYGÜN`,
    list.map((who, i) => want("newApplication", who, "ntp", at(lines, i), lead(writer))),
  );
}
{
  const [writer, list] = [
    somebody("Zafer Yıldız", "egm.example"),
    people("Okan Türkmen", "Selda Başaran", "Harun Vural", "Melek Aslan"),
  ];
  mail(
    "slashes, police",
    from(writer),
    "Mobil imza başvuru listesi",
    `
İyi görevler, mobil imza için müracaat eden personelimiz:

${list.map((who) => `${who.registryNumber} / ${withCapitalSurname(who)} / ${who.nationalId} / ${solid(who)} / TURKCELL / FATURALI`).join("\n")}

Arz ederim.
Zafer YILDIZ
Komiser`,
    list.map((who) => want("newApplication", who, "ntrp", turkcell, postpaid, lead(writer))),
  );
}
{
  const writer = somebody("Fikret Demirel", "jandarma.example");
  const list = people(
    "Murat Tekin",
    "Burak Şimşek",
    "Aykut Yaman",
    "Engin Sağlam",
    "Fatih Ceylan",
    "Onur Alp Kaya",
    "Tolga Uyar",
  );
  const ranks = ["J.Asb.Kd.Bçvş.", "J.Asb.Çvş.", "J.Uzm.Çvş.", "J.Uzm.Çvş.", "J.Ütğm.", "J.Asb.Kd.Çvş.", "J.Uzm.Çvş."];
  mail(
    "bullets with ranks before the names",
    from(writer),
    "Mobil imza başvurusu yapılacak personel",
    `
Ahlat İlçe Jandarma Komutanlığında görevli olup mobil imza başvurusu yapılacak personel aşağıda sunulmuştur.

${list.map((who, i) => `• ${at(ranks, i)} ${withCapitalSurname(who)} - ${who.nationalId} - ${spaced(who)}`).join("\n")}

Tüm hatlar Turkcell faturalıdır.

Fikret DEMİREL
J.Yzb.`,
    list.map((who) =>
      want("newApplication", who, "ntp", turkcell, postpaid, lead(writer), {
        unit: "Ahlat İlçe Jandarma Komutanlığı",
        province: "Bitlis",
      }),
    ),
  );
}
{
  const writer = somebody("Aslıhan Ermiş");
  const list = people(
    "Abdullah Keskin",
    "Berrin Tosun",
    "Cihan Yavaş",
    "Dilek Narin",
    "Erhan Güneş",
    "Filiz Acar",
    "Galip Kuzu",
    "Hacer Doğan",
    "İsmail Hakkı Bal",
    "Jale Tan",
    "Kenan Duru",
    "Lütfiye Ateş",
    "Metin Uğurlu",
    "Nurhan Çalık",
    "Osman Nuri Gül",
  );
  const provinces = ["Ankara", "İzmir", "Konya", "Samsun", "Adana"];
  const ops = [turkcell, vodafone, telekom];
  const shown = ["Turkcell", "Vodafone", "T.Telekom"];
  mail(
    "fifteen rows of a sheet with provinces",
    from(writer),
    "Taşra mobil imza talepleri (15 kişi)",
    `
Sayın e-İmza Bürosu,

Proje kapsamında mobil imza verilecek taşra personelinin listesi aşağıda gönderilmiştir.

Sıra\tAd Soyad\tTC Kimlik No\tİli\tCep Tel\tOperatör
${list.map((who, i) => `${i + 1}\t${upper(who.name)}\t${who.nationalId}\t${at(provinces, i % 5)}\t${solid(who)}\t${at(shown, i % 3)}`).join("\n")}

Bilgilerinize.
Aslıhan ERMİŞ
Proje Sorumlusu
Dahili 4410`,
    list.map((who, i) =>
      want("newApplication", who, "ntp", at(ops, i % 3), lead(writer), {
        province: at(provinces, i % 5),
      }),
    ),
  );
}
{
  const [writer, list] = [somebody("Kadriye Sarp"), people("Ümit Candan", "Rabia Tekin", "Cengiz Öner")];
  mail(
    "semicolons out of a CSV",
    from(writer),
    "liste",
    `
mobil imza başvuru listesidir

ADSOYAD;TCKN;SICIL;GSM;OPERATOR;EPOSTA
${list.map((who) => `${upper(who.name)};${who.nationalId};${who.registryNumber};${bare(who)};VODAFONE;${who.email}`).join("\n")}`,
    list.map((who) => want("newApplication", who, "ntrpe", vodafone, lead(writer))),
  );
}
{
  const [writer, list] = [somebody("Selami Ünsal"), people("Gülten Avcı", "Nihat Soylu", "Ayşe Özen")];
  mail(
    "what holds for all, and one exception",
    from(writer),
    "Mobil imza",
    `
Merhaba,

Birimimizden üç kişi mobil imza başvurusu yapmak istiyor:

1) Gülten Avcı, TC: ${at(list, 0).nationalId}, cep: ${spaced(at(list, 0))}, faturalı
2) Nihat Soylu, TC: ${at(list, 1).nationalId}, cep: ${spaced(at(list, 1))}, faturalı
3) Ayşe Özen, TC: ${at(list, 2).nationalId}, cep: ${spaced(at(list, 2))}, faturasız

Üçünün de operatörü Vodafone.

Selami Ünsal
Şube Müdürü`,
    [
      want("newApplication", at(list, 0), "ntp", vodafone, postpaid, lead(writer)),
      want("newApplication", at(list, 1), "ntp", vodafone, postpaid, lead(writer)),
      want("newApplication", at(list, 2), "ntp", vodafone, prepaid, lead(writer)),
    ],
  );
}
{
  const [writer, list] = [somebody("Mehtap Güven"), people("Salih Kurnaz", "Oya Bilgin")];
  mail(
    "two in one sentence",
    from(writer),
    "iki personel mobil imza",
    `
Merhaba, Salih Kurnaz (TC ${at(list, 0).nationalId}, ${spaced(at(list, 0))}, Turkcell) ve Oya Bilgin (TC ${at(list, 1).nationalId}, ${spaced(at(list, 1))}, Vodafone) için mobil imza başvurusu yapabilir misiniz? Teşekkür ederim.

Mehtap Güven
Proje Sorumlusu`,
    [
      want("newApplication", at(list, 0), "ntp", turkcell, lead(writer)),
      want("newApplication", at(list, 1), "ntp", vodafone, lead(writer)),
    ],
  );
}
{
  const [writer, list] = [somebody("Turgay Esen"), people("Nuri Balcı", "Hülya Tok", "Cansu Yerli", "Vedat Işıklar")];
  mail(
    "bars of a text table, one wrong number",
    from(writer),
    "Mobil imza başvuruları",
    `
Mobil imza başvuruları aşağıdaki gibidir:

| Ad Soyad | T.C. Kimlik | Telefon | Operatör | Hat |
|----------|-------------|---------|----------|-----|
${list.map((who, i) => `| ${who.name} | ${i === 2 ? misread(who.nationalId) : who.nationalId} | ${spaced(who)} | Turkcell | ${i === 3 ? "kurumsal" : "faturalı"} |`).join("\n")}

Turgay Esen`,
    [
      want("newApplication", at(list, 0), "ntp", turkcell, postpaid, lead(writer)),
      want("newApplication", at(list, 1), "ntp", turkcell, postpaid, lead(writer)),
      want(
        "newApplication",
        at(list, 2),
        "np",
        { nationalId: misread(at(list, 2).nationalId) },
        turkcell,
        postpaid,
        lead(writer),
      ),
      want("newApplication", at(list, 3), "ntp", turkcell, corporate, lead(writer)),
    ],
  );
}
{
  const [writer, list] = [somebody("Yasin Karlı"), people("Sevgi Er", "Bahadır Uz", "Kübra Ay")];
  mail(
    "blocks without labels",
    from(writer),
    "MOBİL İMZA BAŞVURUSU YAPACAKLAR",
    `
Merhaba mobil imza başvurusu yapacak personel

${list.map((who) => `${who.name}\n${who.nationalId}\n${solid(who)}\nTürk Telekom faturalı`).join("\n\n")}

Yasin Karlı`,
    list.map((who) => want("newApplication", who, "ntp", telekom, postpaid, lead(writer))),
  );
}
{
  const [writer, list] = [
    somebody("Gurkan Yildirim"),
    people("Ahmet Yilmaz", "Fatma Altun", "Mert Kaplan", "Sevda Aydin"),
  ];
  mail(
    "a numbered list without Turkish letters",
    from(writer),
    "mobil imza basvuru listesi",
    `
Sayin yetkili,
asagidaki personel icin mobil imza basvurusu yapilmasini rica ederim.

${list.map((who, i) => `${i + 1}- ${who.name}  TC:${who.nationalId}  Tel:${solid(who)}  Turkcell  faturali`).join("\n")}

saygilarimla
Gurkan Yildirim`,
    list.map((who) => want("newApplication", who, "ntp", turkcell, postpaid, lead(writer))),
  );
}
{
  const writer = somebody("Rüya Sümer");
  const list = people("Hakkı Demirbağ", "Nilüfer Kaya Demir", "Ercan Tufan", "Sinem Oğuzhan");
  const units = [
    "Strateji Geliştirme Başkanlığı",
    "Hukuk Hizmetleri Genel Müdürlüğü",
    "Personel Genel Müdürlüğü",
    "Eğitim Dairesi Başkanlığı",
  ];
  const head = [
    "Sicil No",
    "Adı ve Soyadı",
    "Birimi",
    "T.C. Kimlik Numarası",
    "Cep Telefonu",
    "GSM Operatörü",
    "Faturalı/Faturasız",
    "Proje Sorumlusu",
  ];
  const rows = list.map((who, i) => [
    who.registryNumber,
    withCapitalSurname(who),
    at(units, i),
    who.nationalId,
    plus(who),
    i % 2 ? "Vodafone" : "Turkcell",
    i === 1 ? "Faturasız" : "Faturalı",
    "Necati Oral",
  ]);
  mail(
    "an HTML table that names the lead, one cell a line in its text",
    from(writer),
    "Merkez teşkilatı mobil imza başvuruları",
    [
      "Mobil imza başvuru bilgileri aşağıdaki tablodadır.",
      "",
      ...[head, ...rows].map((row) => row.join("\n")),
      "",
      "Rüya Sümer",
    ].join("\n"),
    list.map((who, i) =>
      want("newApplication", who, "ntrp", i % 2 ? vodafone : turkcell, i === 1 ? prepaid : postpaid, {
        unit: at(units, i),
        projectLead: "Necati Oral",
      }),
    ),
    {
      html: `<p>Mobil imza başvuru bilgileri aşağıdaki tablodadır.</p><table style="border-collapse:collapse">${[head, ...rows].map((row) => `<tr>${row.map((cell) => `<td style="border:1px solid">${cell}</td>`).join("")}</tr>`).join("\n")}</table><p>Rüya Sümer</p>`,
    },
  );
}
{
  const [writer, list] = [somebody("Coşkun Baran"), people("Hilmi Aksu", "Safiye Toprakçı")];
  mail(
    "English, for two colleagues",
    from(writer),
    "Mobile signature for two staff members",
    `
Hello,

Please register the following staff for a mobile signature:

- Hilmi Aksu, T.C. ID ${at(list, 0).nationalId}, mobile ${plus(at(list, 0))}, Vodafone, postpaid
- Safiye Toprakçı, T.C. ID ${at(list, 1).nationalId}, mobile ${plus(at(list, 1))}, Turkcell, prepaid

Best regards,
Coşkun Baran
Project Lead`,
    [
      want("newApplication", at(list, 0), "ntp", vodafone, postpaid, lead(writer)),
      want("newApplication", at(list, 1), "ntp", turkcell, prepaid, lead(writer)),
    ],
  );
}

// --- Changes of line, SIM, number, operator ---------------------------------------------------------------------------------------

{
  const esra = somebody("Esra Kalkan");
  mail(
    "a new SIM after a lost telephone",
    from(esra),
    "sim kart değişikliği",
    `
Merhaba, geçen hafta telefonumu kaybettim ve operatörümden yeni sim kart aldım. Numaram aynı kaldı (${spaced(esra)}, Turkcell). Mobil imzam şu an çalışmıyor. TC: ${esra.nationalId}
Ne gerekiyorsa yapılmasını rica ederim.
Esra Kalkan`,
    [want("lineChange", esra, "ntpe", turkcell)],
  );
}
{
  const [ilker, old] = [somebody("İlker Baysal", "egm.example"), somebody("Eski Numara")];
  mail(
    "a new number",
    from(ilker),
    "Numara değişikliği hk.",
    `
Sayın Yetkili,

Mobil imza kullandığım ${spaced(old)} numaralı hattımı kapattım. Yeni numaram ${spaced(ilker)} olup mobil imzamın bu numaraya tanımlanmasını arz ederim.

T.C. Kimlik No: ${ilker.nationalId}
Sicil: ${ilker.registryNumber}

İlker BAYSAL
Başkomiser`,
    [want("lineChange", ilker, "ntrpe")],
  );
}
{
  const burcu = somebody("Burcu Tanyeri");
  mail(
    "another operator, the number kept",
    from(burcu),
    "operatör değişikliği",
    `hattımı vodafone'dan turkcell'e taşıdım numaram aynı ${solid(burcu)} tc ${burcu.nationalId} mobil imzam çalışmıyor artık ne yapmam lazım yeniden tanımlanmasını istiyorum burcu tanyeri`,
    [want("lineChange", burcu, "ntpe", turkcell)],
  );
}
{
  const writer = somebody("Remzi Çoban");
  const list = people("Aynur Bektaş", "Koray Özalp");
  const old = people("Eski Bir", "Eski İki");
  mail(
    "a lead tells two new numbers in a table",
    from(writer),
    "Hat değişikliği yapan personel",
    `
Merhaba,
Mobil imza kullanan iki personelimiz numarasını değiştirmiştir. Gereğini rica ederim.

Adı Soyadı\tT.C. Kimlik No\tEski Numara\tYeni Numara\tYeni Operatör
${list.map((who, i) => `${withCapitalSurname(who)}\t${who.nationalId}\t${spaced(at(old, i))}\t${spaced(who)}\t${i ? "Türk Telekom" : "Vodafone"}`).join("\n")}

Remzi ÇOBAN
Proje Sorumlusu`,
    [
      want("lineChange", at(list, 0), "ntp", vodafone, lead(writer)),
      want("lineChange", at(list, 1), "ntp", telekom, lead(writer)),
    ],
  );
}
{
  const sinan = somebody("Sinan Uzunkaya");
  mail(
    "from prepaid to postpaid",
    from(sinan),
    "Hat tipi değişikliği",
    `
Merhabalar, mobil imza kullandığım hattımı faturasızdan faturalıya geçirdim. Bilginiz olsun, gerekli güncellemeyi yapar mısınız?

Sinan Uzunkaya
TC: ${sinan.nationalId}
Hat: ${spaced(sinan)} (Türk Telekom)`,
    [want("lineChange", sinan, "ntpe", telekom, postpaid)],
  );
}
{
  const [dogan, writer] = [somebody("Doğan Ilgaz"), somebody("Perihan Kutlu")];
  mail(
    "a lead tells a colleague's number porting",
    from(writer),
    "Numara taşıma",
    `
İyi günler,

Personelimiz Doğan ILGAZ (T.C. ${dogan.nationalId}) numarasını Turkcell'den Türk Telekom'a taşımıştır. Numarası ${bracketed(dogan)} olarak devam etmektedir. Mobil imza sertifikası için yapılması gerekeni bildirmenizi rica ederim.

Perihan Kutlu`,
    [want("lineChange", dogan, "ntp", telekom, lead(writer))],
  );
}
{
  const asli = somebody("Aslı Gezgin");
  mail(
    "eSIM",
    from(asli),
    "esim",
    `Merhaba dün e-sim'e geçtim, mobil imza artık istek göndermiyor. Numaram ${spaced(asli)}, Vodafone faturalı. TC ${asli.nationalId}. Yardımcı olur musunuz? Aslı Gezgin`,
    [want("lineChange", asli, "ntpe", vodafone, postpaid)],
  );
}
{
  const kubilay = somebody("Kubilay Soner", "jandarma.example");
  mail(
    "all capitals, a SIM change",
    from(kubilay),
    "SİM KART DEĞİŞİKLİĞİ",
    `
SİM KARTIM ARIZALANDIĞINDAN OPERATÖR TARAFINDAN YENİSİ İLE DEĞİŞTİRİLMİŞTİR. MOBİL İMZAMIN TEKRAR KULLANIMA AÇILMASINI ARZ EDERİM.

ADI SOYADI : KUBİLAY SONER
TC         : ${kubilay.nationalId}
SİCİL      : ${kubilay.registryNumber}
TEL        : ${solid(kubilay)}
OPERATÖR   : VODAFONE`,
    [want("lineChange", kubilay, "ntrpe", vodafone)],
  );
}
{
  const [writer, list] = [somebody("Emine Çağlar"), people("Rıdvan Erol", "Şeyma Gün", "Taner Bulut")];
  mail(
    "applications and a change under headings",
    from(writer),
    "mobil imza işlemleri",
    `
Merhaba,

Yeni mobil imza başvurusu:
Rıdvan Erol, TC ${at(list, 0).nationalId}, ${spaced(at(list, 0))}, Turkcell faturalı
Şeyma Gün, TC ${at(list, 1).nationalId}, ${spaced(at(list, 1))}, Turkcell faturalı

Sim kart değişikliği:
Taner Bulut, TC ${at(list, 2).nationalId}, ${spaced(at(list, 2))}, Vodafone faturalı

Emine Çağlar`,
    [
      want("newApplication", at(list, 0), "ntp", turkcell, postpaid, lead(writer)),
      want("newApplication", at(list, 1), "ntp", turkcell, postpaid, lead(writer)),
      want("lineChange", at(list, 2), "ntp", vodafone, postpaid, lead(writer)),
    ],
  );
}
{
  const tugce = somebody("Tuğçe Alkan");
  mail(
    "English, a new number",
    from(tugce),
    "Changed my phone number",
    `
Hi,
I changed my phone number last week and my mobile signature no longer works. My new number is ${plus(tugce)} (Vodafone). My national ID is ${tugce.nationalId}.
Could you please update it?
Thanks
Tuğçe Alkan`,
    [want("lineChange", tugce, "ntpe", vodafone)],
  );
}

// --- Billing ----------------------------------------------------------------------------------------------------------------------

{
  const nedim = somebody("Nedim Akıncı");
  mail(
    "8 TL billed",
    from(nedim),
    "fatura",
    `
Merhaba, mobil imza ücreti bilgi notunda 4 TL yazıyor ama faturama 8 TL yansıtılmış. Numaram ${apart(nedim)} Turkcell faturalı. TC: ${nedim.nationalId}. Düzeltilmesini rica ediyorum.
Nedim Akıncı`,
    [want("billing", nedim, "ntpe", turkcell, postpaid)],
  );
}
{
  const [writer, list] = [somebody("Saadet Yörük"), people("Ramazan Bilir", "Güler Sezen", "Cavit Önal")];
  mail(
    "8 TL billed to three",
    from(writer),
    "Mobil imza fatura bedeli",
    `
Sayın Yetkili,

Aşağıda bilgileri yer alan personelimizin Mart ayı faturalarına mobil imza bedeli olarak 4 TL yerine 8 TL yansıtıldığı tespit edilmiştir. Gerekli düzeltmenin Turkcell nezdinde yapılmasını arz ederim.

${list.map((who, i) => `${i + 1}. ${withCapitalSurname(who)} – T.C. ${who.nationalId} – ${spaced(who)}`).join("\n")}

Saadet YÖRÜK
Proje Sorumlusu
Tel: 0 356 214 10 22`,
    list.map((who) => want("billing", who, "ntp", turkcell, lead(writer))),
  );
}
{
  const ceren = somebody("Ceren Dalgıç");
  mail(
    "billed twice, no T.C. number told",
    from(ceren),
    "Faturama iki kez yansıyan mobil imza ücreti",
    `
İyi günler,

Mobil imza aylık ücreti bu ayki faturamda iki kere görünüyor (8,00 TL + 8,00 TL). 4 TL olması gerekmiyor muydu? İncelenmesini rica ederim.

Ceren DALGIÇ
Sosyolog
Cep: ${spaced(ceren)}`,
    [want("billing", ceren, "npe")],
  );
}
{
  const yunus = somebody("Yunus Akpinar");
  mail(
    "billing, hurried and without Turkish letters",
    from(yunus),
    "8 tl",
    `slm faturama mobil imza 8 tl gelmis 4 tl olacakti duzeltilsin lutfen ${solid(yunus)} turkcell yunus akpinar`,
    [want("billing", yunus, "npe", turkcell)],
  );
}

// --- Contact details --------------------------------------------------------------------------------------------------------------

{
  const sevim = somebody("Sevim Arslanoğlu");
  mail(
    "the operator in the contact page is wrong",
    from(sevim),
    "İletişim bilgileri güncelleme",
    `
Merhaba,
e-İçişleri iletişim bilgileri sayfasında operatör adı alanım Vodafone görünüyor, doğrusu Turkcell olacak. Sayfadan kendim düzeltemiyorum. Hattımda bir değişiklik yok, sadece bilginin güncellenmesini istiyorum.

Sevim Arslanoğlu
TC: ${sevim.nationalId}
Cep: ${spaced(sevim)}`,
    [want("contactUpdate", sevim, "ntpe", turkcell)],
  );
}
{
  const oktay = somebody("Oktay Menderes");
  mail(
    "another mail address",
    { email: "oktay.menderes@posta.example", name: "Oktay Menderes" },
    "E-posta adresimin güncellenmesi",
    `
Merhaba, iletişim bilgilerimde kayıtlı e-posta adresim eski, Kamu SM'den gelen formu göremiyorum. Adresimin ${oktay.email} olarak güncellenmesini rica ederim. T.C. kimlik numaram ${oktay.nationalId}.

Oktay Menderes`,
    [want("contactUpdate", oktay, "nte")],
  );
}
{
  const [writer, list] = [somebody("Tülay Korkut"), people("Necmettin Açık", "Özge Baki")];
  mail(
    "contact page of two",
    from(writer),
    "Personel iletişim bilgileri",
    `
İyi çalışmalar, aşağıdaki personelimizin iletişim bilgileri sayfasındaki operatör adı ve mobil imza alanlarının güncellenmesini rica ederim:

- Necmettin AÇIK (sicil ${at(list, 0).registryNumber}) operatör: Türk Telekom
- Özge BAKİ (sicil ${at(list, 1).registryNumber}) operatör: Vodafone

Tülay Korkut`,
    [
      want("contactUpdate", at(list, 0), "nr", telekom, lead(writer)),
      want("contactUpdate", at(list, 1), "nr", vodafone, lead(writer)),
    ],
  );
}
{
  const gamze = somebody("Gamze Ortaç");
  mail(
    "the mobile signature field",
    from(gamze),
    "mobil imza alanı",
    `mobil imzam aktif ama iletişim bilgilerimde mobil imza alanı hayır görünüyor evet olarak güncellenmesini istiyorum sicil ${gamze.registryNumber} gamze ortaç`,
    [want("contactUpdate", gamze, "nre")],
  );
}

// --- Suggestions ------------------------------------------------------------------------------------------------------------------

{
  const haluk = somebody("Haluk Verim");
  mail(
    "a suggestion",
    from(haluk),
    "Öneri",
    `
Merhaba,
Bir önerim olacak: mobil imza başvuru ekranına operatör seçilince numara formatını kontrol eden bir uyarı eklenirse çok daha az hatalı başvuru olur diye düşünüyorum. Değerlendirmenizi dilerim.

Haluk Verim`,
    [want("suggestion", haluk, "ne")],
  );
}
{
  const figen = somebody("Figen Üstün");
  mail(
    "a wish for the bulk screen, with a desk phone",
    from(figen),
    "Mobil imza talep ekranı hakkında istek",
    `
Sayın Yetkili,

Proje sorumlularının mobil imza taleplerini tek tek değil Excel ile toplu girebilmesi için ekrana bir yükleme düğmesi eklenmesini öneriyoruz. 40 kişilik listeyi tek tek girmek iki günümüzü alıyor.

Saygılarımla.
Figen ÜSTÜN
Tel: 0 224 220 10 20`,
    [want("suggestion", figen, "ne")],
  );
}

// --- Taking back, and other requests ----------------------------------------------------------------------------------------------

{
  const erol = somebody("Erol Çınar");
  mail(
    "taken back by himself",
    from(erol),
    "Mobil imza iptali",
    `
Merhaba, ay sonunda emekli oluyorum, mobil imzamın iptal edilmesini istiyorum.
Erol Çınar
T.C. ${erol.nationalId}
${spaced(erol)}`,
    [want("other", erol, "ntpe")],
  );
}
{
  const [gone, writer] = [somebody("Vildan Ekşi"), somebody("Tamer Savcı")];
  mail(
    "taken back for one who left",
    from(writer),
    "Mobil imza iptal talebi",
    `
Sayın Yetkili,
Kurumumuzdan naklen ayrılan Vildan EKŞİ'nin (T.C. Kimlik No: ${gone.nationalId}, Sicil No: ${gone.registryNumber}) mobil imzasının iptal edilmesi hususunda gereğini arz ederim.

Tamer SAVCI
İnsan Kaynakları Şube Müdürü`,
    [want("other", gone, "ntr", lead(writer))],
  );
}
{
  const melike = somebody("Melike Duran");
  mail(
    "a blocked e-İmza card",
    from(melike),
    "e-imza kartı bloke",
    `
Merhaba, e-imza kartımın PIN kodunu üç kez yanlış girdim, kart bloke oldu. PUK kodu gönderebilir misiniz? T.C. kimlik no: ${melike.nationalId}

Melike Duran`,
    [want("other", melike, "nte")],
  );
}

// --- Forwarded --------------------------------------------------------------------------------------------------------------------

{
  const [sezer, writer] = [somebody("Sezer Yolcu"), somebody("Münevver Hoş")];
  mail(
    "a lead passes an application on",
    from(writer),
    "İLT: mobil imza",
    `
Gereğini rica ederim.

Münevver HOŞ
Proje Sorumlusu

-----Özgün İleti-----
Kimden: Sezer Yolcu <${sezer.email}>
Gönderilme: 4 Mart 2024 Pazartesi 09:12
Kime: Münevver Hoş <${writer.email}>
Konu: mobil imza

Münevver Hanım merhaba, mobil imza başvurusu yapmak istiyorum. TC ${sezer.nationalId}, cep ${spaced(sezer)}, Turkcell faturalı.
Sezer Yolcu`,
    [want("newApplication", sezer, "ntpe", turkcell, postpaid, lead(writer))],
  );
}
{
  const [cuneyt, writer] = [somebody("Cüneyt Aydemir", "egm.example"), somebody("Yıldız Kaman", "egm.example")];
  mail(
    "a SIM change passed on",
    from(writer),
    "Fwd: sim kartım değişti",
    `
Bilginize sunarım, gereği için.
Yıldız Kaman

---------- Forwarded message ---------
From: Cüneyt Aydemir <${cuneyt.email}>
Date: 11 Haz 2024 Sal, 14:05
Subject: sim kartım değişti
To: <${writer.email}>

Merhaba sim kartımı değiştirdim, mobil imzam çalışmıyor. Sicil ${cuneyt.registryNumber}, tel ${solid(cuneyt)}, vodafone.
Cüneyt Aydemir`,
    [want("lineChange", cuneyt, "nrpe", vodafone, lead(writer))],
  );
}

// --- Replies giving what was missing ----------------------------------------------------------------------------------------------

const ASKED = `e-İmza Bürosu <e-imza@icisleri.gov.tr> şunları yazdı (5 Mar 2024 10:41):
> Merhaba,
> Mobil imza başvurunuzu tamamlamak için T.C. kimlik numaranızı, cep telefonunuzu ve hat türünüzü (faturalı/faturasız) bildirmenizi rica ederiz.
> e-İmza Bürosu
> (312) 397 84 13`;
{
  const orcun = somebody("Orçun Belli");
  const said = `
Merhaba, mobil imza başvurum için istediğiniz bilgiler:

T.C. kimlik no: ${orcun.nationalId}
Cep: ${spaced(orcun)}
Hat türü: faturalı

Orçun Belli`;
  mail(
    "a reply with what was missing",
    from(orcun),
    "Ynt: Mobil imza başvurunuz [MI-2024-000312]",
    said,
    [want("newApplication", orcun, "ntpe", postpaid)],
    { fullText: `${said.trim()}\n\n${ASKED}` },
  );
}
{
  const neslihan = somebody("Neslihan Taş");
  const said = `tc ${neslihan.nationalId} tel ${solid(neslihan)} faturasız`;
  mail(
    "a bare reply from a phone",
    from(neslihan),
    "RE: Mobil imza başvurunuz",
    said,
    // Wanted first: the sender's name and address. But a lead who answers for one of theirs writes just so: the ticket's entry knows who.
    [want("newApplication", neslihan, "tp", prepaid)],
    { fullText: `${said}\n\niPhone'umdan gönderildi\n\n${ASKED}` },
  );
}
{
  const [writer, list] = [somebody("Cevdet Aral"), people("Hale Sayın", "Utku Meral")];
  const said = `
Merhaba, başvurularda eksik olan bilgiler aşağıdadır:

Hale Sayın: TC ${at(list, 0).nationalId}, operatör Turkcell
Utku Meral: TC ${at(list, 1).nationalId}, operatör Türk Telekom

Cevdet Aral
Proje Sorumlusu`;
  mail(
    "a lead's reply for two",
    from(writer),
    "YNT: Mobil imza başvurularındaki eksik bilgiler",
    said,
    [
      want("newApplication", at(list, 0), "nt", turkcell, lead(writer)),
      want("newApplication", at(list, 1), "nt", telekom, lead(writer)),
    ],
    {
      fullText: `${said.trim()}\n\nKimden: e-İmza Bürosu\nKonu: Mobil imza başvurularındaki eksik bilgiler\n\nMerhaba, iki personelinizin T.C. kimlik numarası ve operatör bilgisi eksiktir. Bildirmenizi rica ederiz.`,
    },
  );
}

// --- Nobody ------------------------------------------------------------------------------------------------------------------------

{
  const asker = somebody("Ülkü Denizci");
  mail(
    "a question about the fee",
    from(asker),
    "Mobil imza ücreti",
    `
Merhaba, mobil imzanın aylık ücreti kaç TL, sertifika bedelini (76,70 TL) biz mi ödüyoruz? Bilgi verirseniz sevinirim.

Ülkü Denizci
Tel: 0 442 234 10 00`,
    [],
  );
}
{
  const asker = somebody("Rahmi Tuna", "egm.example");
  mail(
    "questions, signed with a mobile",
    from(asker),
    "Soru",
    `
Sayın Yetkili,

1. Mobil imza başvurusu nasıl yapılıyor?
2. Numara taşıma durumunda sertifika geçerliliğini kaybeder mi?
3. Formlar üst yazı ile mi gönderilecek?

Bilgilerinize arz ederim.

Rahmi TUNA
Komiser Yardımcısı
Büro: 0 462 230 10 10
Cep: ${spaced(asker)}`,
    [],
  );
}
{
  const asker = somebody("Gizem Akın");
  mail(
    "a hurried question",
    from(asker),
    "soru",
    "mrb faturasız hatla mobil imza olur mu acaba vodafone kullanıyorum tşk",
    [],
  );
}
{
  const thankful = somebody("Hamza Yiğit");
  mail(
    "thanks only",
    from(thankful),
    "Ynt: Mobil imza başvurunuz",
    `
Çok teşekkür ederim, sorun çözüldü. İyi çalışmalar dilerim.

Hamza Yiğit
V.H.K.İ.
GSM: ${spaced(thankful)}`,
    [],
  );
}
{
  const writer = somebody("Nalan Işıldak");
  mail(
    "a parcel",
    from(writer),
    "Kargo hk.",
    `
Merhaba, tarafınıza 23.05.2024 tarihinde 27411893056 takip numarası ile gönderdiğimiz kargonun teslim alındığına dair tutanak (sayı: 2024/1187) ekte yer almaktadır. Bilgilerinize.

Nalan Işıldak
Evrak Kayıt - 0312 422 43 21`,
    [],
  );
}
{
  const writer = somebody("Sertaç Bilge");
  mail(
    "an invitation with numbers",
    from(writer),
    "Toplantı daveti",
    `
Değerli arkadaşlar,
e-İçişleri eğitimi 17.09.2024 Salı günü saat 10:30'da B Blok 214 numaralı salonda yapılacaktır. Toplantı kimliği: 845 2213 9907, parola: 330715. Katılım durumunuzu 0312 422 42 19 numaralı telefona bildirmenizi rica ederim.
Sertaç Bilge`,
    [],
  );
}

export const STREET_MAILS: readonly ExpectedMail[] = mails;
