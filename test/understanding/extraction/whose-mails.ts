import type { RequestMaterial } from "../../../src/understanding/extraction/types.ts";
import { type MadeUpPerson, peopleOfSeries } from "../../support/made-up-people.ts";
import { given, spelt, surname } from "../../support/spelling.ts";
import { type ExpectedMail, type ExpectedPerson, without } from "./expected-mails.ts";

const somebody = peopleOfSeries({
  prefixes: "534 507 546 537 551".split(" "),
  nationalId: { by: 52_147_911, from: 314_159_265 },
  phone: { by: 5_318_008, from: 1_618_033 },
  registryNumber: { by: 31_337, from: 12_007 },
});
const LEAD = somebody("Nevra Toprakçı");
const A = somebody("Zuhal Erdinç");
const B = somebody("Tarık Soylu");
const C = somebody("Mualla Karahan");
const OFFICE = { name: "Bilgi İşlem Müdürlüğü", email: "bilgiislem@ornek.example" };

type Told = Omit<ExpectedPerson, "kind"> & Partial<Pick<ExpectedPerson, "kind">>;
const cell = (who: MadeUpPerson) => spelt(who, "0### ### ## ##");
const bracketed = (who: MadeUpPerson) => `${who.name} (T.C. ${who.nationalId}, ${cell(who)})`;
const from = ({ name, email }: { readonly name: string; readonly email: string }) => ({ name, email });
const of = ({ name, nationalId, phone }: MadeUpPerson, told: Told = {}): ExpectedPerson => ({
  kind: "newApplication",
  name,
  nationalId,
  phone,
  ...told,
});
const led = (who: MadeUpPerson, told: Told = {}) => of(who, { projectLead: LEAD.name, ...told });
const own = (who: MadeUpPerson, told: Told = {}) => of(who, { email: who.email, ...told });

function mail(
  name: string,
  material: Partial<RequestMaterial> & Pick<RequestMaterial, "text">,
  ...people: readonly ExpectedPerson[]
): ExpectedMail {
  return { name, mail: { subject: "Mobil imza başvurusu", sender: from(LEAD), ...material }, people };
}

/** Whose an office, a number or a word about a line is, and whose it is not. */
export const WHOSE_MAILS: readonly ExpectedMail[] = [
  mail(
    "an office behind each name is not of the next one",
    {
      text: `${bracketed(A)} Çorum Valiliğinde, ${bracketed(B)} ise Amasya Valiliğinde görevlidir. İkisine de mobil imza istiyoruz.`,
    },
    led(A, { unit: "Çorum Valiliği", province: "Çorum" }),
    led(B, { unit: "Amasya Valiliği", province: "Amasya" }),
  ),
  mail(
    "an office before the second one is not of the first",
    { text: `${bracketed(A)} ve Amasya Valiliğinden ${bracketed(B)} için mobil imza talep ediyoruz.` },
    led(A),
    led(B, { unit: "Amasya Valiliği", province: "Amasya" }),
  ),
  mail(
    "two offices, each before a name, and a third person of neither",
    {
      text: `Kars Valiliği personeli ${bracketed(A)}, Ardahan Valiliğinde görev yapan ${bracketed(B)}.\nAyrıca ${bracketed(C)}.`,
    },
    led(A, { unit: "Kars Valiliği", province: "Kars" }),
    led(B, { unit: "Ardahan Valiliği", province: "Ardahan" }),
    led(C),
  ),
  mail(
    "one office before all is of all",
    { text: `Bolu Valiliği personelinden ${bracketed(A)} ile ${bracketed(B)} mobil imza kullanacaktır.` },
    led(A, { unit: "Bolu Valiliği", province: "Bolu" }),
    led(B, { unit: "Bolu Valiliği", province: "Bolu" }),
  ),
  mail(
    "the heading of a group ends with it",
    {
      text: `Mobil imza isteyenler:\n\nRİZE VALİLİĞİ\n1. ${A.name} ${A.nationalId} ${cell(A)}\n\nSİNOP VALİLİĞİ\n1. ${B.name} ${B.nationalId} ${cell(B)}\n\nBunlardan başka görev yeri henüz belli olmayan bir kişi daha var:\n${C.name} ${C.nationalId} ${cell(C)}`,
    },
    led(A, { unit: "RİZE VALİLİĞİ", province: "Rize" }),
    led(B, { unit: "SİNOP VALİLİĞİ", province: "Sinop" }),
    led(C),
  ),
  mail(
    "headings with an empty line below them",
    {
      text: `Kars Valiliği\n\n${A.name} ${A.nationalId} ${cell(A)}\n\nArdahan Valiliği\n\n${B.name} ${B.nationalId} ${cell(B)}\n\nmobil imza istiyorlar. Ayrıca sizden mobil imza isteyen biri daha:\n${C.name} ${C.nationalId} ${cell(C)}`,
    },
    led(A, { unit: "Kars Valiliği", province: "Kars" }),
    led(B, { unit: "Ardahan Valiliği", province: "Ardahan" }),
    led(C),
  ),
  mail(
    "an office below each name is no heading",
    {
      text: `${A.name}\n\nDüzce Valiliği\n${A.nationalId}\n${cell(A)}\n\n${B.name}\n\nYalova Valiliği\n${B.nationalId}\n${cell(B)}`,
    },
    led(A, { unit: "Düzce Valiliği", province: "Düzce" }),
    led(B, { unit: "Yalova Valiliği", province: "Yalova" }),
  ),
  mail(
    "neither the letterhead nor who is written to",
    {
      text: `T.C.\nBARTIN VALİLİĞİ\n\nSayı : 45127790-121-3307\n\nBİLGİ İŞLEM DAİRESİ BAŞKANLIĞINA\n\nPersonelimiz ${bracketed(A)} adına mobil imza başvurusu yapılmasını arz ederim.\n\nBilgi için: ${C.name}  Tel: ${cell(C)}`,
      sender: { name: "Bartın Valiliği", email: "bartin@ornek.example" },
    },
    of(A, { province: "Bartın" }),
  ),
  mail(
    "the writer's own office in one line with the name",
    {
      text: `Mobil imza alacaklar:\n- ${A.name}, ${A.nationalId}, ${cell(A)}\n- ${B.name}, ${B.nationalId}, ${cell(B)}\n\n${LEAD.name} | Proje Sorumlusu | Isparta Valiliği`,
    },
    led(A),
    led(B),
  ),
  mail(
    "who prepared the list, and their office",
    {
      text: `${A.name}\t${A.nationalId}\t${cell(A)}\n${B.name}\t${B.nationalId}\t${cell(B)}\n\nHazırlayan: ${C.name} - Proje Sorumlusu - Sivas Valiliği`,
      sender: OFFICE,
    },
    of(A),
    of(B),
  ),
  mail(
    "who prepared the list, above it",
    {
      text: `Mobil imza talep listesi\nHazırlayan: ${C.name}\n\nAd Soyad: ${A.name}\nTCKN: ${A.nationalId}\nGSM: ${cell(A)}`,
      sender: OFFICE,
    },
    of(A),
  ),
  mail(
    "an office that both are said to work at, in English",
    {
      subject: "Mobile signature",
      text: `Please issue mobile signatures for ${A.name} (ID ${A.nationalId}, ${cell(A)}) and ${B.name} (ID ${B.nationalId}, ${cell(B)}). Both work at the Van Provincial Directorate of Security.`,
    },
    led(A, { unit: "Van Provincial Directorate of Security", province: "Van" }),
    led(B, { unit: "Van Provincial Directorate of Security", province: "Van" }),
  ),
  mail(
    "a last line that begins with the writer's name and tells of them",
    {
      subject: "Mobil imza",
      text: `Merhaba, mobil imza almak istiyorum.\n${A.name} - ${A.nationalId} - ${cell(A)} - Vodafone - Isparta Valiliği`,
      sender: from(A),
    },
    own(A, { operator: "vodafone", unit: "Isparta Valiliği", province: "Isparta" }),
  ),
  mail(
    "a mailbox is nobody's project lead",
    { text: `${bracketed(A)} için mobil imza başvurusu yapılacaktır.`, sender: OFFICE },
    of(A),
  ),
  mail(
    "a lead whose head has a title and an office",
    {
      text: `${bracketed(A)} için mobil imza başvurusu yapılacaktır.`,
      sender: { name: `Dr. ${LEAD.name} (Van Valiliği)`, email: LEAD.email },
    },
    led(A),
  ),
  mail(
    "somebody writes for themselves from the mailbox of the office",
    {
      text: `Mobil imza kullanmak istiyorum. Adım soyadım ${A.name}, T.C. kimlik numaram ${A.nationalId}, numaram ${cell(A)}.`,
      sender: OFFICE,
    },
    of(A, { email: OFFICE.email }),
  ),
  mail(
    "what somebody is stands before the name",
    {
      text: `Bilgisayar İşletmeni ${A.name} (${A.nationalId}) ve Şube Müdür Yardımcısı ${B.name} (${B.nationalId}) için mobil imza talebimiz vardır. Ben Veri Hazırlama ve Kontrol İşletmeni olarak görev yapıyorum.`,
    },
    without(led(A), "phone"),
    without(led(B), "phone"),
  ),
  mail(
    "a number that was, told before the one that is",
    {
      subject: "Numaram değişti",
      text: `Mobil imza numaram ${spelt(A, "0### ### ## ##")} idi, yenisi ${cell(B)}. Gereğini rica ederim.`,
      sender: from(A),
    },
    { kind: "lineChange", name: A.name, phone: B.phone, email: A.email },
  ),
  mail(
    "a number that was, and what it was changed to",
    {
      subject: "Hat değişikliği",
      text: `Mobil imza kullanan ${A.name} (sicil 70311) ${cell(C)} idi, ${cell(A)} olarak değiştirildi.`,
    },
    { ...without(led(A, { kind: "lineChange" }), "nationalId"), registryNumber: "70311" },
  ),
  mail(
    "a number that was entered wrongly, and the right one",
    {
      text: `Mobil imza başvurumda numaram ${cell(B)} şeklinde girilmiş, doğrusu ${cell(A)} olacak. T.C. ${A.nationalId}`,
      sender: from(A),
    },
    own(A),
  ),
  mail(
    "two numbers of two people that are both right",
    {
      text: `Mobil imza için ${A.name} adına ${A.nationalId} olarak, ${B.name} adına ${B.nationalId} olarak kayıt açılmasını, bilgilerin doğruluğunun denetlenmesini rica ederiz.`,
    },
    without(led(A), "phone"),
    without(led(B), "phone"),
  ),
  mail("the number of a parcel", {
    subject: "Kargo",
    text: `Mobil imza formlarını KP${A.nationalId}TR gönderi numarası ile yolladım, ulaştı mı?`,
  }),
  mail(
    "one operator in a polite question",
    { text: `${cell(A)} numaralı Turkcell hattım için mobil imza başvurumu alır mısınız?`, sender: from(A) },
    { kind: "newApplication", name: A.name, phone: A.phone, operator: "turkcell", email: A.email },
  ),
  mail(
    "answers below the questions, the choices in the questions",
    {
      text: `Mobil imza başvurum için sorduklarınız:\nT.C. kimlik numaranız?\n${A.nationalId}\nCep numaranız?\n${cell(A)}\nOperatörünüz Turkcell mi, Vodafone mu, Türk Telekom mu?\nVodafone\nHattınız faturalı mı yoksa faturasız mı?\nbilmiyorum`,
      sender: from(A),
    },
    own(A, { operator: "vodafone" }),
  ),
  mail(
    "half a name that two of them bear",
    {
      text: `Mobil imza isteyenler:\n${A.name} ${A.nationalId} ${cell(A)}\n${given(A)} ${surname(B)} ${B.nationalId} ${cell(B)}\n${C.name} ${C.nationalId} ${cell(C)}\n\n${given(A)} Hanım'ın hattı kurumsal, kalanlar faturalı.`,
    },
    led(A),
    led(B, { name: `${given(A)} ${surname(B)}` }),
    led(C),
  ),
  mail(
    "by surname, and the others",
    {
      text: `Mobil imza isteyenler:\n${A.name} ${A.nationalId} ${cell(A)}\n${B.name} ${B.nationalId} ${cell(B)}\n${C.name} ${C.nationalId} ${cell(C)}\n\n${surname(B)}'nunki kontörlü, diğerleri faturalı.`,
    },
    led(A, { lineType: "postpaid" }),
    led(B, { lineType: "prepaid" }),
    led(C, { lineType: "postpaid" }),
  ),
  mail(
    "by the place in the list, two together",
    {
      text: `Mobil imza isteyenler:\n${A.name} ${A.nationalId} ${cell(A)}\n${B.name} ${B.nationalId} ${cell(B)}\n${C.name} ${C.nationalId} ${cell(C)}\n\nBirincisi Vodafone, ikincisi ve üçüncüsü Turkcell kullanıyor.`,
    },
    led(A, { operator: "vodafone" }),
    led(B, { operator: "turkcell" }),
    led(C, { operator: "turkcell" }),
  ),
  mail(
    "by the number in the list",
    {
      text: `Mobil imza isteyenler:\n1) ${A.name} ${A.nationalId} ${cell(A)}\n2) ${B.name} ${B.nationalId} ${cell(B)}\n3) ${C.name} ${C.nationalId} ${cell(C)}\n\n1. ve 3. kişi Turkcell, 2. kişi Vodafone kullanıyor. Hatları faturalı mı faturasız mı bilmiyorum.`,
    },
    led(A, { operator: "turkcell" }),
    led(B, { operator: "vodafone" }),
    led(C, { operator: "turkcell" }),
  ),
  mail(
    "a second line and the last two days are no place in a list",
    {
      text: `Mobil imza başvurusu: ${bracketed(A)}, hattı Turkcell. ${bracketed(B)} son iki gündür izinde, ikinci hattı Vodafone.`,
    },
    led(A, { operator: "turkcell" }),
    led(B, { operator: "vodafone" }),
  ),
  mail(
    "mine and the other one's",
    {
      text: `Ben ve ${B.name} mobil imza istiyoruz.\n${A.name} ${A.nationalId} ${cell(A)}\n${B.name} ${B.nationalId} ${cell(B)}\n\nBenim hattım Turkcell, onunki Vodafone.`,
      sender: from(A),
    },
    own(A, { operator: "turkcell" }),
    of(B, { operator: "vodafone", projectLead: A.name }),
  ),
  mail(
    "some to get one, some to lose it",
    {
      subject: "Mobil imza işlemleri",
      text: `Yeni başvurular:\n${A.name} ${A.nationalId} ${cell(A)}\n\nİptal edilecekler:\n${B.name} ${B.nationalId} ${cell(B)}`,
    },
    led(A),
    led(B, { kind: "other" }),
  ),
  mail(
    "a closed line beside a new one ends no signature",
    {
      subject: "Mobil imza hat değişiklikleri",
      text: `Ad Soyad: ${A.name}\nT.C.: ${A.nationalId}\nTalep türü: Hat değişikliği\nİptal edilen hat: ${cell(C)}\nYeni hat: ${cell(A)}\n\nAd Soyad: ${B.name}\nT.C.: ${B.nationalId}\nTalep türü: Hat değişikliği\nYeni hat: ${cell(B)}`,
    },
    led(A, { kind: "lineChange" }),
    led(B, { kind: "lineChange" }),
  ),
  mail("thanks below a subject that names somebody", {
    subject: `YNT: Mobil imza başvurusu - ${A.name} - ${A.nationalId} - ${cell(A)}`,
    text: "Çok teşekkür ederim, iyi çalışmalar.",
    sender: from(A),
  }),
  mail("how it stands with somebody the subject names", {
    subject: `Mobil imza başvurusu - ${A.name} - ${A.nationalId}`,
    text: "Merhaba, bu başvuru ne durumda acaba?",
  }),
  mail(
    "somebody the subject names",
    {
      subject: `${A.name} (${A.nationalId}) mobil imza talebi, ${cell(A)}`,
      text: "Bilgiler konudadır. Hat Vodafone, faturasız.",
      sender: from(A),
    },
    own(A, { operator: "vodafone", lineType: "prepaid" }),
  ),
  mail(
    "numbers of one of the staff, signed by the lead",
    {
      text: `Personelimizin bilgileri:\n${A.nationalId}\n${cell(A)}\n\nSaygılarımla\n${LEAD.name}`,
    },
    { kind: "newApplication", nationalId: A.nationalId, phone: A.phone },
  ),
  mail(
    "numbers that are signed, without a word of anybody",
    { text: `${A.nationalId}\n${cell(A)}\n\nSaygılarımla\n${A.name}\nUşak Valiliği`, sender: from(A) },
    own(A, { unit: "Uşak Valiliği", province: "Uşak" }),
  ),
  mail(
    "lines that were broken, and a bracket that was never closed",
    {
      text: `Mobil imza isteyenler:\n${A.name} (${A.nationalId}, Türk\nTelekom), telefonu 0${A.phone.slice(3, 6)}\n${spelt(A, "### ### ## ##").slice(4)} faturalı.\n- ${B.name} (${B.nationalId}\n- ${C.name} (${C.nationalId})`,
    },
    led(A, { operator: "turkTelekom", lineType: "postpaid" }),
    without(led(B), "phone"),
    without(led(C), "phone"),
  ),
  mail(
    "labels with slips of the fingers, and a line that is none",
    {
      subject: "mobil imza başvurum",
      text: `Ad Soaydı: ${A.name}\nT.C. Kimilk No: ${A.nationalId}\nSicil Nmarası: 48213\nCep Teelfonu: ${cell(A)}\nBeden: 42\nOpeartör: turkcel`,
      sender: from(A),
    },
    own(A, { registryNumber: "48213", operator: "turkcell" }),
  ),
];
